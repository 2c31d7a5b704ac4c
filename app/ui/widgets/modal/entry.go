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
	Left   func() // the keyboard has gone elsewhere
}

// NewEntry makes a field with a text in it, which is selected when the field
// gets the keyboard: typing replaces it.
func NewEntry(text string) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	return e
}

// NewLines makes a field that wraps a longer text into rows, so many of which
// are shown. Enter still answers the page, and Tab goes on to the next field.
func NewLines(text string, rows int) *Entry {
	e := NewEntry(text)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

// AcceptsTab is called by the toolkit.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained is called by the toolkit.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusLost is called by the toolkit.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.Left != nil {
		e.Left()
	}
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
