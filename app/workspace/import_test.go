package workspace_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"unicode/utf8"

	"glossator/app/workspace"
	"glossator/models"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestImportFilesAndFolders(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "in", "a.txt"), "The first report\n\nIt has two sentences. Both are short.\n")
	write(t, filepath.Join(dir, "in", "deep", "b.txt"), "The second report\n\nIt has one sentence only.\n")
	write(t, filepath.Join(dir, "in", ".hidden"), "Not for us.\n")
	write(t, filepath.Join(dir, "in", "empty.txt"), "")
	same := write(t, filepath.Join(dir, "same.txt"), "The first report\n\nIt has two sentences. Both are short.\n")

	var last, of int
	got, err := ws.Import(t.Context(), []string{filepath.Join(dir, "in"), same, filepath.Join(dir, "missing.txt")},
		func(done, total int) { last, of = done, total })
	if err != nil {
		t.Fatal(err)
	}
	if last != 5 || of != 5 {
		t.Errorf("progress ended at %d of %d, want 5 of 5", last, of)
	}
	status := map[string]string{}
	for _, one := range got {
		switch {
		case one.Err != nil:
			status[filepath.Base(one.Source)] = string(models.CodeOf(one.Err))
		case one.Duplicate:
			status[filepath.Base(one.Source)] = "duplicate"
		default:
			status[filepath.Base(one.Source)] = strconv.Itoa(one.Article.SentenceCount)
		}
	}
	want := map[string]string{"a.txt": "2", "b.txt": "1", "empty.txt": "empty", "same.txt": "duplicate", "missing.txt": "not_found"}
	for name, expected := range want {
		if status[name] != expected {
			t.Errorf("%s: %q, want %q", name, status[name], expected)
		}
	}
	if len(status) != len(want) {
		t.Errorf("report %v names other sources than %v", status, want)
	}
}

func TestImportCancelled(t *testing.T) {
	t.Parallel()
	ws := newProject(t)
	dir := t.TempDir()
	for i := range 10 {
		write(t, filepath.Join(dir, strconv.Itoa(i)+".txt"), "Report "+strconv.Itoa(i)+"\n\nIt says number "+strconv.Itoa(i)+" and no more.\n")
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := ws.Import(ctx, []string{dir}, func(done, _ int) {
		if done == 3 {
			cancel()
		}
	})
	if models.CodeOf(err) != models.CodeCancelled {
		t.Fatalf("error %v, want cancelled", err)
	}
	_, total, err := ws.Library(t.Context(), models.ArticleFilter{})
	if err != nil || total != 3 {
		t.Errorf("%d articles after stopping at 3, error %v: exactly the finished ones stay", total, err)
	}
}

// TestPressReport holds the first press report against its expected sentences.
func TestPressReport(t *testing.T) {
	t.Parallel()
	const folder = "../../../shared/data/articles/"
	expectation, err := os.ReadFile(folder + "hddp-meeting.sentences.json")
	if err != nil {
		t.Skip("the development data is not there")
	}
	var expected struct {
		Published string `json:"published"`
		Sentences []struct {
			Kind  string `json:"kind"`
			Start int    `json:"start"`
			End   int    `json:"end"`
			Text  string `json:"text"`
		} `json:"sentences"`
	}
	if err := json.Unmarshal(expectation, &expected); err != nil {
		t.Fatal(err)
	}
	ws := newProject(t)
	report, err := ws.Import(t.Context(), []string{folder + "hddp-meeting.txt"}, nil)
	if err != nil || len(report) != 1 || report[0].Err != nil {
		t.Fatalf("import: %+v, %v", report, err)
	}
	if err := ws.OpenArticle(t.Context(), report[0].Article.UID); err != nil {
		t.Fatal(err)
	}
	content, _ := ws.Article()
	n := 0
	for _, want := range expected.Sentences {
		if want.Kind != "body" {
			checkBlock(t, content, want.Kind, want.Start, want.End)
			continue
		}
		got := content.Sentences[n]
		n++
		if got.StartOff != want.Start || got.EndOff != want.End || got.Text != want.Text || got.Seq != n {
			t.Errorf("sentence %d is %d-%d %q, want %d-%d %q", n, got.StartOff, got.EndOff, got.Text, want.Start, want.End, want.Text)
		}
	}
	if n != len(content.Sentences) || n != content.Article.SentenceCount {
		t.Errorf("%d sentences, the article says %d, want %d", len(content.Sentences), content.Article.SentenceCount, n)
	}
	if content.Article.PublishedOn != expected.Published {
		t.Errorf("published %q, want %q", content.Article.PublishedOn, expected.Published)
	}
}

func checkBlock(t *testing.T, content models.Content, kind string, start, end int) {
	t.Helper()
	for _, block := range content.Blocks {
		if block.StartOff == start && block.EndOff == end {
			if !block.Apart() {
				t.Errorf("the %s at %d-%d does not stand apart", kind, start, end)
			}
			return
		}
	}
	t.Errorf("no block for the %s at %d-%d", kind, start, end)
}

// FuzzDraft holds the offsets of a draft against its text, whatever that is.
func FuzzDraft(f *testing.F) {
	f.Add("Title here\n\nOne sentence. Two sentences! Үшінші сөйлем 😀. e\u0301nd.\n")
	f.Add("a.b.c")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		runes := []rune(text)
		half := len(runes) / 2
		doc := models.Document{Text: text, Language: "en", Blocks: []models.Block{
			{Kind: models.BlockParagraph, StartOff: 0, EndOff: half},
			{Kind: models.BlockParagraph, StartOff: half, EndOff: len(runes)},
		}}
		end := 0
		for i, s := range workspace.NewDraft(doc).Sentences {
			if s.StartOff < end || s.EndOff <= s.StartOff || s.EndOff > len(runes) {
				t.Fatalf("sentence %d at %d-%d after %d", i, s.StartOff, s.EndOff, end)
			}
			if got := string(runes[s.StartOff:s.EndOff]); got != s.Text {
				t.Fatalf("sentence %d says %q, its offsets %q", i, s.Text, got)
			}
			end = s.EndOff
		}
	})
}
