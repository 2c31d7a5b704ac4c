package period

import (
	"strconv"
	"strings"
)

// integer reads a token of digits only.
func (r reader) integer(i int) (int, bool) {
	if i < 0 || i >= len(r.t) || !r.t[i].Number {
		return 0, false
	}
	n, err := strconv.Atoi(r.t[i].Low)
	return n, err == nil
}

func (r reader) year(i int) (int, bool) {
	n, ok := r.integer(i)
	return n, ok && n >= earliestYear && n <= latestYear && len(r.t[i].Low) == 4
}

// isoDay reads 2024-06-06.
func (r reader) isoDay(i int) (stretch, int) {
	year, okYear := r.year(i)
	month, okMonth := r.integer(i + 2)
	day, okDay := r.integer(i + 4)
	const tokens = 5
	dashes := r.low(i+1) == "-" && r.low(i+3) == "-" && r.adjoined(i+1) && r.adjoined(i+3)
	if !okYear || !okMonth || !okDay || !dashes || day == 0 || !exists(year, month, day) {
		return stretch{}, 0
	}
	return dayOf(date(year, month, day)), tokens
}

// dottedDay reads 06.06.2024, 06.06.24 and 06.2024.
func (r reader) dottedDay(i int) (stretch, int) {
	parts, ok := numbers(r.t[i].Low, ".")
	if !ok {
		return stretch{}, 0
	}
	const dayMonthYear, monthYear, century = 3, 2, 2000
	switch {
	case len(parts) == dayMonthYear && parts[2] < 100 && len(r.t[i].Low) <= len("06.06.24"):
		parts[2] += century
	case len(parts) == monthYear && parts[1] >= earliestYear:
		parts = []int{0, parts[0], parts[1]}
	case len(parts) != dayMonthYear:
		return stretch{}, 0
	}
	day, month, year := parts[0], parts[1], parts[2]
	if year < earliestYear || year > latestYear || !exists(year, month, day) {
		return stretch{}, 0
	}
	n := 1 + r.yearWord(i+1)
	if day == 0 {
		if len(parts) == dayMonthYear && strings.Count(r.t[i].Low, ".") == 2 {
			return stretch{}, 0
		}
		return monthsOf(year, month, 1, Month), n
	}
	return dayOf(date(year, month, day)), n
}

// slashedDay reads 25/11/2025 where only one order is possible; 05/06/2025 is
// left unread, as its order differs between countries.
func (r reader) slashedDay(i int) (stretch, int) {
	parts, ok := numbers(r.t[i].Low, "/")
	const dayMonthYear = 3
	if !ok || len(parts) != dayMonthYear {
		return stretch{}, 0
	}
	day, month, year := parts[0], parts[1], parts[2]
	if month > yearMonths {
		day, month = month, day
	} else if day <= yearMonths && day != month {
		return stretch{}, 0
	}
	if year < earliestYear || year > latestYear || day == 0 || !exists(year, month, day) {
		return stretch{}, 0
	}
	return dayOf(date(year, month, day)), 1
}

func numbers(word, mark string) ([]int, bool) {
	if !strings.Contains(word, mark) {
		return nil, false
	}
	var out []int
	for part := range strings.SplitSeq(word, mark) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil, false
		}
		out = append(out, n)
	}
	return out, true
}
