package workspace

import (
	"unicode"

	"glossator/models"
)

// Kwic is a sentence around a keyword ("key word in context": H. P. Luhn,
// "Key word-in-context index for technical literature", American Documentation
// 11, 1960). The parts joined are the sentence. Without a keyword all of it is
// in Right.
type Kwic struct{ Left, Key, Right string }

// InContext cuts a sentence at a keyword, a place in code points. What lies
// outside the sentence is cut off.
func InContext(sentence string, key models.Span) Kwic {
	runes := []rune(sentence)
	start := min(max(key.Start, 0), len(runes))
	end := min(max(key.End, start), len(runes))
	if start == end {
		return Kwic{Right: sentence}
	}
	return Kwic{Left: string(runes[:start]), Key: string(runes[start:end]), Right: string(runes[end:])}
}

// KeywordOf returns the place by which a sentence stands in the table of all
// annotations, in code points: the first keyword in it, else the first detail
// whose value is words of the sentence. Without either it is empty.
func KeywordOf(sentence string, keywords models.Keywords, details []models.NamedDetail) models.Span {
	if found := keywords.Find(sentence); len(found) > 0 {
		return found[0]
	}
	runes := []rune(sentence)
	for _, detail := range details {
		for _, found := range models.NewPhrase(detail.ValueText).Find(sentence) {
			if !insideNumber(runes, found) {
				return found
			}
		}
	}
	return models.Span{}
}

// insideNumber reports whether a place ends within a number: 21 is no part of
// 2100. Words may go on, as they do where languages inflect.
func insideNumber(sentence []rune, place models.Span) bool {
	return place.End < len(sentence) && unicode.IsDigit(sentence[place.End]) && unicode.IsDigit(sentence[place.End-1])
}
