package consistency

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/keyboard"
)

// list is a list whose keys belong to the page first and then to the window.
type list struct {
	widget.List

	keys map[fyne.KeyName]func()
	rune func(rune)
	at   int
}

func newList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *list {
	l := &list{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnHighlighted = func(at widget.ListItemID) { l.at = at }
	l.ExtendBaseWidget(l)
	return l
}

// moved calls react as well whenever the cursor moves.
func (l *list) moved(react func(at int)) {
	l.OnHighlighted = func(at widget.ListItemID) {
		l.at = at
		react(at)
	}
}

// goTo puts the cursor on a row, the last one when there are not so many.
func (l *list) goTo(at int) {
	if last := l.Length() - 1; last >= 0 {
		l.Highlight(max(0, min(at, last)))
	}
}

// TypedKey is called by the toolkit.
func (l *list) TypedKey(event *fyne.KeyEvent) {
	if react, known := l.keys[event.Name]; known {
		react()
		return
	}
	l.List.TypedKey(event)
}

// TypedRune is called by the toolkit.
func (l *list) TypedRune(typed rune) { l.rune(typed) }

// focus gives the keyboard to the list.
func (l *list) focus() {
	if window := keyboard.Canvas(l); window != nil {
		window.Focus(l)
	}
}
