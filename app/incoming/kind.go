package incoming

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"glossator/models"
)

// Likeness says how much a file looks like one of annotations.
type Likeness int

// The degrees of likeness.
const (
	Unlike Likeness = iota // something else, such as an article
	Maybe                  // could be annotations as well as articles
	Alike                  // annotations
)

// Look looks at the start of a file, or at the names of the sheets of a
// workbook, to see whether it holds annotations. It reads no more than 64 KiB.
func Look(path string, labels []models.Label) Likeness {
	extension := strings.ToLower(filepath.Ext(path))
	if extension == ".qdpx" {
		return Alike
	}
	file, err := os.Open(path)
	if err != nil {
		return Unlike
	}
	defer func() { _ = file.Close() }() // it was only read
	head := make([]byte, headroom)
	n, _ := file.Read(head)
	head = head[:n]
	switch extension {
	case ".csv", ".tsv":
		return likeTable(head, path, labels)
	case ".json":
		return likeWords(head, `"annotations"`, `"result"`, `"data"`)
	case ".jsonl":
		return likeWords(head, `"label"`, `"text"`)
	case ".zip":
		return likeWords(head, "annotations.csv")
	case ".xlsx":
		return likeWorkbook(path)
	}
	return Unlike
}

// likeWorkbook looks for the names of our sheets.
func likeWorkbook(path string) Likeness {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return Unlike
	}
	defer func() { _ = archive.Close() }() // it was only read
	in, err := archive.Open("xl/workbook.xml")
	if err != nil {
		return Unlike
	}
	defer func() { _ = in.Close() }()
	head, err := io.ReadAll(io.LimitReader(in, headroom))
	if err != nil || likeWords(head, `name="`+annotationsSheet+`"`) == Unlike || likeWords(head, `name="codebook"`) == Unlike {
		return Unlike
	}
	return Alike
}

// likeTable looks at the header of a table.
func likeTable(head []byte, path string, labels []models.Label) Likeness {
	count := func(cells []string) int {
		found := 0
		for _, b := range bind(cells, labels) {
			if !b.extra {
				found++
			}
		}
		return found
	}
	lines, err := openCSV(bytes.NewReader(head), path, count)
	if err != nil {
		return Unlike
	}
	t := &table{reading: &reading{path: path, labels: labels}, in: lines}
	switch {
	case t.readHeader() != nil:
		return Unlike
	case t.schemaAt >= 0:
		return Alike
	}
	return Maybe
}

// likeWords looks for words that a file of annotations has near its start.
func likeWords(head []byte, words ...string) Likeness {
	for _, word := range words {
		if !bytes.Contains(head, []byte(word)) {
			return Unlike
		}
	}
	if len(words) == 1 {
		return Alike
	}
	return Maybe
}
