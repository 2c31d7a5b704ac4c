package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"glossator/app/export"
	"glossator/models"
)

// What every format owes to its callers.
func TestEveryFormat(t *testing.T) {
	t.Parallel()
	var keys []string
	for _, format := range export.Formats() {
		if format.Name == "" || !strings.HasPrefix(format.Extension, ".") || format.MediaType == "" || slices.Contains(keys, format.Key) {
			t.Errorf("%q is not described: %+v", format.Key, format)
		}
		keys = append(keys, format.Key)
		t.Run(format.Key, func(t *testing.T) {
			t.Parallel()
			checkEmptyProject(t, format)
			checkStops(t, format)
			checkTexts(t, format)
			if !bytes.Equal(stream(t, format, corpus()), stream(t, format, corpus())) && format.Extension != ".xlsx" {
				t.Error("two exports of the same differ")
			}
		})
	}
}

// A project without an article is exported, not refused.
func checkEmptyProject(t *testing.T, format export.Format) {
	t.Helper()
	in := corpus()
	in.Rows, in.Articles = rowsOf(), articlesOf()
	want := 0
	if format.Key == "qdc" {
		want = len(labels())
	}
	if rows, err := export.Stream(t.Context(), io.Discard, "test", format, in); err != nil || rows != want {
		t.Errorf("an empty project gives %d rows, %v", rows, err)
	}
}

func checkStops(t *testing.T, format export.Format) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := export.Stream(ctx, io.Discard, "test", format, corpus())
	checkFailure(t, err, models.CodeCancelled, "test", "stopped")
	_, err = export.Stream(t.Context(), failing{}, "test", format, corpus())
	checkFailure(t, err, models.CodeInput, "test", "could not be written")
	if format.Key == "qdc" {
		return // reads no rows
	}
	in := corpus()
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		if yield(corpusRows()[0], nil) {
			yield(models.ExportRow{}, models.Errorf(models.CodeDamaged, "The project is damaged."))
		}
	}
	_, err = export.Stream(t.Context(), io.Discard, "test", format, in)
	checkFailure(t, err, models.CodeDamaged, "", "damaged")
}

// A format says whether it needs the texts, and says so when it misses them.
func checkTexts(t *testing.T, format export.Format) {
	t.Helper()
	in := corpus()
	in.Articles = nil
	_, err := export.Stream(t.Context(), io.Discard, "test", format, in)
	if !format.Texts && err != nil {
		t.Errorf("it needs the texts and does not say so: %v", err)
	}
	if format.Texts {
		checkFailure(t, err, models.CodeInternal, "", "texts of the articles")
	}
}

