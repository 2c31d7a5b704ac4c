package command_test

import (
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/command"
)

func TestMain(m *testing.M) {
	test.NewApp() // menus measure their titles
	m.Run()
}

func table(off *string, ran *[]command.ID) *command.Table {
	run := func(id command.ID) func() { return func() { *ran = append(*ran, id) } }
	return command.NewTable([]command.Command{
		{ID: "open", Title: "Open article…", Help: "Open a file.", Menu: "File", Keys: []command.Key{command.Ctrl(fyne.KeyO)}, Run: run("open")},
		{ID: "undo", Title: "Undo", Help: "Take back.", Menu: "Edit", Keys: []command.Key{command.Ctrl(fyne.KeyZ)},
			Off: func() string { return *off }, Run: run("undo")},
		{ID: "note", Title: "Note", Help: "Write a note.", Menu: "Label", Context: true, Keys: []command.Key{command.Write('n')}, Run: run("note")},
		{ID: "claim", Title: "Claim", Help: "Label it.", Menu: "Label", Group: 1, Context: true, Keys: []command.Key{command.Press(fyne.Key3)}, Run: run("claim")},
		{ID: "thief", Title: "Thief", Help: "Comes too late.", Menu: "Label", Group: 1, Keys: []command.Key{command.Press(fyne.Key3)}, Run: run("thief")},
	})
}

func TestKeysAreFound(t *testing.T) {
	t.Parallel()
	off := ""
	known := table(&off, new([]command.ID))
	for _, typed := range "nNтТ" {
		if c := known.Written(typed); c == nil || c.ID != "note" {
			t.Errorf("%c is %v", typed, c)
		}
	}
	if c := known.Named(fyne.Key3); c == nil || c.ID != "claim" {
		t.Errorf("3 is %v; the first command that asks for a key has it", c)
	}
	if c := known.Chord(&fyne.ShortcutUndo{}); c == nil || c.ID != "undo" {
		t.Errorf("the toolkit's undo is %v", c)
	}
	if known.Written('x') != nil || known.Named(fyne.Key9) != nil || known.ByID("none") != nil {
		t.Error("an unknown key is a command")
	}
}

func TestModeComesBeforeTheUsualKeys(t *testing.T) {
	t.Parallel()
	known := command.NewTable([]command.Command{
		{ID: "note", Keys: []command.Key{command.Write('n')}},
		{ID: "claim", Keys: []command.Key{command.Press(fyne.Key3)}},
		{ID: "all", Mode: "check", Keys: []command.Key{command.Write('A')}},
		{ID: "one", Mode: "check", Keys: []command.Key{command.Write('a')}},
		{ID: "next", Mode: "check", Keys: []command.Key{command.Write('n')}},
	})
	means := func(r rune) command.ID {
		if c := known.Written(r); c != nil {
			return c.ID
		}
		return ""
	}
	if means('a') != "" || means('n') != "note" {
		t.Errorf("outside the mode a is %q and n is %q", means('a'), means('n'))
	}
	known.SetMode("check")
	for typed, want := range map[rune]command.ID{'A': "all", 'Ф': "all", 'a': "one", 'ф': "one", 'n': "next", 'N': "next"} {
		if means(typed) != want {
			t.Errorf("in the mode %c is %q, want %q", typed, means(typed), want)
		}
	}
	if c := known.Named(fyne.Key3); c == nil || c.ID != "claim" {
		t.Error("the mode takes away a key that it does not use")
	}
	if key := command.Write('A').String(); key != "Shift+A" {
		t.Errorf("the key reads %q", key)
	}
}

func TestKeysAreReadable(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "darwin" {
		t.Skip("keys have other names on a Mac")
	}
	for want, key := range map[string]command.Key{
		"Ctrl+Shift+Z": command.CtrlShift(fyne.KeyZ), "N": command.Write('n'), "?": command.Write('?'),
		"3": command.Press(fyne.Key3), "Enter": command.Press(fyne.KeyReturn), "Page Down": command.Press(fyne.KeyPageDown),
	} {
		if got := key.String(); got != want {
			t.Errorf("the key reads %q, want %q", got, want)
		}
	}
	if !command.Ctrl(fyne.KeyY).Quiet().Unlisted {
		t.Error("a quiet key is listed")
	}
}

func TestMenuSaysWhyACommandIsOff(t *testing.T) {
	t.Parallel()
	off := "nothing to undo"
	var ran []command.ID
	bar := command.NewBar(table(&off, &ran), []command.Menu{"File", "Edit", "Label", "Empty"}, func(c *command.Command) { c.Run() })
	menus := bar.Main().Items
	if len(menus) != 3 {
		t.Fatalf("%d menus, want 3: an empty one has no place", len(menus))
	}
	undo := menus[1].Items[0]
	if !undo.Disabled || undo.Label != "Undo  (nothing to undo)" {
		t.Errorf("the menu shows %q, disabled %v", undo.Label, undo.Disabled)
	}
	if bar.Update() {
		t.Error("nothing changed, and the menu is to be drawn anew")
	}
	off = ""
	if !bar.Update() || undo.Disabled || !strings.HasPrefix(undo.Label, "Undo\t") || !strings.HasSuffix(undo.Label, "\tCtrl+Z") {
		t.Errorf("the menu shows %q, disabled %v", undo.Label, undo.Disabled)
	}
	undo.Action()
	if len(ran) != 1 || ran[0] != "undo" {
		t.Errorf("the menu ran %v", ran)
	}
	if items := menus[2].Items; len(items) != 4 || !items[1].IsSeparator {
		t.Errorf("the groups of the menu are not divided: %d items", len(items))
	}
}

func TestContextMenuHasOnlyItsCommands(t *testing.T) {
	t.Parallel()
	off := ""
	menu := command.ContextMenu(table(&off, new([]command.ID)), func(*command.Command) {})
	if len(menu.Items) != 3 || !strings.HasPrefix(menu.Items[0].Label, "Note\t") || !menu.Items[1].IsSeparator || !strings.HasPrefix(menu.Items[2].Label, "Claim\t") {
		t.Errorf("the menu has %d items", len(menu.Items))
	}
}

func TestSearchPrefersTitles(t *testing.T) {
	t.Parallel()
	off := ""
	found := table(&off, new([]command.ID)).Search("LABEL")
	if len(found) != 3 {
		t.Errorf("%d commands found by menu and help, want 3", len(found))
	}
	if found = table(&off, new([]command.ID)).Search("no"); len(found) == 0 || found[0].ID != "note" {
		t.Errorf("the first found is %v", found)
	}
}

// Commands that pages add to a menu stand with their group, before the last
// one, and a line stands between two groups.
func TestMenuKeepsGroupsTogether(t *testing.T) {
	t.Parallel()
	known := command.NewTable([]command.Command{
		{ID: "open", Title: "Open", Menu: "File"},
		{ID: "edit", Title: "Edit", Menu: "File", Group: 1},
		{ID: command.Quit, Title: "Quit", Menu: "File", Group: 9},
		{ID: "look", Title: "Look", Menu: "File", Group: 1},
		{ID: "new", Title: "New", Menu: "File"},
	})
	bar := command.NewBar(known, []command.Menu{"File"}, func(*command.Command) {})
	var titles []string
	for _, item := range bar.Main().Items[0].Items {
		titles = append(titles, item.Label)
	}
	if got, want := strings.Join(titles, " "), "Open New  Edit Look  Quit"; got != want {
		t.Errorf("the menu is %q, want %q", got, want)
	}
}
