package ingest

import "glossator/models"

// readText reads plain text.
func readText(from source, data []byte) (models.Document, error) {
	text, encoding, err := decode(from, data)
	if err != nil {
		return models.Document{}, err
	}
	doc := models.Document{
		Text:      text,
		Format:    "text",
		MediaType: "text/plain",
		Encoding:  encoding,
	}
	describe(&doc, from.name)
	return doc, nil
}
