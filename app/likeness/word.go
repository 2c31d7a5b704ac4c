package likeness

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Place is a stretch of a text in code points, end exclusive.
type Place struct{ Start, End int }

// Word is a run of letters and digits of a text.
type Word struct {
	Place

	Text string // folded: two words that count as the same have the same text
}

// Words returns the words of a text in their order. Signs between them are
// left out. Folded are the case, the dots of "ё", marks that are written apart
// from their letter (Unicode NFKC) and what nobody sees, such as a soft hyphen.
func Words(text string) []Word {
	var words []Word
	at, start, from := 0, -1, 0 // in code points, in code points, in bytes
	end := func(to int) {
		if start >= 0 {
			if folded := fold(text[from:to]); folded != "" {
				words = append(words, Word{Place: Place{Start: start, End: at}, Text: folded})
			}
			start = -1
		}
	}
	for i, r := range text {
		switch inside := inWord(r); {
		case inside && start < 0:
			start, from = at, i
		case !inside:
			end(i)
		}
		at++
	}
	end(len(text))
	return words
}

// inWord reports whether a rune belongs to a word. An unseen one, such as a
// soft hyphen, does not end it.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}

func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case r == 'ё' || r == 'Ё':
			return 'е'
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(word))
}
