package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/exporting"
)

func TestEnterInTheTableGoesToTheSentence(t *testing.T) {
	r := newRig(t)
	r.ws().MoveTo(4)
	r.do("label.claim")
	r.addThree()
	r.do("label.statistic")
	r.do("view.annotations")
	table := r.shell.desk.table
	if rows := table.Rows(); len(rows) != 2 || rows[0].Label != "statistic" || rows[1].Label != "claim" {
		t.Fatalf("the table holds %v, want the newest first", rows)
	}
	r.press(fyne.KeyDown)
	r.press(fyne.KeyReturn)
	r.inText()
	r.cursor(4)
	r.has(4, "claim")
	if r.shell.tableShown() {
		t.Error("the table stays in front of the sentence")
	}
}

func TestKeysOfTheTextDoNothingBehindTheTable(t *testing.T) {
	r := newRig(t)
	r.do("view.annotations")
	r.press(fyne.Key3)
	r.write("d")
	r.shell.window.Canvas().Unfocus()
	r.press(fyne.Key3)
	r.says("go back to the text first")
	r.has(0, "")
	if r.ws().Finished() {
		t.Error("the article behind the table is finished")
	}
	r.shell.strip.Dismiss()
	r.press(fyne.KeyDown)
	if r.shell.tableShown() {
		t.Error("the table hides the sentence that a command goes to")
	}
	r.cursor(1)
}

func TestTableFollowsUndo(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("label.statistic")
	r.do("view.annotations")
	r.do("undo")
	if rows := r.shell.desk.table.Rows(); len(rows) != 1 || rows[0].Label != "claim" || !r.shell.tableShown() {
		t.Errorf("after undo the table holds %d rows, want 1", len(rows))
	}
	r.do("redo")
	if rows := r.shell.desk.table.Rows(); len(rows) != 2 {
		t.Errorf("after redo the table holds %d rows, want 2", len(rows))
	}
}

func TestExportOfTheTableIsItsFilter(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("sentence.next")
	r.do("label.statistic")
	r.do("article.finished")
	r.do("view.annotations")
	r.shell.desk.table.Choose(1) // statistic
	r.settle()
	r.shell.desk.table.Export()
	r.settle()
	page, ok := r.shell.over.Top().(*exporting.Page)
	if !ok {
		t.Fatal("no page to export")
	}
	page.ChooseFormat("csv")
	r.settle()
	page.Target().SetName("these")
	page.Confirm()
	r.settle()
	r.says("1 row written")
	data, err := os.ReadFile(filepath.Join(r.home, "these.csv"))
	if err != nil || !strings.Contains(string(data), "statistic") || strings.Contains(string(data), ",claim,") {
		t.Errorf("the file holds %q (%v)", data, err)
	}
}

func TestFindNarrowsTheTableDown(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("sentence.next")
	r.do("label.claim")
	r.do("view.annotations")
	r.do("find")
	sentence, _ := r.ws().Sentence(0)
	r.write(strings.Fields(sentence.Text)[3])
	if rows := r.shell.desk.table.Rows(); len(rows) != 1 || rows[0].Sentence.ID != sentence.ID {
		t.Errorf("%d rows found, want 1", len(rows))
	}
	r.press(fyne.KeyReturn)
	r.press(fyne.KeyReturn)
	r.inText()
	r.cursor(0)
}

func TestAnotherArticleTakesTheTableAway(t *testing.T) {
	r := newRig(t)
	r.addThree()
	r.do("view.annotations")
	r.do("library.search")
	if r.shell.tableShown() {
		t.Error("the table hides the list that is searched")
	}
}
