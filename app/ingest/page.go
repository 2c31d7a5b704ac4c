package ingest

import (
	"strings"
	"unicode/utf8"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/webpage"
	"glossator/models"
)

// The formats of pages from the web, as a document names them.
const (
	formatPage    = "html"
	formatArchive = "mhtml"
)

// blockGap stands between two blocks of a text that is made of blocks.
const blockGap = "\n\n"

// readPage reads a web page that was saved as one file or fetched.
func readPage(from source, data []byte) (models.Document, error) {
	page, err := webpage.Read(data, webpage.Origin{Address: from.address, Label: from.label})
	if err != nil {
		return models.Document{}, manuscript.Named(from.subject, err)
	}
	doc := pageDocument(page, from)
	doc.Format, doc.MediaType = formatPage, "text/html"
	return doc, nil
}

// pageDocument makes a document of a page.
func pageDocument(page webpage.Page, from source) models.Document {
	doc := models.Document{
		Title:    manuscript.Line(page.Title),
		Subtitle: manuscript.Line(page.Subtitle),
		Author:   manuscript.Line(page.Author),
		Source:   manuscript.Line(page.Source),
		URL:      page.URL,
		Encoding: page.Encoding,
	}
	s := &structure{lex: words(), title: doc.Title, folded: fold(doc.Title)}
	doc.Text, s.passages = lay(doc.Title, withoutTitle(page.Blocks, s.folded))
	if doc.Title != "" {
		s.from = 1
	}
	s.to = len(s.passages)
	s.setMenuApart()
	s.sortPage()
	doc.Blocks = s.blocks(doc.Text)
	if doc.Title = s.title; doc.Title == "" {
		doc.Title = s.standInTitle(from.name)
	}
	doc.Subtitle = firstOf(doc.Subtitle, s.subtitle)
	s.complete(&doc)
	s.datePage(&doc, &page)
	doc.Language = languageOf(page.Language, s.body(doc.Text))
	doc.Notices = noticesOf(page, from)
	if s.isWalled() {
		doc.Notices = append(doc.Notices, models.Textf(
			"%s asks to subscribe or to log in for the rest: what was read may be only the beginning of the article. "+
				"Open it in a browser, save the whole page and import that.", from.subject))
	}
	return doc
}

// datePage takes the date of the page over. Where that is a guess and a line
// about the article says the same, or more, it is none any longer.
func (s *structure) datePage(doc *models.Document, page *webpage.Page) {
	date := s.lex.readPublished(page.Published)
	switch {
	case date.value == "":
		page.Guessed = false
	case page.Guessed && strings.HasPrefix(doc.PublishedOn, date.value):
		page.Guessed = false
	default:
		doc.PublishedOn, doc.Precision = date.value, date.precision
	}
}

// isWalled reports whether the page asks the reader to pay or to log in for the
// rest of the article.
func (s *structure) isWalled() bool {
	for i := range s.passages {
		if p := &s.passages[i]; p.boilerplate && s.lex.walls.in(p.fold()) {
			return true
		}
	}
	return false
}

// noticesOf says what somebody should look at.
func noticesOf(page webpage.Page, from source) (notices []models.Text) {
	if page.Whole {
		notices = append(notices, models.Textf(
			"%s is too large or too strange a page to tell the article from what stands around it; all of its text was taken. "+
				"Edit the document to set apart what is no part of the article.", from.subject))
	}
	if page.Guessed {
		notices = append(notices, models.Textf(
			"The date of publication of %s is a guess: it was found in the text. Edit the document if it is another one.", from.subject))
	}
	return notices
}

// withoutTitle leaves out the heading that is the title, which stands above the
// text already.
func withoutTitle(blocks []manuscript.Block, title string) []manuscript.Block {
	if title != "" && len(blocks) > 1 && blocks[0].Kind == models.BlockHeading && fold(blocks[0].Text) == title {
		return blocks[1:]
	}
	return blocks
}

// lay joins the title and the blocks to a text.
func lay(title string, blocks []manuscript.Block) (string, []passage) {
	if title != "" {
		blocks = append([]manuscript.Block{{Kind: models.BlockTitle, Text: title}}, blocks...)
	}
	var text strings.Builder
	passages := make([]passage, len(blocks))
	for i, block := range blocks {
		if i > 0 {
			text.WriteString(blockGap)
		}
		passages[i] = passage{
			text: block.Text, start: text.Len(), width: utf8.RuneCountInString(block.Text), gap: true, kind: block.Kind,
		}
		text.WriteString(block.Text)
	}
	return text.String(), passages
}

// setMenuApart sets apart what stands above the headline on the page, if it is
// nothing but words without a sentence: a menu, or the name of the section.
func (s *structure) setMenuApart() {
	const deepest, longest = 12, 60 // blocks, code points of one
	for i := s.from; i < min(s.to, s.from+deepest); i++ {
		p := &s.passages[i]
		if s.repeatsTitle(p) {
			for j := s.from; j < i; j++ {
				s.passages[j].boilerplate = true
			}
			return
		}
		if !p.within(longest) || !isTitle(p) {
			return
		}
	}
}

// sortPage tells what stands around the article from the article. The page has
// said already which blocks are headings, quotes and items of lists.
func (s *structure) sortPage() {
	s.readFront()
	s.readDeck()
	s.readEnd()
	s.setTeasersApart()
	for i := s.from; i < s.to; i++ {
		p := &s.passages[i]
		if !s.isApart(p) && (p.kind == models.BlockParagraph || p.kind == models.BlockCaption) && s.isCredit(p) {
			p.kind = models.BlockByline
		}
	}
}

// readDeck takes a heading right under the title for the subtitle, if it is as
// long as a sentence and text follows.
func (s *structure) readDeck() {
	const fewestWords = 6
	if s.title == "" || s.from+1 >= s.to {
		return
	}
	p, next := &s.passages[s.from], &s.passages[s.from+1]
	if p.kind == models.BlockHeading && next.kind == models.BlockParagraph && len(strings.Fields(p.text)) >= fewestWords {
		p.kind, s.subtitle = models.BlockSubtitle, firstOf(s.subtitle, p.text)
		s.from++
	}
}

// setTeasersApart sets the headings of other articles apart: those that come
// one after the other, and those at the end, with nothing below them.
func (s *structure) setTeasersApart() {
	const fewest = 4 // of a title, a section and a heading in it there may be three
	for from := s.from; from < s.to; from++ {
		to := from
		for to < s.to && s.passages[to].kind == models.BlockHeading {
			to++
		}
		if to < s.to && to-from < fewest {
			from = to
			continue
		}
		if to < s.to {
			to-- // the last one heads what follows
		}
		for ; from < to; from++ {
			s.passages[from].boilerplate = true
		}
	}
}

// complete fills in what the page's metadata left open from the lines of the
// text.
func (s *structure) complete(doc *models.Document) {
	doc.Author = firstOf(doc.Author, s.author)
	for _, b := range s.bylines {
		doc.Author = firstOf(doc.Author, b.author)
		doc.Source = firstOf(doc.Source, b.source)
	}
	doc.Byline = firstOf(doc.Author, s.printedBylines())
	outlet, dated := s.readDateline()
	doc.Source = firstOf(doc.Source, outlet)
	published := s.publication(dated)
	doc.PublishedOn, doc.Precision = published.value, published.precision
}
