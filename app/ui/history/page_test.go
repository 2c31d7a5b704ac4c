package history_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/background"
	"glossator/app/ui/history"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
)

// rig is the page in a window over a real project. What the page posts waits
// until the test lets it through.
type rig struct {
	t      testing.TB
	ws     *workspace.Workspace
	reads  *background.Runner
	page   *history.Page
	window fyne.Window

	queue stage.Queue

	gone       models.Step
	undo, redo string
	left       bool
}

func newRig(t testing.TB, mode theme.Mode) *rig {
	t.Helper()
	ws := stage.Workspace(t, stage.Project(t), "Aigerim Saparova")
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
	r := &rig{t: t, ws: ws, window: app.NewWindow("history")}
	r.reads = r.queue.Runner(t)
	r.page = history.New(ws, r.reads, r.queue.Post, history.Actions{
		Go:     func(step models.Step) { r.gone = step },
		UndoTo: func(group string) { r.undo = group },
		RedoTo: func(group string) { r.redo = group },
		Leave:  func() { r.left = true },
		Key:    func(*fyne.KeyEvent) {}, Rune: func(rune) {}, Shortcut: func(fyne.Shortcut) {},
	})
	r.window.SetPadded(false)
	r.window.SetContent(r.page.Object())
	r.window.Resize(fyne.NewSize(theme.InspectorWidth, 600))
	t.Cleanup(r.page.Close)
	return r
}

func (r *rig) settle() {
	r.t.Helper()
	r.queue.Settle()
}

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
	r.settle()
}

// article adds an article of one paragraph and opens it.
func (r *rig) article(title string, sentences ...string) {
	r.t.Helper()
	text := title + "\n" + strings.Join(sentences, " ")
	start := len([]rune(title)) + 1
	doc := models.Document{Title: title, Text: text, Format: "text", Name: title, Language: "en", Blocks: []models.Block{
		{Seq: 0, Kind: models.BlockTitle, EndOff: start - 1},
		{Seq: 1, Kind: models.BlockParagraph, StartOff: start, EndOff: len([]rune(text))},
	}}
	added, err := r.ws.Add(r.t.Context(), doc)
	r.must(err)
	r.must(r.ws.OpenArticle(r.t.Context(), added.Article.UID))
}

func (r *rig) toggle(position int, label string) {
	r.t.Helper()
	_, err := r.ws.ToggleLabel(r.t.Context(), position, label)
	r.must(err)
}

// told returns what the rows say.
func (r *rig) told() []string {
	list := make([]string, r.page.Rows())
	for i := range list {
		list[i], _ = r.page.Text(i)
	}
	return list
}

func (r *rig) press(name fyne.KeyName) {
	r.t.Helper()
	r.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	r.settle()
}

func (r *rig) picture(name string) {
	stage.Picture(r.t, "history-"+name, r.window.Canvas().Capture)
}

const longTitle = "Ministry publishes its findings on shelters, hotlines and court interpreters"

// work does a bit of everything.
func (r *rig) work() {
	r.t.Helper()
	ctx := r.t.Context()
	r.article(longTitle, "The ministry will open three shelters.", "Since January, 192 victims received help.", "Nothing else happened.")
	r.toggle(1, "statistic")
	sentence, _ := r.ws.Sentence(1)
	r.must(r.ws.SetNote(ctx, 1, sentence.Mine[0].UID, "check"))
	r.must(r.ws.MarkEmpty(ctx, 2, true))
	r.toggle(0, "commitment")
	r.toggle(0, "claim")
	r.must(r.ws.ClearLabels(ctx, 0))
	_, err := r.ws.Undo(ctx)
	r.must(err)
	r.must(r.ws.MergeWithNext(ctx, 0))
	r.must(r.ws.SetFinished(ctx, true))
	r.must(r.ws.SetFinished(ctx, false))
}

func TestStepsAreToldInWords(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		r := newRig(t, mode)
		r.work()
		if r.page.Rows() != 0 {
			t.Error("the history was read before anybody looked")
		}
		r.page.Wake(true)
		r.settle()
		want := []string{
			"Article no longer finished", "Article finished", "Sentences joined into sentence 1",
			"Undone: 2 labels taken off sentence 1", "2 labels taken off sentence 1",
			"Claim on sentence 1", "Commitment on sentence 1",
			"Nothing found on sentence 2", "Statistic changed on sentence 1", "Statistic on sentence 1",
			"Imported 1 article", "Joined the project",
		}
		if got := r.told(); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("the page tells\n%s", strings.Join(got, "\n"))
		}
		if _, where := r.page.Text(0); !strings.Contains(where, "Aigerim Saparova · "+longTitle) {
			t.Errorf("the place is told as %q", where)
		}
		r.page.Focus()
		r.press(fyne.KeyDown)
		r.press(fyne.KeyReturn)
		r.picture(string(mode))
	}
}

