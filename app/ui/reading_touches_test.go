package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/theme"
	"glossator/models"
)

// readingTouches try the commands of reading and labelling, see touches.
var readingTouches = map[command.ID]func(r *rig){
	"find": func(r *rig) {
		r.do("find")
		r.write("ombudsman")
		r.press(fyne.KeyReturn)
		r.press(fyne.KeyEscape)
		r.inText()
		sentence, _ := r.ws().Current()
		if !strings.Contains(sentence.Text, "ombudsman") {
			r.t.Errorf("the cursor is on %q", sentence.Text)
		}
	},
	"library.search": func(r *rig) {
		r.addThree()
		r.do("library.search")
		r.write("second")
		if rows := r.shell.desk.library.Rows(); rows != 1 {
			r.t.Errorf("%d articles found, want 1", rows)
		}
		r.press(fyne.KeyReturn)
		if got := r.title(); got != "Second report" {
			r.t.Errorf("the open article is %q", got)
		}
		r.inText()
	},
	"palette": func(r *rig) {
		r.do("palette")
		r.escapes()
		r.do("palette")
		r.shell.guide.palette.Type("stat")
		if found := r.shell.guide.palette.Found(); len(found) == 0 || found[0].ID != "label.statistic" {
			r.t.Fatalf("the palette found %v", found)
		}
		r.press(fyne.KeyReturn)
		r.has(0, "statistic")
		r.inText()
	},
	"sentence.next":     func(r *rig) { r.do("sentence.next"); r.cursor(1) },
	"sentence.previous": func(r *rig) { r.press(fyne.KeyEnd); r.do("sentence.previous"); r.cursor(20) },
	"sentence.unseen": func(r *rig) {
		r.ws().MoveTo(1)
		r.do("label.claim")
		r.ws().MoveTo(0)
		r.do("sentence.unseen")
		r.cursor(2)
		r.do("article.finished")
		r.write("u")
		r.says("has been seen")
	},
	"page.next": func(r *rig) {
		r.do("page.next")
		if r.ws().Cursor() < 2 {
			r.t.Errorf("the cursor is on %d after a page", r.ws().Cursor())
		}
	},
	"page.previous": func(r *rig) {
		r.press(fyne.KeyEnd)
		r.do("page.previous")
		if at := r.ws().Cursor(); at > 20 {
			r.t.Errorf("the cursor is on %d after a page back", at)
		}
	},
	"sentence.first": func(r *rig) { r.press(fyne.KeyEnd); r.do("sentence.first"); r.cursor(0) },
	"sentence.last":  func(r *rig) { r.do("sentence.last"); r.cursor(21) },
	"article.next": func(r *rig) {
		r.addThree()
		r.do("article.next")
		if got := r.title(); got != "Second report" {
			r.t.Errorf("the open article is %q", got)
		}
		r.inText()
	},
	"article.previous": func(r *rig) {
		r.addThree()
		r.do("article.previous")
		r.says("first article")
		r.write("хх[")
		r.write("]]")
		if got := r.title(); got == "" {
			r.t.Error("no article is open")
		}
	},
	"text.focus": func(r *rig) {
		r.shell.desk.library.FocusList()
		r.do("text.focus")
		r.inText()
	},
	"pane.next": func(r *rig) {
		r.do("pane.next")
		if !r.shell.desk.library.Holds(r.shell.window.Canvas().Focused()) {
			r.t.Error("the keyboard is not with the list")
		}
		r.press(fyne.KeyF6)
		if r.shell.desk.library.Holds(r.shell.window.Canvas().Focused()) {
			r.t.Error("the keyboard stays with the list")
		}
	},
	"label.commitment": func(r *rig) { r.do("label.commitment"); r.has(0, "commitment"); r.do("label.commitment"); r.has(0, "") },
	"label.statistic":  func(r *rig) { r.do("label.statistic"); r.do("label.claim"); r.has(0, "statistic+claim") },
	"label.claim":      func(r *rig) { r.do("label.claim"); r.has(0, "claim") },
	"label.clear": func(r *rig) {
		r.do("label.claim")
		r.do("label.statistic")
		r.do("label.clear")
		r.has(0, "")
		for range 2 { // on a sentence without labels the key says so, and says it again
			r.do("label.clear")
			if sentence, _ := r.ws().Current(); !sentence.Empty {
				r.t.Error("the sentence is not marked as holding nothing")
			}
		}
	},
	"label.nothing": func(r *rig) {
		r.do("label.nothing")
		if sentence, _ := r.ws().Current(); !sentence.Empty {
			r.t.Error("the sentence is not marked")
		}
		r.do("label.nothing")
		if sentence, _ := r.ws().Current(); sentence.Empty {
			r.t.Error("the mark stays")
		}
	},
	"suggestion.accept": func(r *rig) {
		at := r.suggested()
		r.do("suggestion.accept")
		r.has(at, "commitment")
		r.inText()
		if sentence, _ := r.ws().Sentence(at); sentence.Mine[0].Origin != models.OriginSuggested || len(sentence.Mine[0].Details) == 0 {
			r.t.Errorf("accepted is %+v", sentence.Mine[0].Annotation)
		}
		r.do("undo")
		r.has(at, "")
		r.write("ф")
		r.has(at, "commitment")
	},
	"suggestion.reject": func(r *rig) {
		at := r.suggested()
		before := len(r.ws().Suggested(at))
		r.do("suggestion.reject")
		r.has(at, "")
		if left := len(r.ws().Suggested(at)); left != before-1 {
			r.t.Errorf("%d suggestions are left of %d", left, before)
		}
		r.do("undo")
		r.write("к")
		r.cursor(at)
		if left := len(r.ws().Suggested(at)); left != before-1 {
			r.t.Errorf("%d suggestions are left of %d", left, before)
		}
	},
	"suggestion.next": func(r *rig) {
		r.do("suggestion.next")
		at := r.ws().Cursor()
		if len(r.ws().Suggested(at)) == 0 {
			r.t.Errorf("nothing is suggested on sentence %d", at)
		}
		r.write("п")
		if r.ws().Cursor() == at {
			r.t.Error("the cursor stays")
		}
		r.do("article.finished")
		r.do("suggestion.next")
		r.says("Nothing else is suggested")
	},
	"view.suggestions": func(r *rig) {
		at := r.suggested()
		r.do("view.suggestions")
		if r.ws().Suggested(at) != nil || r.shell.memory.Suggesting() {
			r.t.Error("suggestions stay")
		}
		r.do("suggestion.accept")
		r.says("suggestions are switched off")
		r.do("suggestion.next")
		r.says("suggestions are switched off")
		r.shell.gate.openFile(r.ws().Path())
		r.settle()
		if r.ws().Suggesting() {
			r.t.Error("the next project suggests")
		}
		r.do("view.suggestions")
		if at := r.suggested(); len(r.ws().Suggested(at)) == 0 || !r.shell.memory.Suggesting() {
			r.t.Error("suggestions do not come back")
		}
	},
	"details": func(r *rig) {
		r.do("label.claim")
		r.do("details")
		r.left()
		r.press(fyne.KeyEscape)
		r.inText()
	},
	"note": func(r *rig) {
		r.do("label.claim")
		r.do("note")
		r.left()
		r.write("Check 2")
		r.has(0, "claim")
		r.press(fyne.KeyEscape)
		r.inText()
		r.settle()
		if sentence, _ := r.ws().Current(); sentence.Mine[0].Note != "Check 2" {
			r.t.Errorf("the note is %q", sentence.Mine[0].Note)
		}
	},
	"article.finished": func(r *rig) {
		r.do("article.finished")
		if !r.ws().Finished() {
			r.t.Error("the article is not finished")
		}
		r.write("в")
		if r.ws().Finished() {
			r.t.Error("the article stays finished")
		}
	},
	"annotator": func(r *rig) {
		r.do("annotator")
		r.escapes()
		r.do("annotator")
		r.write("Dr Aigerim Example")
		r.press(fyne.KeyReturn)
		if got := r.ws().Me().Name; got != "Dr Aigerim Example" {
			r.t.Errorf("the annotator is %q", got)
		}
		r.isCovered(false)
	},
	"theme.light":  func(r *rig) { r.do("theme.light"); r.isMode(theme.Light) },
	"theme.dark":   func(r *rig) { r.do("theme.dark"); r.isMode(theme.Dark) },
	"theme.system": func(r *rig) { r.do("theme.dark"); r.do("theme.system"); r.isMode(theme.System) },
	"zoom.in":      func(r *rig) { r.do("zoom.in"); r.isSize(18) },
	"zoom.out":     func(r *rig) { r.do("zoom.out"); r.isSize(16) },
	"zoom.reset":   func(r *rig) { r.do("zoom.in"); r.do("zoom.in"); r.do("zoom.reset"); r.isSize(17) },
	"view.library": func(r *rig) {
		r.do("view.library")
		r.panes(false, true)
		r.do("view.library")
		r.panes(true, true)
	},
	"view.inspector": func(r *rig) {
		r.do("view.inspector")
		r.panes(true, false)
		r.do("note")
		r.panes(true, true)
	},
	"view.reading": func(r *rig) {
		r.do("view.reading")
		r.panes(false, false)
		r.inText()
		r.do("view.reading")
		r.panes(true, true)
	},
	"view.annotations": func(r *rig) {
		r.do("label.claim")
		r.do("view.annotations")
		if rows := r.shell.desk.table.Rows(); !r.shell.tableShown() || len(rows) != 1 || rows[0].Label != "claim" {
			r.t.Errorf("the table is shown: %v; its rows: %v", r.shell.tableShown(), rows)
		}
		r.do("view.annotations")
		r.inText()
		r.do("view.annotations")
		r.press(fyne.KeyEscape)
		r.inText()
	},
	"help.start": func(r *rig) { r.do("help.start"); r.escapes() },
	"help.keys":  func(r *rig) { r.do("help.keys"); r.escapes(); r.write("?"); r.escapes() },
	"help.codebook": func(r *rig) {
		r.do("help.codebook")
		if r.shell.guide.codebook.Shown() == nil {
			r.t.Fatal("no window with the codebook")
		}
		r.shell.guide.codebook.Shown().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if r.shell.guide.codebook.Shown() != nil {
			r.t.Error("Escape does not close the window")
		}
	},
	"help.about": func(r *rig) { r.do("help.about"); r.escapes() },
}
