package ingest

import (
	"bytes"
	"context"
	"iter"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/pdf"
	"glossator/models"
)

// isPDF reports whether data is a PDF file. Readers allow for a kilobyte of
// something else before the header, as mail gateways put there (ISO 32000-2,
// annex H.3 of its predecessor); there it has to be followed by an object.
func isPDF(data []byte) bool {
	const reach = 1024
	header := []byte("%PDF-")
	if bytes.HasPrefix(data, header) {
		return true
	}
	return bytes.Contains(data[:min(len(data), reach)], header) && bytes.Contains(data, []byte(" obj"))
}

// readPDF reads a PDF file. It yields one article or one error.
func readPDF(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		m, err := pdf.Read(ctx, data)
		if err != nil {
			yield(models.Document{}, manuscript.Named(from.subject, err))
			return
		}
		doc := compose(from, m)
		doc.Format, doc.MediaType = "pdf", "application/pdf"
		if m.Recognised {
			doc.Notices = append(doc.Notices, models.Textf(
				"%s is a scan; Tesseract has recognised its text, which holds mistakes. Compare it with the pages before you rely on it.",
				from.subject))
		}
		yield(from.keep(doc, data), nil)
	}
}
