package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/models"
)

const (
	maxTitle   = 250 // code points
	maxHeading = 100 // code points
	maxCredit  = 100 // code points of a photo credit inside the article
	titleLines = 3   // of a title in a hard-wrapped file
)

// structure finds out what the passages of an article are.
type structure struct {
	lex      *lexicon
	passages []passage
	title    string
	folded   string // the title, to find its repeats
	subtitle string
	author   string
	bylines  []byline
	from, to int  // the passages of the body
	entitled bool // a passage says itself that it is the title
}

// parse works from both ends to the middle: what stands before and after the
// body is easier to tell than what the body is.
func parse(lex *lexicon, text string) *structure {
	s := &structure{lex: lex, passages: passages(text)}
	s.to = len(s.passages)
	s.readFront()
	s.readEnd()
	s.readBody()
	return s
}

// readFront marks the title, its repeats, the subtitle and the bylines. It
// stops at the first passage that is none of them.
func (s *structure) readFront() {
	for ; s.from < s.to; s.from++ {
		if !s.isFront(s.from) {
			return
		}
	}
}

func (s *structure) isFront(i int) bool {
	p := &s.passages[i]
	switch {
	case s.isApart(p), s.isByline(p, s.title == ""):
	case p.kind == models.BlockSubtitle:
		s.subtitle = strings.TrimSpace(s.subtitle + "\n" + oneLine(p.text))
	case s.title == "" && s.mayBeTitle(p) && s.hasBodyAfter(i):
		p.kind, s.title, s.folded = models.BlockTitle, oneLine(p.text), p.fold()
	case s.title != "" && s.standsBeforeByline(i):
		s.readSecondLine(p)
	default:
		return false
	}
	return true
}

// mayBeTitle reports whether a passage without a title before it may be one. A
// file that marks its title has no other.
func (s *structure) mayBeTitle(p *passage) bool {
	switch p.kind { //nolint:exhaustive // the rest is set as something else
	case models.BlockTitle:
		return true
	case models.BlockHeading:
		return !s.entitled && p.within(maxTitle)
	case models.BlockParagraph:
		return !s.entitled && isTitle(p)
	}
	return false
}

// readSecondLine reads what stands between the title and a byline: the name of
// the author, or else the subtitle.
func (s *structure) readSecondLine(p *passage) {
	const fewest, most = 2, 3
	words := len(strings.Fields(p.text))
	if name := s.lex.personName(p.text); name == p.text && words >= fewest && words <= most && s.author == "" {
		p.kind, s.author = models.BlockByline, name
		return
	}
	p.kind = models.BlockSubtitle
	s.subtitle = strings.TrimSpace(s.subtitle + "\n" + oneLine(p.text))
}

// readEnd marks what stands after the body.
func (s *structure) readEnd() {
	front := len(s.bylines)
	for s.to > s.from {
		p := &s.passages[s.to-1]
		if !s.isApart(p) && !s.isByline(p, false) {
			break
		}
		s.to--
	}
	slices.Reverse(s.bylines[front:]) // into reading order
}

// isApart marks a passage that is no part of the article: a repeat of the title
// or boilerplate.
func (s *structure) isApart(p *passage) bool {
	switch {
	case s.repeatsTitle(p):
		p.kind, p.boilerplate = models.BlockTitle, true
	case s.lex.isBoilerplate(p):
		p.boilerplate = true
	}
	return p.boilerplate
}

// isByline marks a passage that tells something about the article.
func (s *structure) isByline(p *passage, first bool) bool {
	if p.kind == models.BlockTableRow || p.kind == models.BlockListItem {
		return false // figures in a table look like dates and counts of views
	}
	b, ok := s.lex.readByline(p, first)
	if !ok {
		return false
	}
	p.kind = models.BlockByline
	s.bylines = append(s.bylines, b)
	return true
}

func (s *structure) repeatsTitle(p *passage) bool {
	return s.title != "" && p.within(maxTitle) && p.fold() == s.folded
}

// hasBodyAfter reports whether more follows than the page around an article: a
// text of one passage is body and not a title.
func (s *structure) hasBodyAfter(i int) bool {
	words := s.passages[i].fold()
	for j := i + 1; j < len(s.passages); j++ {
		p := &s.passages[j]
		if _, ok := s.lex.readByline(p, false); ok || s.lex.isBoilerplate(p) {
			continue
		}
		if !p.within(maxTitle) || p.fold() != words {
			return true
		}
	}
	return false
}

// standsBeforeByline reports whether passage i is short and the next one a
// byline with a date or an author.
func (s *structure) standsBeforeByline(i int) bool {
	if i+1 >= len(s.passages) || !isTitle(&s.passages[i]) {
		return false
	}
	b, ok := s.lex.readByline(&s.passages[i+1], false)
	return ok && (b.date.value != "" || b.author != "")
}

// isTitle reports whether a passage is short and ends like a title: without a
// full stop, comma, colon or semicolon.
func isTitle(p *passage) bool {
	if !p.within(maxTitle) || strings.Count(p.text, "\n") >= titleLines || bulletOf(p.text) != "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.text, `"'”’»)]`))
	return !strings.ContainsRune(".,:;։。،؛", last) && strings.ContainsFunc(p.text, unicode.IsLetter)
}

// oneLine joins the lines of a wrapped passage.
func oneLine(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimFunc(lines[i], isBlank)
	}
	return strings.Join(lines, " ")
}
