package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// classRule decides whether a full stop behind the abbreviation w ends the
// sentence when f follows.
type classRule func(s *scanner, w *word, f *following) bool

// classRules has the rule of every class but the ordinary.
var classRules = map[class]classRule{
	title:    endsAtTitle,
	general:  endsAtGeneral,
	hour:     endsAtHour,
	number:   endsAtNumber,
	quantity: endsAtQuantity,
	era:      endsAtEra,
	amount:   endsAtAmount,
	unit:     endsAtUnit,
	clause:   endsAtClause,
	month:    endsAtMonth,
	lead:     endsAtLead,
}

// How much of a sentence must stand before an abbreviation that may end it.
const (
	someWords = 2
	timeWords = 4 // "At about 5 a.m." has said but a time
	longWords = 5
)

func endsAtTitle(*scanner, *word, *following) bool { return false }

func endsAtGeneral(_ *scanner, _ *word, f *following) bool {
	return f.opens || f.symbol() && f.open
}

// endsAtNumber: "No. 7", "Art. XII", "Fig. A" go on; "The answer was no." ends, as
// the Latin ones are words too.
func endsAtNumber(_ *scanner, w *word, f *following) bool {
	first, _ := utf8.DecodeRuneInString(w.low)
	letters := utf8.RuneCountInString(w.low)
	single := utf8.RuneCountInString(f.word) == 1
	switch {
	case f.digit, f.symbol() && !f.open:
		return false
	case isRoman(f.word) && (f.acronym || single) && f.word != "i":
		return false
	case single && !f.opens && letters <= maxLabelled:
		return false
	case letters == 1, strings.ContainsAny(w.low, "№§"), unicode.Is(unicode.Cyrillic, first):
		return f.opens
	}
	return true
}

// maxLabelled is the most letters of an abbreviation that may hold a letter as
// its number (fig. A).
const maxLabelled = 3

// endsAtQuantity: a year, a counted thing. Behind its figure a capital opens a
// sentence when the one so far is long enough to be one.
func endsAtQuantity(s *scanner, w *word, f *following) bool {
	if f.upper && !f.opens && !f.dash && s.afterFigure(w) {
		return s.wordsSoFar(w.start) >= longWords && !s.sinceComma(w)
	}
	return endsAtEra(s, w, f)
}

// sinceComma reports whether nothing but a date that a preposition opens stands
// between the last comma and w, as in "По плану, в I кв. 2024 г. ВВП вырос".
func (s *scanner) sinceComma(w *word) bool {
	const mostWords = 4
	end := w.start
	for range mostWords {
		token, _ := s.tokenBefore(end)
		end = s.skipBack(end, s.start) - len(token)
		if token == "" || end < s.start || strings.HasSuffix(token, ",") {
			return false
		}
		if s.words.roles[token]&timing != 0 {
			before, _ := s.tokenBefore(end)
			return strings.HasSuffix(before, ",")
		}
	}
	return false
}

// endsAtEra: a century, or a Kazakh year, which stands before its noun: only an
// opener ends the sentence.
func endsAtEra(s *scanner, w *word, f *following) bool {
	switch {
	case f.digit, f.dash && !f.open, w.single() && !s.afterFigure(w):
		return false
	case f.upper:
		return f.opens && !f.dash && s.wordsSoFar(w.start) >= someWords
	}
	return true
}

func endsAtAmount(_ *scanner, _ *word, f *following) bool { return f.opens }

// endsAtUnit: no name follows a unit of measure, so any capital opens a sentence.
// Without a figure it is another abbreviation (см. is "see").
func endsAtUnit(s *scanner, w *word, f *following) bool {
	switch {
	case s.words.roles[w.low]&isSound != 0 && !s.afterFigure(w): // Ha.
		return true
	case !s.afterFigure(w):
		return f.opens && !w.single() && s.wordsSoFar(w.start) > 0
	case f.digit, f.dash:
		return f.opens
	}
	return true
}

func endsAtClause(s *scanner, w *word, f *following) bool {
	if f.digit {
		return s.wordsSoFar(w.start) >= longWords
	}
	return f.upper || !f.dash
}

// endsAtMonth: English months count with their capital only or behind a figure,
// as "sat" and "mar" are words too. Russian ones stand behind the day, so any
// capital opens a sentence.
func endsAtMonth(s *scanner, w *word, f *following) bool {
	first, _ := utf8.DecodeRuneInString(w.raw)
	cyrillic := unicode.Is(unicode.Cyrillic, first)
	if !unicode.IsUpper(first) && !cyrillic && !s.afterFigure(w) {
		return true
	}
	return !f.digit && (f.opens || f.symbol() || cyrillic && !f.open && s.afterFigure(w))
}

// endsAtLead: at the head of a sentence the note follows.
func endsAtLead(s *scanner, w *word, f *following) bool {
	return s.skip(s.start, opener) != w.start && endsAtGeneral(s, w, f)
}
