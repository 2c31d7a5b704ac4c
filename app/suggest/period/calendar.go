package period

import "time"

const (
	yearMonths    = 12
	quarterMonths = 3
	halfMonths    = 6
	weekDays      = 7
	decadeYears   = 10
	thirdOfMonth  = 10 // early, mid and late: days 1–10, 11–20, 21–end
	earliestYear  = 1900
	latestYear    = 2100
)

// stretch is a part of the calendar. One that lacks its year ("15 April") has
// month, day and months set and no ends yet.
type stretch struct {
	first, last time.Time
	precision   Precision
	month, day  int
	months      int // how many, for a month, quarter, half-year or season
	yearless    bool
	end         bool // the end of a longer stretch: a deadline is that one's last day
	begin       bool // the beginning of one
	whole       *stretch
	fixed       bool // names its year or is bound to the article's date
}

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) stretch { return stretch{first: t, last: t, precision: Day, fixed: true} }

func yearsOf(first, last int) stretch {
	return stretch{first: date(first, 1, 1), last: date(last, yearMonths, 31), precision: Year, fixed: true}
}

func monthsOf(year, month, months int, precision Precision) stretch {
	first := date(year, month, 1)
	return stretch{first: first, last: first.AddDate(0, months, -1), precision: precision, fixed: true}
}

// exists reports whether the calendar has such a day in that year; a day of 0
// asks for the month alone. Without a year 29 February exists.
func exists(year, month, day int) bool {
	const leapYear = 2024
	if year == 0 {
		year = leapYear
	}
	if month < 1 || month > yearMonths || day < 0 {
		return false
	}
	return day == 0 || date(year, month, day).Month() == time.Month(month)
}

// in gives a stretch its year. It fails for 29 February of a common year.
func (s stretch) in(year int) (stretch, bool) {
	if !s.yearless {
		return s, true
	}
	if !exists(year, s.month, s.day) {
		return s, false
	}
	if s.day == 0 {
		return monthsOf(year, s.month, s.months, s.precision), true
	}
	return dayOf(date(year, s.month, s.day)), true
}

// direction says on which side of the article's day a date without a year is
// looked for.
type direction int

const (
	nearest direction = iota
	forward
	backward
)

// resolve gives a stretch without a year the year that direction asks for. It
// fails when the article's day is not known.
func (a Anchor) resolve(s stretch, side direction) (stretch, bool) {
	if !s.yearless {
		return s, true
	}
	if !a.Known() {
		return s, false
	}
	best, found := stretch{}, false
	for year := a.day.Year() - 1; year <= a.day.Year()+1; year++ {
		candidate, ok := s.in(year)
		switch {
		case !ok,
			side == forward && candidate.last.Before(a.day),
			side == backward && candidate.first.After(a.day):
			continue
		case !found || a.distance(candidate) < a.distance(best):
			best, found = candidate, true
		}
	}
	return best, found
}

// distance is how far a stretch lies from the article's day.
func (a Anchor) distance(s stretch) time.Duration {
	switch {
	case s.first.After(a.day):
		return s.first.Sub(a.day)
	case s.last.Before(a.day):
		return a.day.Sub(s.last)
	}
	return 0
}

// shift moves a day by n units (D, W, M, Q, Y, T for ten years). A day that the
// month of arrival lacks becomes its last.
func shift(t time.Time, n float64, unit string) time.Time {
	const half = 0.5
	whole := int(n)
	switch unit {
	case "D":
		return t.AddDate(0, 0, whole)
	case "W":
		return t.AddDate(0, 0, weekDays*whole)
	}
	months := int(n*float64(unitMonths[unit]) + half)
	if n < 0 {
		months = int(n*float64(unitMonths[unit]) - half)
	}
	first := date(t.Year(), int(t.Month())+months, 1)
	lastDay := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), lastDay)-1)
}

// unitMonths are the units that are made of months.
var unitMonths = map[string]int{"M": 1, "Q": quarterMonths, "H": halfMonths, "Y": yearMonths, "T": decadeYears * yearMonths}

// around is the unit of the calendar that holds t, n units further on.
func around(t time.Time, n int, unit string) stretch {
	t = shift(t, float64(n), unit)
	switch unit {
	case "D":
		return dayOf(t)
	case "W":
		monday := t.AddDate(0, 0, -int(t.Weekday()+weekDays-1)%weekDays)
		return stretch{first: monday, last: monday.AddDate(0, 0, weekDays-1), precision: Day, fixed: true}
	case "M":
		return monthsOf(t.Year(), int(t.Month()), 1, Month)
	case "Q":
		first := (int(t.Month())-1)/quarterMonths*quarterMonths + 1
		return monthsOf(t.Year(), first, quarterMonths, Quarter)
	case "H":
		first := (int(t.Month())-1)/halfMonths*halfMonths + 1
		return monthsOf(t.Year(), first, halfMonths, Month)
	case "T":
		first := t.Year() / decadeYears * decadeYears
		return yearsOf(first, first+decadeYears-1)
	}
	return yearsOf(t.Year(), t.Year())
}

// part is the beginning, middle or end of a longer stretch.
type part int

const (
	begin part = iota
	middle
	end
)

// narrow takes the part of a stretch that "early", "mid" and "late" mean: of a
// year the first quarter, the two in the middle, the last; of a month its
// tenths; of anything else the thirds in days.
func (s stretch) narrow(p part) stretch {
	whole := s
	out := stretch{precision: Day, fixed: s.fixed, whole: &whole, begin: p == begin, end: p == end}
	days := int(s.last.Sub(s.first).Hours()/24) + 1
	switch {
	case s.precision == Year:
		year := s.first.Year()
		last := s.last.Year()
		out.precision = Quarter
		out.first = []time.Time{s.first, date(year, quarterMonths+1, 1), date(last, yearMonths-quarterMonths+1, 1)}[p]
		out.last = []time.Time{date(year, quarterMonths, 31), date(last, yearMonths-quarterMonths, 30), s.last}[p]
		return out
	case s.precision == Month && days <= 31:
		first := s.first
		out.first = first.AddDate(0, 0, int(p)*thirdOfMonth)
		out.last = []time.Time{first.AddDate(0, 0, thirdOfMonth-1), first.AddDate(0, 0, 2*thirdOfMonth-1), s.last}[p]
		return out
	}
	const thirds = 3
	out.first = s.first.AddDate(0, 0, days*int(p)/thirds)
	out.last = s.first.AddDate(0, 0, max(days*int(p)/thirds, days*(int(p)+1)/thirds-1))
	return out
}
