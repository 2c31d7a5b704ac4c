package period

import "glossator/app/suggest/quantity"

// amount is a length of time: so many units of the calendar.
type amount struct {
	count   float64
	unit    string
	counted bool // a number or an "a" stands before the unit
	plural  bool // no number, but several: "weeks"
}

// sensible keeps absurd counts ("within 5,000 years") out of the calendar.
func (a amount) sensible() bool {
	const most = 200
	return a.count > 0 && a.count <= most
}

// amount reads "six months", "a month" or "weeks" at i.
func (r reader) amount(i int) (found amount, n int) {
	k := r.skip(i, r.w.about)
	count, taken := quantity.NumberAt(r.t, k, r.language)
	found = amount{count: count, counted: taken > 0}
	if taken == 0 {
		_, taken = r.w.one.Match(r.t, k)
		found = amount{count: 1, counted: taken > 0}
	}
	k = r.endings(k + taken)
	if r.low(k) == "-" {
		k++
	}
	found.plural = !found.counted && r.w.years.Has(r.low(k))
	unit, taken := r.w.unit.Match(r.t, k)
	if taken == 0 || unit == "" || !found.sensible() {
		return amount{}, 0
	}
	found.unit = unit
	return found, k + taken - i
}

// single is the value of words behind which one unit needs no count: "over the
// past year".
const single = "one"

// within reads "within six months", "over the next three years" and, without a
// count, "in the coming weeks".
func (r reader) within(i int) (Interval, int) {
	long, n := r.lasting(r.w.within, i)
	switch {
	case n == 0:
		return Interval{}, 0
	case long.plural:
		return Interval{From: r.now.day, Precision: Open, Relation: Deadline}, n
	}
	return Interval{From: r.now.day, To: shift(r.now.day, long.count, long.unit), Precision: Day, Relation: Deadline}, n
}

// past reads "over the last three years".
func (r reader) past(i int) (Interval, int) {
	long, n := r.lasting(r.w.past, i)
	switch {
	case n == 0:
		return Interval{}, 0
	case long.plural:
		return Interval{To: r.now.day, Precision: Open, Relation: Past}, n
	}
	return Interval{From: shift(r.now.day, -long.count, long.unit), To: r.now.day, Precision: Day, Relation: Past}, n
}

// lasting reads words and the length of time that they stand before, which is
// counted, one or several.
func (r reader) lasting(words matcher, i int) (long amount, n int) {
	value, n := words.Match(r.t, i)
	if n == 0 || !r.now.Known() {
		return amount{}, 0
	}
	long, m := r.amount(i + n)
	if m == 0 || !long.plural && !long.counted && value != single {
		return amount{}, 0
	}
	return long, n + m
}

// ago reads "three years ago": the day, month or year that lies so far back.
func (r reader) ago(i int) (Interval, int) {
	long, n := r.amount(i)
	if n == 0 || !r.now.Known() {
		return Interval{}, 0
	}
	for _, turn := range []struct {
		list matcher
		sign float64
	}{{r.w.ago, -1}, {r.w.later, 1}} {
		if _, k := turn.list.Match(r.t, i+n); k > 0 {
			return whole(around(shift(r.now.day, turn.sign*long.count, long.unit), 0, long.unit)), n + k
		}
	}
	return Interval{}, 0
}

// certain is the value of words that count from the article's day on, whatever
// the sentence speaks of.
const certain = "ahead"

// inUnits reads "in six months": ahead or back as the sentence speaks.
func (r reader) inUnits(i int) (Interval, int) {
	sense, n := r.w.inWord.Match(r.t, i)
	if n == 0 || !r.now.Known() {
		return Interval{}, 0
	}
	long, m := r.amount(i + n)
	if m == 0 || (!long.counted && sense != certain) {
		return Interval{}, 0
	}
	there := shift(r.now.day, long.count, long.unit)
	switch {
	case sense == certain:
		return whole(around(there, 0, long.unit)), n + m
	case r.ahead:
		return Interval{From: r.now.day, To: there, Precision: Day, Relation: Deadline}, n + m
	}
	return Interval{From: shift(r.now.day, -long.count, long.unit), To: r.now.day, Precision: Day, Relation: Past}, n + m
}

// unitsWithin reads the postposition: "алты ай ішінде".
func (r reader) unitsWithin(i int) (Interval, int) {
	long, n := r.amount(i)
	if n == 0 || !r.now.Known() {
		return Interval{}, 0
	}
	_, k := r.w.withinAfter.Match(r.t, i+n)
	if k == 0 {
		return Interval{}, 0
	}
	return Interval{From: r.now.day, To: shift(r.now.day, long.count, long.unit), Precision: Day, Relation: Deadline}, n + k
}
