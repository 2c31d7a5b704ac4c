package ingest

import (
	"context"
	"iter"
	"path"
	"slices"
	"strings"

	"glossator/app/ingest/mhtml"
	"glossator/app/ingest/table"
	"glossator/app/ingest/webpage"
	"glossator/models"
)

// format is one kind of file, told by its content. Few formats look like
// plain text and go by the name as well.
type format struct {
	is      func(data []byte) bool // data is never empty
	endings []string               // of names, in lower case; such a file is of the format whatever it holds

	shape Shape // what somebody can choose from

	// One of the two is set: read for a format with one article a file, each
	// for one with several, or that takes long enough to be stopped.
	read func(from source, data []byte) (models.Document, error)
	each func(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error]

	// sheet looks at the columns of a table.
	sheet func(from source, data []byte) (table.Sheet, error)
}

func never([]byte) bool  { return false }
func always([]byte) bool { return true }

// formats returns all formats in the order in which they are asked: those
// that nothing else looks like, those that are known and refused, those that
// look like plain text, and plain text, which takes the rest and says itself
// what is not text. Each stands in a file of its own.
func formats() []format {
	all := []format{
		{is: isFeed, shape: Feed, each: readFeed},
		{is: webpage.Is, read: readPage},
		{is: mhtml.Is, read: readWebArchive},
		{is: isPDF, each: readPDF},
		{is: isZIP, shape: Archive, each: readZIP},
		{is: isRTF, read: readRTF},
		{is: isLockedOffice, read: refuseLocked},
	}
	for _, known := range signatures {
		all = append(all, known.foreign())
	}
	return append(all,
		format{is: isTable, endings: []string{".csv", ".tsv"}, shape: Table, each: csvTable.read, sheet: csvTable.look},
		format{is: isJSON, endings: []string{".json", ".jsonl", ".ndjson"}, shape: Table, each: jsonLines.read, sheet: jsonLines.look},
		format{is: never, endings: []string{".md", ".markdown"}, read: readMarkdown},
		format{is: always, read: readText},
	)
}

// recognise returns the first format that data is of.
func recognise(name string, data []byte) format {
	ending := strings.ToLower(path.Ext(name))
	var found format
	for _, found = range formats() {
		if slices.Contains(found.endings, ending) || found.is(data) {
			break
		}
	}
	return found
}
