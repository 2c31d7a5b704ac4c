package ingest

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/models"
)

// describe fills in everything that the document's Text tells. The name is that
// of the file, or empty.
func describe(doc *models.Document, name string) {
	lex := words()
	s := parse(lex, doc.Text)
	doc.Blocks = s.blocks(doc.Text)
	doc.Title = s.title
	if doc.Title == "" {
		doc.Title = s.standInTitle(name)
	}
	doc.Subtitle = s.subtitle
	doc.Byline = s.printedBylines()
	doc.Author = s.author
	for _, b := range s.bylines {
		doc.Author = firstOf(doc.Author, b.author)
		doc.Source = firstOf(doc.Source, b.source)
		doc.URL = firstOf(doc.URL, b.url)
	}
	outlet, dated := s.readDateline()
	doc.Source = firstOf(firstOf(doc.Source, outlet), hostOf(doc.URL))
	published := s.publication(dated)
	doc.PublishedOn, doc.Precision = published.value, published.precision
	doc.Language = Language(s.body(doc.Text))
}

// printedBylines returns the bylines before and after the body as they stand
// there. The credits of pictures inside the body are not about the article.
func (s *structure) printedBylines() string {
	var lines []string
	for i := range s.passages {
		if p := &s.passages[i]; p.kind == models.BlockByline && (i < s.from || i >= s.to) {
			lines = append(lines, p.text)
		}
	}
	return strings.Join(lines, "\n")
}

// readDateline returns the outlet and the date that the first paragraph of the
// body gives.
func (s *structure) readDateline() (outlet string, date stamp) {
	for i := s.from; i < s.to; i++ {
		if p := &s.passages[i]; p.kind == models.BlockParagraph && !p.boilerplate {
			outlet, date = s.lex.dateline(p.text)
			return firstOf(outlet, s.lex.reporter(p.text)), date
		}
	}
	return "", stamp{}
}

// publication returns the date of publication: that of a byline, else that of
// the dateline, else that of a change.
func (s *structure) publication(dateline stamp) stamp {
	var updated stamp
	for _, b := range s.bylines {
		switch {
		case b.date.value == "":
		case !b.updated:
			return b.date
		case updated.value == "":
			updated = b.date
		}
	}
	if dateline.value != "" {
		return dateline
	}
	return updated
}

// body returns the text of the body, or all of it where there is none.
func (s *structure) body(text string) string {
	if s.from == s.to {
		return text
	}
	return text[s.passages[s.from].start:s.passages[s.to-1].end()]
}

// blocks returns the passages as blocks, with their offsets counted in code
// points in one pass over the text.
func (s *structure) blocks(text string) []models.Block {
	blocks := make([]models.Block, len(s.passages))
	bytes, points := 0, 0
	advance := func(to int) int {
		points += utf8.RuneCountInString(text[bytes:to])
		bytes = to
		return points
	}
	for i := range s.passages {
		p := &s.passages[i]
		blocks[i] = models.Block{
			Seq:         i,
			Kind:        p.kind,
			Boilerplate: p.boilerplate,
			StartOff:    advance(p.start),
			EndOff:      advance(p.end()),
		}
	}
	return blocks
}

// standInTitle makes a title for a text that has none: of the file's name if it
// was written by a person, else of the first words.
func (s *structure) standInTitle(name string) string {
	if title := titleOfName(name); title != "" {
		return title
	}
	for i := s.from; i < len(s.passages); i++ {
		if p := &s.passages[i]; !p.boilerplate {
			return opening(oneLine(p.text))
		}
	}
	return name
}

// titleOfName returns the name of a file without its extension, with spaces
// for hyphens and underscores. A name of fewer than two words, such as
// "untitled", "scan0042" or "a-1", is none.
func titleOfName(name string) string {
	const fewest, shortest = 2, 3
	stem := norm.NFC.String(strings.TrimSuffix(name, filepath.Ext(name)))
	parts := strings.FieldsFunc(stem, func(r rune) bool {
		return r == '-' || r == '_' || unicode.IsSpace(r)
	})
	words := 0
	for _, part := range parts {
		if utf8.RuneCountInString(part) >= shortest && strings.ContainsFunc(part, unicode.IsLetter) {
			words++
		}
	}
	if words < fewest {
		return ""
	}
	return strings.Join(parts, " ")
}

// opening returns the first words of text, with an ellipsis where it was cut.
func opening(text string) string {
	const longest = 80 // code points
	points := 0
	for i := range text {
		if points++; points > longest {
			cut := text[:i]
			if space := strings.LastIndexByte(cut, ' '); space > 0 {
				cut = cut[:space]
			}
			return strings.TrimRight(cut, " ,;:–—-") + "…"
		}
	}
	return text
}

func firstOf(known, candidate string) string {
	if known != "" {
		return known
	}
	return candidate
}
