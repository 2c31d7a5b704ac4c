// Package field holds the inputs of a form that saves by itself: they tell
// when a value is to be saved, hand the keys that leave the form to it, and
// show a caption above and a word about the value below.
package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Hooks are what an input tells its form. Each may be nil.
type Hooks struct {
	Commit  func()                  // the value is to be saved: Enter, a choice, or the focus left
	Done    func()                  // Escape or Ctrl+Enter, after Commit: typing is over
	Cancel  func()                  // Escape, in place of Commit and Done; nil: Escape is as Ctrl+Enter
	Help    func()                  // F1
	Focused func(fyne.CanvasObject) // the input has the focus now, so it should be in view
	Blurred func()                  // the focus has left it, before Commit
	Edited  func()                  // the text has changed by typing
	Grown   func()                  // the height has changed, so the form is to be laid out anew
	Taken   func()                  // Enter in an empty input that shows a proposed value
	Offered func() bool             // Down: takes what is offered beside the input, and reports whether there was anything
}

// Input is a value that can be edited. The value is text in every case; empty
// means that nothing is set.
type Input interface {
	fyne.Widget
	fyne.Focusable
	fyne.Disableable
	Value() string
	SetValue(value string) // does not call a hook
	SetGhost(words string) // shows a proposed value in a lighter tone while nothing is set; "": none
}

func call(hook func()) {
	if hook != nil {
		hook()
	}
}

func (h Hooks) focused(object fyne.CanvasObject) {
	if h.Focused != nil {
		h.Focused(object)
	}
}

func (h Hooks) blurred() {
	call(h.Blurred)
	call(h.Commit)
}

// key handles the keys that leave the form; it reports whether it did.
func (h Hooks) key(event *fyne.KeyEvent) bool {
	switch event.Name {
	case fyne.KeyEscape:
		if h.Cancel != nil {
			h.Cancel()
			return true
		}
		h.leave()
	case fyne.KeyF1:
		call(h.Help)
	default:
		return false
	}
	return true
}

// shortcut handles the chords that leave the form; it reports whether it did.
func (h Hooks) shortcut(shortcut fyne.Shortcut) bool {
	chord, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || chord.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	if chord.KeyName != fyne.KeyReturn && chord.KeyName != fyne.KeyEnter {
		return false
	}
	h.leave()
	return true
}

func (h Hooks) leave() {
	call(h.Commit)
	call(h.Done)
}
