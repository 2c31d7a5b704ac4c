package ingest

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// compose makes a document of a manuscript whose format is known.
func compose(from source, m manuscript.Manuscript) models.Document {
	if m.Text != "" {
		return composeText(from, m)
	}
	doc := models.Document{URL: strings.TrimSpace(m.URL)}
	s := &structure{lex: words()}
	title := ""
	if m.Curated && !bringsTitle(m) {
		title = manuscript.Line(m.Title)
		s.title, s.folded = title, fold(title)
	}
	doc.Text, s.passages = lay(title, m.Blocks)
	if title != "" {
		s.from = 1
	}
	s.to = len(s.passages)
	s.entitled = s.hasTitleBlock()
	s.sortPage()
	s.readUnmarked()
	s.adoptTitle()
	doc.Blocks = s.blocks(doc.Text)
	if doc.Title = s.title; doc.Title == "" {
		doc.Title = firstOf(titleProperty(m.Title), s.standInTitle(from.name))
	}
	s.report(&doc, m)
	return doc
}

// bringsTitle reports whether the title stands among the first blocks of the
// text, and marks it there.
func bringsTitle(m manuscript.Manuscript) bool {
	const first = 8
	title := fold(manuscript.Line(m.Title))
	for i := range min(len(m.Blocks), first) {
		if block := &m.Blocks[i]; title != "" && fold(block.Text) == title {
			block.Kind = models.BlockTitle
			return true
		}
	}
	return false
}

// composeText makes a document of plain text that came with fields, as in a
// table: the text stays as it is, so that offsets into the column are offsets
// into the article.
func composeText(from source, m manuscript.Manuscript) models.Document {
	doc := models.Document{Text: clean(m.Text), URL: m.URL}
	lex := words()
	s := parse(lex, doc.Text)
	doc.Blocks = s.blocks(doc.Text)
	if doc.Title = firstOf(manuscript.Line(m.Title), s.title); doc.Title == "" {
		doc.Title = s.standInTitle(from.name)
	}
	s.report(&doc, m)
	return doc
}

// clean returns text from a field in the form of the package comment. What
// cannot stand in a text, such as a NUL, is left out.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' {
			return -1
		}
		return r
	}, lineFeeds(strings.ToValidUTF8(text, "")))
	return norm.NFC.String(strings.TrimPrefix(text, "\uFEFF"))
}

// report fills in what the manuscript and the lines of the text tell. Fields
// that were written for readers go before the lines, properties of an office
// file after them.
func (s *structure) report(doc *models.Document, m manuscript.Manuscript) {
	if m.Curated {
		doc.Author, doc.Source = manuscript.Line(m.Author), manuscript.Line(m.Source)
	}
	doc.Subtitle = s.subtitle
	doc.URL = firstOf(doc.URL, s.printedURL())
	s.complete(doc)
	doc.Byline = s.printedBylines()
	if doc.Author == "" && s.isPerson(manuscript.Line(m.Author)) {
		doc.Author = manuscript.Line(m.Author)
	}
	doc.Source = firstOf(doc.Source, hostOf(doc.URL))
	if date := s.lex.readPublished(m.Published); date.value != "" {
		doc.PublishedOn, doc.Precision = date.value, date.precision
	}
	doc.Language = languageOf(m.Language, s.body(doc.Text))
}

// printedURL returns the address that a line about the article gives.
func (s *structure) printedURL() string {
	for _, b := range s.bylines {
		if b.url != "" {
			return b.url
		}
	}
	return ""
}

// isPerson reports whether the author that an office file names is a person:
// most files name a computer, a company, or "User".
func (s *structure) isPerson(name string) bool {
	const fewest = 2
	return len(strings.Fields(name)) >= fewest && s.lex.personName(name) == name
}

// hasTitleBlock reports whether the file says itself which block is the title.
func (s *structure) hasTitleBlock() bool {
	for i := s.from; i < len(s.passages); i++ {
		if s.passages[i].kind == models.BlockTitle {
			return true
		}
	}
	return false
}

// readUnmarked looks for headings, lists and quotes among the paragraphs that
// nobody marked as such: most people write a heading as a short bold line.
func (s *structure) readUnmarked() {
	for i := s.from; i < s.to; i++ {
		p := &s.passages[i]
		if p.kind != models.BlockParagraph || p.boilerplate {
			continue
		}
		switch {
		case s.isListItem(i):
			p.kind = models.BlockListItem
		case isQuote(p.text):
			p.kind = models.BlockQuote
		case s.isHeading(i):
			p.kind = models.BlockHeading
		}
	}
}

// adoptTitle takes the title from the block that says it is one, where it does
// not stand in front.
func (s *structure) adoptTitle() {
	for i := s.from; s.title == "" && i < len(s.passages); i++ {
		if p := &s.passages[i]; p.kind == models.BlockTitle && !p.boilerplate {
			s.title, s.folded = p.text, p.fold()
		}
	}
}

// emptyTitles begin the titles that programs write into files on their own.
var emptyTitles = []string{"microsoft word", "microsoft powerpoint", "untitled", "document", "документ", "без имени", "құжат"}

// titleProperty returns the title among the properties of a file if a person
// wrote it: it has two words and is not the name of a file or a program.
func titleProperty(title string) string {
	title = manuscript.Line(title)
	folded := fold(title)
	last := title[strings.LastIndexByte(title, ' ')+1:]
	isEmpty := slices.ContainsFunc(emptyTitles, func(empty string) bool { return startsWith(folded, empty) })
	if isEmpty || !strings.Contains(folded, " ") || strings.Contains(strings.TrimRight(last, "."), ".") {
		return ""
	}
	return title
}

// readPublished reads the date in a field for it, which may be less than a
// day.
func (lex *lexicon) readPublished(written string) stamp {
	if date, ok := lex.findDate(written); ok {
		return date
	}
	value, err := models.ParseDate(written)
	if err != nil {
		return stamp{}
	}
	precisions := map[int]models.Precision{
		len("2006"): models.PrecisionYear, len("2006-01"): models.PrecisionMonth, len("2006-01-02"): models.PrecisionDay,
	}
	precision, ok := precisions[len(value)]
	if !ok {
		return stamp{}
	}
	return stamp{value: value, precision: precision}
}
