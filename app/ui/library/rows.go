package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rows is the list with the keys of the window: what the list itself has no
// use for goes on to the commands.
type rows struct {
	widget.List

	actions listActions
	at      int  // the row that the keys act on
	shifted bool // Shift is held
}

// listActions is what keys on the list do.
type listActions struct {
	key      func(*fyne.KeyEvent)
	typed    func(rune)
	shortcut func(fyne.Shortcut)
	leave    func()
	all      func()
	extend   func(index int)
	remove   func()
}

var (
	_ desktop.Keyable   = (*rows)(nil)
	_ fyne.Shortcutable = (*rows)(nil)
)

func newRows(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *rows {
	r := &rows{}
	r.Length, r.CreateItem, r.UpdateItem = length, create, update
	r.HideSeparators = true
	r.ExtendBaseWidget(r)
	return r
}

// settleOn makes a row the one that the keys act on.
func (r *rows) settleOn(index int) {
	r.at = index
	r.Highlight(index)
}

// KeyDown is called by the toolkit.
func (r *rows) KeyDown(event *fyne.KeyEvent) { r.shift(event, true) }

// KeyUp is called by the toolkit.
func (r *rows) KeyUp(event *fyne.KeyEvent) { r.shift(event, false) }

func (r *rows) shift(event *fyne.KeyEvent, held bool) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		r.shifted = held
	}
}

// FocusLost is called by the toolkit.
func (r *rows) FocusLost() {
	r.shifted = false
	r.List.FocusLost()
}

// TypedKey is called by the toolkit.
func (r *rows) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp:
		r.step(event, -1)
	case fyne.KeyDown:
		r.step(event, 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyDelete:
		r.actions.remove()
	case fyne.KeyEscape:
		r.actions.leave()
	default:
		r.actions.key(event)
	}
}

// step goes to the next row; with Shift everything on the way is chosen.
func (r *rows) step(event *fyne.KeyEvent, by int) {
	r.at = max(0, min(r.at+by, r.Length()-1))
	r.List.TypedKey(event)
	if r.shifted {
		r.actions.extend(r.at)
	}
}

// TypedRune is called by the toolkit.
func (r *rows) TypedRune(typed rune) { r.actions.typed(typed) }

// TypedShortcut is called by the toolkit.
func (r *rows) TypedShortcut(shortcut fyne.Shortcut) {
	if _, all := shortcut.(*fyne.ShortcutSelectAll); all {
		r.actions.all()
		return
	}
	r.actions.shortcut(shortcut)
}
