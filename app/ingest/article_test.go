package ingest_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

// shared returns the path of a file of the data to develop on, and skips the
// test where there is none.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		path := filepath.Join(append([]string{folder, "shared", "data"}, parts...)...)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skip("the shared data are not on this machine")
	return ""
}

// expectation is the file of the sentences of the press report.
type expectation struct {
	Published string `json:"published"`
	Language  string `json:"language"`
	Site      string `json:"site"`
	Sentences []struct {
		Kind  string `json:"kind"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	} `json:"sentences"`
}

func TestPressReport(t *testing.T) {
	t.Parallel()
	doc, err := ingest.File(shared(t, "articles", "hddp-meeting.txt"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(shared(t, "articles", "hddp-meeting.sentences.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want expectation
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if doc.PublishedOn != want.Published || doc.Precision != models.PrecisionMinute ||
		doc.Language != want.Language || doc.Source != want.Site {
		t.Errorf("published %q (%s), language %q, source %q", doc.PublishedOn, doc.Precision, doc.Language, doc.Source)
	}
	if doc.Byline != "Фото: MFA 06.06.2024 10:42 1914" || doc.Author != "" {
		t.Errorf("byline %q, author %q", doc.Byline, doc.Author)
	}
	if doc.Text != string(doc.Original) {
		t.Error("the text of a clean file was changed")
	}
	body := checkReportBlocks(t, doc, want)
	if body != 10 {
		t.Errorf("%d body paragraphs, want 10", body)
	}
}

// checkReportBlocks finds each expected sentence in a block of its kind and
// returns the number of blocks of the body.
func checkReportBlocks(t *testing.T, doc models.Document, want expectation) (body int) {
	t.Helper()
	text := []rune(doc.Text)
	type kind struct {
		kind        models.BlockKind
		boilerplate bool
	}
	kinds := map[string]kind{
		"title":        {models.BlockTitle, false},
		"title-repeat": {models.BlockTitle, true},
		"byline":       {models.BlockByline, false},
		"body":         {models.BlockParagraph, false},
		"boilerplate":  {models.BlockParagraph, true},
	}
	for _, sentence := range want.Sentences {
		if got := string(text[sentence.Start:sentence.End]); got != sentence.Text {
			t.Fatalf("offsets %d-%d hold %q, want %q", sentence.Start, sentence.End, got, sentence.Text)
		}
		found := false
		for _, block := range doc.Blocks {
			inside := block.StartOff <= sentence.Start && sentence.End <= block.EndOff
			exact := sentence.Kind == "body" || block.StartOff == sentence.Start && block.EndOff == sentence.End
			found = found || inside && exact && kinds[sentence.Kind] == kind{block.Kind, block.Boilerplate}
		}
		if !found {
			t.Errorf("no block for the %s %d-%d", sentence.Kind, sentence.Start, sentence.End)
		}
	}
	for _, block := range doc.Blocks {
		if !block.Apart() {
			body++
		}
	}
	return body
}

func TestExtractIsTheContract(t *testing.T) {
	t.Parallel()
	doc, err := ingest.Paste("Shelter opens\n\nBy Ana Lind\n\nThe town opened a shelter.")
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(ingest.Extract(doc))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"title":"Shelter opens","subtitle":"","byline":"By Ana Lind","author":"Ana Lind",` +
		`"published":"","precision":"","site":"","language":"en","url":"","paragraphs":[` +
		`{"text":"Shelter opens","kind":"title","boilerplate":false},` +
		`{"text":"By Ana Lind","kind":"byline","boilerplate":false},` +
		`{"text":"The town opened a shelter.","kind":"paragraph","boilerplate":false}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
