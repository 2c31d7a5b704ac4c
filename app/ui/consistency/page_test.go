package consistency_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/background"
	"glossator/app/ui/consistency"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// bench is the page in a window on a real project.
type bench struct {
	t             testing.TB
	page          *consistency.Page
	ws            *workspace.Workspace
	store         *store.Store
	window        fyne.Window
	counts, reads *background.Runner
	said          []string
	opened        []int64
	written       string

	queue stage.Queue
}

// newBench makes a project of articles, each of a title and sentences. A
// sentence begins with its labels, such as "claim+statistic|".
func newBench(t testing.TB, articles map[string][]string) *bench {
	t.Helper()
	st := stage.Project(t)
	ws := stage.Workspace(t, st, "Ann")
	b := &bench{t: t, ws: ws, store: st}
	for i := range len(articles) {
		title := fmt.Sprint("Report ", i+1)
		b.article(title, articles[title])
	}
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light))
	b.counts = b.queue.Runner(t)
	b.reads = b.queue.Runner(t)
	b.page = consistency.New(ws, b.counts, b.reads, b.queue.Post, consistency.Actions{
		Change: func(work func(context.Context) error) {
			b.reads.Do(func(ctx context.Context) (func(), error) { return nil, work(ctx) })
		},
		Done:  func(text string) { b.said = append(b.said, text) },
		Open:  func(_ string, sentence int64) { b.opened = append(b.opened, sentence) },
		Leave: func() {}, Rune: func(r rune) { b.written += string(r) },
	})
	b.window = test.NewWindow(b.page.Object())
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(b.page.Away)
	b.page.Show()
	b.settle()
	return b
}

func (b *bench) article(title string, sentences []string) {
	b.t.Helper()
	var text strings.Builder
	for _, sentence := range sentences {
		_, words, _ := strings.Cut(sentence, "|")
		text.WriteString(words + " ")
	}
	draft := workspace.NewDraft(models.Document{
		Title: title, Source: "Қала жаңалықтары", PublishedOn: "2026-03-14", Precision: models.PrecisionDay, Text: text.String(), Format: "text",
		Blocks: []models.Block{{Kind: models.BlockParagraph, EndOff: len([]rune(text.String()))}},
	})
	me := store.Actor{AnnotatorID: b.ws.Me().ID, AnnotatorUID: b.ws.Me().UID}
	added, err := b.store.AddArticles(b.t.Context(), me, []models.Draft{draft})
	if err != nil || added[0].Article.SentenceCount != len(sentences) {
		b.t.Fatal(added[0].Article.SentenceCount, err)
	}
	for i, sentence := range sentences {
		labels, _, _ := strings.Cut(sentence, "|")
		for _, label := range strings.FieldsFunc(labels, func(r rune) bool { return r == '+' }) {
			if _, err := b.ws.Tag(b.t.Context(), workspace.Tag{Article: added[0].Article.UID, Sentence: i + 1, Label: label}); err != nil {
				b.t.Fatal(err)
			}
		}
	}
	if err := b.store.SetFinished(b.t.Context(), me, added[0].Article.UID, true); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) settle() { b.queue.Settle() }

func (b *bench) key(name fyne.KeyName) {
	b.t.Helper()
	focused := b.window.Canvas().Focused()
	if focused == nil {
		b.t.Fatal("nothing has the keyboard")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: name})
	b.settle()
}

const promise = "The ministry will open %s shelters in all regions by the end of the year."

func several() map[string][]string {
	return map[string][]string{
		"Report 1": {"commitment|" + fmt.Sprintf(promise, "three"), "|Read the news of the day on our page."},
		"Report 2": {"|" + fmt.Sprintf(promise, "five"), "claim|Read the news of the day on our page.", "statistic|Help was given to 192 people."},
		"Report 3": {"commitment+claim|" + fmt.Sprintf(promise, "three"), "|Something else happened in another town."},
	}
}

