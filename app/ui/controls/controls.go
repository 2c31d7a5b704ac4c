// Package controls hands keys and menus to the commands of one table.
package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
)

// Cover is what lies over the window; while it does, keys belong to it.
type Cover interface {
	Shown() bool
	Hide()
}

// Actions are what a command may need before it runs.
type Actions struct {
	Unveil func(c *command.Command) // puts away what hides that which the command is about
	Say    func(text string)        // says why a command is off
	Paste  func() fyne.Clipboard    // what a text field pastes from
}

// Controls are the keys and the menu of a window.
type Controls struct {
	window  fyne.Window
	cover   Cover
	actions Actions
	table   *command.Table
	menu    *command.Bar
}

// New takes the keys of a window that reach no widget. It has no commands yet.
func New(window fyne.Window, cover Cover, actions Actions) *Controls {
	k := &Controls{window: window, cover: cover, actions: actions}
	window.Canvas().SetOnTypedKey(k.Key)
	window.Canvas().SetOnTypedRune(k.Rune)
	return k
}

// Lay makes the table of these commands, and everything that is made from it:
// the menus, in their order, and the chords that no menu shows.
func (k *Controls) Lay(commands []command.Command, menus []command.Menu) {
	k.table = command.NewTable(commands)
	k.menu = command.NewBar(k.table, menus, k.Perform)
	k.window.SetMainMenu(k.menu.Main())
	for _, known := range k.table.All() {
		for _, key := range known.Keys {
			if key.Modifier != 0 {
				k.window.Canvas().AddShortcut(key.Shortcut(), k.Chord)
			}
		}
	}
}

// Table returns the commands.
func (k *Controls) Table() *command.Table { return k.table }

// SetMode makes the keys mean what they mean on a page.
func (k *Controls) SetMode(mode command.Mode) {
	k.table.SetMode(mode)
	k.Update()
}

// Update brings the menu up to date; drawing it anew is dear, so that it
// happens only when something on it changed.
func (k *Controls) Update() {
	if k.menu.Update() {
		k.menu.Main().Refresh()
	}
}

// Key acts on a named key that the focused widget has no use for.
func (k *Controls) Key(event *fyne.KeyEvent) {
	if k.cover.Shown() {
		if event.Name == fyne.KeyEscape {
			k.cover.Hide()
		}
		return
	}
	if c := k.table.Named(event.Name); c != nil && !k.typing() {
		k.Perform(c)
	}
}

// Rune acts on a typed character.
func (k *Controls) Rune(r rune) {
	if k.cover.Shown() {
		return
	}
	if c := k.table.Written(r); c != nil && !k.typing() {
		k.Perform(c)
	}
}

// Chord acts on a key with modifiers.
func (k *Controls) Chord(shortcut fyne.Shortcut) {
	if c := k.table.Chord(shortcut); c != nil {
		k.Perform(c)
	}
}

// Perform does what a command says, or says why it is off. A chord that means
// something else to the text field that has the focus goes there.
func (k *Controls) Perform(c *command.Command) {
	if k.cover.Shown() || k.toField(c) {
		return
	}
	k.actions.Unveil(c)
	if reason := c.Reason(); reason != "" {
		k.actions.Say(locale.T("%s: %s.", c.Title, reason))
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
func (k *Controls) typing() bool {
	_, ok := k.window.Canvas().Focused().(textField)
	return ok
}

// toField hands undo, redo and paste to the text field that has the focus.
func (k *Controls) toField(c *command.Command) bool {
	field, ok := k.window.Canvas().Focused().(textField)
	if !ok || c.InFields {
		return false
	}
	for _, key := range c.Keys {
		switch shortcut := key.Shortcut().(type) {
		case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
			field.TypedShortcut(shortcut)
			return true
		case *fyne.ShortcutPaste:
			field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: k.actions.Paste()})
			return true
		}
	}
	return false
}
