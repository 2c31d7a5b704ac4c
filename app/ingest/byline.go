package ingest

import (
	"strings"
	"unicode"

	"glossator/models"
)

const (
	maxByline     = 200 // code points of a line about the article
	maxPlaceWords = 4   // beside a date: "Astana, Reuters, 6 June 2024"
)

// byline is what a line about the article tells. Any of it may be missing.
type byline struct {
	author, source, url string
	date                stamp
	updated             bool // the date is that of a change
}

// readByline takes a line for one about the article if it opens with a word
// such as "Photo:" or "By", is an address, or consists of a date with at most
// few other words. The first line of a file must be nothing but a date, because
// a title may hold one.
func (lex *lexicon) readByline(p *passage, first bool) (byline, bool) {
	if !p.within(maxByline) || strings.Contains(p.text, "\n") {
		return byline{}, false
	}
	if address, ok := webAddress(p.text); ok {
		return byline{url: address}, true
	}
	if opening, rest, ok := lex.findLead(p.text); ok {
		return lex.readLead(opening, rest)
	}
	if lex.isBareCredit(p) {
		return byline{}, !first
	}
	date, dated := lex.findDate(p.text)
	if !dated {
		return byline{}, !first && lex.isCount(p.text)
	}
	if opening, rest, ok := lex.innerLead(p.text); ok && !first {
		b, ok := lex.readLead(opening, rest)
		b.date = date
		return b, ok
	}
	most := maxPlaceWords
	if first || date.precision == models.PrecisionMonth {
		most = 0 // "Since June 2024" is a heading
	}
	others, named := lex.otherWords(p.text[:date.from] + " " + p.text[date.to:])
	return byline{date: date}, named && len(others) <= most
}

// isBareCredit reports whether a line is nothing but the words for who made the
// picture, as in "Photo by the author".
func (lex *lexicon) isBareCredit(p *passage) bool {
	line := p.fold()
	if !strings.Contains(line, " ") {
		return false // one word is a heading
	}
	for _, lead := range lex.leads {
		if lead.role == roleCredit && lead.phrase == line {
			return true
		}
	}
	return false
}

// readLead reads a line that opens with a lead.
func (lex *lexicon) readLead(opening lead, rest string) (byline, bool) {
	var b byline
	b.date, _ = lex.findDate(rest)
	switch opening.role {
	case roleCredit:
		return b, rest != ""
	case roleAuthor:
		b.author = lex.personName(rest)
		return b, b.author != ""
	case roleSource:
		b.source = lex.outletName(rest)
		b.url, _ = webAddress(rest)
		return b, b.source != "" || b.url != ""
	case roleLink:
		b.url, _ = webAddress(rest)
		return b, b.url != ""
	case roleUpdated, roleDated:
		b.updated = opening.role == roleUpdated
		if inner, after, ok := lex.innerLead(rest); ok && inner.role == roleAuthor {
			b.author = lex.personName(after)
		}
		return b, b.date.value != ""
	}
	return byline{}, false
}

// innerLead returns the first lead in the middle of a line and what follows it,
// as in "6 June 2024 | By our correspondent".
func (lex *lexicon) innerLead(line string) (found lead, rest string, ok bool) {
	for i, r := range line {
		if i == 0 || isWordRune(r) {
			continue
		}
		if found, rest, ok = lex.findLead(line[i:]); ok {
			return found, rest, true
		}
	}
	return lead{}, "", false
}

// isCount reports whether a line is numbers and words about reading, such as
// "1914" or "1 914 views".
func (lex *lexicon) isCount(line string) bool {
	others, _ := lex.otherWords(line)
	return len(others) == 0 && strings.ContainsFunc(line, unicode.IsDigit)
}

// otherWords returns the words of line that are neither numbers nor usual
// beside a date, and whether all of them look like parts of names.
func (lex *lexicon) otherWords(line string) (others []string, named bool) {
	named = true
	for _, word := range strings.FieldsFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '.' && r != '-' && r != '\''
	}) {
		word = strings.Trim(word, ".-'")
		if word == "" || lex.filler[strings.ToLower(strings.ReplaceAll(word, ".", ""))] {
			continue
		}
		others = append(others, word)
		named = named && isNameWord(word)
	}
	return others, named
}