func TestEnterGoesToTheStep(t *testing.T) {
	r := newRig(t, theme.Light)
	r.work()
	r.page.Wake(true)
	r.settle()
	r.page.Focus()
	r.press(fyne.KeyDown)
	r.press(fyne.KeyDown)
	r.press(fyne.KeyReturn)
	if r.gone.Entity != models.EntitySegmentation || r.gone.SentenceID == 0 {
		t.Errorf("went to %+v", r.gone)
	}
	r.gone = models.Step{}
	r.press(fyne.KeyReturn)
	if r.gone.GroupUID == "" {
		t.Error("one cannot go to the same step twice")
	}
	r.press(fyne.KeyEscape)
	if !r.left {
		t.Error("Escape does not leave the list")
	}
}

func TestUndoToHereIsOfferedForOwnSteps(t *testing.T) {
	r := newRig(t, theme.Light)
	r.work()
	r.page.Wake(true)
	r.settle()
	r.page.Focus()
	choose := func(down int) {
		r.page.Focus()
		r.undo, r.redo = "", ""
		for range 20 {
			r.press(fyne.KeyUp)
		}
		for range down {
			r.press(fyne.KeyDown)
		}
		r.press(fyne.KeyReturn)
		r.pressButton()
	}
	choose(2)
	if r.undo == "" || r.undo != r.gone.GroupUID || r.redo != "" {
		t.Errorf("undo to %q, redo to %q, chosen %q", r.undo, r.redo, r.gone.GroupUID)
	}
	choose(3) // an undo
	if r.undo != "" || r.redo != "" {
		t.Error("an undo can be undone by itself")
	}
	choose(4) // what it took back
	if r.redo != r.gone.GroupUID || r.undo != "" {
		t.Errorf("redo to %q, chosen %q", r.redo, r.gone.GroupUID)
	}
	r.must(r.ws.SignIn(t.Context(), "Berik"))
	choose(3)
	if r.undo != "" || r.redo != "" {
		t.Error("somebody else's step can be taken back")
	}
}

// pressButton presses the button at the foot if it is there.
func (r *rig) pressButton() {
	r.t.Helper()
	size := r.window.Canvas().Size()
	test.TapCanvas(r.window.Canvas(), fyne.NewPos(size.Width/2, size.Height-20))
	r.settle()
}

func TestLongHistoryIsReadAsItIsLookedAt(t *testing.T) {
	r := newRig(t, theme.Light)
	r.article("Long", "One sentence stands here.", "Another one follows it.")
	for i := range 260 {
		r.toggle(i%2, "claim")
	}
	r.page.Wake(true)
	r.settle()
	if got := r.page.Rows(); got < 100 || got > 200 {
		t.Errorf("%d rows were read at once", got)
	}
	r.page.Focus()
	for range 270 {
		r.press(fyne.KeyDown)
	}
	if got := r.page.Rows(); got != 262 {
		t.Errorf("%d rows at the end, want 262", got)
	}
	r.toggle(0, "statistic")
	if got := r.told(); len(got) != 263 || got[0] != "Statistic on sentence 1" || got[262] != "Joined the project" {
		t.Errorf("after another step %d rows, the first %q", len(got), got[0])
	}
	r.page.Wake(false)
	r.toggle(1, "statistic")
	if got := r.told(); len(got) != 263 {
		t.Error("the page reads while nobody looks")
	}
	r.page.Wake(true)
	r.settle()
	if got := r.told(); len(got) != 264 || got[0] != "Statistic on sentence 2" {
		t.Errorf("%d rows, the first %q", len(got), got[0])
	}
	r.must(r.ws.MergeWithNext(t.Context(), 0))
	if got := r.told(); len(got) != 265 || got[1] != "Statistic on sentence 1" {
		t.Errorf("after a repair %d rows, the second %q", len(got), got[1])
	}
}
