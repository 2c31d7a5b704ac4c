package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// rows is the list with the keys of the window: what the list itself has no
// use for goes on to the commands.
type rows struct {
	widget.List

	onKey  func(*fyne.KeyEvent)
	onRune func(rune)
	leave  func()
}

func newRows(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *rows {
	r := &rows{}
	r.Length, r.CreateItem, r.UpdateItem = length, create, update
	r.HideSeparators = true
	r.ExtendBaseWidget(r)
	return r
}

// TypedKey is called by the toolkit.
func (r *rows) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace:
		r.List.TypedKey(event)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyEscape:
		r.leave()
	default:
		r.onKey(event)
	}
}

// TypedRune is called by the toolkit.
func (r *rows) TypedRune(typed rune) { r.onRune(typed) }
