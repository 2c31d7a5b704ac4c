package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"glossator/app/ui/command"
)

// beforeNeighbour moves the cursor to a sentence with a neighbour in its
// paragraph and returns its position.
func (r *rig) beforeNeighbour() int {
	r.t.Helper()
	content, _ := r.ws().Article()
	for at := range content.Sentences {
		if !r.ws().LastOfParagraph(at) {
			r.ws().MoveTo(at)
			r.settle()
			return at
		}
	}
	r.t.Fatal("no paragraph has two sentences")
	return 0
}

// click presses the mouse in the middle of a sentence on screen and returns
// its position.
func (r *rig) click() int {
	r.t.Helper()
	view := r.shell.desk.reader.View()
	first, last := view.VisibleSentences()
	for at := first; at <= last; at++ {
		if anchor, ok := view.SentenceAnchor(at); ok {
			view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: anchor}, Button: desktop.MouseButtonPrimary})
			view.MouseUp(nil)
			r.settle()
			if r.shell.desk.reader.HasCaret() {
				return at
			}
		}
	}
	r.t.Fatal("no sentence on screen takes a caret")
	return 0
}

// contextItem finds an item of the menu of the secondary mouse button.
func (r *rig) contextItem(title string) *fyne.MenuItem {
	r.t.Helper()
	for _, item := range command.ContextMenu(r.shell.keys.Table(), r.shell.keys.Perform).Items {
		if strings.HasPrefix(item.Label, title) {
			return item
		}
	}
	r.t.Fatalf("the context menu has no %q", title)
	return nil
}

func TestContextMenuRepairsSentences(t *testing.T) {
	r := newRig(t)
	before, _ := r.ws().Article()
	r.ws().MoveTo(len(before.Sentences) - 1)
	r.settle()
	if item := r.contextItem("Join with next sentence"); !item.Disabled || !strings.Contains(item.Label, reasonLast) {
		t.Errorf("the menu offers %q", item.Label)
	}
	if item := r.contextItem("Split sentence here"); !item.Disabled || !strings.Contains(item.Label, reasonNoCaret) {
		t.Errorf("the menu offers %q", item.Label)
	}
	r.press(fyne.KeyHome)
	r.click()
	r.contextItem("Split sentence here").Action()
	r.settle()
	if after, _ := r.ws().Article(); len(after.Sentences) != len(before.Sentences)+1 {
		t.Errorf("%d sentences of %d", len(after.Sentences), len(before.Sentences))
	}
}

func TestRepairKeepsThePageWhereItIs(t *testing.T) {
	r := newRig(t)
	view := r.shell.desk.reader.View()
	r.press(fyne.KeyPageDown)
	r.settle()
	at := r.click()
	lines := view.VisibleLines()
	r.write("s")
	r.cursor(at)
	if got := view.VisibleLines(); strings.Join(got, "\n") != strings.Join(lines, "\n") {
		t.Errorf("the page moved from %q to %q", lines[0], got[0])
	}
}

func TestHistoryOpensAndClosesItsPane(t *testing.T) {
	r := newRig(t)
	r.shell.sides.readingMode()
	r.do("view.history")
	if left, right := r.shell.desk.panes.Shown(); left || !right || !r.shell.sides.historyShown() {
		t.Error("the history is not shown beside the text")
	}
	r.do("view.history")
	if !r.shell.sides.reading() {
		t.Error("the pane stayed after the history was put away")
	}
	r.do("view.history")
	r.shell.sides.details()
	r.settle()
	if !r.shell.sides.inspectorShown() {
		t.Error("the details do not come before the history")
	}
	r.do("view.history")
	r.do("view.inspector")
	if !r.shell.sides.inspectorShown() {
		t.Error("F10 does not show the details")
	}
}

func TestUndoToAndGoToFromTheHistory(t *testing.T) {
	r := newRig(t)
	content, _ := r.ws().Article()
	for position := range 3 {
		r.ws().MoveTo(position)
		r.settle()
		r.press(fyne.Key3)
	}
	steps, err := r.ws().Steps(t.Context(), 0, 3)
	if err != nil {
		t.Fatal(err)
	}
	r.addThree()
	r.shell.route.goToStep(steps[2])
	r.settle()
	if r.title() != content.Article.Title {
		t.Errorf("went to %q", r.title())
	}
	r.cursor(0)
	r.shell.tagging.undoTo(steps[1].GroupUID)
	r.settle()
	r.has(0, "claim")
	r.has(1, "")
	r.has(2, "")
	r.shell.tagging.redoTo(steps[1].GroupUID)
	r.settle()
	r.has(1, "claim")
	r.has(2, "")
	r.shell.tagging.redoTo(steps[1].GroupUID)
	r.settle()
	r.says("undone, or done again, already")
}
