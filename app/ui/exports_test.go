package ui

import (
	"os"
	"path/filepath"
	"strings"

	"glossator/app/ui/exporting"
)

// exportsGold writes what stands of a finished article. The next export is
// offered as it was before.
func exportsGold(r *rig) {
	r.do("label.claim")
	r.do("article.finished")
	before := r.shell.memory.Export()
	r.do("export.gold")
	page, ok := r.shell.over.Top().(*exporting.Page)
	if !ok {
		r.t.Fatal("no page to export")
	}
	page.Target().SetName("agreed")
	page.Confirm()
	r.settle()
	data, err := os.ReadFile(filepath.Join(r.home, "agreed.csv"))
	if err != nil || !strings.Contains(string(data), "provenance") || !strings.Contains(string(data), "claim") {
		r.t.Errorf("the file holds %q (%v)", data, err)
	}
	if after := r.shell.memory.Export(); after != before {
		r.t.Errorf("the next export is offered as %q, was %q", after, before)
	}
	r.inText()
}
