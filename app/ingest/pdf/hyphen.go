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
	case unicode.IsLetter(before) && unicode.IsLower(first) && (marked && !opensCompound(bare) || !marked && !v.isCompound(bare, next)):
		return append(bare, next...)
	}
	return append(append(bare, '-'), next...)
}

// firstHalves are words that begin compounds written with a hyphen and are no
// part of words written as one.
var firstHalves = setOf("социально", "общественно", "военно", "научно", "учебно", "финансово", "торгово", "культурно", "лечебно",
	"санитарно", "административно", "информационно", "материально", "производственно", "организационно", "строительно", "жилищно",
	"нормативно", "северо", "юго", "южно", "северно", "восточно", "западно", "пресс", "вице", "премьер", "экс", "интернет", "онлайн",
	"бизнес", "топ", "штаб", "кое", "self", "well", "long", "short", "high", "low", "full", "half", "vice",
	"әлеуметтік", "қоғамдық", "сауда", "мәдени", "оқу", "ғылыми", "баспасөз")

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}

// opensCompound reports whether the last word is known to begin compounds.
func opensCompound(bare []byte) bool { return firstHalves[lastWord(bare)] }

// lastWord returns the last word in small letters, empty if there is none.
func lastWord(text []byte) string {
	const enough = 100 // bytes
	ends := word.FindAllString(strings.ToLower(string(text[max(0, len(text)-enough):])), -1)
	if len(ends) == 0 {
		return ""
	}
	return ends[len(ends)-1]
}

// isCompound reports whether the words around a hyphen stand alone elsewhere
// in the file and never as one, or the first is known to begin compounds.
func (v vocabulary) isCompound(bare []byte, next string) bool {
	const shortest = 3
	last := lastWord(bare)
	first := word.FindString(strings.ToLower(next))
	if last == "" || firstHalves[last] {
		return last != ""
	}
	return v[last+first] == 0 && v[last] > 1 && v[first] > 1 && utf8.RuneCountInString(first) > shortest
}
