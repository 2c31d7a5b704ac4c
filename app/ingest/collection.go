package ingest

import (
	"bytes"
	"context"
	"iter"
	"strings"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/table"
	"glossator/models"
)

// collection is a format that holds one article a record.
type collection struct {
	records   func(data string, settled *table.Layout) iter.Seq2[table.Record, error]
	sheet     func(data string) table.Sheet
	format    string
	mediaType string
}

// The collections that are read.
var (
	csvTable  = collection{records: table.CSV, sheet: table.CSVSheet, format: "csv", mediaType: "text/csv"}
	jsonLines = collection{records: table.JSON, sheet: table.JSONSheet, format: "jsonl", mediaType: "application/json"}
)

// isTable reports whether data begins with the header of a table of articles.
// The other lines do not matter, and a file may be long.
func isTable(data []byte) bool {
	const enough = 64 << 10
	head := data[:min(len(data), enough)]
	if end := bytes.LastIndexByte(head, '\n'); end >= 0 {
		head = head[:end+1]
	}
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if !bytes.ContainsAny(first, ",;\t|") {
		return false
	}
	text, _, err := decode(source{}, head)
	return err == nil && table.IsTable(text)
}

// isJSON reports whether data is articles in JSON, which is always UTF-8 (RFC
// 8259, section 8.1).
func isJSON(data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte(markUTF8)))
	if len(data) == 0 || data[0] != '{' && data[0] != '[' {
		return false
	}
	return table.IsJSON(string(data))
}

// decode returns the records as text.
func (c collection) decode(from source, data []byte) (text, encoding string, err error) {
	text, encoding, err = decode(from, data)
	return strings.TrimPrefix(text, "\uFEFF"), encoding, err
}

// look returns the columns and the first records.
func (c collection) look(from source, data []byte) (table.Sheet, error) {
	text, _, err := c.decode(from, data)
	if err != nil {
		return table.Sheet{}, err
	}
	return c.sheet(text), nil
}

// read yields the articles of a collection, each with its record as the
// original, and an error for each record that is none.
func (c collection) read(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		text, encoding, err := c.decode(from, data)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		number := 0
		for record, err := range c.records(text, from.layout) {
			if stopped(ctx, from, yield) {
				return
			}
			number++
			part := from.part("Record", number)
			if err != nil {
				if len(record.Original) == 0 {
					part = from // the fault is that of the whole
				}
				if !yield(models.Document{}, manuscript.Named(part.subject, err)) {
					return
				}
				continue
			}
			doc := compose(part, record.Manuscript)
			doc.Format, doc.MediaType, doc.Encoding = c.format, c.mediaType, encoding
			if !yield(part.keep(doc, record.Original), nil) {
				return
			}
		}
	}
}
