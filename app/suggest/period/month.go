package period

import (
	"strconv"
	"strings"
)

// day reads the day of a month: 15, 15th, 15-го, 15-ші.
func (r reader) day(i int) (day, n int) {
	if i >= len(r.t) || !r.t[i].Number {
		return 0, 0
	}
	word := strings.TrimRight(r.t[i].Low, "stndrh")
	day, err := strconv.Atoi(word)
	if err != nil || day < 1 || day > 31 {
		return 0, 0
	}
	return day, r.endings(i+1) - i
}

// month reads the name of a month at i.
func (r reader) month(i int) (month, n int) {
	value, n := r.w.month.Match(r.t, i)
	if n == 0 || (r.w.capital && !r.t[i].Capital) {
		return 0, 0
	}
	month, err := strconv.Atoi(value)
	if err != nil {
		return 0, 0
	}
	if r.low(i+n) == "." && len(r.t[i].Low) <= len("sept") && r.t[i].Low != "may" && i+n+1 < len(r.t) {
		n++ // "Sept. 5"
	}
	return month, n
}

// dayMonth reads "15 April 2025", "the 15th of April" and "10–12 June".
func (r reader) dayMonth(i int) (stretch, int) {
	day, n := r.day(i)
	if n == 0 {
		return stretch{}, 0
	}
	k := r.skip(i+n, r.w.filler)
	month, m := r.month(k)
	if m == 0 {
		return stretch{}, 0
	}
	return r.dated(i, k+m, month, day)
}

// dated finishes a day of a month with the year that may follow at k.
func (r reader) dated(i, k, month, day int) (stretch, int) {
	if !exists(0, month, day) {
		return stretch{}, 0
	}
	s := stretch{yearless: true, month: month, day: day, months: 1, precision: Day}
	if day == 0 {
		s.precision = Month
	}
	s, n := r.yearBehind(s, k)
	if _, dated := r.year(k); dated && !s.fixed { // 29 February of a common year
		return stretch{}, 0
	}
	return s, k + n - i
}

// impossible returns how many tokens a day that the calendar does not have
// takes ("31 June 2023"), so that its month and year are not read alone.
func (r reader) impossible(i int) int {
	day, n := r.day(i)
	if n == 0 {
		return 0
	}
	k := r.skip(i+n, r.w.filler)
	month, m := r.month(k)
	year, dated := r.year(k + m)
	if m == 0 || exists(year, month, day) {
		return 0
	}
	if dated {
		m++
	}
	return k + m - i
}

// monthDay reads "April 15, 2025".
func (r reader) monthDay(i int) (stretch, int) {
	month, m := r.month(i)
	if m == 0 {
		return stretch{}, 0
	}
	day, n := r.day(i + m)
	if n == 0 || r.w.unit.Has(r.low(i+m+n)) {
		return stretch{}, 0
	}
	return r.dated(i, i+m+n, month, day)
}

// monthYear reads "April 2025", "April of last year" and a bare "April".
func (r reader) monthYear(i int) (stretch, int) {
	if offset, n := r.turn(i); n > 0 {
		if month, m := r.month(i + n); m > 0 && r.now.Known() {
			return r.turned(month, 1, offset), n + m
		}
	}
	month, m := r.month(i)
	if m == 0 {
		return stretch{}, 0
	}
	return r.dated(i, i+m, month, 0)
}

// quarter reads "the first quarter of 2025", "Q3 2025" and "the second half of
// the year".
func (r reader) quarter(start int) (stretch, int) {
	i := r.skip(start, r.w.filler)
	s, n := r.nthPart(i)
	if n == 0 {
		return stretch{}, 0
	}
	k := i + n
	if dated, taken := r.yearBehind(s, k); taken > 0 {
		return dated, k + taken - start
	}
	if r.w.last.Has(r.low(i)) { // "last quarter" is the one before this
		return stretch{}, 0
	}
	j := r.skip(k, r.w.filler)
	if unit, n := r.w.unit.Match(r.t, j); n > 0 && unit == "Y" && r.now.Known() {
		s, _ = s.in(r.now.day.Year())
		return s, j + n - start
	}
	return s, k - start
}

// nthPart reads the quarter or half-year at i, without its year.
func (r reader) nthPart(i int) (s stretch, n int) {
	number, n := r.nth(i)
	if n == 0 {
		return stretch{}, 0
	}
	unit, m := r.w.half.Match(r.t, i+n)
	if m == 0 && strings.HasPrefix(r.t[i].Low, "q") {
		unit = "Q"
	}
	length := unitMonths[unit]
	if length == 0 {
		return stretch{}, 0
	}
	if r.w.last.Has(r.low(i)) {
		number = yearMonths / length
	}
	if number < 1 || number*length > yearMonths {
		return stretch{}, 0
	}
	precision := Quarter
	if unit == "H" {
		precision = Month
	}
	return stretch{yearless: true, month: (number-1)*length + 1, months: length, precision: precision}, n + m
}

// nth reads "first", "II", "3-й" or "Q3" at i.
func (r reader) nth(i int) (number, n int) {
	word := r.low(i)
	if digits, ok := strings.CutPrefix(word, "q"); ok && len(digits) == 1 {
		number, err := strconv.Atoi(digits)
		if err == nil {
			return number, 1
		}
	}
	if value, ok := r.w.ordinal.Float(word); ok {
		return int(value), 1
	}
	if number, n = r.day(i); n > 0 && number <= 4 {
		return number, n
	}
	return 0, 0
}

// firstMonths reads "the first six months of 2023".
func (r reader) firstMonths(i int) (stretch, int) {
	k := r.skip(i, r.w.filler)
	if first, ok := r.w.ordinal.Float(r.low(k)); !ok || first != 1 {
		return stretch{}, 0
	}
	long, n := r.amount(k + 1)
	if n == 0 || !long.counted || long.unit != "M" || long.count >= yearMonths {
		return stretch{}, 0
	}
	s := stretch{yearless: true, month: 1, months: int(long.count), precision: Month}
	end := k + 1 + n
	dated, taken := r.yearBehind(s, end)
	return dated, end + taken - i
}
