package period

import (
	"strconv"
	"strings"

	"glossator/app/suggest/quantity"
)

// yearWord returns how many tokens "года", "г." or "жылы" take at i.
func (r reader) yearWord(i int) int {
	_, n := r.w.year.Match(r.t, i)
	if n > 0 && len([]rune(r.low(i))) == 1 && r.low(i+n) == "." {
		n++
	}
	return n
}

// yearBehind gives a date without a year the one that follows: "2025", ", 2025",
// "of 2025", "this year". It returns how many tokens that takes.
func (r reader) yearBehind(s stretch, i int) (stretch, int) {
	k := i
	if r.low(k) == "," {
		k++
	}
	k = r.skip(k, r.w.filler)
	if year, ok := r.year(k); ok {
		if dated, fits := s.in(year); fits {
			return dated, k + 1 + r.yearWord(k+1) - i
		}
		return s, 0
	}
	if year, n := r.thisYear(k); n > 0 {
		if dated, fits := s.in(year); fits {
			return dated, k + n - i
		}
	}
	return s, 0
}

// thisYear reads "this year", "прошлого года" or "биыл".
func (r reader) thisYear(i int) (year, n int) {
	if !r.now.Known() {
		return 0, 0
	}
	if value, n := r.w.relativeYear.Match(r.t, i); n > 0 {
		offset, err := strconv.Atoi(value)
		if err == nil {
			return r.now.day.Year() + offset, n
		}
	}
	offset, n := r.turn(i)
	if n == 0 {
		return 0, 0
	}
	unit, m := r.w.unit.Match(r.t, i+n)
	if m == 0 || unit != "Y" {
		return 0, 0
	}
	return r.now.day.Year() + offset, n + m
}

// decade reads "the 1990s" and "1990-х".
func (r reader) decade(i int) (stretch, int) {
	first, ok := strings.CutSuffix(r.t[i].Low, "s")
	year, err := strconv.Atoi(first)
	n := 1
	if !ok || err != nil {
		year, ok = r.year(i)
		if !ok || r.low(i+1) != "-" || !r.w.decade.Has(r.low(i+2)) {
			return stretch{}, 0
		}
		n = 3 + r.yearWord(i+3)
	}
	if year%decadeYears != 0 || year < earliestYear || year > latestYear {
		return stretch{}, 0
	}
	return yearsOf(year, year+decadeYears-1), n
}

// yearSpan reads "2022–2024" and "2023/24".
func (r reader) yearSpan(i int) (stretch, int) {
	if parts, ok := numbers(r.t[i].Low, "/"); ok && len(parts) == 2 && parts[0] >= earliestYear && parts[0] <= latestYear {
		const century = 100
		if parts[1] == (parts[0]+1)%century || parts[1] == parts[0]+1 {
			return yearsOf(parts[0], parts[0]+1), 1 + r.yearWord(i+1)
		}
	}
	first, ok := r.year(i)
	if !ok || !isDash(r.low(i+1)) {
		return stretch{}, 0
	}
	last, ok := r.year(i + 2)
	if !ok || last <= first {
		return stretch{}, 0
	}
	const tokens = 3
	return yearsOf(first, last), tokens + r.yearWord(i+tokens)
}

// namedYear reads a year with the word for it: "2024 года", "2024-жылы", "the
// year 2030".
func (r reader) namedYear(i int) (stretch, int) {
	year, ok := r.year(i)
	if unit, n := r.w.unit.Match(r.t, i); !ok && unit == "Y" {
		if year, ok = r.year(i + n); ok {
			return yearsOf(year, year), n + 1
		}
		return stretch{}, 0
	}
	if !ok {
		return stretch{}, 0
	}
	k := i + 1
	if r.low(k) == "-" && r.yearWord(k+1) > 0 {
		k++
	} else {
		k = r.endings(k)
	}
	n := r.yearWord(k)
	if n == 0 {
		return stretch{}, 0
	}
	return yearsOf(year, year), k + n - i
}

// bareYear reads four digits behind a preposition, unless they count
// something.
func (r reader) bareYear(i int) (stretch, int) {
	year, ok := r.year(i)
	if !ok {
		return stretch{}, 0
	}
	for _, q := range quantity.Read(r.t[i:min(len(r.t), i+3)], r.language) {
		if q.From == 0 && q.Kind != quantity.Date && q.Kind != quantity.Ratio {
			return stretch{}, 0
		}
	}
	return yearsOf(year, year), r.endings(i+1) - i
}

// yearFirst reads the order of Kazakh: "2025 жылғы 15 сәуір", "2025 жылдың
// сәуірі", and of ISO-like text: "2025 April".
func (r reader) yearFirst(i int) (stretch, int) {
	year, ok := r.year(i)
	n := 1
	if !ok {
		if year, n = r.thisYear(i); n == 0 {
			return stretch{}, 0
		}
	} else {
		n += r.yearWord(i + 1)
	}
	k := i + n
	if n == 1 && ok {
		return stretch{}, 0
	}
	for _, part := range []shape{reader.dayMonth, reader.monthYear, reader.quarter, reader.bareSeason} {
		s, m := part(r, k)
		if m == 0 || s.fixed {
			continue
		}
		if dated, fits := s.in(year); fits {
			return dated, n + m
		}
	}
	if p, m := r.edgeWord(k, r.w.beginAfter, r.w.middleAfter, r.w.endAfter); m > 0 {
		return yearsOf(year, year).narrow(p), n + m
	}
	return stretch{}, 0
}
