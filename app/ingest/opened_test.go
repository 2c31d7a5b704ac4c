package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

// What a file is taken for decides what somebody is asked before it is added.
func TestShapes(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]ingest.Shape{
		"feed.xml": ingest.Feed, "atom.xml": ingest.Feed, "table.csv": ingest.Table, "lines.jsonl": ingest.Table,
		"array.json": ingest.Table, "batch.zip": ingest.Archive, "kazakh.docx": ingest.One, "report.pdf": ingest.One, "utf8.txt": ingest.One,
	} {
		opened, err := ingest.Open(t.Context(), filepath.Join("testdata", "documents", name))
		if err != nil || opened.Shape() != want {
			t.Errorf("%s has the shape %d, want %d; %v", name, opened.Shape(), want, err)
		}
		if _, err := opened.Sheet(); (err == nil) != (want == ingest.Table) {
			t.Errorf("%s: columns: %v", name, err)
		}
	}
}

// An item with only a link has a title and an address for somebody to choose it
// by, and is refused by its name when its text is wanted.
func TestItemWithoutText(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "feed.xml")
	feed := `<rss version="2.0"><channel><item><title>Elsewhere</title><link>https://crier.example/2</link></item></channel></rss>`
	if err := os.WriteFile(path, []byte(feed), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := ingest.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for doc, err := range opened.Parts(t.Context()) {
		if err != nil || doc.Title != "Elsewhere" || doc.URL != "https://crier.example/2" || doc.Text != "" {
			t.Errorf("%+v, %v", doc, err)
		}
	}
	if _, err := opened.Article(t.Context()); models.CodeOf(err) != models.CodeEmpty || !strings.Contains(models.Explain(err), `Item 1 of "feed.xml"`) {
		t.Errorf("%v", err)
	}
}
