package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/command"
	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

func TestFirstStartShowsWhatToPress(t *testing.T) {
	r := newRig(t)
	r.says("press 1, 2 or 3")
	r.inText()
	if got := r.title(); !strings.HasPrefix(got, "Ministry presents plan") {
		t.Errorf("the open article is %q", got)
	}
	if got := r.shell.window.Title(); got != "My project — Glossator" {
		t.Errorf("the window is called %q", got)
	}
	line := r.shell.desk.line
	if line.Saved() != "Saved" || line.Place() != "Sentence 1 of 22" {
		t.Errorf("the line says %q, %q", line.Saved(), line.Place())
	}
}

func TestStatusLineCounts(t *testing.T) {
	r := newRig(t)
	r.press("1")
	r.press("2")
	r.press(fyne.KeyDown)
	r.press("2")
	if got := r.shell.desk.line.Counts(); fmt.Sprint(got) != "[1 2 0]" {
		t.Errorf("the line counts %v", got)
	}
	if got := r.shell.desk.line.Place(); got != "Sentence 2 of 22" {
		t.Errorf("the line says %q", got)
	}
}

func TestKeysWorkOnCyrillicKeyboards(t *testing.T) {
	r := newRig(t)
	r.write("оО")
	r.cursor(2)
	r.write("л")
	r.cursor(1)
	r.shell.window.Canvas().Unfocus()
	r.write("о")
	r.cursor(2)
	r.press("3") // a digit is the same key, whatever it writes
	r.has(2, "claim")
	r.write("т")
	r.left()
}

func TestNoKeyActsWhileTextIsTyped(t *testing.T) {
	r := newRig(t)
	r.press("1")
	r.write("n")
	r.write("12")
	r.press("2")
	r.has(0, "commitment")
	r.shell.app.Clipboard().SetContent("pasted")
	r.chord(command.Ctrl(fyne.KeyV).Shortcut())
	r.chord(command.Ctrl(fyne.KeyZ).Shortcut())
	r.chord(command.CtrlShift(fyne.KeyZ).Shortcut())
	r.has(0, "commitment")
	if field, ok := r.shell.window.Canvas().Focused().(interface{ Value() string }); !ok || field.Value() != "12pasted" {
		t.Errorf("the field holds %v", r.shell.window.Canvas().Focused())
	}
	if rows := r.shell.desk.library.Rows(); rows != 1 {
		t.Errorf("%d articles: the paste went past the field", rows)
	}
}

func TestKeysWorkWithoutFocus(t *testing.T) {
	r := newRig(t)
	r.shell.window.Canvas().Unfocus()
	r.press(fyne.KeyDown)
	r.press("1")
	r.has(1, "commitment")
	r.press(fyne.KeyEscape)
	r.inText()
}

func TestSentenceIsClickedAndLabelledByMouse(t *testing.T) {
	r := newRig(t)
	view := r.shell.desk.reader.View()
	at, ok := view.SentenceAnchor(3)
	if !ok {
		t.Fatal("sentence 3 is out of sight")
	}
	test.TapAt(view, at)
	r.settle()
	r.cursor(3)
	test.TapSecondaryAt(view, at)
	r.settle()
	r.isCovered(true)
	r.shell.over.Hide()
	r.isCovered(false)
}

func TestRowOfTheListOpensItsArticle(t *testing.T) {
	r := newRig(t)
	r.addThree()
	r.shell.desk.library.FocusList()
	r.press(fyne.KeyDown)
	r.press(fyne.KeyReturn)
	if got := r.title(); got != "Second report" {
		t.Errorf("the open article is %q", got)
	}
	r.inText()
}

func TestCursorComesBackWithTheArticle(t *testing.T) {
	r := newRig(t)
	r.press(fyne.KeyEnd)
	r.addThree()
	r.do("article.next")
	r.do("article.next")
	r.do("article.next")
	r.cursor(21)
}

