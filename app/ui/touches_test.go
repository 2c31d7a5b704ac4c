package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/exporting"
)

// touches tries every command by its key and looks at what it did.
var touches = map[command.ID]func(r *rig){
	"search":          touchSearch,
	"library.filter":  touchFilter,
	"library.select":  touchSelect,
	"article.edit":    touchEdit,
	"article.look":    touchLook,
	"article.segment": touchRecut,
	"import.report":   touchReport,
	"article.look.paste": func(r *rig) {
		r.shell.app.Clipboard().SetContent("A pasted title\n\nIt has one sentence.\n\nIt has another.")
		r.do("article.look.paste")
		page := r.document()
		page.Fill(map[string]string{"Title": "A better title"})
		page.Save()
		r.settle()
		if r.title() != "A better title" {
			r.t.Errorf("the open article is %q", r.title())
		}
	},
	"articles.delete":    touchDeleteSelected,
	"articles.export":    touchExportSelected,
	"annotations.import": touchImportAnnotations,
	"sort.added":         func(r *rig) { r.addThree(); r.do("sort.title"); r.do("sort.added"); r.first("Third report") },
	"sort.title": func(r *rig) {
		r.addThree()
		r.do("sort.title")
		r.first("First report")
		r.do("sort.title")
		r.first("Third report")
	},
	"sort.date": func(r *rig) {
		r.addThree()
		r.shell.shelf.edit([]string{r.secondReport()})
		r.settle()
		page := r.document()
		page.Fill(map[string]string{"Published": "2031"})
		page.Save()
		r.settle() // the list is sorted by what is saved
		r.do("sort.date")
		r.first("Second report")
	},
	"sort.progress": func(r *rig) {
		r.addThree()
		r.do("label.claim") // in the third, which is open
		r.do("sort.progress")
		r.first("Second report")
	},
	"index": func(r *rig) { r.do("index"); r.says("is new") },
	"project.new": func(r *rig) {
		r.do("project.new")
		r.escapes()
		r.do("project.new")
		r.write("Two projects")
		r.press(fyne.KeyReturn)
		r.isCovered(false)
		if got := r.shell.window.Title(); !strings.HasPrefix(got, "Two projects") {
			r.t.Errorf("the window is called %q", got)
		}
		if rows := r.shell.desk.library.Rows(); rows != 0 {
			r.t.Errorf("the new project has %d articles", rows)
		}
	},
	"project.open": func(r *rig) {
		r.do("project.open")
		r.escapes()
		path := r.ws().Path()
		r.shell.gate.create(filepath.Join(r.home, "Other"+projectExtension))
		r.settle()
		r.shell.gate.openFile(path)
		r.settle()
		if got := r.shell.window.Title(); !strings.HasPrefix(got, "My project") {
			r.t.Errorf("the window is called %q", got)
		}
	},
	"project.copy": func(r *rig) {
		r.do("project.copy")
		r.escapes()
	},
	"project.restore": func(r *rig) {
		r.do("project.restore")
		r.escapes()
	},
	"sentence.join": func(r *rig) {
		r.do("sentence.next")
		before, _ := r.ws().Article()
		r.ws().MoveTo(len(before.Sentences) - 1)
		r.settle()
		r.do("sentence.join")
		r.says(reasonLast)
		at := r.beforeNeighbour()
		r.press(fyne.Key2)
		for _, typed := range []string{"x", "ч"} {
			r.write(typed)
			if after, _ := r.ws().Article(); len(after.Sentences) != len(before.Sentences)-1 {
				r.t.Errorf("%q: %d sentences of %d", typed, len(after.Sentences), len(before.Sentences))
			}
			r.has(at, "statistic")
			r.cursor(at)
			r.do("undo")
			if after, _ := r.ws().Article(); len(after.Sentences) != len(before.Sentences) {
				r.t.Errorf("after undo %d sentences of %d", len(after.Sentences), len(before.Sentences))
			}
			r.cursor(at)
		}
	},
	"sentence.split": func(r *rig) {
		before, _ := r.ws().Article()
		r.do("sentence.split")
		r.says(reasonNoCaret)
		for _, typed := range []string{"s", "ы"} {
			at := r.click()
			r.write(typed)
			after, _ := r.ws().Article()
			if len(after.Sentences) != len(before.Sentences)+1 {
				r.t.Errorf("%q: %d sentences of %d", typed, len(after.Sentences), len(before.Sentences))
			}
			r.cursor(at)
			r.do("undo")
		}
	},
	"view.history": func(r *rig) {
		r.press(fyne.Key1)
		r.do("view.history")
		if what, _ := r.shell.desk.history.Text(0); !r.shell.sides.historyShown() || r.shell.sides.inspectorShown() || !strings.HasPrefix(what, "Commitment on") {
			r.t.Errorf("the history tells %q", what)
		}
		r.press(fyne.KeyDown)
		r.press(fyne.KeyReturn)
		r.do("view.history")
		if r.shell.sides.historyShown() || !r.shell.sides.inspectorShown() {
			r.t.Error("the details did not come back")
		}
		r.inText()
	},
	"article.open": func(r *rig) { r.do("article.open"); r.escapes() },
	"folder.open":  func(r *rig) { r.do("folder.open"); r.escapes() },
	"article.delete": func(r *rig) {
		r.do("article.delete")
		r.says("was deleted")
		if rows := r.shell.desk.library.Rows(); rows != 0 {
			r.t.Errorf("%d articles are left", rows)
		}
		r.do("undo")
		if rows := r.shell.desk.library.Rows(); rows != 1 {
			r.t.Errorf("%d articles after undo, want 1", rows)
		}
	},
	"export": func(r *rig) {
		r.do("label.claim")
		r.do("export")
		page, ok := r.shell.over.Top().(*exporting.Page)
		if !ok {
			r.t.Fatal("no page to export")
		}
		if rows := page.Preview(); len(rows) != 1 || !strings.Contains(rows[0], "claim") {
			r.t.Errorf("the preview shows %q", rows)
		}
		page.ChooseFormat("csv")
		r.settle()
		page.Target().SetName("out")
		page.Confirm()
		r.settle()
		r.says("1 row written")
		data, err := os.ReadFile(filepath.Join(r.home, "out.csv"))
		if err != nil || !strings.Contains(string(data), "claim") {
			r.t.Errorf("the file holds %q (%v)", data, err)
		}
		r.inText()
	},
	command.Quit: func(r *rig) {
		r.do(command.Quit)
		if !r.shell.ended {
			r.t.Error("the program goes on")
		}
	},
	"undo": func(r *rig) {
		r.do("label.claim")
		r.do("undo")
		r.has(0, "")
	},
	"redo": func(r *rig) {
		r.do("label.claim")
		r.do("undo")
		r.do("redo")
		r.has(0, "claim")
		r.do("undo")
		r.chord(command.Ctrl(fyne.KeyY).Shortcut())
		r.has(0, "claim")
	},
	"article.paste": func(r *rig) {
		r.shell.app.Clipboard().SetContent(" ")
		r.do("article.paste")
		r.says("no text")
		r.shell.app.Clipboard().SetContent("Pasted title\n\nThe council adopted a plan. It has 12 points.\n")
		r.do("article.paste")
		r.says("1 article added")
		if got := r.title(); got != "Pasted title" {
			r.t.Errorf("the open article is %q", got)
		}
	},
}
