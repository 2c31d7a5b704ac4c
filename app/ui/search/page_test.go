package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/background"
	"glossator/app/ui/search"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// bench is the page over a window on a real project.
type bench struct {
	t      testing.TB
	page   *search.Page
	ws     *workspace.Workspace
	reads  *background.Runner
	opened []string

	queue stage.Queue
}

// newBench makes a project of articles of three sentences.
func newBench(t testing.TB, articles int) *bench {
	t.Helper()
	st := stage.Project(t)
	ws := stage.Workspace(t, st, "Ann")
	var drafts []models.Draft
	for i := range articles {
		text := fmt.Sprintf("Суд района %d открыл приют. The court opened %d centres. Nothing else.", i, i)
		drafts = append(drafts, workspace.NewDraft(models.Document{
			Title: fmt.Sprintf("Report %d", i), Source: "Observer", Text: text, Format: "text",
			Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len([]rune(text))}},
		}))
	}
	me := store.Actor{AnnotatorID: ws.Me().ID, AnnotatorUID: ws.Me().UID}
	if _, err := st.AddArticles(t.Context(), me, drafts); err != nil {
		t.Fatal(err)
	}
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light))
	b := &bench{t: t, ws: ws}
	b.reads = b.queue.Runner(t)
	window := test.NewWindow(nil)
	window.Resize(fyne.NewSize(1280, 800))
	b.page = search.New(ws, b.reads, window.Canvas(), search.Actions{
		Open:   func(uid string, sentence int64) { b.opened = append(b.opened, fmt.Sprint(uid != "", sentence != 0)) },
		Closed: func() {},
	})
	b.page.Show()
	return b
}

func (b *bench) settle() { b.queue.Settle() }

func TestResultsStandUnderTheirArticles(t *testing.T) {
	b := newBench(t, 3)
	b.page.Type("court")
	b.settle()
	want := []string{"Report 2", "The court opened 2 centres.", "Report 1", "The court opened 1 centres.", "Report 0", "The court opened 0 centres."}
	if got := b.page.Rows(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := b.page.Status(); got != "3 sentences in 3 articles, the best first" {
		t.Errorf("it says %q", got)
	}
	b.page.Type("ПРИЮТ 1")
	b.settle()
	if got := b.page.Rows(); !slices.Equal(got, []string{"Report 1", "Суд района 1 открыл приют."}) {
		t.Errorf("%q", got)
	}
	b.page.Type("xyz")
	b.settle()
	if got := b.page.Status(); len(b.page.Rows()) != 0 || got != "No sentence has these words." {
		t.Errorf("it says %q", got)
	}
	b.page.Type("")
	b.settle()
	if got := b.page.Status(); !strings.Contains(got, "Every word") {
		t.Errorf("it says %q", got)
	}
}

func TestEnterOpensTheChosenSentence(t *testing.T) {
	b := newBench(t, 3)
	b.page.Type("court")
	b.settle()
	b.page.Press(fyne.KeyDown)
	b.page.Press(fyne.KeyReturn)
	if !slices.Equal(b.opened, []string{"true true"}) || b.page.Shown() {
		t.Errorf("%v, shown %v", b.opened, b.page.Shown())
	}
	b.page.Show() // with what was found before
	b.settle()
	if len(b.page.Rows()) != 6 {
		t.Errorf("%q", b.page.Rows())
	}
	b.page.Press(fyne.KeyEscape)
	if b.page.Shown() {
		t.Error("Escape leaves the page")
	}
}

func TestArticlesAreFoundByTitle(t *testing.T) {
	b := newBench(t, 12)
	b.page.Type("report 11")
	b.settle()
	if got := b.page.Rows(); len(got) != 1 || got[0] != "Report 11" {
		t.Errorf("%q", got)
	}
	b.page.Press(fyne.KeyReturn)
	if !slices.Equal(b.opened, []string{"true false"}) {
		t.Errorf("%v", b.opened)
	}
}

// What is typed over while a search is under way is never asked for.
func TestOnlyTheLastWordsAreAskedFor(t *testing.T) {
	b := newBench(t, 30)
	for _, words := range []string{"c", "co", "cou", "cour", "court", "cour", "сууу", "открыл"} {
		b.page.Type(words)
	}
	b.settle()
	if got := b.page.Rows(); len(got) != 60 || !strings.Contains(got[1], "открыл") {
		t.Errorf("%d rows, %q", len(got), got[:2])
	}
}

func TestManyHitsComeInPages(t *testing.T) {
	b := newBench(t, 400)
	b.page.Type("opened")
	b.settle()
	first := len(b.page.Rows())
	if first >= 800 {
		t.Fatalf("%d rows at once", first)
	}
	for range 200 {
		b.page.Press(fyne.KeyPageDown)
		b.settle()
	}
	if got := len(b.page.Rows()); got != 800 {
		t.Errorf("%d rows in the end, want every article and its sentence", got)
	}
	if got := b.page.Status(); !strings.HasPrefix(got, "400 sentences") {
		t.Errorf("it says %q", got)
	}
}

func BenchmarkType(b *testing.B) {
	page := newBench(b, 2000)
	words := []string{"о", "от", "отк", "откр", "откры", "открыл", "cou", "court", "opened 7"}
	n := 0
	for b.Loop() {
		page.page.Type(words[n%len(words)])
		page.settle()
		n++
	}
}
