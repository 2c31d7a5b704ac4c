package models

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Keywords are words to look for in texts, in any case. Each finds the words
// that begin with it; "е" also finds "ё".
type Keywords []string

// ParseKeywords reads keywords as a user types them, with white space between.
func ParseKeywords(typed string) Keywords {
	fields := strings.Fields(typed)
	words := make(Keywords, len(fields))
	for i, field := range fields {
		words[i] = string(foldRunes(field))
	}
	return words
}

// NewPhrase is a text to look for as a whole.
func NewPhrase(text string) Keywords {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	return Keywords{string(foldRunes(text))}
}

// foldRunes takes the case and the dots of "ё" away, code point by code point,
// so that places in the folded text are places in the text.
func foldRunes(text string) []rune {
	runes := []rune(text)
	for i, r := range runes {
		if r = unicode.ToLower(r); r == 'ё' {
			r = 'е'
		}
		runes[i] = r
	}
	return runes
}

// Missing returns the keywords that a text does not have, nil when it has all.
// Several texts are asked one after the other with what the one before lacked.
func (k Keywords) Missing(text string) Keywords {
	if len(k) == 0 {
		return nil
	}
	folded := foldRunes(text)
	var missing Keywords
	for _, word := range k {
		if next(folded, []rune(word), 0) < 0 {
			missing = append(missing, word)
		}
	}
	return missing
}

// Find returns where the keywords stand in a text, in code points and in the
// order of the text. Places do not overlap: of two that begin together the
// longer one counts.
func (k Keywords) Find(text string) []Span {
	folded := foldRunes(text)
	var all []Span
	for _, word := range k {
		runes := []rune(word)
		for at := next(folded, runes, 0); at >= 0; at = next(folded, runes, at+1) {
			all = append(all, Span{Start: at, End: at + len(runes)})
		}
	}
	slices.SortFunc(all, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	end := 0
	return slices.DeleteFunc(all, func(s Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// next returns where a word stands at the beginning of a word of the text, at
// from or later; -1 when it does not.
func next(text, word []rune, from int) int {
	for at := from; len(word) > 0 && at+len(word) <= len(text); at++ {
		if text[at] == word[0] && (at == 0 || !inWord(text[at-1]) || !inWord(word[0])) && slices.Equal(text[at:at+len(word)], word) {
			return at
		}
	}
	return -1
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
