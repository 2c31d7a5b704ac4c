package quantity

import "glossator/app/suggest/token"

const (
	hundred  = 100
	thousand = 1000
	ten      = 10
	smallest = 12 // counts up to here are mere narration unless they count cases
)

// spelled reads a number in words: "twenty-five", "two hundred and fifty
// thousand".
func (r reader) spelled(i int) (Quantity, bool) {
	value, to := r.numberWords(i)
	if to == i {
		return Quantity{}, false
	}
	share := to
	if r.low(share) == "-" {
		share++
	}
	if q, ok := r.fraction(i, share, value); ok && share > i {
		return q, true
	}
	q := Quantity{Kind: Count, Value: value, From: i, To: to}
	if ratio, ok := r.ratio(q); ok {
		return ratio, true
	}
	q = r.classify(q)
	if q.Kind == Count && value <= smallest {
		q.Kind = Small
	}
	return q, true
}

// numberWords adds up the number words from token i on and returns the end.
// Each word must be of a lower order than the one before it, unless a scale
// word stands between; so "five six" is two numbers.
func (r reader) numberWords(i int) (value float64, to int) {
	var total, group, last float64
	to = i
	for k := i; k < len(r.t); {
		text, n := r.w.number.Match(r.t, k)
		number, ok := parse(text)
		if n > 0 && ok && (last == 0 || fitsUnder(number, last)) {
			group, last = group+number, number
			k += n
			to = k
			continue
		}
		if factor, isScale := r.w.scale.Float(r.low(k)); isScale && to > i && len(r.low(k)) > 2 {
			if factor == hundred {
				group *= hundred
			} else {
				total, group = total+group*factor, 0
			}
			last = factor
			k++
			to = k
			continue
		}
		joined := r.low(k) == "-" || (last >= hundred && r.w.and.Has(r.low(k)))
		if to == i || k != to || !joined {
			break
		}
		k++
	}
	return total + group, to
}

// fitsUnder reports whether a number word may follow one of the order of last:
// "five" after "twenty", "fifty" after "hundred".
func fitsUnder(number, last float64) bool {
	switch {
	case last >= thousand:
		return number < thousand
	case last >= hundred:
		return number < hundred
	case last >= 2*ten:
		return number < ten
	case last == ten: // "он бес" is fifteen in Kazakh
		return number < ten
	}
	return false
}

// value reads a bare number in digits or one word at token i.
func (r reader) value(i int) (float64, bool) {
	if i < 0 || i >= len(r.t) {
		return 0, false
	}
	if !r.t[i].Number {
		return r.w.number.Float(r.low(i))
	}
	number, rest, ok := r.numeral(r.low(i))
	return number, ok && rest == ""
}

// ratio reads "one in three", "3 out of 5" and "27 of the 107" from the number
// that q holds.
func (r reader) ratio(q Quantity) (Quantity, bool) {
	_, joint := r.w.of.Match(r.t, q.To)
	ofWhole := joint > 0
	if !ofWhole && !r.w.in.Has(r.low(q.To)) {
		return q, false
	}
	k := q.To + max(joint, 1)
	if ofWhole && r.w.determiner.Has(r.low(k)) {
		k++
	}
	whole, ok := r.value(k)
	const outOf = 2 // tokens
	if !ok || !isWhole(q.Value, whole) || (ofWhole && joint < outOf && !isSizeable(q.Value, whole)) {
		return q, false
	}
	if (!ofWhole && isYearLike(whole)) || r.isDated(k+1) {
		return q, false
	}
	q.To = k + 1
	if ofWhole && q.Value == 1 { // "one of the five members" measures nothing
		q.Kind = Small
		return q, true
	}
	q.Kind, q.Part, q.Whole, q.Value = Ratio, q.Value, whole, q.Value/whole
	q.Unit = r.noun(q.To)
	return q, true
}

// isYearLike reports whether "in" and this number name a year.
func isYearLike(number float64) bool {
	const recent = 1900
	return number > recent && number < lastYear
}

// isDated reports whether token i makes the number before it a date or a
// length of time: "two in 15 days", "one of 3 March".
func (r reader) isDated(i int) bool {
	w := r.low(i)
	return w == "-" || r.w.month.Has(w) || r.w.duration.Has(w)
}

// isWhole reports whether part may be a part of whole.
func isWhole(part, whole float64) bool {
	const largest = 1e6
	return part > 0 && part < whole && whole <= largest
}

// isSizeable keeps "two of four" and "2,000 of 3,000", of which the second is
// often the number of something else, from being a ratio behind a bare "of".
func isSizeable(part, whole float64) bool {
	const smallestWhole = 4
	return whole > smallestWhole && part < thousand
}

// scaleEndsSentence reports whether the full stop at i closes the sentence.
func scaleEndsSentence(t []token.Token, i int) bool { return i == len(t)-1 }

// NumberAt reads a bare number in digits or words at token i and returns how
// many tokens it takes, 0 when none stands there.
func NumberAt(tokens []token.Token, i int, language string) (value float64, n int) {
	r := reader{tokens, wordsFor(language)}
	if i < 0 || i >= len(tokens) {
		return 0, 0
	}
	if tokens[i].Number {
		if value, ok := r.value(i); ok {
			return value, 1
		}
		return 0, 0
	}
	value, to := r.numberWords(i)
	return value, to - i
}
