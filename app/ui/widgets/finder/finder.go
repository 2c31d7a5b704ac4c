// Package finder is the field for words to look for, above a list that gets
// shorter while the user types.
package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Actions is what a finder needs from its page. Changed and Down may be nil.
type Actions struct {
	Changed func(words string)
	Enter   func() // goes to what was found
	Down    func() // moves on into the list
	Leave   func() // hears Escape in an empty field
}

// Finder is a field of one line. Escape empties it, and then leaves it.
type Finder struct {
	widget.Entry

	actions Actions
}

// New makes an empty finder. The hint stands in it as long as it is empty.
func New(hint string, actions Actions) *Finder {
	f := &Finder{actions: actions}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(hint)
	f.OnChanged = actions.Changed
	return f
}

// TypedKey is called by the toolkit.
func (f *Finder) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyEscape && f.Text != "":
		f.SetText("")
	case event.Name == fyne.KeyEscape:
		f.actions.Leave()
	case event.Name == fyne.KeyReturn || event.Name == fyne.KeyEnter:
		f.actions.Enter()
	case event.Name == fyne.KeyDown && f.actions.Down != nil:
		f.actions.Down()
	default:
		f.Entry.TypedKey(event)
	}
}
