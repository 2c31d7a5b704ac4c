package period

import (
	"strconv"
)

// turn reads "this", "next" or "last": how many units from now.
func (r reader) turn(i int) (offset, n int) {
	for offset, list := range []matcher{r.w.last, r.w.this, r.w.next} {
		if _, n := list.Match(r.t, i); n > 0 {
			return offset - 1, n
		}
	}
	return 0, 0
}

// turned is the last, this year's or next month or season of that name.
func (r reader) turned(month, months, offset int) stretch {
	year := r.now.day.Year()
	here := monthsOf(year, month, months, Month)
	switch {
	case offset < 0 && !here.last.Before(r.now.day):
		year--
	case offset > 0 && !here.first.After(r.now.day):
		year++
	}
	return monthsOf(year, month, months, Month)
}

// relative reads "today", "this year", "last month" and "биыл".
func (r reader) relative(i int) (stretch, int) {
	if !r.now.Known() {
		return stretch{}, 0
	}
	if value, n := r.w.day.Match(r.t, i); n > 0 {
		offset, err := strconv.Atoi(value)
		if err != nil {
			return stretch{}, 0
		}
		return dayOf(r.now.day.AddDate(0, 0, offset)), n
	}
	if value, n := r.w.relativeYear.Match(r.t, i); n > 0 {
		offset, err := strconv.Atoi(value)
		if err != nil {
			return stretch{}, 0
		}
		return around(r.now.day, offset, "Y"), n
	}
	offset, n := r.turn(i)
	if n == 0 {
		return stretch{}, 0
	}
	unit, m := r.w.unit.Match(r.t, i+n)
	if m == 0 || unit == "" || unit == "D" { // "the last day" is no yesterday
		return stretch{}, 0
	}
	s := around(r.now.day, offset, unit)
	if p, k := r.edgeWord(i+n+m, r.w.beginAfter, r.w.middleAfter, r.w.endAfter); k > 0 {
		return s.narrow(p), n + m + k
	}
	return s, n + m
}

// weekday reads "Saturday" as the nearest past one, "next Monday" as the next.
func (r reader) weekday(i int) (stretch, int) {
	offset, n := r.turn(i)
	value, m := r.w.weekday.Match(r.t, i+n)
	if m == 0 || !r.now.Known() || (r.w.capital && !r.t[i+n].Capital) {
		return stretch{}, 0
	}
	wanted, err := strconv.Atoi(value)
	if err != nil {
		return stretch{}, 0
	}
	back := (int(r.now.day.Weekday()) - wanted + 2*weekDays) % weekDays
	switch {
	case offset > 0, n == 0 && r.ahead:
		return dayOf(r.now.day.AddDate(0, 0, weekDays-back)), n + m
	case offset < 0 && back == 0:
		back = weekDays
	}
	return dayOf(r.now.day.AddDate(0, 0, -back)), n + m
}

// seasonYear reads "spring 2025", "this summer" and "the summer of last year".
func (r reader) seasonYear(i int) (stretch, int) {
	offset, n := r.turn(i)
	month, m := r.season(i + n)
	if m == 0 {
		return stretch{}, 0
	}
	if n > 0 {
		if !r.now.Known() {
			return stretch{}, 0
		}
		return r.turned(month, quarterMonths, offset), n + m
	}
	s := stretch{yearless: true, month: month, months: quarterMonths, precision: Month}
	s, taken := r.yearBehind(s, i+m)
	if taken == 0 {
		return stretch{}, 0
	}
	return s, m + taken
}

func (r reader) season(i int) (month, n int) {
	value, n := r.w.season.Match(r.t, i)
	if n == 0 {
		return 0, 0
	}
	month, err := strconv.Atoi(value)
	if err != nil {
		return 0, 0
	}
	return month, n
}

// bareSeason reads "spring" behind a preposition.
func (r reader) bareSeason(i int) (stretch, int) {
	month, n := r.season(i)
	if n == 0 {
		return stretch{}, 0
	}
	return stretch{yearless: true, month: month, months: quarterMonths, precision: Month}, n
}

// seasonAlone reads a case form that means "in summer" by itself.
func (r reader) seasonAlone(i int) (stretch, int) {
	if !r.w.inSeason.Has(r.low(i)) {
		return stretch{}, 0
	}
	return r.bareSeason(i)
}

// bareUnit reads "the year" behind a preposition or an edge: the current one.
func (r reader) bareUnit(i int) (stretch, int) {
	unit, n := r.w.unit.Match(r.t, i)
	if n == 0 || unit == "" || unit == "D" || !r.now.Known() || r.w.years.Has(r.low(i)) {
		return stretch{}, 0
	}
	return around(r.now.day, 0, unit), n
}
