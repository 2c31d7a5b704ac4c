package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/command"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/spots"
)

// leastTarget is the least side of what can be pressed, in units (WCAG 2.2,
// success criterion 2.5.8).
const leastTarget = 24

// scrollBar is the toolkit's bar, narrow by its design; wheel and keys do the
// same, which the criterion allows for.
const scrollBar = "scrollBarArea"

// TestWhatCanBePressed walks over what the pages show: everything that can be
// pressed is large enough for a finger, and what is ours says to a screen
// reader what it is.
func TestWhatCanBePressed(t *testing.T) {
	r := newRig(t)
	for _, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3} {
		r.press(key)
	}
	seen := map[string]bool{}
	look := func(page string) {
		r.settle()
		c := r.shell.window.Canvas()
		for _, root := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
			eachShown(root, func(object fyne.CanvasObject) {
				if fault := faultOf(object); fault != "" && !seen[fault] {
					seen[fault] = true
					t.Errorf("%s: %s", page, fault)
				}
			})
		}
	}
	look("the text with details")
	for _, id := range []command.ID{
		"find", "view.history", "view.annotations", "view.insights", "view.consistency", "codebook.edit", "review.agreement",
		"queue.show", "search", "palette", "help.keys", "library.select", "library.filter",
	} {
		r.do(id)
		look(string(id))
		r.shell.over.Hide()
	}
	r.shell.choices.show()
	eachShown(r.shell.choices.preferences.Shown().Content(), func(object fyne.CanvasObject) {
		if fault := faultOf(object); fault != "" {
			t.Errorf("preferences: %s", fault)
		}
	})
}

// TestDoubleClickOpensTheSentenceUnderIt: both clicks come before the pages have
// heard of the first one, as they do where drawing is slow.
func TestDoubleClickOpensTheSentenceUnderIt(t *testing.T) {
	r := newRig(t)
	r.ws().MoveTo(1)
	r.settle()
	r.press(fyne.Key2)
	r.ws().MoveTo(0)
	r.settle()
	r.press(fyne.Key3)
	r.ws().MoveTo(1)
	r.shell.desk.inspector.FocusDetails()
	r.settle()
	focused, shown := r.shell.window.Canvas().Focused(), false
	eachShown(r.shell.window.Content(), func(object fyne.CanvasObject) {
		if known, ok := object.(fyne.Focusable); ok && known == focused {
			shown = true
		}
	})
	if !shown {
		t.Fatalf("the keyboard is with a %T that is not there any more", focused)
	}
	r.write("5")
	r.press(fyne.KeyEscape)
	r.settle()
	sentence, _ := r.ws().Current()
	if len(sentence.Mine) != 1 || len(sentence.Mine[0].Details) == 0 || sentence.Mine[0].Details[0].ValueText != "5" {
		t.Errorf("the sentence has %+v", sentence.Mine)
	}
}

// TestInsightsTakeTheKeyboard: the keys mean the charts and not the text behind
// them.
func TestInsightsTakeTheKeyboard(t *testing.T) {
	r := newRig(t)
	r.press(fyne.Key1)
	at := r.ws().Cursor()
	r.do("view.insights")
	r.settle()
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd} {
		r.press(key)
	}
	if _, chart := r.shell.window.Canvas().Focused().(*spots.Picture); !chart || r.ws().Cursor() != at {
		t.Error("the keys went to the text behind the charts")
	}
}

// TestContextMenuIsShort: it leaves out what cannot act on the sentence, ticks
// its labels and ends above the status line.
func TestContextMenuIsShort(t *testing.T) {
	r := newRig(t)
	r.press(fyne.Key3)
	menu := command.ContextMenu(r.shell.keys.Table(), r.shell.keys.Perform)
	for _, item := range menu.Items {
		if strings.HasPrefix(item.Label, "The label still stands") {
			t.Errorf("the menu offers %q", item.Label)
		}
		if item.Checked != strings.HasPrefix(item.Label, "Claim") {
			t.Errorf("%q is ticked: %v", item.Label, item.Checked)
		}
	}
}

// TestPanesTakeTurnsWithoutAnArticle: the list can be reached before there is a
// text.
func TestPanesTakeTurnsWithoutAnArticle(t *testing.T) {
	r := newRig(t)
	r.ws().CloseArticle()
	r.settle()
	r.shell.desk.reader.Focus()
	r.press(fyne.KeyF6)
	if !r.shell.desk.library.Holds(r.shell.window.Canvas().Focused()) {
		t.Error("F6 does not come to the list")
	}
}

// TestChipsComeWhereTheyHaveRoom: in a narrow window they do not lie over the
// list of articles.
func TestChipsComeWhereTheyHaveRoom(t *testing.T) {
	r := newRig(t)
	r.do("view.history")
	count := func() (chips int) {
		eachShown(r.shell.desk.reader.Object(), func(object fyne.CanvasObject) {
			if _, ok := object.(*chip.Chip); ok {
				chips++
			}
		})
		return chips
	}
	if got := count(); got != 4 {
		t.Errorf("%d chips beside the history of a wide window", got)
	}
	r.shell.window.Resize(fyne.NewSize(900, 540))
	r.settle()
	if got := count(); got != 1 {
		t.Errorf("%d chips in a narrow window", got)
	}
}

// TestNobodyMovesAgainstTheWish: the preference reaches the toolkit at once.
func TestNobodyMovesAgainstTheWish(t *testing.T) {
	r := newRig(t)
	calm(fyne.CurrentApp())
	r.shell.memory.SetStill(true)
	if fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("the toolkit animates")
	}
}

// faultOf says what is wrong with something that can be pressed, nothing for
// everything else.
func faultOf(object fyne.CanvasObject) string {
	_, tapped := object.(fyne.Tappable)
	_, typed := object.(fyne.Focusable)
	if disabled, can := object.(fyne.Disableable); !tapped && !typed || can && disabled.Disabled() {
		return ""
	}
	kind := reflect.TypeOf(object).Elem()
	if _, hovers := object.(desktop.Hoverable); tapped && hovers && kind.Name() != scrollBar {
		if size := object.Size(); size.Width < leastTarget || size.Height < leastTarget {
			return fmt.Sprintf("%s is %.0f by %.0f", kind, size.Width, size.Height)
		}
	}
	if !strings.HasPrefix(kind.PkgPath(), "glossator/") || embedsToolkit(kind) {
		return ""
	}
	if says, can := object.(fyne.Accessible); !can || says.AccessibilityLabel() == "" {
		return kind.String() + " says nothing"
	}
	return ""
}

// embedsToolkit reports whether a widget is one of the toolkit with other keys:
// the toolkit has no words for its own inputs and lists.
func embedsToolkit(kind reflect.Type) bool {
	for field := range kind.Fields() {
		if field.Anonymous && field.Type.Name() != "BaseWidget" && strings.HasPrefix(field.Type.PkgPath(), "fyne.io/") {
			return true
		}
	}
	return false
}

// eachShown visits what is shown, the parts of widgets too.
func eachShown(object fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if object == nil || !object.Visible() {
		return
	}
	visit(object)
	var parts []fyne.CanvasObject
	switch whole := object.(type) {
	case *fyne.Container:
		parts = whole.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(whole).Objects()
	}
	for _, part := range parts {
		eachShown(part, visit)
	}
}
