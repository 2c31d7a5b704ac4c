package quantity

import "strings"

// test decides one kind from a number's neighbours; it may set the unit and
// take further tokens in.
type test func(r reader, q *Quantity) bool

// tests stand in order: the first that fits gives the kind.
var tests = []struct {
	kind Kind
	fits test
}{
	{Percent, reader.isPercent},
	{Points, reader.isPoints},
	{Multiple, reader.isHalfTimes},
	{Multiple, reader.isTimes},
	{Small, reader.isRepeat},
	{Money, reader.isMoney},
	{Rate, reader.isRateBase},
	{Date, reader.isDay},
	{Date, reader.isYear},
	{Age, reader.isAge},
	{ID, reader.isNumbered},
	{Score, reader.isScore},
	{Duration, reader.isDuration},
	{Physical, reader.isPhysical},
}

// classify decides the kind of a plain number.
func (r reader) classify(q Quantity) Quantity {
	for _, t := range tests {
		if t.fits(r, &q) {
			q.Kind = t.kind
			return q
		}
	}
	q.Unit = r.noun(q.To)
	const fewPeople = 9
	if r.isPlain(q) && q.Value <= smallest && (q.Value <= fewPeople || !r.w.people.Has(q.Unit)) {
		q.Kind = Small
	}
	return q
}

// isPlain reports whether the number is one token of digits only.
func (r reader) isPlain(q Quantity) bool {
	first := r.t[q.From]
	return q.To == q.From+1 && first.Number && !strings.ContainsAny(first.Text, ",.")
}

func (r reader) looksLikeYear(q Quantity) bool {
	first := r.t[q.From]
	return r.isPlain(q) && q.Value >= firstYear && q.Value <= lastYear && len(first.Text) == yearDigits
}

func (r reader) isPercent(q *Quantity) bool {
	if _, n := r.w.points.Match(r.t, q.To); n > 0 {
		return false
	}
	_, n := r.w.percent.Match(r.t, q.To)
	if n == 0 {
		return false
	}
	q.To, q.sign = q.To+n, n
	q.Unit = "%"
	if r.low(q.To) == "-" && r.w.numberSuffix.Has(r.low(q.To+1)) {
		q.To, q.sign = q.To+2, n+2 // "30%-ға"
	}
	return true
}

func (r reader) isPoints(q *Quantity) bool {
	_, n := r.w.points.Match(r.t, q.To)
	q.To, q.sign = q.To+n, n
	return n > 0
}

// isHalfTimes reads "two-and-a-half times".
func (r reader) isHalfTimes(q *Quantity) bool {
	want := []string{"-", "and", "-", "a", "-", "half", "times"}
	for k, word := range want {
		if r.low(q.To+k) != word {
			return false
		}
	}
	q.Value += 0.5
	q.To += len(want)
	return true
}

// isTimes reads a factor: "five times more", "five-fold".
func (r reader) isTimes(q *Quantity) bool {
	if r.low(q.To) == "-" && r.low(q.To+1) == "fold" {
		return true
	}
	return r.w.times.Has(r.low(q.To)) && !r.repeats(q.To+1)
}

// isRepeat reads how often something happened, as in "five times".
func (r reader) isRepeat(q *Quantity) bool {
	return r.w.times.Has(r.low(q.To)) && r.repeats(q.To+1)
}

// repeats reports whether what follows "times" ends the phrase.
func (r reader) repeats(i int) bool {
	switch r.low(i) {
	case "", ",", ".", "in", "since":
		return !r.w.singular // Russian "в 3 раза." is a factor
	}
	return false
}

func (r reader) isMoney(q *Quantity) bool {
	for _, side := range []int{q.From - 1, q.To} {
		if code, ok := r.w.currency.Value(r.low(side)); ok {
			q.Unit = code
			return true
		}
	}
	return false
}

// isRateBase reads 100,000 in "per 100,000".
func (r reader) isRateBase(q *Quantity) bool {
	prev := r.low(q.From - 1)
	const leastBase = 5
	if r.w.singular && !isPowerOfTen(q.Value) { // Russian "на" has other uses
		return false
	}
	return r.w.per.Has(prev) || (r.w.everyRate.Has(prev) && q.Value >= leastBase && !r.w.duration.Has(r.low(q.To)))
}

// isDay reads the day of a month, written before or after it.
func (r reader) isDay(q *Quantity) bool {
	if !r.isPlain(*q) {
		return false
	}
	prev, next := r.low(q.From-1), r.low(q.To)
	day := q.Value <= daysInMonth
	switch {
	case r.w.month.Has(prev), day && r.w.month.Has(next):
		return true
	case prev == "," && r.looksLikeYear(*q):
		return true
	case day && next == "-" && r.w.month.Has(r.low(q.To+1)):
		return true
	}
	return (r.w.fractionNext.Has(next) && r.w.month.Has(r.low(q.To+1))) || (r.w.weekday.Has(prev) && day)
}

// isYear takes four digits between 1800 and 2100 for a year, unless a counted
// noun follows.
func (r reader) isYear(q *Quantity) bool {
	next := r.low(q.To)
	if next == "-" {
		next = r.low(q.To + 1)
	}
	return r.looksLikeYear(*q) && (r.w.year.Has(next) || !r.w.people.Has(next))
}

func (r reader) isAge(q *Quantity) bool {
	if _, n := r.w.ageBefore.MatchBefore(r.t, q.From); n > 0 {
		return true
	}
	if _, n := r.w.ageAfter.Match(r.t, q.To); n > 0 {
		return true
	}
	const youngest, oldest = 10, 100
	comma := r.low(q.From-1) == "," && (r.low(q.To) == "," || r.w.and.Has(r.low(q.To)))
	return comma && q.From >= 2 && r.t[q.From-2].Capital && q.Value > youngest && q.Value < oldest && r.isPlain(*q)
}

// isNumbered reads "article 127", "No. 5", "G-20", "127/3".
func (r reader) isNumbered(q *Quantity) bool {
	prev, prev2 := r.low(q.From-1), r.low(q.From-2)
	switch {
	case r.w.before.Has(prev), prev == "#", prev == "№", prev == "/", r.low(q.To) == "/":
		return true
	case prev == "." && r.w.before.Has(prev2):
		return true
	case r.w.after.Has(r.low(q.To)):
		return true
	}
	return prev == "-" && q.From >= 2 && r.t[q.From-2].Capital
}

// isScore reads both halves of "3-2".
func (r reader) isScore(q *Quantity) bool {
	const highest = 20
	if isDash(r.low(q.To)) && q.To+1 < len(r.t) && r.t[q.To+1].Number && q.Value < highest {
		return !r.w.duration.Has(r.low(q.To + 2))
	}
	return isDash(r.low(q.From-1)) && q.From >= 2 && r.t[q.From-2].Number
}

func (r reader) isDuration(q *Quantity) bool {
	next := r.low(q.To)
	if next == "-" {
		next = r.low(q.To + 1)
	}
	if !r.w.duration.Has(next) {
		return false
	}
	q.Unit = next
	return true
}

func (r reader) isPhysical(q *Quantity) bool {
	if !r.w.measure.Has(r.low(q.To)) {
		return false
	}
	q.Unit = r.low(q.To)
	return true
}

// isPowerOfTen reports whether a number is 100, 1,000 and so on.
func isPowerOfTen(value float64) bool {
	for value > hundred {
		value /= ten
	}
	return value == hundred
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" }
