package period

// between reads "between 2019 and 2022" and "from March to May 2024".
func (r reader) between(i int) (Interval, int) {
	for _, pair := range []struct{ open, join matcher }{{r.w.between, r.w.and}, {r.w.from, r.w.to}, {r.w.since, r.w.to}} {
		_, n := pair.open.Match(r.t, i)
		if n == 0 {
			continue
		}
		if found, taken := r.pair(i+n, pair.join); taken > 0 {
			return found, n + taken
		}
	}
	return Interval{}, 0
}

// pair reads two dates with a joint between them; the first may lack what the
// second names ("from 10 to 12 June 2025").
func (r reader) pair(i int, joint matcher) (Interval, int) {
	first, n := r.stretchOrNumber(i)
	if n == 0 {
		return Interval{}, 0
	}
	_, j := joint.Match(r.t, i+n)
	if j == 0 {
		return Interval{}, 0
	}
	second, m := r.stretchWide(i + n + j)
	if m == 0 {
		return Interval{}, 0
	}
	found, ok := r.join(first, second)
	if !ok {
		return Interval{}, 0
	}
	return found, n + j + m
}

// join makes one interval of its first and last part.
func (r reader) join(first, second stretch) (Interval, bool) {
	last, ok := r.now.resolve(second, nearest)
	if !ok {
		return Interval{}, false
	}
	if first.yearless && first.month == 0 { // the bare day of "10 to 12 June"
		if second.precision != Day {
			return Interval{}, false
		}
		first.month = int(last.first.Month())
	}
	start, ok := first.in(last.first.Year())
	if ok && start.first.After(last.last) && first.yearless {
		start, ok = first.in(last.first.Year() - 1)
	}
	if !ok || start.first.After(last.last) {
		return Interval{}, false
	}
	return Interval{From: start.first, To: last.last, Precision: last.precision, Relation: Span}, true
}

// days reads "10–12 June" and "3 and 4 June".
func (r reader) days(i int) (Interval, int) {
	k := r.skip(i, r.w.at)
	first, n := r.day(k)
	if n == 0 || (!isDash(r.low(k+n)) && !r.w.and.Has(r.low(k+n))) {
		return Interval{}, 0
	}
	second, m := r.dayMonth(k + n + 1)
	if m == 0 {
		return Interval{}, 0
	}
	found, ok := r.join(stretch{yearless: true, day: first, precision: Day}, second)
	if !ok {
		return Interval{}, 0
	}
	return found, k + n + 1 + m - i
}

// dashed reads "March–May 2024".
func (r reader) dashed(i, n int) (Interval, int) {
	if !isDash(r.low(i + n)) {
		return Interval{}, 0
	}
	first, m := r.stretch(i)
	if m == 0 {
		return Interval{}, 0
	}
	second, k := r.stretchWide(i + n + 1)
	if k == 0 {
		return Interval{}, 0
	}
	found, ok := r.join(first, second)
	if !ok {
		return Interval{}, 0
	}
	return found, n + 1 + k
}
