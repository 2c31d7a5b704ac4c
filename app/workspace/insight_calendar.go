package workspace

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"glossator/models"
)

// The precisions of a bar of time by the length of its date in ISO 8601.
const (
	yearLong  = len("2006")
	monthLong = len("2006-01")
	dayLong   = len("2006-01-02")
)

// A span is shown in days up to so many of them, in months up to so many, else
// in years.
const (
	daysAtMost   = 31
	monthsAtMost = 36
	yearsAtMost  = 60 // without gaps; of a longer span only years with something in them have a bar
)

// calendar cuts dates into parts that are few enough to be looked at. Dates
// that are less precise than the parts stay as they are.
type calendar struct{ long int }

// newCalendar chooses parts for dates in ISO 8601; empty ones do not count.
func newCalendar(dates []string) calendar {
	var days []string
	for _, date := range dates {
		if date != "" {
			days = append(days, date)
		}
	}
	if len(days) == 0 {
		return calendar{yearLong}
	}
	first, last := beginning(slices.Min(days)), beginning(slices.Max(days))
	precise := slices.MaxFunc(days, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	switch {
	case len(precise) >= dayLong && last.Before(first.AddDate(0, 0, daysAtMost)):
		return calendar{dayLong}
	case len(precise) >= monthLong && last.Before(first.AddDate(0, monthsAtMost, 0)):
		return calendar{monthLong}
	}
	return calendar{yearLong}
}

// part is the part that a date lies in.
func (c calendar) part(date string) string { return date[:min(len(date), c.long)] }

// parts lists the parts from the first to the last one of a tally, those
// without anything in them included, and last the empty date.
func (c calendar) parts(tallies map[string][]int) []string {
	var parts []string
	for _, part := range slices.Sorted(maps.Keys(tallies)) {
		if part == "" {
			continue
		}
		if before := len(parts) - 1; len(part) == c.long && before >= 0 && len(parts[before]) == c.long {
			parts = append(parts, c.between(parts[before], part)...)
		}
		parts = append(parts, part)
	}
	if _, undated := tallies[""]; undated {
		parts = append(parts, "")
	}
	return parts
}

// between lists the parts between two.
func (c calendar) between(from, to string) []string {
	var gap []string
	for next := c.after(from); next < to; next = c.after(next) {
		if gap = append(gap, next); len(gap) > yearsAtMost {
			return nil
		}
	}
	return gap
}

func (c calendar) after(part string) string {
	at := beginning(part)
	switch c.long {
	case dayLong:
		at = at.AddDate(0, 0, 1)
	case monthLong:
		at = at.AddDate(0, 1, 0)
	default:
		at = at.AddDate(1, 0, 0)
	}
	return at.Format(time.DateOnly)[:c.long]
}

// beginning is the first day of a date, of one that is none the first day of
// all.
func beginning(date string) time.Time {
	const firstDay = "0001-01-01"
	full := date[:min(len(date), dayLong)]
	if len(full) < dayLong {
		full += firstDay[len(full):]
	}
	at, err := time.Parse(time.DateOnly, full)
	if err != nil {
		return time.Time{}
	}
	return at
}

// rangeOf is the stretch of dates that a part stands for: a month is all of its
// days, and a year among months the dates of which only the year is known. So
// is every date that is less precise than the parts.
func (c calendar) rangeOf(part string) models.DateRange {
	switch {
	case part == "":
		return models.NoDate()
	case len(part) < c.long:
		return models.DateRange{From: part, Until: part + "-"} // the next precision begins with a dash
	default:
		return models.DateRange{From: part, Until: part + "~"} // after all digits, dashes and letters
	}
}

// endOf is the last date of an interval in ISO 8601; empty when it is open.
func endOf(iso string) string {
	if _, last, interval := strings.Cut(iso, "/"); interval {
		iso = last
	}
	if strings.HasPrefix(iso, "..") {
		return ""
	}
	return iso
}

// longerFirst orders bars by their length, those of one length by name.
func longerFirst(a, b Count) int {
	return cmp.Or(cmp.Compare(b.Total(), a.Total()), cmp.Compare(a.Of, b.Of))
}