func TestDroppedFilesAndProjects(t *testing.T) {
	r := newRig(t)
	bad := filepath.Join(t.TempDir(), "empty.txt")
	if err := os.WriteFile(bad, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	good := r.article("Report", "The court opened 12 centres.", "More will follow.")
	r.shell.dropped(fyne.Position{}, []fyne.URI{
		storage.NewFileURI(good), storage.NewFileURI(bad), storage.NewFileURI(good),
	})
	r.settle()
	r.says("1 article added, 1 already there, 1 failed.")
	if content, _ := r.ws().Article(); content.Article.Title == "Report" {
		t.Error("several files took the reader away from the open article")
	}
	message := r.shell.strip
	message.Act()
	r.escapes()

	other := filepath.Join(t.TempDir(), "Other"+projectExtension)
	ws, err := r.shell.projects.Create(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	r.shell.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(other)})
	r.tap("Open it in place of this project")
	if got := r.shell.window.Title(); !strings.HasPrefix(got, "Other") {
		t.Errorf("the window is called %q", got)
	}
}

func TestImportStops(t *testing.T) {
	r := newRig(t)
	var paths []string
	for i := range 30 {
		paths = append(paths, r.article(fmt.Sprintf("Report %d", i), fmt.Sprintf("The court opened %d centres.", i)))
	}
	r.shell.arrivals.addPaths(paths)
	r.shell.strip.Act()
	r.settle()
	r.says("Stopped.")
}

