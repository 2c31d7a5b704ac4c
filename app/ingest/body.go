package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/models"
)

// bullets begin the items of a list; they need white space after them.
const bullets = "•‣◦▪▫●○■□◆·*-–—"

// dashes are bullets too, but in Russian they also open a line of dialogue.
const dashes = "–—"

// readBody tells headings, list items, quotes and inserts from paragraphs.
func (s *structure) readBody() {
	for i := s.from; i < s.to; i++ {
		p := &s.passages[i]
		switch {
		case s.isApart(p):
		case s.isCredit(p):
			p.kind = models.BlockByline
		case s.isListItem(i):
			p.kind = models.BlockListItem
		case isQuote(p.text):
			p.kind = models.BlockQuote
		case s.isHeading(i):
			p.kind = models.BlockHeading
		}
	}
}

// isCredit reports whether a passage of the body is the credit of a picture.
func (s *structure) isCredit(p *passage) bool {
	if !p.within(maxCredit) {
		return false
	}
	opening, rest, ok := s.lex.findLead(p.text)
	return ok && opening.role == roleCredit && rest != ""
}

// isHeading reports whether passage i is a short line without a stop, opened by
// a capital or digit, with a longer passage that ends like prose below it.
func (s *structure) isHeading(i int) bool {
	p := &s.passages[i]
	if i+1 >= s.to || !p.within(maxHeading) || !isTitle(p) || strings.Contains(p.text, "\n") {
		return false
	}
	if strings.Contains(p.text, "? ") || strings.Contains(p.text, "! ") {
		return false // two sentences
	}
	first, _ := utf8.DecodeRuneInString(p.text)
	if unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return false
	}
	next := &s.passages[i+1]
	return !isTitle(next) && len(next.text) > len(p.text) || bulletOf(next.text) != ""
}

// isListItem reports whether passage i opens with a bullet. A dash counts only
// in a list: after a line that ends with a colon, or after an item with a dash.
func (s *structure) isListItem(i int) bool {
	bullet := bulletOf(s.passages[i].text)
	if bullet == "" || !strings.Contains(dashes, bullet) {
		return bullet != ""
	}
	if i == s.from {
		return false
	}
	before := &s.passages[i-1]
	return strings.HasSuffix(before.text, ":") ||
		before.kind == models.BlockListItem && bulletOf(before.text) == bullet
}

// bulletOf returns the bullet that opens text, or a number of at most two
// digits, or a letter, with a full stop or bracket; empty if there is none.
func bulletOf(text string) string {
	mark, _, found := strings.Cut(text, " ")
	if !found {
		return ""
	}
	const longest = 3 // "12."
	first, size := utf8.DecodeRuneInString(mark)
	if strings.ContainsRune(bullets, first) && size == len(mark) {
		return mark
	}
	number, closed := strings.CutSuffix(mark, ")")
	if !closed {
		number, closed = strings.CutSuffix(mark, ".")
	}
	if closed && len(mark) <= longest && number != "" && strings.Trim(number, "0123456789") == "" {
		return mark
	}
	return ""
}

// isQuote reports whether all of text is one quotation.
func isQuote(text string) bool {
	pairs := map[rune]string{'«': "»", '“': "”", '„': "“”", '"': `"`}
	if rest, ok := strings.CutPrefix(text, "> "); ok {
		return rest != ""
	}
	first, size := utf8.DecodeRuneInString(text)
	closing, ok := pairs[first]
	if !ok {
		return false
	}
	inner := strings.TrimRight(text[size:], ".!?…,")
	last, lastSize := utf8.DecodeLastRuneInString(inner)
	return strings.ContainsRune(closing, last) && !strings.ContainsAny(inner[:len(inner)-lastSize], closing)
}
