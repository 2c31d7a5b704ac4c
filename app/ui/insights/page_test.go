package insights_test

import (
	"bytes"
	"fmt"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/background"
	"glossator/app/ui/insights"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// bench is the page in a window on a real project.
type bench struct {
	t             testing.TB
	page          *insights.Page
	ws            *workspace.Workspace
	window        fyne.Window
	counts, reads *background.Runner
	opened        []string
	asked         []models.Corpus
	files         []insights.File
	left          int

	queue stage.Queue
}

// newBench makes a project of articles of three labelled sentences.
func newBench(t testing.TB, articles int) *bench {
	t.Helper()
	st := stage.Project(t)
	ws := stage.Workspace(t, st, "Ann")
	b := &bench{t: t, ws: ws}
	for i := range articles {
		b.article(st, i)
	}
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light))
	b.counts = b.queue.Runner(t)
	b.reads = b.queue.Runner(t)
	page, err := insights.New(ws, b.counts, b.reads, b.queue.Post, insights.Actions{
		Open: func(ask models.Corpus, about string) {
			b.opened, b.asked = append(b.opened, about), append(b.asked, ask)
		},
		Save:  func(_ string, files []insights.File) { b.files = files },
		Leave: func() { b.left++ },
	})
	if err != nil {
		t.Fatal(err)
	}
	b.page = page
	b.window = test.NewWindow(b.page.Object())
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1120, 1300))
	b.page.Show()
	b.settle()
	return b
}

// article adds an article with a commitment, a statistic and a claim.
func (b *bench) article(st *store.Store, number int) {
	b.t.Helper()
	text := fmt.Sprintf("The ministry will open shelter %d. Help was given to %d people. The party accused the court of case %d.", number, number, number)
	draft := workspace.NewDraft(models.Document{
		Title: fmt.Sprint("Report ", number), Source: []string{"Қала жаңалықтары", "Observer", "Министерство труда"}[number%3],
		PublishedOn: fmt.Sprintf("2026-%02d-%02d", 1+number%5, 1+number%28), Precision: models.PrecisionDay, Text: text, Format: "text",
		Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len([]rune(text))}},
	})
	me := store.Actor{AnnotatorID: b.ws.Me().ID, AnnotatorUID: b.ws.Me().UID}
	added, err := st.AddArticles(b.t.Context(), me, []models.Draft{draft})
	if err != nil {
		b.t.Fatal(err)
	}
	for i, tag := range []workspace.Tag{
		{Label: "commitment", Details: map[string]string{"actor": "Ministry", "deadline": fmt.Sprintf("%d-%02d", 2025+number%3, 1+number%12)}},
		{Label: "statistic", Details: map[string]string{"value": fmt.Sprint(number + 1), "unit": []string{"count", "percent"}[number%2]}},
		{Label: "claim", Details: map[string]string{"speaker": []string{"Партия", "Ministry", "Сот"}[number%3]}},
	} {
		tag.Article, tag.Sentence = added[0].Article.UID, i+1
		if _, err := b.ws.Tag(b.t.Context(), tag); err != nil {
			b.t.Fatal(err)
		}
	}
}

// settle waits until everything is counted and drawn.
func (b *bench) settle() {
	b.queue.Settle()
	for again := true; again; {
		b.paint()
		again = b.queue.Settle()
	}
}

// paint has the charts drawn as painting the window does, which takes longer.
func (b *bench) paint() {
	b.t.Helper()
	for _, kind := range kinds {
		picture := b.page.Picture(kind)
		if picture == nil {
			continue
		}
		raster, ok := test.WidgetRenderer(picture).Objects()[0].(*canvas.Raster)
		if !ok {
			b.t.Fatal("the picture is no raster")
		}
		raster.Generator(int(picture.Size().Width), int(picture.Size().Height))
	}
}

var kinds = []workspace.InsightKind{
	workspace.LabelsOverTime, workspace.LabelsBySource, workspace.LabelsBySpeaker,
	workspace.StatisticsByUnit, workspace.OpenCommitments, workspace.AnnotatorProgress,
}

