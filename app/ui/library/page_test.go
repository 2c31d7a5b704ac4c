package library_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/background"
	"glossator/app/ui/library"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// bench is the page in a window over a real project.
type bench struct {
	t      testing.TB
	page   *library.Page
	ws     *workspace.Workspace
	reads  *background.Runner
	window fyne.Window
	opened []string

	queue stage.Queue
}

func newBench(t testing.TB, articles int) *bench {
	t.Helper()
	st := stage.Project(t, func(o *store.Options) { o.BackupDir = t.TempDir() })
	ws := stage.Workspace(t, st, "Ann")
	fill(t, st, ws, articles)
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light))
	b := &bench{t: t, ws: ws}
	b.reads = b.queue.Runner(t)
	b.page = library.New(ws, b.reads, b.queue.Post, library.Actions{
		Open: func(uid string) { b.opened = append(b.opened, uid) }, OpenFiles: func() {}, Leave: func() {},
		Cover: func(interface{ Hide() }) {}, Menu: func(string, fyne.Position) {}, Key: func(*fyne.KeyEvent) {}, Rune: func(rune) {},
	})
	b.window = test.NewWindow(b.page.Object())
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(288, 760))
	b.settle()
	t.Cleanup(b.page.Close)
	return b
}

// fill adds articles of one sentence each.
func fill(t testing.TB, st *store.Store, ws *workspace.Workspace, count int) {
	t.Helper()
	const step = 2000
	me := store.Actor{AnnotatorID: ws.Me().ID, AnnotatorUID: ws.Me().UID}
	for from := 0; from < count; from += step {
		var drafts []models.Draft
		for i := from; i < min(from+step, count); i++ {
			text := fmt.Sprintf("The court of region %d opened %d centres for victims.", i%17, i)
			drafts = append(drafts, workspace.NewDraft(models.Document{
				Title: fmt.Sprintf("Report %06d on courts and centres of region %d", i, i%17), Source: "Observer",
				Text: text, Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len(text)}},
				Format: "text", Name: fmt.Sprintf("report-%d.txt", i), PublishedOn: "2026-03-12", Precision: models.PrecisionDay,
				Original: []byte(text),
			}))
		}
		if _, err := st.AddArticles(t.Context(), me, drafts); err != nil {
			t.Fatal(err)
		}
	}
}

func (b *bench) settle() { b.queue.Settle() }

func TestListFindsAndForgets(t *testing.T) {
	b := newBench(t, 300)
	if b.page.Rows() != 300 {
		t.Fatalf("%d rows", b.page.Rows())
	}
	b.page.Find("000123")
	b.settle()
	if b.page.Rows() != 1 {
		t.Errorf("%d rows found, want 1", b.page.Rows())
	}
	if row, ok := b.page.Row(0); !ok || row.Title[:13] != "Report 000123" {
		t.Errorf("the row found is %q", row.Title)
	}
	b.page.Find("no such words")
	b.settle()
	if b.page.Rows() != 0 {
		t.Errorf("%d rows found, want none", b.page.Rows())
	}
	b.page.Find("")
	b.settle()
	if b.page.Rows() != 300 {
		t.Errorf("%d rows after the search, want 300", b.page.Rows())
	}
}

func TestNeighboursReachBeyondWhatIsInMemory(t *testing.T) {
	b := newBench(t, 1500)
	b.page.ScrollTo(1e6)
	b.settle()
	last, ok := b.page.Row(1499)
	if !ok {
		t.Fatal("the last row is not read after scrolling there")
	}
	if err := b.ws.OpenArticle(t.Context(), last.UID); err != nil {
		t.Fatal(err)
	}
	b.settle()
	b.page.Find("Report")
	b.settle()
	got := "none"
	b.page.Neighbour(-1, func(uid string) { got = uid })
	b.settle()
	before, _, err := b.ws.Library(t.Context(), models.ArticleFilter{Search: "Report", Offset: 1498, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got != before[0].UID {
		t.Errorf("the article before the last is %q, want %q", got, before[0].UID)
	}
	b.page.Neighbour(1, func(uid string) { got = uid })
	b.settle()
	if got != "" {
		t.Errorf("the article after the last is %q, want none", got)
	}
}

func TestChangeShowsWithoutScrolling(t *testing.T) {
	b := newBench(t, 300)
	row, _ := b.page.Row(2)
	if err := b.ws.OpenArticle(t.Context(), row.UID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ws.ToggleLabel(t.Context(), 0, "claim"); err != nil {
		t.Fatal(err)
	}
	b.settle()
	if row, _ = b.page.Row(2); row.Read != 1 {
		t.Errorf("the list shows %d sentences as read, want 1", row.Read)
	}
}

// BenchmarkLibraryScroll scrolls a list of 100,000 articles by a third of a
// screen, waits for the rows and paints them.
func BenchmarkLibraryScroll(b *testing.B) {
	const articles = 100_000
	page := newBench(b, articles)
	scroll := func(b *testing.B, step, offset float32) {
		b.Helper()
		for b.Loop() {
			offset += step
			page.page.ScrollTo(offset)
			page.settle()
		}
	}
	b.Run("step", func(b *testing.B) { scroll(b, 250, 1000) })
	b.Run("jump", func(b *testing.B) { scroll(b, 30_000, 0) })
	b.Run("step and paint", func(b *testing.B) {
		offset := float32(2_000_000)
		for b.Loop() {
			offset += 250
			page.page.ScrollTo(offset)
			page.settle()
			page.window.Canvas().Capture()
		}
	})
	b.Run("search", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n++
			page.page.Find(fmt.Sprintf("region %d", n%17))
			page.settle()
		}
	})
}

// TestOpenArticleStaysInSight: a list that is made anew begins where the open
// article is, one that was looked for with the best.
func TestOpenArticleStaysInSight(t *testing.T) {
	b := newBench(t, 60)
	b.page.Find("000005")
	b.settle()
	wanted, _ := b.page.Row(0)
	if err := b.ws.OpenArticle(t.Context(), wanted.UID); err != nil {
		t.Fatal(err)
	}
	b.settle()
	b.page.Find("")
	b.settle()
	if offset := b.page.Offset(); offset == 0 {
		t.Error("the list begins with other articles")
	}
	b.page.Find("report")
	b.settle()
	if offset := b.page.Offset(); offset != 0 {
		t.Errorf("what was found begins at %v", offset)
	}
}
