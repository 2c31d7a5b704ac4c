package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isNumeral reports whether r is a decimal digit of any script.
func isNumeral(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// isFigures reports whether s is ASCII digits only.
func isFigures(s string) bool {
	for _, c := range []byte(s) {
		if !isFigure(c) {
			return false
		}
	}
	return s != ""
}

const (
	romanSmall = "ivxlc"
	maxRoman   = 6 // letters of a Roman numeral
)

// isRoman reports whether s, in small letters, may be a Roman numeral.
func isRoman(s string) bool {
	return s != "" && len(s) <= maxRoman && strings.Trim(s, romanSmall) == ""
}

// isRomanCapital reports whether r is a capital of small Roman numerals.
func isRomanCapital(r rune) bool { return r == 'I' || r == 'V' || r == 'X' || r == 'L' }

// isOrdinal reports whether w is an ordinal number ("3. Oktober") in a language
// that writes them with a stop.
func (s *scanner) isOrdinal(w *word, f *following) bool {
	const maxOrdinal = 2 // digits
	return s.words.ordinals && f.upper && len(w.low) <= maxOrdinal && (f.role&isMonth != 0 || !f.opens)
}

// endsAtFigures: a number ends a sentence unless it is an ordinal or the number
// of an item.
func (s *scanner) endsAtFigures(w *word, f *following) bool {
	return !s.isOrdinal(w, f) && !s.marksItem(w)
}

// marksItem reports whether the figure w is the number of an item in the middle
// of a sentence: behind an opening quote, behind a semicolon, or the first
// behind a colon ("Results: 1. Smith; 2. Jones").
func (s *scanner) marksItem(w *word) bool {
	const longest = 2 // digits
	if len(w.low) > longest {
		return false
	}
	switch r, _ := s.before(w.start); {
	case markOf(r)&opener != 0:
		return w.low == "1"
	case markOf(r)&space == 0:
		return false // the score of a match
	}
	token, _ := s.tokenBefore(w.start)
	return strings.HasSuffix(token, ";") || w.low == "1" && strings.HasSuffix(token, ":")
}

// isRomanOrdinal reports whether w is a Roman ordinal ("Ludwig XIV. Bourbon") in
// such a language.
func (s *scanner) isRomanOrdinal(w *word, f *following) bool {
	return s.words.ordinals && f.upper && !f.opens && len(w.low) > 1 && isRoman(w.low) && isCapital(rune(w.raw[0]))
}

// afterFigure reports whether a figure or a Roman numeral stands before w, with
// "million" or the like between, or opens it.
func (s *scanner) afterFigure(w *word) bool {
	token, _ := s.tokenBefore(w.start)
	switch {
	case isFigure(w.raw[0]), isRoman(token), token != "" && isFigure(token[len(token)-1]):
		return true
	}
	return s.words.roles[strings.TrimSuffix(token, ".")]&multiplies != 0
}
