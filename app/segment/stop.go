package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fullStop: a single full stop is judged by the word before it.
func fullStop(s *scanner, e *ending) verdict {
	return cutIf(s.endsAtStop(e))
}

// endsAtStop decides about a single full stop with white space behind it.
func (s *scanner) endsAtStop(e *ending) bool {
	if e.at == 0 {
		return false
	}
	w, f := &e.before, &e.after
	last, _ := s.before(e.at)
	switch {
	case markOf(last)&(closer|space) != 0, last == '%':
		return !f.dash || f.upper
	case w.low == "":
		return true
	case isFigures(w.low):
		return s.endsAtFigures(w, f)
	case s.isRomanOrdinal(w, f):
		return false
	case countLetters(w.raw) == 0:
		return true
	}
	s.classify(w)
	if w.single() {
		if v := s.endsAtLetter(w, f); v != undecided {
			return v == cut
		}
	}
	if ends, ok := classRules[w.class]; ok {
		return ends(s, w, f)
	}
	if w.dotted() {
		return !f.digit && (!f.upper || f.opens)
	}
	return s.words.roles[w.low]&isSound != 0 || !w.lacksVowel(f)
}

// dotted reports whether w is an acronym with dots (S.A.T), and no address.
func (w *word) dotted() bool {
	return strings.IndexByte(w.low, '.') > 0 && !strings.ContainsAny(w.low, "@/") && isDotted(w.low)
}

// lacksVowel reports whether w, before the capital of f, is a short word without
// a vowel and no acronym in capitals: an abbreviation that no table has.
func (w *word) lacksVowel(f *following) bool {
	const shortest, longest = 2, 4 // letters
	n := utf8.RuneCountInString(w.low)
	if n < shortest || n > longest || !f.upper || f.opens || f.unicase || countLetters(w.raw) != n {
		return false
	}
	return strings.IndexFunc(w.low, isVowel) < 0 && strings.IndexFunc(w.raw, isNoCapital) >= 0
}

func isNoCapital(r rune) bool { return !unicode.IsUpper(r) }
