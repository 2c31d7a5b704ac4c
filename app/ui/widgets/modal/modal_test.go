package modal_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/modal"
)

func TestModalIsAnsweredOnce(t *testing.T) {
	test.NewApp()
	window := test.NewWindow(widget.NewLabel("below"))
	defer window.Close()
	window.Resize(fyne.NewSize(800, 600))
	var log []string
	note := func(what string) func() { return func() { log = append(log, what) } }
	m := modal.New("Title", widget.NewLabel("content"), window.Canvas(),
		modal.Button{Text: "Stay", Stay: true, Press: note("stay")},
		modal.Button{Text: "Go", Primary: true, Press: note("go")})
	m.SetOnClosed(note("closed"))
	m.Resize(fyne.NewSize(5000, 10))
	m.Show()
	if got := window.Canvas().Overlays().Top(); got == nil {
		t.Fatal("nothing lies over the window")
	}
	test.Tap(m.Button(0))
	if !m.Shown() {
		t.Error("the page went although it was to stay")
	}
	test.Tap(m.Button(1))
	m.Hide()
	if m.Shown() || len(log) != 3 || log[0] != "stay" || log[1] != "closed" || log[2] != "go" {
		t.Errorf("shown %v, log %v", m.Shown(), log)
	}
}

func TestEntryAnswersThePage(t *testing.T) {
	test.NewApp()
	window := test.NewWindow(widget.NewLabel("below"))
	defer window.Close()
	entered, escaped := false, false
	entry := modal.NewEntry("New project")
	entry.Enter, entry.Escape = func() { entered = true }, func() { escaped = true }
	window.SetContent(entry)
	window.Canvas().Focus(entry)
	test.Type(entry, "Two")
	if entry.Text != "Two" {
		t.Errorf("typing made %q of the selected text", entry.Text)
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !entered || !escaped {
		t.Errorf("Enter %v, Escape %v", entered, escaped)
	}
}
