// Package moment writes points in time as people read them.
package moment

import (
	"time"

	"glossator/app/ui/locale"
)

// Text writes a moment, in milliseconds since 1970, as a person in the place of
// now reads it: the time today, the day as well this year, else the date.
func Text(at int64, now time.Time) string {
	then := time.UnixMilli(at).In(now.Location())
	switch {
	case then.Year() != now.Year():
		return locale.ShortDay(then)
	case then.YearDay() != now.YearDay():
		return locale.Moment(locale.DayOfYear(then), then)
	default:
		return locale.Clock(then)
	}
}
