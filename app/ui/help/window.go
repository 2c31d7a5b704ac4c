package help

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
	"glossator/models"
)

const titleCodebook = "Codebook"

// Window shows the codebook in a window of its own, so that it can stand beside
// the text.
type Window struct {
	open   func(title string) fyne.Window
	book   func() models.Codebook
	window fyne.Window // nil: closed
}

// NewWindow makes a window that is not there yet: open makes it when it is
// first shown, book returns what it shows.
func NewWindow(open func(title string) fyne.Window, book func() models.Codebook) *Window {
	return &Window{open: open, book: book}
}

// Show shows the codebook at the label of a key, or for an empty one at the
// general rules. A window that comes new has this size.
func (w *Window) Show(key string, size fyne.Size) {
	if w.window == nil {
		w.window = w.open(locale.T(titleCodebook))
		w.window.SetPadded(false)
		w.window.Resize(size)
		w.window.SetOnClosed(func() { w.window = nil })
		w.window.Canvas().SetOnTypedKey(func(event *fyne.KeyEvent) {
			if event.Name == fyne.KeyEscape {
				w.window.Close()
			}
		})
	}
	w.window.SetContent(Codebook(w.book(), key))
	w.window.Show()
	w.window.RequestFocus()
}

// Refresh shows what the codebook says now, in the present language.
func (w *Window) Refresh() {
	if w.window != nil {
		w.window.SetTitle(locale.T(titleCodebook))
		w.window.SetContent(Codebook(w.book(), ""))
	}
}

// Shown returns the window, nil while it is closed.
func (w *Window) Shown() fyne.Window { return w.window }
