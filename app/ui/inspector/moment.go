package inspector

import "time"

// The forms of a moment, from near to far.
const (
	clock     = "15:04"
	dayMonth  = "2 Jan 15:04"
	dayOfYear = "2 Jan 2006"
)

// when writes a moment, in milliseconds since 1970, as a person in the place
// of now reads it: the time today, the day as well this year, else the date.
func when(at int64, now time.Time) string {
	moment := time.UnixMilli(at).In(now.Location())
	switch {
	case moment.Year() != now.Year():
		return moment.Format(dayOfYear)
	case moment.YearDay() != now.YearDay():
		return moment.Format(dayMonth)
	default:
		return moment.Format(clock)
	}
}