func TestFormatFileName(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, time.November, 3, 0, 0, 0, 0, time.UTC)
	for key, want := range map[string]string{
		"csv": "watch_annotations_2026-11-03_ben.csv", "xlsx": "watch_annotations_2026-11-03_ben.xlsx",
		"report": "watch_report_2026-11-03_ben.html", "qdc": "watch_codebook_2026-11-03_ben.qdc",
	} {
		format, err := export.ByKey(key)
		if err != nil {
			t.Fatal(err)
		}
		if got := format.FileName("Watch", day, "Ben"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Articles and rows that do not belong together are noticed, not mixed up.
func TestChangedMeanwhile(t *testing.T) {
	t.Parallel()
	strayed := corpus()
	strayed.Articles = articlesOf(press())
	reordered := corpus()
	reordered.Articles = articlesOf(bulletin(), press())
	resegmented := corpus()
	shorter := press()
	shorter.Sentences = shorter.Sentences[:2]
	resegmented.Articles = articlesOf(shorter, bulletin())
	for name, in := range map[string]export.Input{"deleted": strayed, "reordered": reordered, "other sentences": resegmented} {
		_, err := export.Stream(t.Context(), io.Discard, "test", export.LabelStudio(), in)
		if models.CodeOf(err) != models.CodeConflict {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFolder(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	path := filepath.Join(parent, "tables")
	rows, err := export.Folder(t.Context(), path, export.Tables(), corpus())
	if err != nil || rows != len(corpusRows()) {
		t.Fatal(rows, err)
	}
	checkFolder(t, parent, "tables")
	for _, part := range unzip(t, stream(t, export.Tables(), corpus())) {
		if got := content(t, filepath.Join(path, part.name)); got != part.text {
			t.Errorf("%s differs from the one in the zip", part.name)
		}
	}
	_, err = export.Folder(t.Context(), path, export.Tables(), corpus())
	checkFailure(t, err, models.CodeExists, "tables", "exists already")
	_, err = export.Folder(t.Context(), path, export.CSV(), corpus())
	checkFailure(t, err, models.CodeUnsupported, "csv", "one file")
	in := corpus()
	in.Articles = func(yield func(models.Content, error) bool) { yield(models.Content{}, errors.New("broken")) }
	if _, err = export.Folder(t.Context(), filepath.Join(parent, "other"), export.REFIProject(), in); err == nil {
		t.Error("the error is lost")
	}
	checkFolder(t, parent, "tables")
}

func TestFolderKeepsNothingAfterPanic(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	in := corpus()
	in.Rows = func(func(models.ExportRow, error) bool) { panic("broken") }
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = export.Folder(t.Context(), filepath.Join(parent, "tables"), export.Tables(), in)
	}()
	checkFolder(t, parent)
}

// A text that no cell can hold is cut where it can be read, and said.
func TestWorkbookSaysWhatItCut(t *testing.T) {
	t.Parallel()
	const limit = 32767
	fits, long := statistic(), statistic()
	fits.Sentence.Text = strings.Repeat("я", limit)
	long.Sentence.Text = strings.Repeat("😀", limit/2+1)
	long.Annotation.Note = "a\x00b\x0bc"
	in := corpus()
	in.Rows = rowsOf(fits, long)
	var notices []string
	in.Notify = func(notice models.Text) { notices = append(notices, notice.String()) }
	data := stream(t, export.Workbook(), in)
	if len(notices) != 2 || !strings.Contains(notices[0], "annotations!E3") || !strings.Contains(notices[1], "control characters") {
		t.Errorf("the notices are %q", notices)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	rows, err := book.GetRows("annotations")
	if err != nil {
		t.Fatal(err)
	}
	if rows[1][4] != fits.Sentence.Text || rows[2][4] != strings.Repeat("😀", limit/2)+"…" {
		t.Errorf("the cells have %d and %d characters", utf8.RuneCountInString(rows[1][4]), utf8.RuneCountInString(rows[2][4]))
	}
	if !slices.Contains(rows[2], "a\ufffdb\ufffdc") {
		t.Error("the control characters were not replaced")
	}
	if about := sheets(t, data); !strings.Contains(about, `"notice" "1 text was longer`) {
		t.Error("the sheet about does not tell of it")
	}
}

// Notes of a REFI-QDA project are XML, which has no control characters.
func TestREFIProjectSaysWhatItReplaced(t *testing.T) {
	t.Parallel()
	in := corpus()
	row := statistic()
	row.Article, row.Annotation.Note = press().Article, "a bell \a rang"
	in.Rows = rowsOf(row)
	var notices []string
	in.Notify = func(notice models.Text) { notices = append(notices, notice.String()) }
	stream(t, export.REFIProject(), in)
	if len(notices) != 1 || !strings.HasPrefix(notices[0], "1 note has control characters") {
		t.Errorf("the notices are %q", notices)
	}
}

// The wide table: 1 given, 0 finished without, empty not finished.
func TestWideTable(t *testing.T) {
	t.Parallel()
	records, err := csv.NewReader(bytes.NewReader(stream(t, export.WideCSV(), corpus()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(row int, name string) string { return records[row][slices.Index(records[0], name)] }
	if len(records) != 10 {
		t.Fatalf("%d lines", len(records))
	}
	for _, c := range []struct {
		row        int
		name, want string
	}{
		{3, "annotator", `Әлия "Lia" Омарова`}, {3, "has_commitment", "1"}, {3, "has_statistic", ""}, {3, "status", "open"},
		{4, "annotator", "Ben"}, {4, "has_commitment", "0"}, {4, "annotation_count", "0"},
		{6, "has_claim", "1"}, {6, "claim_count", "2"}, {8, "annotation_count", "2"},
	} {
		if got := at(c.row, c.name); got != c.want {
			t.Errorf("line %d has %q in %s, want %q", c.row, got, c.name, c.want)
		}
	}
}

// Any text survives JSON and a workbook's rules of XML; encoding/json is the
// judge of the one, its own reader of the other.
func FuzzJSONLines(f *testing.F) {
	for _, text := range awkward() {
		f.Add(text)
	}
	f.Add("\xff\xfe broken \xc3")
	f.Fuzz(func(t *testing.T, text string) {
		row := statistic()
		row.Sentence.Text, row.Annotation.Note, row.Details[0].ValueText = text, text, text
		var got struct {
			Text    string                      `json:"sentence_text"`
			Comment string                      `json:"comment"`
			Details map[string][]map[string]any `json:"details"`
		}
		line := stream(t, export.JSONLines(), input(row))
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		want := strings.ToValidUTF8(text, "\ufffd")
		if !utf8.ValidString(text) {
			want = string([]rune(text)) // one U+FFFD for each byte
		}
		if got.Text != want || got.Comment != want || got.Details["value"][0]["text"] != want {
			t.Errorf("%q came back as %q", text, got.Text)
		}
		if bytes.Count(line, []byte{'\n'}) != 1 {
			t.Errorf("%q is more than a line", line)
		}
	})
}

// No text breaks a format, and nothing is left in the folder for temporary
// files.
func FuzzFormats(f *testing.F) {
	for _, text := range awkward() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" || !utf8.ValidString(text) {
			return // no sentence is like that
		}
		c := compose(press().Article, []models.BlockKind{models.BlockParagraph}, [][]string{{"Before.", text, "After."}})
		in := corpus()
		row := tag(c, 1, ben, "claim", "01", "", detail("claim", "speaker", 0, text, nil, ""))
		row.Annotation.Note, in.Project.Name = text, text
		for _, format := range export.Formats() {
			in.Rows, in.Articles = rowsOf(row), articlesOf(c)
			if _, err := export.Stream(t.Context(), io.Discard, "test", format, in); err != nil {
				t.Errorf("%s: %v", format.Key, err)
			}
		}
	})
}

func TestNothingTemporaryStays(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder)
	for _, format := range export.Formats() {
		stream(t, format, corpus())
		in := corpus()
		in.Articles = func(yield func(models.Content, error) bool) { yield(models.Content{}, os.ErrClosed) }
		_, _ = export.Stream(t.Context(), io.Discard, "test", format, in)
	}
	checkFolder(t, folder)
}
