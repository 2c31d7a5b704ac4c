package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	exchange "glossator/app/codebook"
	"glossator/app/ui/codebook"
	"glossator/app/ui/command"
	"glossator/app/ui/deciding"
)

// codebookTouches try the commands about the codebook and about what to decide
// next.
var codebookTouches = map[command.ID]func(r *rig){
	"codebook.edit": func(r *rig) {
		r.do("codebook.edit")
		if page := r.editor(); len(page.Draft().Labels) != 3 {
			r.t.Errorf("the editor has %+v", page.Draft().Labels)
		}
		r.shell.scene.leaveFront()
		r.inText()
	},
	"codebook.import": func(r *rig) {
		r.do("codebook.import")
		r.isCovered(true)
		r.press(fyne.KeyEscape)
		r.importOwn()
		r.editor().Confirm().Accept()
		r.settle()
		if labels := r.ws().Labels(); len(labels) != 1 || labels[0].Name != "Threat" {
			r.t.Errorf("the project has %+v", labels)
		}
		r.press(fyne.KeyHome)
		r.write("t")
		r.has(0, "threat")
	},
	"codebook.export": func(r *rig) {
		r.do("codebook.export")
		r.escapes()
		path := filepath.Join(r.home, "codebook.qdc")
		r.shell.scheme.write(path, exchange.Formats()[2])
		r.settle()
		if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "<CodeBook") {
			r.t.Errorf("the file holds %.60s, %v", data, err)
		}
		r.says("codebook.qdc")
	},
	"codebook.outdated": func(r *rig) {
		r.press(fyne.KeyHome)
		r.do("label.claim")
		r.change("claim")
		r.do("codebook.outdated")
		if rows := r.shell.desk.table.Rows(); len(rows) != 1 || rows[0].Label != "claim" {
			r.t.Errorf("the table shows %d rows", len(rows))
		}
	},
	"label.reaffirm": func(r *rig) {
		r.press(fyne.KeyHome)
		r.do("label.claim")
		r.do("label.reaffirm")
		r.says("stands")
		r.change("claim")
		r.do("label.reaffirm")
		sentence, _ := r.ws().Sentence(0)
		if version := sentence.Mine[0].CodebookVersion; version != r.ws().Codebook().Version {
			r.t.Errorf("the label is of version %q", version)
		}
	},
	"queue.show": func(r *rig) {
		r.do("queue.show")
		if texts := r.deciding().Texts(); len(texts) == 0 || len(texts) > 10 {
			r.t.Errorf("to decide are %q", texts)
		}
		r.press(fyne.KeyReturn) // opens the first
		r.inText()
	},
	"queue.next": func(r *rig) {
		r.do("queue.next")
		r.deciding()
		r.shell.scene.leaveFront()
		r.do("queue.next")
		first := r.ws().Cursor()
		r.press(fyne.KeySpace)
		r.do("queue.next")
		if r.ws().Cursor() == first || r.shell.desk.front != nil {
			r.t.Errorf("the cursor stays on %d", first)
		}
	},
	"look.second": func(r *rig) {
		r.do("look.second")
		if texts := r.deciding().Texts(); len(texts) > 0 {
			r.t.Errorf("in doubt are %q", texts)
		}
		r.press(fyne.KeyEscape)
		r.inText()
	},
}

// editor returns the editor of the codebook, which is in front.
func (r *rig) editor() *codebook.Page {
	r.t.Helper()
	page, ok := r.shell.desk.front.(*codebook.Page)
	if !ok {
		r.t.Fatalf("in front is %T", r.shell.desk.front)
	}
	return page
}

func (r *rig) deciding() *deciding.Page {
	r.t.Helper()
	page, ok := r.shell.desk.front.(*deciding.Page)
	if !ok {
		r.t.Fatalf("in front is %T", r.shell.desk.front)
	}
	return page
}

// importOwn opens a codebook without the usual labels in the editor.
func (r *rig) importOwn() {
	r.t.Helper()
	path := filepath.Join(r.home, "own.json")
	const own = `{"version":"9","labels":[{"key":"threat","name":"Threat","shortcut":"t","fields":[{"key":"who","name":"Who","type":"person"}]}]}`
	if err := os.WriteFile(path, []byte(own), 0o600); err != nil {
		r.t.Fatal(err)
	}
	r.shell.scheme.read(path)
	r.settle()
}

// change says in the editor that a label means something else.
func (r *rig) change(key string) {
	r.t.Helper()
	r.do("codebook.edit")
	book := r.editor().Draft()
	for i := range book.Labels {
		if book.Labels[i].Key == key {
			book.Labels[i].Definition = "Means something else."
		}
	}
	r.editor().TakeOver(book, "a test")
	c := r.editor().Confirm()
	c.Mean(key)
	c.Accept()
	r.settle()
	r.says("to be looked at again")
}

func TestEditorSavesAsOneStepAndKeepsDrafts(t *testing.T) {
	r := newRig(t)
	r.do("codebook.edit")
	r.editor().Choose(0)
	r.write("Pledge: ") // into the name, which has the keyboard
	r.shell.scene.leaveFront()
	r.do("codebook.edit")
	draft := r.editor().Draft()
	if !strings.Contains(draft.Labels[0].Name, "Pledge: ") {
		t.Fatalf("the draft is lost: %q", draft.Labels[0].Name)
	}
	r.editor().Confirm().Accept()
	r.settle()
	if got := r.ws().Labels()[0].Name; got != draft.Labels[0].Name || r.shell.desk.front != nil {
		t.Errorf("the label is called %q; in front is %T", got, r.shell.desk.front)
	}
	if c := r.shell.keys.Table().ByID("label.commitment"); c == nil || c.Title != draft.Labels[0].Name {
		t.Errorf("the command is %+v", c)
	}
	r.do("undo")
	if got := r.ws().Labels()[0].Name; got != "Commitment" {
		t.Errorf("undo leaves %q", got)
	}
}

func TestProjectWithoutTheUsualLabels(t *testing.T) {
	r := newRig(t)
	r.press(fyne.KeyHome)
	r.do("label.commitment")
	r.do("label.statistic")
	r.importOwn()
	r.editor().Confirm().Accept()
	r.settle()
	r.has(0, "commitment+statistic") // archived, and still there
	for range 4 {
		r.press(fyne.KeyDown)
		r.write("t")
	}
	r.do("suggestion.next")
	r.do("view.annotations")
	r.do("view.annotations")
	r.do("queue.show")
	r.shell.scene.leaveFront()
	r.do("details")
	r.do("view.history")
	for range 3 {
		r.do("undo")
	}
	r.sound("own codebook")
}

func TestShortcutsOfLabelsKeepOffCommands(t *testing.T) {
	r := newRig(t)
	for shortcut, taken := range map[string]bool{"q": true, "a": true, "0": true, "1": false, "9": false, "": false, "ж": false} {
		if got := r.shell.scheme.keyTaken(shortcut); (got != "") != taken {
			t.Errorf("%q is taken by %q", shortcut, got)
		}
	}
	r.do("codebook.edit")
	book := r.editor().Draft()
	book.Labels[0].Shortcut = "q"
	r.editor().TakeOver(book, "a test")
	if r.editor().Confirm().Saveable() {
		t.Error("a label takes the key of a command")
	}
}
