package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"glossator/app/ui/exporting"
	"glossator/app/ui/incoming"
	"glossator/models"
)

// exportPage opens the page that exports.
func (r *rig) exportPage() *exporting.Page {
	r.t.Helper()
	r.do("export")
	r.settle()
	page, ok := r.shell.over.Top().(*exporting.Page)
	if !ok {
		r.t.Fatal("no page to export")
	}
	return page
}

func TestExportAsksWhoWillOpenIt(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	page := r.exportPage()
	if path := page.Target().Path(); !strings.HasSuffix(path, "_all.xlsx") {
		t.Errorf("a spreadsheet gets %s", path)
	}
	if page.Heading() != "The one row" {
		t.Errorf("the heading is %q", page.Heading())
	}
	page.Answer(1)
	r.settle()
	if path := page.Target().Path(); !strings.HasSuffix(path, "_all.zip") {
		t.Errorf("a program gets %s", path)
	}
	page.Target().SetName("mine")
	page.Confirm()
	r.settle()
	r.says("1 row written")
	again := r.exportPage()
	if path := again.Target().Path(); !strings.HasSuffix(path, ".zip") || strings.Contains(path, "mine") {
		t.Errorf("the choice was not remembered: %s", path)
	}
	again.Target().SetName("mine")
	if !strings.Contains(again.Warning(), "exists already") {
		t.Errorf("nobody is asked before a file is replaced: %q", again.Warning())
	}
	r.press(fyne.KeyEscape)
	r.isCovered(false)
}

// Enter in a second export of the day replaces nothing.
func TestSecondExportGetsANameOfItsOwn(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	for _, want := range []string{"_all.xlsx", "_all-2.xlsx", "_all-3.xlsx"} {
		page := r.exportPage()
		if path := page.Target().Path(); !strings.HasSuffix(path, want) || page.Warning() != "" {
			t.Errorf("%s is proposed, want %s; %q", path, want, page.Warning())
		}
		page.Confirm()
		r.settle()
		r.says("1 row written")
	}
}

// comeBack exports the labels, changes the file and drops it on the window.
func (r *rig) comeBack(change func(csv string) string) *incoming.Page {
	r.t.Helper()
	page := r.exportPage()
	page.ChooseFormat("csv")
	r.settle()
	page.Target().SetName("back")
	page.Confirm()
	r.settle()
	path := filepath.Join(r.home, "back.csv")
	data, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(change(string(data))), 0o600); err != nil {
		r.t.Fatal(err)
	}
	r.shell.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	r.settle()
	r.shell.over.Hide() // the question whose they are
	r.shell.returns.read(path)
	r.settle()
	back, ok := r.shell.over.Top().(*incoming.Page)
	if !ok {
		r.t.Fatal("no page about what comes back")
	}
	return back
}

func TestAnnotationsComeBack(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("sentence.next")
	r.do("label.statistic")
	page := r.comeBack(func(csv string) string {
		lines := strings.SplitAfter(csv, "\n")
		return lines[0] + strings.Replace(lines[1], ",claim,", ",commitment,", 1) + strings.Replace(lines[2], ",statistic,", ",praise,", 1)
	})
	if got := page.Counts(); got != "1 changed, 0 new, 1 not imported, 0 the same" {
		t.Errorf("counts: %s", got)
	}
	if rows := page.Rows(); len(rows) != 2 || !strings.Contains(rows[0], "Claim") || !strings.Contains(rows[1], "praise") {
		t.Errorf("rows: %q", rows)
	}
	page.Narrow(1)
	if rows := page.Rows(); len(rows) != 1 {
		t.Errorf("changed rows: %q", rows)
	}
	page.Apply()
	r.settle()
	r.says("1 changed, 0 new")
	r.says("back-not-imported.csv")
	if _, err := os.Stat(filepath.Join(r.home, "back-not-imported.csv")); err != nil {
		t.Errorf("the list is missing: %v", err)
	}
	if sentence, _ := r.ws().Sentence(0); len(sentence.Mine) != 1 || sentence.Mine[0].Label.Key != "commitment" {
		t.Errorf("the sentence has %+v", sentence.Mine)
	}
	r.shell.strip.Act()
	r.settle()
	if sentence, _ := r.ws().Sentence(0); len(sentence.Mine) != 1 || sentence.Mine[0].Label.Key != "claim" {
		t.Errorf("after undo the sentence has %+v", sentence.Mine)
	}
}

// touchImportAnnotations is the test of the command.
func touchImportAnnotations(r *rig) {
	r.do("annotations.import")
	r.escapes()
}

// TestGoldIsExportedByItself needs no review: one finished annotator is gold.
func TestGoldIsExportedByItself(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("article.finished")
	page := r.exportPage()
	page.ChooseFormat("csv")
	r.settle()
	rows, err := r.ws().ExportPreview(t.Context(), models.ExportFilter{Layer: models.LayerGold, WithoutEmpty: true}, 3)
	if err != nil || len(rows) != 1 || rows[0].Provenance != models.GoldSingle {
		t.Errorf("gold: %+v, %v", rows, err)
	}
	page.Hide()
}
