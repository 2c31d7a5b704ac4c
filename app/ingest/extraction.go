package ingest

import "glossator/models"

// Extraction is a document as other programs read it: what `glossator extract`
// prints. Fields are never left out, so that a script need not ask.
type Extraction struct {
	Title      string           `json:"title"`
	Subtitle   string           `json:"subtitle"`
	Byline     string           `json:"byline"`
	Author     string           `json:"author"`
	Published  string           `json:"published"` // ISO 8601, as precise as precision says
	Precision  models.Precision `json:"precision"`
	Site       string           `json:"site"`
	Language   string           `json:"language"` // BCP 47, or empty
	URL        string           `json:"url"`
	Paragraphs []Paragraph      `json:"paragraphs"`
}

// Paragraph is one block of an [Extraction], in reading order.
type Paragraph struct {
	Text        string           `json:"text"` // on one line, also where the file is hard-wrapped
	Kind        models.BlockKind `json:"kind"`
	Boilerplate bool             `json:"boilerplate"`
}

// Extract returns the document as other programs read it.
func Extract(doc models.Document) Extraction {
	extraction := Extraction{
		Title:      doc.Title,
		Subtitle:   doc.Subtitle,
		Byline:     doc.Byline,
		Author:     doc.Author,
		Published:  doc.PublishedOn,
		Precision:  doc.Precision,
		Site:       doc.Source,
		Language:   doc.Language,
		URL:        doc.URL,
		Paragraphs: make([]Paragraph, len(doc.Blocks)),
	}
	text := []rune(doc.Text)
	for i, block := range doc.Blocks {
		extraction.Paragraphs[i] = Paragraph{
			Text:        oneLine(string(text[block.StartOff:block.EndOff])),
			Kind:        block.Kind,
			Boilerplate: block.Boilerplate || restates(doc, block),
		}
	}
	return extraction
}

// restates reports whether a block is the title or subtitle of a web page. The
// program puts the title above the text, for people to read; to other programs
// it would be there twice, because it has a field of its own.
func restates(doc models.Document, block models.Block) bool {
	titled := block.Kind == models.BlockTitle || block.Kind == models.BlockSubtitle
	return titled && (doc.Format == formatPage || doc.Format == formatArchive)
}
