package corpus_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/background"
	"glossator/app/ui/corpus"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// bench is the page in a window over a real project.
type bench struct {
	t        testing.TB
	page     *corpus.Page
	ws       *workspace.Workspace
	reads    *background.Runner
	window   fyne.Window
	opened   []int64
	exported []models.ExportFilter
	left     int

	queue stage.Queue
}

// newBench makes a project with this number of articles of one sentence each;
// every one is labelled, each third by another person.
func newBench(t testing.TB, articles int) *bench {
	t.Helper()
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.Local)
	clock := func() time.Time { return now }
	st := stage.Project(t, func(o *store.Options) { o.Clock = clock })
	other, err := st.Annotator(t.Context(), "Bolat")
	if err != nil {
		t.Fatal(err)
	}
	ws := stage.Workspace(t, st, "Ann")
	b := &bench{t: t, ws: ws}
	actors := []store.Actor{{AnnotatorID: ws.Me().ID, AnnotatorUID: ws.Me().UID}, {AnnotatorID: other.ID, AnnotatorUID: other.UID}}
	var drafts []models.Draft
	for i := range articles {
		text := fmt.Sprintf("The ministry of justice said that %d shelters for victims would be opened in region %d.", i, i%17)
		drafts = append(drafts, workspace.NewDraft(models.Document{
			Title: fmt.Sprintf("Report %d", i), Text: text, Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len(text)}},
			Format: "text", Name: "report.txt", Original: []byte(text),
		}))
	}
	added, err := st.AddArticles(t.Context(), actors[0], drafts)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range added {
		content, err := st.Content(t.Context(), a.Article.UID)
		if err != nil {
			t.Fatal(err)
		}
		in := store.PutLabel{SentenceID: content.Sentences[0].ID, LabelKey: "commitment"}
		if i%2 == 0 {
			in.LabelKey, in.Details = "statistic", map[string]string{"value": strconv.Itoa(i)}
		}
		if _, err := st.PutLabel(t.Context(), actors[min(1, i%3)%2], in); err != nil {
			t.Fatal(err)
		}
		if i == articles/2 {
			now = now.AddDate(0, 1, 0)
		}
	}
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light))
	b.reads = b.queue.Runner(t)
	b.page = corpus.New(ws, b.reads, b.queue.Post, corpus.Actions{
		Open:   func(_ string, sentence int64) { b.opened = append(b.opened, sentence) },
		Export: func(f models.ExportFilter) { b.exported = append(b.exported, f) },
		Leave:  func() { b.left++ },
	})
	b.window = test.NewWindow(b.page.Object())
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1200, 700))
	b.page.Shown(true)
	b.settle()
	t.Cleanup(b.page.Close)
	return b
}

func (b *bench) settle() { b.queue.Settle() }

func (b *bench) search(text string) { b.page.Find(text); b.settle() }

func TestTableReadsAsItIsLookedAt(t *testing.T) {
	b := newBench(t, 300)
	first := len(b.page.Rows())
	if first == 0 || first >= 200 || b.page.Count() != "300 annotations" {
		t.Fatalf("%d rows read at first, the page says %q", first, b.page.Count())
	}
	for range 20 {
		b.page.ScrollTo(1e6)
		b.settle()
	}
	rows := b.page.Rows()
	if len(rows) != 300 || rows[0].Article.Title != "Report 299" || rows[299].Article.Title != "Report 0" {
		t.Errorf("%d rows after scrolling down, want 300 from the newest to the oldest", len(rows))
	}
}

func TestTableIsNarrowedDown(t *testing.T) {
	b := newBench(t, 60)
	titles := func() string {
		var all []string
		for _, row := range b.page.Rows() {
			all = append(all, strings.TrimPrefix(row.Article.Title, "Report "))
		}
		return strings.Join(all, " ")
	}
	b.search("REGION 16")
	if got := titles(); got != "50 33 16" {
		t.Errorf("found %q", got)
	}
	b.page.Choose(1)
	b.settle()
	if got := titles(); got != "50 16" || b.page.Count() != "2 annotations" {
		t.Errorf("found %q with the label, the page says %q", got, b.page.Count())
	}
	b.page.Date("2026-04")
	b.settle()
	if got := titles(); got != "50" || b.page.Count() != "1 annotation" {
		t.Errorf("found %q made in April, the page says %q", got, b.page.Count())
	}
	b.page.Export()
	if f := b.exported[0]; f.Words != "REGION 16" || len(f.LabelKeys) != 1 || f.From == 0 || f.Until <= f.From || !f.WithoutEmpty {
		t.Errorf("the export is asked for %+v", f)
	}
	b.page.Date("2026-03-01/2026-03-31")
	b.page.Choose(-1)
	b.page.ChooseAnnotator("Ann")
	b.search("region")
	for _, row := range b.page.Rows() {
		if row.Annotator.Name != "Ann" || row.Annotation.CreatedAt > time.Date(2026, 4, 1, 0, 0, 0, 0, time.Local).UnixMilli() {
			t.Errorf("%q by %s is not wanted", row.Article.Title, row.Annotator.Name)
		}
	}
	b.search("nowhere")
	if b.page.Count() != "0 annotations" {
		t.Errorf("the page says %q", b.page.Count())
	}
}

