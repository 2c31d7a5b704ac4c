package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
)

// listen takes the keys that reach no widget, and the chords of the table that
// no menu shows.
func (s *Shell) listen() {
	c := s.window.Canvas()
	c.SetOnTypedKey(s.key)
	c.SetOnTypedRune(s.typed)
}

// key acts on a named key that the focused widget has no use for.
func (s *Shell) key(event *fyne.KeyEvent) {
	if s.covered() {
		if event.Name == fyne.KeyEscape {
			s.uncover()
		}
		return
	}
	if c := s.table.Named(event.Name); c != nil && !s.typing() {
		s.perform(c)
	}
}

// typed acts on a typed character.
func (s *Shell) typed(r rune) {
	if s.covered() {
		return
	}
	if c := s.table.Written(r); c != nil && !s.typing() {
		s.perform(c)
	}
}

// chord acts on a key with modifiers.
func (s *Shell) chord(shortcut fyne.Shortcut) {
	if c := s.table.Chord(shortcut); c != nil {
		s.perform(c)
	}
}

// perform does what a command says, or says why it is off. A chord that means
// something else to the text field that has the focus goes there.
func (s *Shell) perform(c *command.Command) {
	if s.covered() {
		return
	}
	if s.toField(c) {
		return
	}
	s.unveil(c)
	if reason := c.Reason(); reason != "" {
		s.strip.Show(status.Message{Text: locale.T(textOffNow, c.Title, reason), Transient: true})
		return
	}
	c.Run()
}

// textField is a widget that text is typed into.
type textField interface {
	fyne.Shortcutable
	SelectedText() string
	SetPlaceHolder(text string)
}

var _ textField = (*widget.Entry)(nil)

// typing reports whether the keyboard belongs to a text field.
func (s *Shell) typing() bool {
	_, ok := s.window.Canvas().Focused().(textField)
	return ok
}

// toField hands undo, redo and paste to the text field that has the focus.
func (s *Shell) toField(c *command.Command) bool {
	field, ok := s.window.Canvas().Focused().(textField)
	if !ok || c.InFields {
		return false
	}
	for _, key := range c.Keys {
		switch shortcut := key.Shortcut().(type) {
		case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
			field.TypedShortcut(shortcut)
			return true
		case *fyne.ShortcutPaste:
			field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.app.Clipboard()})
			return true
		}
	}
	return false
}

// covered reports whether something lies over the window and wants the keys.
func (s *Shell) covered() bool { return s.window.Canvas().Overlays().Top() != nil }

// uncover takes away what lies over the window.
func (s *Shell) uncover() {
	if s.overlay != nil {
		s.overlay.Hide()
		s.overlay = nil
		return
	}
	if top := s.window.Canvas().Overlays().Top(); top != nil {
		top.Hide()
	}
}

// makeCommands makes the table for the open project, and everything that is
// made from it.
func (s *Shell) makeCommands() {
	s.table = command.NewTable(s.commands())
	s.menu = command.NewBar(s.table, menus, s.perform)
	s.window.SetMainMenu(s.menu.Main())
	c := s.window.Canvas()
	for _, known := range s.table.All() {
		for _, key := range known.Keys {
			if key.Modifier != 0 {
				c.AddShortcut(key.Shortcut(), s.chord)
			}
		}
	}
}

// updateMenu brings the menu up to date; drawing it anew is dear, so that it
// happens only when something on it changed.
func (s *Shell) updateMenu() {
	if s.menu.Update() {
		s.menu.Main().Refresh()
	}
}
