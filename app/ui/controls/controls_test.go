package controls_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/controls"
)

const menu command.Menu = "File"

// cover is what may lie over the window.
type cover struct{ shown bool }

func (c *cover) Shown() bool { return c.shown }
func (c *cover) Hide()       { c.shown = false }

// panel is controls over a window with a text field, and what they did.
type panel struct {
	*controls.Controls

	cover    cover
	field    *widget.Entry
	window   fyne.Window
	ran      []command.ID
	unveiled []command.ID
	said     string
	off      string // why “save” is off
}

func newPanel(t *testing.T) *panel {
	t.Helper()
	a := test.NewApp()
	p := &panel{field: widget.NewEntry()}
	p.window = test.NewWindow(p.field)
	t.Cleanup(p.window.Close)
	p.Controls = controls.New(p.window, &p.cover, controls.Actions{
		Unveil: func(c *command.Command) { p.unveiled = append(p.unveiled, c.ID) },
		Say:    func(text string) { p.said = text },
		Paste:  a.Clipboard,
	})
	row := func(id command.ID, key command.Key) command.Command {
		return command.Command{ID: id, Title: string(id), Menu: menu, Keys: []command.Key{key}, Run: func() { p.ran = append(p.ran, id) }}
	}
	save := row("save", command.Press(fyne.KeyF2))
	save.Off = func() string { return p.off }
	p.Lay([]command.Command{save, row("next", command.Write('n')), row("undo", command.Ctrl(fyne.KeyZ))}, []command.Menu{menu})
	return p
}

func (p *panel) press(name fyne.KeyName) { p.Key(&fyne.KeyEvent{Name: name}) }

func TestKeysRunTheirCommands(t *testing.T) {
	p := newPanel(t)
	p.press(fyne.KeyF2)
	p.Rune('n')
	p.Chord(command.Ctrl(fyne.KeyZ).Shortcut())
	p.press(fyne.KeyF3)
	want := []command.ID{"save", "next", "undo"}
	if !slices.Equal(p.ran, want) || !slices.Equal(p.unveiled, want) {
		t.Errorf("ran %v, unveiled for %v", p.ran, p.unveiled)
	}
}

func TestCommandThatIsOffSaysWhy(t *testing.T) {
	p := newPanel(t)
	p.off = "nothing to save"
	p.press(fyne.KeyF2)
	if len(p.ran) != 0 || p.said != "save: nothing to save." {
		t.Errorf("ran %v, said %q", p.ran, p.said)
	}
}

func TestKeysBelongToWhatLiesOverTheWindow(t *testing.T) {
	p := newPanel(t)
	p.cover.shown = true
	p.press(fyne.KeyF2)
	p.Rune('n')
	p.Chord(command.Ctrl(fyne.KeyZ).Shortcut())
	if len(p.ran) != 0 || !p.cover.shown {
		t.Errorf("ran %v, covered %v", p.ran, p.cover.shown)
	}
	p.press(fyne.KeyEscape)
	if p.cover.shown {
		t.Error("Escape leaves the page over the window")
	}
}

func TestTextFieldKeepsItsKeys(t *testing.T) {
	p := newPanel(t)
	p.window.Canvas().Focus(p.field)
	p.field.TypedRune('a')
	p.Rune('n')
	p.Chord(command.Ctrl(fyne.KeyZ).Shortcut())
	if len(p.ran) != 0 || p.field.Text != "" {
		t.Errorf("ran %v, the field holds %q", p.ran, p.field.Text)
	}
}