func TestEveryBarOpensItsAnnotations(t *testing.T) {
	b := newBench(t, 6)
	for _, kind := range kinds {
		picture := b.page.Picture(kind)
		if picture == nil || len(picture.Spots()) == 0 {
			t.Errorf("%s has no bars", kind)
			continue
		}
		for i, spot := range picture.Spots() {
			b.opened = nil
			picture.Tapped(&fyne.PointEvent{Position: spot.Position.AddXY(spot.Size.Width/2, spot.Size.Height/2)})
			if len(b.opened) != 1 || !strings.Contains(b.opened[0], ": ") {
				t.Errorf("%s, bar %d opens %q", kind, i, b.opened)
			}
		}
	}
	picture := b.page.Picture(workspace.LabelsBySource)
	b.window.Canvas().Focus(picture)
	picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for range 4 {
		picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if got := b.page.About(workspace.LabelsBySource); got != "Қала жаңалықтары, Statistic: 2" && got != "Министерство труда, Statistic: 2" && got != "Observer, Statistic: 2" {
		t.Errorf("the cursor is said to be on %q", got)
	}
	picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	ask := b.asked[len(b.asked)-1]
	if ask.Subset.Source == nil || ask.LabelKeys[0] != "statistic" {
		t.Errorf("Enter asks for %+v", ask)
	}
	picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.left != 1 {
		t.Error("Escape does not leave the page")
	}
}

// Where a bar is said to be, the picture has its colour, in both themes.
func TestChartsFollowTheTheme(t *testing.T) {
	b := newBench(t, 6)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		fyne.CurrentApp().Settings().SetTheme(theme.New(mode))
		b.window.Content().Refresh()
		b.settle()
		picture := b.page.Picture(workspace.StatisticsByUnit)
		spot := picture.Spots()[0]
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(picture)
		at := origin.Add(spot.Position).AddXY(spot.Size.Width/2, spot.Size.Height/2)
		got := color.NRGBAModel.Convert(b.window.Canvas().Capture().At(int(at.X), int(at.Y)))
		if want := theme.Label(1).Solid(mode == theme.Dark); got != want {
			t.Errorf("%s: the bar is %v, want %v", mode, got, want)
		}
	}
}

func TestNothingToCountIsSaid(t *testing.T) {
	b := newBench(t, 0)
	for _, kind := range kinds {
		if about := b.page.About(kind); b.page.Picture(kind) != nil || !strings.HasSuffix(about, ".") {
			t.Errorf("%s says %q", kind, about)
		}
	}
}

func TestChartsAreSaved(t *testing.T) {
	b := newBench(t, 3)
	for _, kind := range kinds {
		b.page.Save(kind)
		begins := map[string]string{".png": "\x89PNG", ".svg": "<?xml", ".csv": "\ufeffof,"}
		if len(b.files) != len(begins) {
			t.Fatalf("%d ways to save", len(b.files))
		}
		for _, file := range b.files {
			var out bytes.Buffer
			if err := file.Write(&out); err != nil || !strings.HasPrefix(out.String(), begins[file.Extension]) {
				t.Errorf("%s as %s begins with %.10q, %v", kind, file.Extension, out.String(), err)
			}
		}
	}
}

func TestCountingIsStopped(t *testing.T) {
	b := newBench(t, 1)
	b.page.Show()
	b.page.Stop()
	b.settle()
	if got := b.page.Status(); !strings.Contains(got, "stopped") || b.page.Picture(workspace.LabelsOverTime) == nil {
		t.Errorf("it says %q", got)
	}
	b.page.Show()
	b.settle()
	if got := b.page.Status(); got != "" {
		t.Errorf("it says %q", got)
	}
}

func TestOneAnnotator(t *testing.T) {
	b := newBench(t, 2)
	if err := b.ws.SignIn(t.Context(), "Boris"); err != nil {
		t.Fatal(err)
	}
	b.page.Show()
	b.settle()
	b.page.Choose("Boris")
	b.settle()
	if b.page.Picture(workspace.LabelsOverTime) != nil || b.page.Picture(workspace.AnnotatorProgress) == nil {
		t.Error("the annotations of somebody else are counted")
	}
	b.page.Choose("")
	b.settle()
	if b.page.Picture(workspace.LabelsOverTime) == nil {
		t.Error("those of all are not")
	}
}
