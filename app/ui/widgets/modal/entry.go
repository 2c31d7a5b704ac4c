package modal

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field of a page. Escape closes the page and Enter answers
// it.
type Entry struct {
	widget.Entry

	Escape func()
	Enter  func()
}

// NewEntry makes a field with a text in it, which is selected when the field
// gets the keyboard: typing replaces it.
func NewEntry(text string) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	return e
}

// FocusGained is called by the toolkit.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// TypedKey is called by the toolkit.
func (e *Entry) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyEscape && e.Escape != nil:
		e.Escape()
	case (event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter) && e.Enter != nil:
		e.Enter()
	default:
		e.Entry.TypedKey(event)
	}
}
