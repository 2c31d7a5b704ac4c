package quantity

import "strings"

// boundOf reads "more than", "some" or "up to" before a number, and the words
// that other languages set behind it. A currency sign may stand between.
func (r reader) boundOf(q Quantity) Bound {
	for _, at := range []int{q.From, q.From - 1} {
		if at < q.From && !r.w.currency.Has(r.low(at)) && !r.w.rangeFrom.Has(r.low(at)) {
			continue
		}
		if value, n := r.w.boundBefore.MatchBefore(r.t, at); n > 0 && !r.reached(at-n-1) {
			return Bound(value)
		}
	}
	if value, n := r.w.boundAfter.Match(r.t, q.To); n > 0 && !r.reached(q.To+n) {
		return Bound(value)
	}
	return BoundNone
}

// reached reports whether token i is a verb of change: "rose to 15" in Russian
// and Kazakh has the word that elsewhere means "up to".
func (r reader) reached(i int) bool { return r.w.reaches.Has(r.low(i)) }

// targetReach is how many tokens may stand between a figure and its quota.
const targetReach = 4

// isTarget reports whether a quota, limit or threshold word belongs to the
// figure: "30% quotas", "a quota of 30 percent", "fines of up to 500".
func (r reader) isTarget(q Quantity) bool {
	if r.w.target.Near(r.t, q.To, q.To+1) {
		return true
	}
	if r.low(q.To) == "-" && r.w.target.Has(r.low(q.To+1)) {
		return true
	}
	for i := q.From - 1; i >= max(0, q.From-targetReach); i-- {
		w := r.low(i)
		if r.w.target.Has(w) {
			return true
		}
		if _, bound := r.w.boundBefore.Match(r.t, i); bound == 0 && !r.w.of.Has(w) && !r.w.boundTail(w) {
			return false
		}
	}
	return false
}

// boundTail reports whether a word ends a bound of two words: "to" of "up to".
func (w *words) boundTail(word string) bool { return w.rangeTo.Has(word) || w.determiner.Has(word) }

// perText returns the base of a rate behind a figure, "per 100,000 live
// births", empty when there is none.
func (r reader) perText(q Quantity) string {
	const reach = 5
	for i := q.To; i < min(len(r.t), q.To+reach); i++ {
		if !r.w.per.Has(r.low(i)) {
			continue
		}
		if _, isNumber := r.value(i + 1); !isNumber {
			return ""
		}
		return r.text(i, r.phraseEnd(i+2))
	}
	return ""
}

// written returns where the figure stands, a sign of money on either side
// included.
func (r reader) written(q Quantity) Span {
	from, to := q.From, q.To
	if q.Kind == Money {
		if r.w.currency.Has(r.low(from - 1)) {
			from--
		}
		if r.w.currency.Has(r.low(to)) {
			to++
		}
	}
	return Span{r.t[from].Start, r.t[to-1].End}
}

// text returns the tokens from i to j with single spaces.
func (r reader) text(i, j int) string {
	words := make([]string, 0, j-i)
	for _, t := range r.t[i:j] {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}
