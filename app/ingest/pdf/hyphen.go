package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word finds words.
var word = regexp.MustCompile(`[\p{L}\p{M}]+`)

// vocabulary counts the words of a file, to tell a broken word from a compound.
type vocabulary map[string]int

func vocabularyOf(lines []line) vocabulary {
	words := vocabulary{}
	for i := range lines {
		for _, found := range word.FindAllString(strings.ToLower(lines[i].text), -1) {
			words[found]++
		}
	}
	return words
}

// hyphens end a line in the middle of a word.
const hyphens = "-\u2010"

// join adds a line to a paragraph, in place. Where a word was broken it is
// mended: at a break that PDFium marked, or at a hyphen before a small letter,
// unless both halves stand alone elsewhere and the whole does not.
func (v vocabulary) join(paragraph []byte, next string, marked bool) []byte {
	bare := paragraph
	last, size := utf8.DecodeLastRune(paragraph)
	hyphen := strings.ContainsRune(hyphens, last)
	if hyphen {
		bare = paragraph[:len(paragraph)-size]
	}
	before, _ := utf8.DecodeLastRune(bare)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case !hyphen && !marked, !unicode.IsLetter(before) && !marked:
		return append(append(paragraph, ' '), next...)
	case unicode.IsLetter(before) && unicode.IsLower(first) && (marked || !v.isCompound(bare, next)):
		return append(bare, next...)
	}
	return append(append(bare, '-'), next...)
}

// isCompound reports whether the words around a hyphen stand alone elsewhere
// in the file and never as one.
func (v vocabulary) isCompound(bare []byte, next string) bool {
	const shortest, enough = 3, 100
	end := strings.ToLower(string(bare[max(0, len(bare)-enough):]))
	ends := word.FindAllString(end, -1)
	first := word.FindString(strings.ToLower(next))
	if len(ends) == 0 {
		return false
	}
	last := ends[len(ends)-1]
	return v[last+first] == 0 && v[last] > 1 && v[first] > 1 && utf8.RuneCountInString(first) > shortest
}
