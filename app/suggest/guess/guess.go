// Package guess proposes the details of a label from the words of one sentence:
// the figures of a statistic, the deadline of a commitment, the speaker of a
// claim. Every guess says where it comes from. Fields are named as in the
// codebook.
package guess

import (
	"strings"

	"glossator/app/suggest/lexicon"
	"glossator/app/suggest/period"
	"glossator/app/suggest/quantity"
	"glossator/app/suggest/rule"
	"glossator/app/suggest/token"
)

// Detail is the guessed value of one field.
type Detail struct {
	Field      string // key in the codebook
	Row        int    // from 0, for repeating fields
	Text       string // as written, or the key of a choice
	Start, End int    // byte offsets of what it was read from, End exclusive; both 0 when it is a default
	Number     *float64
	ISO        string // ISO 8601 date or interval
}

// reader guesses the details of one sentence.
type reader struct {
	s       *rule.Sentence
	t       []token.Token
	w       *words
	now     period.Anchor
	periods []period.Interval
	out     []Detail
}

// guesser fills the details of one label.
type guesser func(r *reader)

// guessers are the labels whose details can be guessed, by their keys.
var guessers = map[string]guesser{
	"statistic":  (*reader).statistic,
	"commitment": (*reader).commitment,
	"claim":      (*reader).claim,
}

// Details guesses the details of a label; none for a label that it does not
// know. Relative dates are resolved against now.
func Details(label string, s *rule.Sentence, now period.Anchor) []Detail {
	fill, ok := guessers[label]
	if !ok {
		return nil
	}
	r := &reader{
		s: s, t: s.Tokens, w: wordsFor(s.Language), now: now,
		periods: period.Read(s.Text, s.Tokens, s.Language, now),
	}
	fill(r)
	return r.out
}

func (r *reader) low(i int) string { return token.Low(r.t, i) }

// span is a range of tokens, to exclusive.
type span struct{ from, to int }

func (s span) empty() bool { return s.to <= s.from }

// text adds a detail that is a part of the sentence; an empty span adds none.
func (r *reader) text(field string, at span) {
	if at.empty() {
		return
	}
	start, end := r.t[at.from].Start, r.t[at.to-1].End
	r.out = append(r.out, Detail{Field: field, Text: r.s.Text[start:end], Start: start, End: end})
}

// choice adds a detail that is a key of a choice, read from the tokens at.
func (r *reader) choice(field, key string, at span) {
	if key == "" {
		return
	}
	d := Detail{Field: field, Text: key}
	if !at.empty() {
		d.Start, d.End = r.t[at.from].Start, r.t[at.to-1].End
	}
	r.out = append(r.out, d)
}

// number adds a detail in digits that keeps its wording.
func (r *reader) number(field string, row int, value float64, at quantity.Span) {
	r.out = append(r.out, Detail{
		Field: field, Row: row, Text: r.s.Text[at.Start:at.End], Start: at.Start, End: at.End, Number: &value,
	})
}

// date adds a detail that is an interval.
func (r *reader) date(field string, i period.Interval) {
	r.out = append(r.out, Detail{Field: field, Text: i.Text, Start: i.Start, End: i.End, ISO: i.ISO()})
}

// find returns the value of the first entry of a list within a span, and where
// it stands.
func (r *reader) find(list *lexicon.Words, within span) (value string, at span) {
	for i := within.from; i < within.to; i++ {
		if value, n := list.Match(r.t, i); n > 0 {
			return value, span{i, min(i+n, len(r.t))}
		}
	}
	return "", span{}
}

func (r *reader) all() span { return span{0, len(r.t)} }

// has reports where a list has an entry in the sentence; empty when nowhere.
func (r *reader) has(list *lexicon.Words) span {
	_, at := r.find(list, r.all())
	return at
}

// keyed adds the choice that a list gives for the words of a span.
func (r *reader) keyed(field string, list *lexicon.Words, within span) {
	value, at := r.find(list, within)
	r.choice(field, value, at)
}

// trimmed takes signs and leading adverbs off a span.
func (r *reader) trimmed(s span) span {
	for !s.empty() {
		if _, n := r.w.lead.Match(r.t, s.from); n > 0 {
			s.from += n
			continue
		}
		if !isSign(r.low(s.from)) {
			break
		}
		s.from++
	}
	for !s.empty() && isSign(r.low(s.to-1)) {
		s.to--
	}
	return s
}

func isSign(word string) bool {
	const signs = ",.;:!?()[]{}\"'“”„«»…—–-"
	return strings.Contains(signs, word)
}
