package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsAtLetter decides about a single letter: an initial, the words "I" and "я",
// an unknown abbreviation. It passes on letters that a table has.
func (s *scanner) endsAtLetter(w *word, f *following) verdict {
	last, _ := utf8.DecodeLastRuneInString(w.raw)
	switch {
	case unicode.IsUpper(last):
		return cutIf(s.endsAtCapital(w, f))
	case w.low == "я":
		return cut
	case w.class == ordinary:
		return cutIf(f.opens)
	}
	return undecided
}

// maxParticle is the most letters of an opener that may as well be a particle of
// a name.
const maxParticle = 2

// endsAtCapital decides about a capital by itself: an initial ends no sentence
// before a name, "Plan B." does before an opener.
func (s *scanner) endsAtCapital(w *word, f *following) bool {
	token, capital := s.tokenBefore(w.start)
	named := token != "" && capital
	switch {
	case w.low == "i" && token != "" && !capital && !strings.HasSuffix(token, "."): // you and I.
		return true
	case f.digit:
		return false
	case f.symbol():
		return f.open || !f.dash && !named
	case !f.opens:
		return false
	}
	particle := utf8.RuneCountInString(f.word) <= maxParticle && f.role&speaks == 0
	return !particle || !named || utf8.RuneCountInString(token) <= maxParticle
}
