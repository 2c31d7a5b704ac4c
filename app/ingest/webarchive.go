package ingest

import (
	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/mhtml"
	"glossator/app/ingest/webpage"
	"glossator/models"
)

// readWebArchive reads a page that a browser saved with everything in it.
func readWebArchive(from source, data []byte) (models.Document, error) {
	root, err := mhtml.Open(data)
	if err != nil {
		return models.Document{}, manuscript.Named(from.subject, err)
	}
	page, err := webpage.Read(root.Page, webpage.Origin{
		Address: firstOf(from.address, root.Address),
		Label:   root.Label,
	})
	if err != nil {
		return models.Document{}, manuscript.Named(from.subject, err)
	}
	doc := pageDocument(page, from)
	doc.Format, doc.MediaType = formatArchive, "multipart/related"
	return doc, nil
}
