package overlay_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/overlay"
	"glossator/app/ui/widgets/modal"
)

// place is an overlay over a window, and how often the keyboard was given back.
func place(t *testing.T) (over *overlay.Overlay, bare *int) {
	t.Helper()
	test.NewApp()
	window := test.NewWindow(widget.NewLabel("below"))
	window.Resize(fyne.NewSize(800, 600))
	t.Cleanup(window.Close)
	bare = new(int)
	return overlay.New(window, func() { *bare++ }, func(err error) { t.Error(err) }), bare
}

func TestHiddenPageGivesTheKeyboardBack(t *testing.T) {
	over, bare := place(t)
	page := modal.New("Title", widget.NewLabel("content"), over.Canvas(), modal.Button{Text: "Close"})
	over.Show(page)
	if !over.Shown() || over.Top() != overlay.Page(page) {
		t.Fatalf("the page is shown: %v", over.Shown())
	}
	over.Hide()
	if over.Shown() || over.Top() != nil || *bare != 1 {
		t.Errorf("shown %v, given back %d times", over.Shown(), *bare)
	}
	over.Hide()
	if *bare != 1 {
		t.Error("the keyboard was given back by nothing")
	}
}

func TestPageOverAPageKeepsTheKeyboard(t *testing.T) {
	over, bare := place(t)
	first := modal.New("First", widget.NewLabel(""), over.Canvas())
	second := modal.New("Second", widget.NewLabel(""), over.Canvas())
	over.Show(first)
	over.Show(second)
	over.Hide()
	if *bare != 0 || !over.Shown() {
		t.Errorf("shown %v, given back %d times", over.Shown(), *bare)
	}
}

func TestTargetIsTheFileThatIsNamed(t *testing.T) {
	over, _ := place(t)
	folder, path := t.TempDir(), ""
	fields := over.AskTarget(overlay.Target{
		Title: "Save", Answer: "Save", Folder: folder, Name: "First", Extension: ".txt", Then: func(p string) { path = p },
	})
	fields.SetName(" ")
	fields.Name().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if path != "" || !over.Shown() {
		t.Fatalf("a file without a name goes to %q", path)
	}
	fields.SetName("Second")
	fields.Name().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := filepath.Join(folder, "Second.txt"); path != want || over.Shown() {
		t.Errorf("the file goes to %q, want %q; still asked: %v", path, want, over.Shown())
	}
}

func TestEscapeAnswersNothing(t *testing.T) {
	over, _ := place(t)
	over.AskName("Name", "Aigerim Example", widget.NewLabel(""), func(name string) { t.Errorf("%q was taken", name) })
	over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if over.Shown() {
		t.Error("the question stays")
	}
}
