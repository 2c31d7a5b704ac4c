package ingest_test

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

var update = flag.Bool("update", false, "write the expected documents anew; read the difference before you keep it")

// outcome is an article of a file, or the sentence in its place.
type outcome struct {
	Name    string             `json:"name,omitempty"`
	Format  string             `json:"format,omitempty"`
	Charset string             `json:"charset,omitempty"`
	Article *ingest.Extraction `json:"article,omitempty"`
	Code    models.Code        `json:"code,omitempty"`
	Error   string             `json:"error,omitempty"`
}

// outcomes reads a file to its end.
func outcomes(t *testing.T, path string) []outcome {
	t.Helper()
	var all []outcome
	for doc, err := range ingest.FileArticles(t.Context(), path) {
		if err != nil {
			all = append(all, outcome{Code: models.CodeOf(err), Error: models.Explain(err)})
			continue
		}
		checkDocument(t, doc)
		if len(doc.Original) == 0 || doc.MediaType == "" {
			t.Errorf("%s: no original or media type", doc.Name)
		}
		extraction := ingest.Extract(doc)
		all = append(all, outcome{Name: doc.Name, Format: doc.Format, Charset: doc.Encoding, Article: &extraction})
	}
	return all
}

// The files were made by LibreOffice, pandoc and qpdf; each has what it shall be
// read as beside it.
func TestDocuments(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // scans are not read by what this machine has
	files, err := filepath.Glob(filepath.Join("testdata", "documents", "*.expected"))
	if err != nil {
		t.Fatal(err)
	}
	for _, expected := range append(files, filepath.Join("webpage", "testdata", "shelter.html.expected")) {
		path := strings.TrimSuffix(expected, ".expected")
		t.Run(filepath.Base(path), func(t *testing.T) { checkExpected(t, path) })
	}
}

func checkExpected(t *testing.T, path string) {
	t.Helper()
	got, err := json.MarshalIndent(outcomes(t, path), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	expected := path + ".expected"
	if *update {
		if err := os.WriteFile(expected, append(got, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(expected)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != strings.TrimSpace(string(want)) {
		t.Errorf("%s is read as\n%s", path, got)
	}
}

// The same article in all formats has the same words.
func TestFormatsAgree(t *testing.T) {
	t.Parallel()
	for _, group := range [][]string{
		{"russian.odt", "russian.rtf", "russian.pdf"},
		{"kazakh.docx", "kazakh.odt", "kazakh.rtf", "kazakh.epub"},
		{"english.docx", "english.epub"},
	} {
		first := ""
		for _, name := range group {
			doc, err := ingest.File(filepath.Join("testdata", "documents", name))
			if err != nil {
				t.Fatal(err)
			}
			text := bodyOf(doc)
			if first == "" {
				first = text
			}
			if text != first {
				t.Errorf("%s: %q\n%s: %q", group[0], first, name, text)
			}
		}
	}
}

// bodyOf returns the blocks that are not set apart, without bullets.
func bodyOf(doc models.Document) string {
	text := []rune(doc.Text)
	var lines []string
	for _, block := range doc.Blocks {
		if !block.Apart() {
			lines = append(lines, strings.TrimPrefix(string(text[block.StartOff:block.EndOff]), "• "))
		}
	}
	return strings.Join(lines, "\n")
}

// The record of a table is a table of its own.
func TestOriginalsReadAgain(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"table.csv", "lines.jsonl"} {
		for doc, err := range ingest.FileArticles(t.Context(), filepath.Join("testdata", "documents", name)) {
			if err != nil {
				continue
			}
			again, err := ingest.Read(name, doc.Original)
			if err != nil {
				t.Fatal(err)
			}
			if again.Text != doc.Text || again.Title != doc.Title || again.URL != doc.URL {
				t.Errorf("%s became %q", doc.Name, again.Text)
			}
		}
	}
}

func TestReadOfSeveral(t *testing.T) {
	t.Parallel()
	_, err := ingest.File(filepath.Join("testdata", "documents", "batch.zip"))
	checkRefusal(t, err, models.CodeInvalid, "batch.zip", "several")
}

func TestArticlesStop(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	data := []byte("title,text\na,The first text.\nb,The second text.\nc,The third text.\n")
	count := 0
	for _, err := range ingest.Articles(ctx, "table.csv", data) {
		if count++; count == 1 {
			cancel()
			continue
		}
		checkRefusal(t, err, models.CodeCancelled, "table.csv", "stopped")
	}
	if count != 2 {
		t.Errorf("%d steps, want an article and the sentence", count)
	}
	for _, err := range ingest.Articles(t.Context(), "table.csv", data) {
		if err != nil {
			t.Error(err)
		}
		break // leaving early must not hang or panic
	}
}