func TestGroupsAreMendedAndTakenBack(t *testing.T) {
	b := newBench(t, several())
	if got := strings.Join(b.page.Groups(), "; "); got != "2 sentences with the same words, labelled in 2 ways; 3 sentences, nearly the same, labelled in 3 ways" {
		t.Errorf("%s", got)
	}
	b.key(fyne.KeyDown)
	b.key(fyne.KeyReturn)
	if got := strings.Join(b.page.Sentences(), "; "); got != "commitment; commitment+claim; " {
		t.Errorf("the group shows %q", got)
	}
	b.page.Alike()
	b.settle()
	if got := strings.Join(b.page.Groups(), "; "); !strings.HasPrefix(got, "2 sentences with the same words") || strings.Contains(got, ";") {
		t.Errorf("after mending: %s", got)
	}
	if len(b.said) != 1 || b.said[0] != "2 sentences now have the same labels." {
		t.Errorf("it says %q", b.said)
	}
	if _, err := b.ws.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.settle()
	if got := b.page.Groups(); len(got) != 2 {
		t.Errorf("after undo: %q", got)
	}
	b.page.Ignore()
	b.page.Ignore()
	b.settle()
	if got := b.page.Status(); got != "0 groups" || len(b.page.Groups()) != 0 {
		t.Errorf("it says %q of %q", got, b.page.Groups())
	}
	b.page.Check()
	b.settle()
	if got := b.page.Groups(); len(got) != 2 {
		t.Errorf("after another check: %q", got)
	}
}

func TestOnlyTheChosenSentencesChange(t *testing.T) {
	b := newBench(t, several())
	b.page.Step(1)
	b.settle()
	b.key(fyne.KeyRight)
	b.key(fyne.KeyDown)
	b.key(fyne.KeyDown)
	b.key(fyne.KeySpace) // the third is left out
	b.key(fyne.KeyUp)
	b.page.Alike()
	b.settle()
	if got := strings.Join(b.page.Sentences(), "; "); got != "commitment+claim; commitment+claim; " {
		t.Errorf("%q", got)
	}
	b.key(fyne.KeyReturn)
	if len(b.opened) != 1 {
		t.Errorf("%v were opened", b.opened)
	}
	b.window.Canvas().Focused().TypedRune('n')
	if b.written != "n" {
		t.Errorf("the window hears %q", b.written)
	}
}

func TestLabelsOfOthersAreLookedAt(t *testing.T) {
	b := newBench(t, several())
	if err := b.ws.SignIn(t.Context(), "Boris"); err != nil {
		t.Fatal(err)
	}
	b.page.Show()
	b.settle()
	if got := b.page.Groups(); len(got) != 0 {
		t.Errorf("somebody without labels has %q", got)
	}
	b.page.ChooseAnnotator(1) // Ann
	b.settle()
	if got := b.page.Groups(); len(got) != 2 || !strings.Contains(b.page.Refusal(), "Ann") {
		t.Errorf("%q, and %q", got, b.page.Refusal())
	}
	b.page.Alike()
	b.page.ChooseAnnotator(2) // all
	b.settle()
	if got := b.page.Groups(); len(got) != 2 || b.page.Refusal() == "" || len(b.said) > 0 {
		t.Errorf("%q, and %q; %q", got, b.page.Refusal(), b.said)
	}
}

func TestCheckIsStopped(t *testing.T) {
	b := newBench(t, several())
	b.page.Check()
	b.page.Stop()
	b.settle()
	if got := b.page.Status(); got != "The check was stopped." || len(b.page.Groups()) != 2 {
		t.Errorf("it says %q; the groups are %q", got, b.page.Groups())
	}
	b.page.Check()
	b.settle()
	if got := b.page.Status(); got != "2 groups" {
		t.Errorf("it says %q", got)
	}
}

// TestPictures writes pictures of the page to the folder GLOSSATOR_PICTURES, to
// be looked at.
func TestPictures(t *testing.T) {
	stage.NeedsPictures(t)
	for name, articles := range map[string]map[string][]string{"some": several(), "none": {"Report 1": {"claim|Somebody spoke to the people."}}} {
		b := newBench(t, articles)
		b.page.Step(1)
		b.settle()
		for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
			for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)} {
				fyne.CurrentApp().Settings().SetTheme(theme.New(mode))
				b.window.Resize(size)
				b.window.Content().Refresh()
				b.settle()
				stage.Picture(t, fmt.Sprintf("consistency-%s-%s-%.0f", name, mode, size.Width), b.window.Canvas().Capture)
			}
		}
	}
}
