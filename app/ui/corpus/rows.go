package corpus

import (
	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

// rows is the list of annotations. Its keys stay here: those of the article
// would change a sentence that nobody sees.
type rows struct {
	widget.List

	leave  func()
	filter func()         // gives the keyboard to the filter
	jump   func(rows int) // moves the cursor by so many rows
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
	case fyne.KeyReturn, fyne.KeyEnter:
		r.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyEscape:
		r.leave()
	case fyne.KeyPageDown:
		r.jump(r.screen())
	case fyne.KeyPageUp:
		r.jump(-r.screen())
	case fyne.KeyHome:
		r.jump(-r.Length())
	case fyne.KeyEnd:
		r.jump(r.Length())
	default:
		r.List.TypedKey(event)
	}
}

// screen is how many rows are in view.
func (r *rows) screen() int {
	return max(1, int(r.Size().Height/(rowHeight+theme.Units(toolkit.SizeNamePadding))))
}

// TypedRune is called by the toolkit.
func (r *rows) TypedRune(typed rune) {
	if typed == '/' {
		r.filter()
	}
}
