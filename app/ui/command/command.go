package command

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
)

// ID names a command in the program. It never changes and nobody reads it on
// screen.
type ID string

// Menu names the menu that a command stands in. It is the menu's title in
// English.
type Menu string

// Title returns the title in the user's language.
func (m Menu) Title() string { return locale.T(string(m)) }

// Mode names a way of working in which keys mean something of their own. The
// empty mode is the usual one.
type Mode string

// Command is one thing that a user can do.
type Command struct {
	ID    ID
	Title string // as menus show it, with an ellipsis when it asks first
	Help  string // one sentence for the sheet of keys and the palette
	Menu  Menu
	Group int // commands of one group stand together; a line divides groups

	// Keys are the ways to press it, the usual one first. None: MenuOnly says
	// that this is meant.
	Keys     []Key
	MenuOnly bool
	// Mode is the way of working in which the keys count, before those of the
	// usual one. Empty: they count always.
	Mode Mode

	// InFields lets a chord act while the user types into a text field.
	// Without it the field gets the chord.
	InFields bool
	// Context shows the command in the menu of the secondary mouse button; Rare
	// leaves it out there where it cannot act, so that the menu stays short.
	Context, Rare bool

	// Run does it, on the window's goroutine. It is not called while Off or Here
	// gives a reason.
	Run func()
	// Off returns why the command cannot be used now, as a short clause such
	// as "no article is open"; empty: it can. Nil: it always can.
	Off func() string
	// Here returns why the command makes no sense at the place of the cursor;
	// empty: it does. Nil: it always does. Unlike Off it may change with every
	// move, so that the main menu, which is dear to draw, does not show it.
	Here func() string
	// Checked reports whether to show a tick. Nil: never.
	Checked func() bool
	// Set reports whether there is a tick at the place of the cursor. Like Here
	// it is asked for the menu of the secondary mouse button only. Nil: never.
	Set func() bool
}

// Reason returns why the command cannot be used now; empty: it can.
func (c *Command) Reason() string {
	if reason := c.lasting(); reason != "" || c.Here == nil {
		return reason
	}
	return c.Here()
}

// lasting returns the reason that does not depend on the place of the cursor.
func (c *Command) lasting() string {
	if c.Off == nil {
		return ""
	}
	return c.Off()
}

// Table is the commands in their order, with the ways to find one.
type Table struct {
	list  []Command
	mode  Mode
	modes map[Mode]*keyboard
}

// keyboard is what the keys mean in one mode.
type keyboard struct {
	named   map[fyne.KeyName]*Command
	written map[rune]*Command
	chords  map[string]*Command // by the shortcut's name
}

func newKeyboard() *keyboard {
	return &keyboard{named: map[fyne.KeyName]*Command{}, written: map[rune]*Command{}, chords: map[string]*Command{}}
}

// NewTable makes a table. Where two commands of one mode share a key the first
// one has it.
func NewTable(list []Command) *Table {
	t := &Table{list: list, modes: map[Mode]*keyboard{"": newKeyboard()}}
	for i := range list {
		keys := t.modes[list[i].Mode]
		if keys == nil {
			keys = newKeyboard()
			t.modes[list[i].Mode] = keys
		}
		for _, key := range list[i].Keys {
			keys.index(key, &list[i])
		}
	}
	return t
}

func (k *keyboard) index(key Key, c *Command) {
	switch {
	case key.Modifier != 0:
		keep(k.chords, key.Shortcut().ShortcutName(), c)
	case key.Rune != 0:
		for _, written := range spellings(key.Rune) {
			keep(k.written, written, c)
		}
	default:
		keep(k.named, key.Name, c)
	}
}

// keep sets a key of a map that is not yet taken.
func keep[K comparable](m map[K]*Command, key K, c *Command) {
	if _, taken := m[key]; !taken {
		m[key] = c
	}
}

// All returns the commands in their order.
func (t *Table) All() []Command { return t.list }

// Mode returns the mode that the keys are in.
func (t *Table) Mode() Mode { return t.mode }

// SetMode makes the keys mean what they mean in a mode.
func (t *Table) SetMode(mode Mode) { t.mode = mode }

// find asks the keyboard of the present mode, and then the usual one.
func (t *Table) find(in func(*keyboard) *Command) *Command {
	if keys := t.modes[t.mode]; keys != nil {
		if c := in(keys); c != nil {
			return c
		}
	}
	return in(t.modes[""])
}

// Named returns the command of a key without modifiers, nil for none.
func (t *Table) Named(name fyne.KeyName) *Command {
	return t.find(func(k *keyboard) *Command { return k.named[name] })
}

// Written returns the command of a typed character, nil for none.
func (t *Table) Written(r rune) *Command {
	return t.find(func(k *keyboard) *Command { return k.written[r] })
}

// Chord returns the command of a key with modifiers, nil for none.
func (t *Table) Chord(shortcut fyne.Shortcut) *Command {
	return t.find(func(k *keyboard) *Command { return k.chords[shortcut.ShortcutName()] })
}

// ByID returns the command of this name, nil for none.
func (t *Table) ByID(id ID) *Command {
	for i := range t.list {
		if t.list[i].ID == id {
			return &t.list[i]
		}
	}
	return nil
}