func TestUnreadableDateIsSaid(t *testing.T) {
	b := newBench(t, 3)
	before := b.window.Canvas().Content().MinSize().Height
	b.page.Date("soon")
	b.settle()
	if got := b.window.Canvas().Content().MinSize().Height; got <= before {
		t.Error("no word about a date that cannot be read")
	}
	if len(b.page.Rows()) != 3 {
		t.Errorf("%d rows, want all while the date is being typed", len(b.page.Rows()))
	}
}

func TestTableIsSortedByItsColumns(t *testing.T) {
	b := newBench(t, 12)
	ends := func() string {
		rows := b.page.Rows()
		return rows[0].Article.Title + " " + rows[len(rows)-1].Article.Title
	}
	for _, tried := range []struct {
		by   models.CorpusColumn
		want string
	}{
		{models.CorpusDate, "Report 0 Report 11"},
		{models.CorpusArticle, "Report 0 Report 11"},
		{models.CorpusArticle, "Report 11 Report 0"},
		{models.CorpusLabel, "Report 1 Report 10"},
		{models.CorpusLabel, "Report 0 Report 11"},
		{models.CorpusAnnotator, "Report 0 Report 11"},
	} {
		b.page.SortBy(tried.by)
		b.settle()
		if got := ends(); got != tried.want {
			t.Errorf("sorted by %s: %q, want %q", tried.by, got, tried.want)
		}
	}
}

func TestKeysOfTheTable(t *testing.T) {
	b := newBench(t, 5)
	b.page.FocusList()
	focused := b.window.Canvas().Focused()
	if !b.page.Holds(focused) {
		t.Fatal("the keyboard is not with the table")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if rows := b.page.Rows(); len(b.opened) != 1 || b.opened[0] != rows[1].Sentence.ID {
		t.Errorf("Enter opened %v", b.opened)
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if rows := b.page.Rows(); len(b.opened) != 3 || b.opened[1] != rows[4].Sentence.ID || b.opened[2] != rows[0].Sentence.ID {
		t.Errorf("End, Page Up and Enter opened %v", b.opened)
	}
	focused.TypedRune('/')
	if b.page.Holds(b.window.Canvas().Focused()) {
		t.Error("the slash does not lead to the filter")
	}
	b.page.FocusList()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.left != 1 {
		t.Error("Escape does not leave")
	}
	b.page.FocusFilter()
	field := b.window.Canvas().Focused()
	test.Type(field, "shelters")
	b.settle()
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.settle()
	if b.left != 1 || len(b.page.Rows()) != 5 {
		t.Error("Escape in a field with words should empty it first")
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !b.page.Holds(b.window.Canvas().Focused()) {
		t.Error("Enter in the field does not go to the table")
	}
}

func TestTableSleepsWhileItIsAway(t *testing.T) {
	b := newBench(t, 5)
	b.page.Shown(false)
	if err := b.ws.OpenArticle(t.Context(), b.page.Rows()[0].Article.UID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ws.ToggleLabel(t.Context(), 0, "claim"); err != nil {
		t.Fatal(err)
	}
	b.settle()
	if len(b.page.Rows()) != 5 {
		t.Error("a page that is away reads")
	}
	b.page.Shown(true)
	b.settle()
	if len(b.page.Rows()) != 6 {
		t.Errorf("%d rows after a change, want 6", len(b.page.Rows()))
	}
}

// BenchmarkTableScroll scrolls by a third of a screen and waits for the rows.
func BenchmarkTableScroll(b *testing.B) {
	page := newBench(b, 2000)
	offset := float32(0)
	for b.Loop() {
		if offset += 200; offset > 40_000 {
			offset = 0
		}
		page.page.ScrollTo(offset)
		page.settle()
	}
}

// TestTableSpeaksTheCodebook: a choice is shown in words, and is no keyword of
// the sentence.
func TestTableSpeaksTheCodebook(t *testing.T) {
	b := newBench(t, 0)
	text := "The country counts on the mayor of the capital."
	added, err := b.ws.Add(t.Context(), models.Document{
		Title: "Report", Text: text, Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len(text)}},
		Format: "text", Name: "report.txt", Original: []byte(text),
	})
	if err != nil {
		t.Fatal(err)
	}
	tag := workspace.Tag{Article: added.Article.UID, Sentence: 1, Label: "statistic", Details: map[string]string{"unit": "percentage_points"}}
	if _, err := b.ws.Tag(t.Context(), tag); err != nil {
		t.Fatal(err)
	}
	tag.Label, tag.Details = "commitment", map[string]string{"actor_type": "local_authority", "deadline": "capital", "kind": "action"}
	if _, err := b.ws.Tag(t.Context(), tag); err != nil {
		t.Fatal(err)
	}
	b.settle()
	said := map[string]bool{}
	texts(b.page.Object(), said)
	if !said["percentage points"] || !said["Commitment · Kind of actor: local authority · By when: capital · Kind of promise: action"] ||
		!said["local authority · capital ·…"] {
		t.Errorf("the table says %v", said)
	}
	if !said["capital"] { // the keyword is a text of its own
		t.Errorf("no keyword among %v", said)
	}
}

// texts collects what is shown.
func texts(object fyne.CanvasObject, into map[string]bool) {
	switch shown := object.(type) {
	case *canvas.Text:
		into[shown.Text] = true
	case *fyne.Container:
		for _, part := range shown.Objects {
			texts(part, into)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(shown).Objects() {
			texts(part, into)
		}
	}
}
