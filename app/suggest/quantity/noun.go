package quantity

import (
	"slices"
	"strings"
)

// nounReach is how many tokens behind a number its noun may stand.
const nounReach = 5

// noun guesses the head of the counted noun: the last plural-looking word
// before a stop word, or a word known to be counted.
func (r reader) noun(i int) string {
	best := ""
	for k := i; k < min(len(r.t), i+nounReach); k++ {
		w := r.t[k].Low
		switch {
		case r.isWorkTime(k):
			k += 2
		case best == "" && (r.w.fractionNext.Has(w) || r.w.determiner.Has(w)):
			continue
		case r.endsNoun(w):
			return best
		case r.w.people.Has(w):
			return w
		case best == "", !r.w.singular && strings.HasSuffix(w, "s"):
			best = w
		}
	}
	return best
}

// isWorkTime sees the "full-time" of "full-time jobs".
func (r reader) isWorkTime(k int) bool {
	w := r.low(k)
	return r.low(k+1) == "-" && (w == "full" || w == "part")
}

// endsNoun reports whether a word cannot be part of a counted noun.
func (r reader) endsNoun(w string) bool {
	return r.w.stop.Has(w) || r.w.pronoun.Has(w) || isSign(w)
}

// isSign reports whether a token is punctuation.
func isSign(w string) bool {
	const signs = ",.;:()[]-–—\"“”«»!?%"
	return strings.Contains(signs, w)
}

// counted finds the phrase that names what is counted: "victims of human
// trafficking" behind 192, "foreign citizens" behind "74 of them are".
func (r reader) counted(q Quantity) Span {
	if q.Reason() != "" && q.Kind != Small && !q.Target {
		return Span{}
	}
	from := q.To
	if _, n := r.w.boundAfter.Match(r.t, from); n > 0 {
		from += n
	}
	if _, n := r.w.them.Match(r.t, from); n > 0 {
		return r.complement(from + n)
	}
	if q.Kind != Count && q.Kind != Small && r.w.fractionNext.Has(r.low(from)) {
		from++
	}
	for r.w.determiner.Has(r.low(from)) {
		from++
	}
	if to := r.phraseEnd(from); to > from {
		return Span{r.t[from].Start, r.t[to-1].End}
	}
	return r.amongSpan(q)
}

// complement reads what a part is said to be: "of them [are] foreign citizens".
func (r reader) complement(i int) Span {
	for r.w.be.Has(r.low(i)) || r.w.adverb.Has(r.low(i)) || isDash(r.low(i)) {
		i++
	}
	if to := r.phraseEnd(i); to > i {
		return Span{r.t[i].Start, r.t[to-1].End}
	}
	return Span{}
}

// amongSpan reads the group before a figure: "among young women reached 18.6%".
func (r reader) amongSpan(q Quantity) Span {
	const reach = 12
	for i := q.From - 1; i >= max(0, q.From-reach); i-- {
		if !r.w.among.Has(r.low(i)) {
			continue
		}
		if to := min(r.phraseEnd(i+1), q.From); to > i+1 {
			return Span{r.t[i+1].Start, r.t[to-1].End}
		}
	}
	return Span{}
}

// phraseReach is the longest counted phrase in tokens.
const phraseReach = 10

// phraseEnd returns where the noun phrase that starts at token i ends: before
// a stop word other than "of", a sign other than a hyphen, a number or a verb.
func (r reader) phraseEnd(i int) int {
	end := i
	for k := i; k < min(len(r.t), i+phraseReach); k++ {
		w := r.t[k].Low
		if k > i && r.linksNouns(w) {
			continue
		}
		if r.t[k].Number || r.endsNoun(w) || (k > i && (r.w.verb.Has(w) || r.endsPhrase(w))) {
			break
		}
		end = k + 1
		if r.w.headFinal && r.w.people.Has(w) {
			break
		}
	}
	return end
}

// linksNouns reports whether a word may stand inside a counted phrase.
func (r reader) linksNouns(w string) bool {
	return w == "-" || r.w.fractionNext.Has(w) || r.w.determiner.Has(w)
}

// endsPhrase reports whether a word behind a noun looks like its verb or
// participle.
func (r reader) endsPhrase(w string) bool {
	const shortest = 4
	return len(w) > shortest && slices.ContainsFunc(r.w.verbEnding, func(ending string) bool { return strings.HasSuffix(w, ending) })
}
