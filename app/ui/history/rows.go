package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// rows is the list with the keys of the window: what the list itself has no
// use for goes on to the commands.
type rows struct {
	widget.List

	actions Actions
}

func newRows(length func() int, update func(widget.ListItemID, fyne.CanvasObject), actions Actions) *rows {
	r := &rows{actions: actions}
	r.Length, r.UpdateItem = length, update
	r.CreateItem = func() fyne.CanvasObject { return newRow() }
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
		r.actions.Leave()
	default:
		r.actions.Key(event)
	}
}

// TypedRune is called by the toolkit.
func (r *rows) TypedRune(typed rune) { r.actions.Rune(typed) }

// TypedShortcut passes the chords on that no menu has.
func (r *rows) TypedShortcut(shortcut fyne.Shortcut) { r.actions.Shortcut(shortcut) }
