package command

import "fyne.io/fyne/v2"

// ID names a command in the program. It never changes and nobody reads it on
// screen.
type ID string

// Menu names the menu that a command stands in. It is the menu's title.
type Menu string

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

	// InFields lets a chord act while the user types into a text field.
	// Without it the field gets the chord.
	InFields bool
	// Context shows the command in the menu of the secondary mouse button.
	Context bool

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
	list    []Command
	named   map[fyne.KeyName]*Command
	written map[rune]*Command
	chords  map[string]*Command // by the shortcut's name
}

// NewTable makes a table. Where two commands share a key the first one has it.
func NewTable(list []Command) *Table {
	t := &Table{
		list:    list,
		named:   map[fyne.KeyName]*Command{},
		written: map[rune]*Command{},
		chords:  map[string]*Command{},
	}
	for i := range list {
		for _, key := range list[i].Keys {
			t.index(key, &list[i])
		}
	}
	return t
}

func (t *Table) index(key Key, c *Command) {
	switch {
	case key.Modifier != 0:
		keep(t.chords, key.Shortcut().ShortcutName(), c)
	case key.Rune != 0:
		for _, written := range spellings(key.Rune) {
			keep(t.written, written, c)
		}
	default:
		keep(t.named, key.Name, c)
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

// Named returns the command of a key without modifiers, nil for none.
func (t *Table) Named(name fyne.KeyName) *Command { return t.named[name] }

// Written returns the command of a typed character, nil for none.
func (t *Table) Written(r rune) *Command { return t.written[r] }

// Chord returns the command of a key with modifiers, nil for none.
func (t *Table) Chord(shortcut fyne.Shortcut) *Command { return t.chords[shortcut.ShortcutName()] }

// ByID returns the command of this name, nil for none.
func (t *Table) ByID(id ID) *Command {
	for i := range t.list {
		if t.list[i].ID == id {
			return &t.list[i]
		}
	}
	return nil
}
