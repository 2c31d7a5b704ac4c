package preferences

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
)

const titlePreferences = "Preferences"

// Window shows the page in a window of its own, so that one sees beside it what
// a change does.
type Window struct {
	open    func(title string) fyne.Window
	values  func() Values
	actions Actions
	window  fyne.Window // nil: closed
	page    *Page       // what it shows
}

// NewWindow makes a window that is not there yet: open makes it when it is
// shown, values returns what the page shows.
func NewWindow(open func(title string) fyne.Window, values func() Values, actions Actions) *Window {
	w := &Window{open: open, values: values, actions: actions}
	w.actions.Close = w.close
	return w
}

// Show opens the window or brings it to the front.
func (w *Window) Show() {
	if w.window == nil {
		w.window = w.open(locale.T(titlePreferences))
		w.window.SetPadded(false)
		w.window.Resize(fyne.NewSize(Width, Height))
		w.window.SetOnClosed(func() { w.window, w.page = nil, nil })
	}
	w.lay()
	w.window.Show()
	w.window.RequestFocus()
	w.window.Canvas().Focus(w.page.First())
}

// Refresh makes the page anew in the present language.
func (w *Window) Refresh() {
	if w.window != nil {
		w.lay()
		w.window.Canvas().Focus(w.page.First())
	}
}

// Follow shows on the page what was changed elsewhere.
func (w *Window) Follow() {
	if w.page != nil {
		w.page.Show(w.values())
	}
}

// Shown returns the window, nil while it is closed.
func (w *Window) Shown() fyne.Window { return w.window }

// Page returns what the window shows, nil while it is closed.
func (w *Window) Page() *Page { return w.page }

func (w *Window) lay() {
	w.page = New(w.values(), w.actions)
	w.window.SetTitle(locale.T(titlePreferences))
	w.window.SetContent(w.page.Object())
	w.window.Canvas().SetOnTypedKey(func(event *fyne.KeyEvent) {
		if event.Name == fyne.KeyEscape {
			w.actions.Close()
		}
	})
}

func (w *Window) close() {
	if w.window != nil {
		w.window.Close()
	}
}
