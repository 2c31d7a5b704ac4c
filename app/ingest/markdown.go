package ingest

import (
	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/markdown"
	"glossator/models"
)

// readMarkdown reads Markdown. Nothing in a file tells it from plain text, so
// this format goes by the name of the file.
func readMarkdown(from source, data []byte) (models.Document, error) {
	text, encoding, err := decode(from, data)
	if err != nil {
		return models.Document{}, err
	}
	m, err := markdown.Read(text)
	if err != nil {
		return models.Document{}, manuscript.Named(from.subject, err)
	}
	doc := compose(from, m)
	doc.Format, doc.MediaType, doc.Encoding = "markdown", "text/markdown", encoding
	return doc, nil
}