func TestProjectThatCannotBeOpenedLeavesTheOldOne(t *testing.T) {
	r := newRig(t)
	path := filepath.Join(t.TempDir(), "Notes"+projectExtension)
	if err := os.WriteFile(path, []byte("no project at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.gate.openFile(path)
	r.settle()
	r.says("Notes" + projectExtension)
	r.press("1")
	r.has(0, "commitment")
	r.says("Notes" + projectExtension) // a failure stays until it is closed
}

// failing opens nothing.
type failing struct{ projects }

func (failing) Default(context.Context) (*workspace.Workspace, bool, error) {
	return nil, false, errors.New("raw cause")
}

func TestWindowWithoutAProject(t *testing.T) {
	q := &stage.Queue{}
	s := New(test.NewApp(), failing{projects{t: t, folder: t.TempDir()}}, q.Post)
	t.Cleanup(s.end)
	s.Begin("", []string{"a.txt"})
	s.work.Actions.Wait()
	q.Drain()
	if got := s.content.about.Text; got == "" || strings.Contains(got, "raw cause") {
		t.Errorf("the window says %q", got)
	}
	for _, c := range s.keys.Table().All() {
		if c.Off != nil && c.Reason() != "" {
			s.keys.Perform(&c)
		}
	}
	s.keys.Key(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got := s.strip.Text(); !strings.Contains(got, reasonNoProject) {
		t.Errorf("the strip says %q", got)
	}
}

func TestNextSessionGoesOnWhereThisOneEnded(t *testing.T) {
	r := newRig(t)
	r.shell.choices.setMode(theme.Dark)
	r.do("zoom.in")
	r.press(fyne.KeyDown)
	r.press(fyne.KeyDown)
	r.press("2")
	preferences := r.shell.app.Preferences()
	r.shell.desk.panes.OnDragged(r.shell.desk.panes.Widths())
	r.shell.Quit()
	q := &stage.Queue{}
	a := sameMachine{test.NewApp(), preferences}
	next := &rig{t: t, queue: q, home: r.home, shell: New(a, projects{t: t, folder: r.home}, q.Post)}
	next.shell.window.Show()
	next.shell.Begin("", nil)
	next.settle()
	t.Cleanup(next.shell.end)
	next.cursor(2)
	next.has(2, "statistic")
	next.isMode(theme.Dark)
	next.isSize(18)
	next.do("undo")
	next.has(2, "")
}

// sameMachine is a new process with the preferences of the one before.
type sameMachine struct {
	fyne.App

	preferences fyne.Preferences
}

func (m sameMachine) Preferences() fyne.Preferences { return m.preferences }

func TestWhatAnotherProgramWritesAppears(t *testing.T) {
	r := newRig(t)
	options := projects{t: t, folder: r.home}.options()
	options.Share = true
	st, err := store.Open(r.ws().Path(), options)
	if err != nil {
		t.Fatal(err)
	}
	other, err := workspace.New(t.Context(), st, "Colleague")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	content, _ := r.ws().Article()
	if err := other.OpenArticle(t.Context(), content.Article.UID); err != nil {
		t.Fatal(err)
	}
	if _, err := other.ToggleLabel(t.Context(), 0, "claim"); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Import(t.Context(), []string{r.article("New report", "The court opened 12 centres.")}, nil); err != nil {
		t.Fatal(err)
	}
	r.shell.watch.Look(r.ws())
	r.settle()
	if sentence, _ := r.ws().Current(); len(sentence.Others) != 1 {
		t.Errorf("%d tags of others, want 1", len(sentence.Others))
	}
	if rows := r.shell.desk.library.Rows(); rows != 2 {
		t.Errorf("%d articles in the list, want 2", rows)
	}
	r.cursor(0)
}

func TestRefusalGoesAwayAndFailureStays(t *testing.T) {
	r := newRig(t)
	r.shell.failures.fail(models.Errorf(models.CodeInvalid, "This is not allowed."))
	r.press("1")
	if got := r.shell.strip.Text(); got != "" {
		t.Errorf("the strip still says %q", got)
	}
	r.shell.failures.fail(models.Errorf(models.CodeDiskFull, "The disk is full."))
	r.press("1")
	r.says("The disk is full.")
}

func TestEmptyListSaysWhatToDo(t *testing.T) {
	r := newRig(t)
	r.shell.gate.create(filepath.Join(r.home, "Empty"+projectExtension))
	r.settle()
	if rows := r.shell.desk.library.Rows(); rows != 0 {
		t.Fatalf("%d articles", rows)
	}
	if text := texts(r.shell.window.Content()); !strings.Contains(text, "Drop files or folders here") ||
		!strings.Contains(text, "No article open") {
		t.Errorf("the window says %q", text)
	}
}

func TestSaidOnlyOnceWhileSaving(t *testing.T) {
	r := newRig(t)
	release := make(chan struct{})
	r.shell.work.Change(func(context.Context) error { <-release; return nil })
	r.shell.desk.line.Saving(true)
	if got := r.shell.desk.line.Saved(); got != "Saving…" {
		t.Errorf("the line says %q", got)
	}
	close(release)
	r.settle()
	if got := r.shell.desk.line.Saved(); got != "Saved" {
		t.Errorf("the line says %q", got)
	}
}

func TestArticleWithoutSentences(t *testing.T) {
	r := newRig(t)
	if text := texts(r.shell.window.Content()); strings.Contains(text, "no sentences, so") {
		t.Errorf("the window says %q", text)
	}
	added, err := r.ws().Add(t.Context(), models.Document{
		Title: "Only a title", Text: "Only a title", Format: "text", Name: "bare.txt",
		Blocks: []models.Block{{Kind: models.BlockTitle, EndOff: 12}}, Original: []byte("Only a title"),
	})
	if err != nil {
		t.Fatal(err)
	}
	r.shell.route.openArticle(added.Article.UID)
	r.settle()
	if text := texts(r.shell.window.Content()); !strings.Contains(text, "no sentences, so there is nothing to label") {
		t.Errorf("the window says %q", text)
	}
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyTab, fyne.KeyReturn, "1", "0", fyne.KeySpace} {
		r.press(name)
	}
	if got := r.shell.desk.line.Place(); got != "No sentences" {
		t.Errorf("the line says %q", got)
	}
}

func TestWindowFitsASmallScreen(t *testing.T) {
	r := newRig(t)
	if least := r.shell.window.Content().MinSize(); least.Width > 900 || least.Height > 560 {
		t.Errorf("the window cannot be smaller than %v", least)
	}
}
