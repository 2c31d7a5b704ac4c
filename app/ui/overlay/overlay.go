// Package overlay keeps what lies over the window, one page at a time: Escape
// takes it away, and what is below gets the keyboard back.
package overlay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/modal"
)

// Page is something over the window that Escape takes away.
type Page interface{ Hide() }

// Overlay is the place over one window.
type Overlay struct {
	window fyne.Window
	bare   func()      // gives the keyboard to what is below
	fail   func(error) // hears why a file that was chosen cannot be used
	top    Page        // nil: nothing lies there, or a menu does
}

// New makes the place over a window. When a page has gone and nothing else lies
// over the window, bare gives the keyboard back.
func New(window fyne.Window, bare func(), fail func(error)) *Overlay {
	return &Overlay{window: window, bare: bare, fail: fail}
}

// Window returns the window below, for the dialogs of the toolkit.
func (o *Overlay) Window() fyne.Window { return o.window }

// Canvas returns that of the window below.
func (o *Overlay) Canvas() fyne.Canvas { return o.window.Canvas() }

// Focus gives the keyboard to a part of the page.
func (o *Overlay) Focus(part fyne.Focusable) { o.window.Canvas().Focus(part) }

// Show shows a page over the window.
func (o *Overlay) Show(m *modal.Modal) {
	o.Put(m)
	m.SetOnClosed(o.Gone)
	m.Show()
}

// Put says which page was shown over the window. The page calls [Overlay.Gone]
// when it closes.
func (o *Overlay) Put(page Page) { o.top = page }

// Gone is what a page calls that has closed.
func (o *Overlay) Gone() {
	o.top = nil
	if !o.Shown() {
		o.bare()
	}
}

// Top returns the page over the window, nil for none.
func (o *Overlay) Top() Page { return o.top }

// Shown reports whether something lies over the window and wants the keys.
func (o *Overlay) Shown() bool { return o.window.Canvas().Overlays().Top() != nil }

// Hide takes away what lies over the window.
func (o *Overlay) Hide() {
	if o.top != nil {
		o.top.Hide()
		o.top = nil
		return
	}
	if top := o.window.Canvas().Overlays().Top(); top != nil {
		top.Hide()
	}
}

// Menu shows a menu at a point of the window.
func (o *Overlay) Menu(menu *fyne.Menu, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(menu, o.window.Canvas(), at)
}

// Roomy is the size of a page with much to read, in units.
func (o *Overlay) Roomy() fyne.Size {
	const width, height = 760, 620 // units
	size := o.window.Canvas().Size()
	return fyne.NewSize(min(width, size.Width*share), min(height, size.Height*share))
}
