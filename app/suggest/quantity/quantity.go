// Package quantity reads the numbers of a sentence: what each is, its value,
// range, bound, unit and the noun it counts, and, where it measures nothing,
// why not (a date, an age, the number of an article, a score, a threshold). It
// reads digits in every language and number words, units and neighbours in the
// languages that have a table.
//
// The tuple of value, bound, unit and counted noun follows CQE (Almasian et al.
// 2023, "CQE: A Comprehensive Quantity Extractor").
package quantity

import (
	"cmp"

	"glossator/app/suggest/token"
)

// Quantity is one mention of a number.
type Quantity struct {
	Kind     Kind
	Value    float64 // of a ratio or fraction: the share, 0 to 1
	ValueTo  float64 // the upper end when Range is set
	Range    bool    // "between 10 and 20"
	Part     float64 // of a ratio: 27 in "27 of the 107", else 0
	Whole    float64 // of a ratio: 107
	Bound    Bound
	Unit     string // the counted noun, "%", or the ISO 4217 code of the money
	PerText  string // of a rate, its base: "per 100,000 live births"
	Target   bool   // a quota, limit or threshold
	sign     int    // how many of its tokens are a unit sign
	From, To int    // tokens of the number, To exclusive; signs of money stand outside
	OfThem   bool   // "74 of them": a part of what was counted before
	Figure   Span   // the number alone, as written
	Written  Span   // with its signs of money and per cent
	Counted  Span   // what is counted, with its qualifiers; may be empty
}

// Span is a part of the sentence in byte offsets, End exclusive.
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Reason says why the number is no quantity; empty for a quantity.
func (q Quantity) Reason() string {
	if q.Target {
		return "a threshold or target"
	}
	return reasons[q.Kind]
}

// reader reads the numbers of one sentence.
type reader struct {
	t []token.Token
	w *words
}

// Read finds every number of a sentence and says what it is. The tokens are
// those of [token.Split]; language is a BCP 47 tag.
func Read(tokens []token.Token, language string) []Quantity {
	r := reader{tokens, wordsFor(language)}
	var out []Quantity
	for i := 0; i < len(tokens); {
		q, ok := r.rangeAt(i)
		if !ok {
			q, ok = r.at(i)
		}
		if !ok {
			i++
			continue
		}
		q = r.complete(q)
		out = append(out, q)
		i = q.To
	}
	return out
}

func (r reader) low(i int) string { return token.Low(r.t, i) }

// complete fills what depends on the surroundings of a number.
func (r reader) complete(q Quantity) Quantity {
	q.Bound = cmp.Or(r.boundOf(q), q.Bound)
	q.Target = r.isTarget(q)
	q.PerText = r.perText(q)
	q.Written = r.written(q)
	q.Figure = Span{r.t[q.From].Start, r.t[max(q.From, q.To-1-q.sign)].End}
	_, them := r.w.them.Match(r.t, q.To)
	q.OfThem = them > 0
	q.Counted = r.counted(q)
	return q
}

// at reads the number that starts at token i.
func (r reader) at(i int) (Quantity, bool) {
	w := r.low(i)
	if r.t[i].Number {
		return r.digits(i), true
	}
	if q, ok := r.every(i); ok {
		return q, true
	}
	if r.w.vague.Has(w) {
		return r.vague(i)
	}
	if r.w.often.Has(w) && r.w.perOften.Has(r.low(i+1)) {
		return Quantity{}, false // twice a year
	}
	if factor, ok := r.w.multiple.Float(w); ok {
		return Quantity{Kind: Multiple, Value: factor, From: i, To: i + 1}, true
	}
	if q, ok := r.fraction(i, i, 1); ok {
		return q, true
	}
	return r.spelled(i)
}

// vague reads "hundreds of people"; only the unit is known.
func (r reader) vague(i int) (Quantity, bool) {
	after := i + 1
	if r.w.vagueNext.Has(r.low(after)) {
		after++
	} else if !r.w.vagueAlone.Has(r.low(i)) {
		return Quantity{}, false
	}
	return Quantity{Kind: Vague, Bound: BoundVague, From: i, To: i + 1, Unit: r.noun(after)}, true
}

// fraction reads the share word at i, as in "a third of"; from is where the
// whole figure starts and n how many such shares it takes ("two thirds").
func (r reader) fraction(from, i int, n float64) (Quantity, bool) {
	value, length := r.w.fraction.Match(r.t, i)
	share, ok := parse(value)
	if length == 0 || !ok {
		return Quantity{}, false
	}
	after := i + length
	if r.w.ordinal.Has(r.low(from-1)) && n == 1 { // the first quarter of the year
		return Quantity{Kind: Date, Value: share, From: from, To: after}, true
	}
	next := r.low(after)
	if r.w.fractionNext.Has(next) || n > 1 {
		return Quantity{Kind: Fraction, Value: n * share, From: from, To: after, Unit: r.noun(after + 1)}, true
	}
	if r.w.fractionAlone.Has(r.low(i)) || length > 1 {
		return Quantity{Kind: Fraction, Value: n * share, From: from, To: after, Unit: r.noun(after)}, true
	}
	return Quantity{}, false
}

// every reads "every fifth" as one in five, in languages that write it so.
func (r reader) every(i int) (Quantity, bool) {
	if !r.w.every.Has(r.low(i)) {
		return Quantity{}, false
	}
	nth, ok := r.w.ordinal.Float(r.low(i + 1))
	if !ok || nth <= 1 || r.w.duration.Has(r.low(i+2)) {
		return Quantity{}, false
	}
	return Quantity{Kind: Ratio, Value: 1 / nth, From: i, To: i + 2, Unit: r.noun(i + 2)}, true
}
