package field

import (
	"strings"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/excerpt"
)

var _ Input = (*Entry)(nil)

// How high an entry grows with its text, in rows; beyond that it scrolls.
const (
	maxRows  = 4  // of one line
	noteRows = 12 // of several
)

// Entry is a text that is typed. It wraps and grows with the text, as a cut
// value cannot be checked at a glance.
type Entry struct {
	widget.Entry

	hooks    Hooks
	hint     string // what is shown while nothing is typed and nothing proposed
	least    int    // rows that are shown at least
	most     int    // rows up to which it grows
	rows     int    // rows that are shown
	newlines bool   // Enter starts a new line
	lost     bool   // the toolkit lost the place behind a space, see [Entry.TypedRune]
	lostAt   int    // where it has the cursor instead, code points into the text
}

// NewEntry makes an entry of one line, on which Enter commits.
func NewEntry(hint string, hooks Hooks) *Entry { return newEntry(hint, 1, false, hooks) }

// NewNote makes an entry for several lines, of which at least so many are
// shown. Enter starts a new line; Tab goes to the next input as everywhere in a
// form.
func NewNote(hint string, rows int, hooks Hooks) *Entry { return newEntry(hint, rows, true, hooks) }

func newEntry(hint string, rows int, newlines bool, hooks Hooks) *Entry {
	e := &Entry{hooks: hooks, hint: hint, least: rows, most: max(rows, maxRows), rows: rows, newlines: newlines}
	if newlines {
		e.most = max(rows, noteRows)
	}
	e.PlaceHolder = hint
	e.MultiLine = true // for the wrapping; newlines says what Enter does
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.OnChanged = func(string) {
		e.grow()
		call(hooks.Edited)
	}
	e.ExtendBaseWidget(e)
	return e
}

// Resize wraps the text anew.
func (e *Entry) Resize(size fyne.Size) {
	widened := size.Width != e.Size().Width
	e.Entry.Resize(size)
	if widened {
		e.grow()
	}
}

// grow makes room for the text, or for the hint in its place, as it wraps at
// the present width.
func (e *Entry) grow() {
	room := e.Size().Width - 2*theme.Units(toolkit.SizeNameInnerPadding) - 2*theme.Units(toolkit.SizeNameInputBorder)
	if room <= 0 {
		return
	}
	shown := e.Text
	if shown == "" {
		shown = e.PlaceHolder
	}
	size := theme.Units(toolkit.SizeNameText)
	rows := 0
	for paragraph := range strings.SplitSeq(shown, "\n") {
		rows += max(1, len(excerpt.Wrap(paragraph, room, e.most, func(text string) float32 {
			return fyne.MeasureText(text, size, fyne.TextStyle{}).Width
		})))
	}
	rows = max(e.least, min(rows, e.most))
	if rows == e.rows {
		return
	}
	e.rows = rows
	e.SetMinRowsVisible(rows)
	call(e.hooks.Grown)
}

// Value returns the text.
func (e *Entry) Value() string { return e.Text }

// SetValue replaces the text and forgets its undo history.
func (e *Entry) SetValue(value string) {
	if value != e.Text {
		e.SetText(value)
	}
}

// SetGhost shows a proposed value where the hint stands.
func (e *Entry) SetGhost(words string) {
	if words == "" {
		words = e.hint
	}
	if words != e.PlaceHolder {
		e.SetPlaceHolder(words)
		e.grow()
	}
}

// AcceptsTab keeps Tab for moving on.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained asks for a place in view.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.hooks.focused(e)
}

// FocusLost commits.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.hooks.blurred()
}

// TypedKey handles the keys that leave the form before it edits.
func (e *Entry) TypedKey(event *fyne.KeyEvent) {
	if e.hooks.key(event) {
		return
	}
	if event.Name == fyne.KeyDown && e.hooks.Offered != nil && e.hooks.Offered() {
		return
	}
	enter := event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter
	if enter && !e.newlines {
		if e.Text == "" && e.PlaceHolder != e.hint {
			call(e.hooks.Taken)
		}
		call(e.hooks.Commit)
		return
	}
	e.Entry.TypedKey(event)
}

// TypedShortcut handles the chords that leave the form before it edits.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	if !e.hooks.shortcut(shortcut) {
		e.Entry.TypedShortcut(shortcut)
	}
}
