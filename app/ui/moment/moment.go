// Package moment writes points in time as people read them.
package moment

import "time"

// The forms of a moment, from near to far.
const (
	clock     = "15:04"
	dayMonth  = "2 Jan 15:04"
	dayOfYear = "2 Jan 2006"
)

// Text writes a moment, in milliseconds since 1970, as a person in the place of
// now reads it: the time today, the day as well this year, else the date.
func Text(at int64, now time.Time) string {
	then := time.UnixMilli(at).In(now.Location())
	switch {
	case then.Year() != now.Year():
		return then.Format(dayOfYear)
	case then.YearDay() != now.YearDay():
		return then.Format(dayMonth)
	default:
		return then.Format(clock)
	}
}
