package field_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/widgets/field"
)

// log collects the hooks that were called.
type log struct{ calls []string }

func (l *log) hooks() field.Hooks {
	note := func(what string) func() { return func() { l.calls = append(l.calls, what) } }
	return field.Hooks{
		Commit: note("commit"), Done: note("done"), Help: note("help"), Blurred: note("blurred"), Grown: note("grown"),
		Focused: func(fyne.CanvasObject) { l.calls = append(l.calls, "focused") },
	}
}

func (l *log) take() []string {
	calls := l.calls
	l.calls = nil
	return calls
}

var options = []field.Option{{Value: "law", Words: "Law"}, {Value: "plan", Words: "Plan"}}

func TestInputsTellWhenTheyAreLeft(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	for name, build := range map[string]func(field.Hooks) field.Input{
		"entry":  func(h field.Hooks) field.Input { return field.NewEntry("", h) },
		"note":   func(h field.Hooks) field.Input { return field.NewNote("", 3, h) },
		"choice": func(h field.Hooks) field.Input { return field.NewChoice("None", options, h) },
		"check":  func(h field.Hooks) field.Input { return field.NewCheck("Yes", h) },
	} {
		var l log
		input := build(l.hooks())
		window.SetContent(input)
		window.Canvas().Focus(input)
		input.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		input.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		shortcuts, ok := input.(fyne.Shortcutable)
		if !ok {
			t.Fatalf("the %s takes no chords", name)
		}
		shortcuts.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
		want := []string{"focused", "help", "commit", "done", "commit", "done"}
		if got := l.take(); !slices.Equal(got, want) {
			t.Errorf("the %s told %v; want %v", name, got, want)
		}
		window.Canvas().Unfocus()
		if got := l.take(); len(got) == 0 || got[0] != "blurred" {
			t.Errorf("the %s told %v when the focus left", name, got)
		}
	}
}

func TestSettingAValueIsNoCommit(t *testing.T) {
	test.NewTempApp(t)
	var l log
	for _, c := range []struct {
		input field.Input
		value string
	}{
		{field.NewEntry("", l.hooks()), "two words"},
		{field.NewChoice("None", options, l.hooks()), "plan"},
		{field.NewChoice("None", options, l.hooks()), "not on the list"},
		{field.NewCheck("Yes", l.hooks()), field.Yes},
	} {
		for _, value := range []string{c.value, ""} {
			c.input.SetValue(value)
			if c.input.Value() != value {
				t.Errorf("%T has %q after it was set to %q", c.input, c.input.Value(), value)
			}
		}
	}
	if got := l.take(); len(got) != 0 {
		t.Errorf("setting values told %v", got)
	}
}

func TestEnterCommitsOneLineAndBreaksANote(t *testing.T) {
	var l log
	entry, note := field.NewEntry("", l.hooks()), field.NewNote("", 3, l.hooks())
	test.NewTempWindow(t, container.NewVBox(entry, note))
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	entry.TypedKey(enter)
	if got := l.take(); !slices.Equal(got, []string{"commit"}) || entry.Value() != "" {
		t.Errorf("Enter told %v and left %q", got, entry.Value())
	}
	note.TypedKey(enter)
	if got := l.take(); len(got) != 0 || note.Value() != "\n" {
		t.Errorf("Enter in a note told %v and left %q", got, note.Value())
	}
	if entry.AcceptsTab() || note.AcceptsTab() {
		t.Error("Tab does not go to the next field")
	}
}

func TestEntryGrowsWithItsText(t *testing.T) {
	var l log
	entry := field.NewEntry("", l.hooks())
	window := test.NewTempWindow(t, entry)
	window.Resize(fyne.NewSize(200, 400))
	low := entry.MinSize().Height
	entry.SetValue(strings.Repeat("several words ", 5))
	if high := entry.MinSize().Height; high <= low {
		t.Errorf("with a long text the entry is %v high, as with none", high)
	}
	if !slices.Contains(l.take(), "grown") {
		t.Error("the form was not told that the entry grew")
	}
	entry.SetValue("")
	if got := entry.MinSize().Height; got != low {
		t.Errorf("emptied, the entry is %v high, not %v", got, low)
	}
}

func TestChoiceIsPickedAndCleared(t *testing.T) {
	test.NewTempApp(t)
	var l log
	choice := field.NewChoice("None", options, l.hooks())
	choice.SetSelected("Plan")
	if choice.Value() != "plan" {
		t.Errorf("picking a plan gave %q", choice.Value())
	}
	choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if choice.Value() != "" || choice.Selected != "" {
		t.Errorf("clearing left %q, shown as %q", choice.Value(), choice.Selected)
	}
	if got := l.take(); !slices.Equal(got, []string{"commit", "commit"}) {
		t.Errorf("picking and clearing told %v", got)
	}
}

func TestRowShowsAMessageBelow(t *testing.T) {
	row := field.NewRow("By when", field.NewEntry("", field.Hooks{}))
	window := test.NewTempWindow(t, row)
	window.Resize(fyne.NewSize(200, 400))
	low := row.MinSize().Height
	row.SetMessage("no date is read in it", field.Warning)
	if row.MinSize().Height <= low || row.Message() != "no date is read in it" {
		t.Errorf("the row is %v high and says %q", row.MinSize().Height, row.Message())
	}
	row.SetMessage("", field.Plain)
	if row.MinSize().Height != low {
		t.Errorf("without a message the row is %v high, not %v", row.MinSize().Height, low)
	}
}

func TestTypingKeepsEverySpace(t *testing.T) {
	test.NewApp()
	const want = "The sentence names a number, but nothing is promised in it. It goes on."
	for width := float32(200); width < 420; width++ {
		e := field.NewNote("", 3, field.Hooks{})
		test.NewWindow(e).Resize(fyne.NewSize(width, 120))
		for _, typed := range want {
			e.TypedRune(typed)
		}
		if e.Text != want {
			t.Errorf("in %.0f units the text is %q", width, e.Text)
		}
	}
}

// TestLongButtonDoesNotWidenItsForm: a long text is cut where there is no room.
func TestLongButtonDoesNotWidenItsForm(t *testing.T) {
	test.NewApp()
	b := field.NewButton(strings.Repeat("As before: Commitment, 21 January 2026 ", 3), "", func() {}, field.Hooks{})
	const pane = 176 // the narrowest side pane without its margins
	if width := b.MinSize().Width; width > pane {
		t.Errorf("the button asks for %v", width)
	}
}
