package period

import (
	"glossator/app/suggest/quantity"
	"glossator/app/suggest/token"
)

// reader reads the intervals of one sentence.
type reader struct {
	text     string
	language string
	t        []token.Token
	w        *words
	now      Anchor
	ahead    bool // the sentence speaks of what is to come
	behind   bool // of what has been
}

// matcher is a list of words and phrases.
type matcher interface {
	Match(tokens []token.Token, i int) (string, int)
}

// form reads one kind of expression at token i; n is how many tokens it takes,
// 0 when it is not there.
type form func(r reader, i int) (found Interval, n int)

// forms stand in order: the first that fits is taken.
var forms = []form{
	reader.within, reader.past, reader.between, reader.by, reader.since, reader.from,
	reader.after, reader.ago, reader.inUnits, reader.unitsWithin, reader.days, reader.plain,
}

// Read finds the intervals of a sentence in reading order. The tokens are those
// of [token.Split] of the text; language is a BCP 47 tag. In a language without
// a table only dates in digits are read. Expressions that the calendar does not
// have ("31 June") are left out.
func Read(text string, tokens []token.Token, language string, now Anchor) []Interval {
	w := wordsFor(language)
	r := reader{text: text, language: language, t: tokens, w: w, now: now, ahead: w.future.In(tokens)}
	r.behind = !r.ahead && w.gone.In(tokens)
	var out []Interval
	for i := 0; i < len(tokens); {
		if !r.mayStart(i) {
			i++
			continue
		}
		found, n := r.at(i)
		if n == 0 {
			i += max(1, r.impossible(i))
			continue
		}
		found.Start, found.End = tokens[i].Start, tokens[i+n-1].End
		found.Text = text[found.Start:found.End]
		out = append(out, found)
		i += n
	}
	return out
}

// mayStart reports whether an expression can begin at token i; most tokens are
// passed over by this.
func (r reader) mayStart(i int) bool {
	if r.t[i].Number || r.w.starters.Has(r.low(i)) {
		return true
	}
	_, n := quantity.NumberAt(r.t, i, r.language)
	return n > 0
}

func (r reader) at(i int) (Interval, int) {
	for _, f := range forms {
		if found, n := f(r, i); n > 0 {
			return found, n
		}
	}
	return Interval{}, 0
}

func (r reader) low(i int) string { return token.Low(r.t, i) }

// skip returns the index behind an optional word of the list at i.
func (r reader) skip(i int, lists ...matcher) int {
	for _, list := range lists {
		if _, n := list.Match(r.t, i); n > 0 {
			i += n
		}
	}
	return i
}

// endings returns the index behind a case ending that a hyphen parts from its
// number, in languages that write so.
func (r reader) endings(k int) int {
	if r.w.suffixed && r.low(k) == "-" && k+1 < len(r.t) && !r.t[k+1].Number && r.adjoined(k) {
		return k + 2
	}
	return k
}

// adjoined reports whether the tokens around k stand without spaces.
func (r reader) adjoined(k int) bool {
	return k > 0 && k+1 < len(r.t) && r.t[k-1].End == r.t[k].Start && r.t[k].End == r.t[k+1].Start
}

// plain reads a date with nothing or an "in" before it, and the postpositions
// of languages that set them behind.
func (r reader) plain(i int) (Interval, int) {
	k := r.skip(i, r.w.at)
	s, n := r.stretch(k)
	if n == 0 && k > i {
		s, n = r.stretchWide(k)
	}
	if n == 0 {
		return Interval{}, 0
	}
	if found, m := r.postposed(s, k+n); m > 0 {
		return found, k + n + m - i
	}
	if found, m := r.dashed(k, n); m > 0 {
		return found, k + m - i
	}
	side := nearest
	if r.behind {
		side = backward
	}
	s, ok := r.now.resolve(s, side)
	if !ok {
		return Interval{}, 0
	}
	return whole(s), k + n - i
}

func whole(s stretch) Interval {
	return Interval{From: s.first, To: s.last, Precision: s.precision, Relation: At}
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" }
