package store

import (
	"unicode"

	"glossator/models"
)

// Lengths of a snippet in code points.
const (
	snippetWhole = 260 // a sentence up to this length is shown whole
	snippetLead  = 60  // what is shown before the first match of a longer one
)

const ellipsis = '…'

// snippetOf returns what to show of a sentence, and where its matches are in
// it. A long sentence is cut between words.
func snippetOf(text, marked string) (string, []models.Span) {
	spans := matchesIn(text, marked)
	runes := []rune(text)
	if len(runes) <= snippetWhole {
		return text, spans
	}
	start := 0
	if len(spans) > 0 {
		start = wordStart(runes, min(spans[0].Start-snippetLead, len(runes)-snippetWhole))
	}
	end := wordEnd(runes, start+snippetWhole)
	var cut []rune
	shift := start
	if start > 0 {
		cut = append(cut, ellipsis)
		shift--
	}
	cut = append(cut, runes[start:end]...)
	if end < len(runes) {
		cut = append(cut, ellipsis)
	}
	var kept []models.Span
	for _, span := range spans {
		if span.Start >= start && span.End <= end {
			kept = append(kept, models.Span{Start: span.Start - shift, End: span.End - shift})
		}
	}
	return string(cut), kept
}

// wordStart goes on to where a word starts, 0 or below: the very start.
func wordStart(text []rune, at int) int {
	if at <= 0 {
		return 0
	}
	for i := at; i < min(at+snippetLead, len(text)); i++ {
		if unicode.IsSpace(text[i-1]) {
			return i
		}
	}
	return at
}

// wordEnd goes back to where a word ends, or the whole text.
func wordEnd(text []rune, at int) int {
	if at >= len(text) {
		return len(text)
	}
	for i := at; i > at-snippetLead; i-- {
		if unicode.IsSpace(text[i]) {
			return i
		}
	}
	return at
}
