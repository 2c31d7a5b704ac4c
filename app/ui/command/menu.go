package command

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
)

// Bar is the main menu. It keeps what the menu shows in step with the table.
type Bar struct {
	main    *fyne.MainMenu
	entries []entry
}

type entry struct {
	command *Command
	item    *fyne.MenuItem
	column  column
}

// NewBar makes the main menu with its menus in the given order. All items end
// in run, which decides whether the command may act.
func NewBar(t *Table, order []Menu, run func(*Command)) *Bar {
	b := &Bar{main: fyne.NewMainMenu()}
	for _, title := range order {
		menu := fyne.NewMenu(title.Title())
		group, keys := 0, t.column(func(c *Command) bool { return c.Menu == title })
		for _, c := range t.menu(title) {
			if len(menu.Items) > 0 && c.Group != group {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			group = c.Group
			e := newEntry(c, keys, run)
			b.entries = append(b.entries, e)
			menu.Items = append(menu.Items, e.item)
		}
		if len(menu.Items) > 0 {
			b.main.Items = append(b.main.Items, menu)
		}
	}
	b.Update()
	return b
}

// menu returns the commands of a menu, those of one group together, wherever
// they stand in the table.
func (t *Table) menu(title Menu) []*Command {
	var list []*Command
	for i := range t.list {
		if t.list[i].Menu == title {
			list = append(list, &t.list[i])
		}
	}
	slices.SortStableFunc(list, func(a, b *Command) int { return cmp.Compare(a.Group, b.Group) })
	return list
}

func newEntry(c *Command, keys column, run func(*Command)) entry {
	item := fyne.NewMenuItem(c.Title, func() { run(c) })
	item.IsQuit = c.ID == Quit
	if len(c.Keys) > 0 {
		item.Shortcut = inMenu(c.Keys[0].Shortcut())
	}
	return entry{command: c, item: item, column: keys}
}

// Quit is the command that ends the program; the toolkit adds one of its own
// to a menu without it.
const Quit ID = "quit"

// Main returns the menu for the window.
func (b *Bar) Main() *fyne.MainMenu { return b.main }

// Update brings every item into its present state, and reports whether one
// changed, so that the menu must be drawn anew. The reason why a command is
// off stands beside its title.
func (b *Bar) Update() bool {
	changed := false
	for _, e := range b.entries {
		if e.update(e.command.lasting()) {
			changed = true
		}
	}
	return changed
}

func (e entry) update(reason string) bool {
	before := *e.item
	e.item.Disabled = reason != ""
	e.item.Label = e.label(reason)
	e.item.Checked = e.command.Checked != nil && e.command.Checked()
	return before.Disabled != e.item.Disabled || before.Label != e.item.Label || before.Checked != e.item.Checked
}

// label is the title with the reason why the command is off, or else with its
// key.
func (e entry) label(reason string) string {
	switch {
	case reason != "":
		return e.command.Title + "  (" + reason + ")"
	case len(e.command.Keys) == 0:
		return e.command.Title
	default:
		return e.column.join(e.command.Title, e.command.Keys[0].String())
	}
}

// ContextMenu makes the menu of the secondary mouse button in its present
// state.
func ContextMenu(t *Table, run func(*Command)) *fyne.Menu {
	menu := fyne.NewMenu("")
	group, keys := 0, t.column(func(c *Command) bool { return c.Context })
	for i := range t.list {
		c := &t.list[i]
		reason := c.Reason()
		if !c.Context || c.Rare && reason != "" {
			continue
		}
		if len(menu.Items) > 0 && c.Group != group {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		group = c.Group
		e := newEntry(c, keys, run)
		e.update(reason)
		e.item.Checked = e.item.Checked || c.Set != nil && c.Set()
		menu.Items = append(menu.Items, e.item)
	}
	return menu
}
