package ingest

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxNameWords is the most words that the name of a person or outlet has.
const maxNameWords = 6

// nameEnds are the characters that end a name in a byline.
const nameEnds = "|,;•·/(—–\t"

// personName returns the name of a person, or of several joined by a small
// word, at the start of text. It is empty when something else stands there.
func (lex *lexicon) personName(text string) string {
	name := lex.nameAt(text)
	for i, word := range strings.Fields(name) {
		folded := fold(word)
		switch {
		case lex.connectors[folded] && i > 0:
			continue
		case !isNameWord(word), lex.filler[folded], lex.months[folded] > 0:
			return ""
		}
	}
	return name
}

// outletName returns the name of an outlet or agency at the start of text.
func (lex *lexicon) outletName(text string) string {
	if address, ok := webAddress(text); ok {
		return hostOf(address)
	}
	return lex.nameAt(text)
}

// nameAt returns the few words at the start of text that may be a name.
func (lex *lexicon) nameAt(text string) string {
	if date, ok := lex.findDate(text); ok {
		text = text[:date.from]
	}
	if i := strings.IndexAny(text, nameEnds); i >= 0 {
		text = text[:i]
	}
	kept := strings.Fields(text)
	for i := range kept {
		// another byline in the same line: "Author: A B Photo: C"
		if i > 0 && strings.HasSuffix(kept[i], ":") {
			kept = kept[:i]
			break
		}
	}
	name := strings.Trim(strings.Join(kept, " "), " .:-")
	if len(kept) > maxNameWords || !strings.ContainsFunc(name, unicode.IsLetter) {
		return ""
	}
	return name
}

// isNameWord reports whether word has a capital letter in front, has no case,
// or is the name of a site.
func isNameWord(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(first) && unicode.IsLetter(first) || strings.Contains(word, ".")
}

// webAddress returns line if it is nothing but the address of a page.
func webAddress(line string) (string, bool) {
	address := line
	if strings.HasPrefix(address, "www.") {
		address = "https://" + address
	}
	if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
		return "", false
	}
	parsed, err := url.Parse(address)
	if err != nil || !strings.Contains(parsed.Hostname(), ".") || strings.ContainsFunc(line, unicode.IsSpace) {
		return "", false
	}
	return address, true
}

// hostOf returns the host of a web address without "www.".
func hostOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(parsed.Hostname(), "www.")
}
