package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/exporting"
	"glossator/app/ui/theme"
	"glossator/models"
)

// do presses a command the way its first key says, or chooses it in the menu.
func (r *rig) do(id command.ID) {
	r.t.Helper()
	c := r.shell.table.ByID(id)
	if c == nil {
		r.t.Fatalf("there is no command %q", id)
	}
	switch {
	case c.MenuOnly:
		r.choose(c)
	case c.Keys[0].Modifier != 0:
		r.chord(c.Keys[0].Shortcut())
	case c.Keys[0].Rune != 0:
		r.write(string(c.Keys[0].Rune))
	default:
		r.press(c.Keys[0].Name)
	}
}

func (r *rig) choose(c *command.Command) {
	r.t.Helper()
	for _, menu := range r.shell.window.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, c.Title) {
				item.Action()
				r.settle()
				return
			}
		}
	}
	r.t.Fatalf("no menu has %q", c.Title)
}

func (r *rig) cursor(want int) {
	r.t.Helper()
	if got := r.ws().Cursor(); got != want {
		r.t.Errorf("the cursor is on %d, want %d", got, want)
	}
	if got := r.shell.desk.reader.View().Cursor(); got != want {
		r.t.Errorf("the text shows the cursor on %d, want %d", got, want)
	}
}

func (r *rig) has(position int, want string) {
	r.t.Helper()
	if got := r.labels(position); got != want {
		r.t.Errorf("sentence %d has the labels %q, want %q", position, got, want)
	}
}

func (r *rig) says(want string) {
	r.t.Helper()
	if got := r.shell.strip.Text(); !strings.Contains(got, want) {
		r.t.Errorf("the strip says %q, want %q in it", got, want)
	}
}

func (r *rig) isCovered(want bool) {
	r.t.Helper()
	if got := r.shell.covered(); got != want {
		r.t.Errorf("something over the window: %v, want %v", got, want)
	}
}

// escapes expects a page over the window that Escape takes away, with the
// keyboard back in the text.
func (r *rig) escapes() {
	r.t.Helper()
	r.isCovered(true)
	r.press(fyne.KeyEscape)
	r.isCovered(false)
	r.inText()
}

func (r *rig) inText() {
	r.t.Helper()
	if r.shell.window.Canvas().Focused() != fyne.Focusable(r.shell.desk.reader.View()) {
		r.t.Errorf("the keyboard is with %T, want the text", r.shell.window.Canvas().Focused())
	}
}

func (r *rig) addThree() {
	r.t.Helper()
	for _, title := range []string{"First report", "Second report", "Third report"} {
		r.shell.addPaths([]string{r.article(title, title+" says that 12 centres were opened.", "More will follow.")})
		r.settle()
	}
}

func (r *rig) title() string {
	content, _ := r.ws().Article()
	return content.Article.Title
}

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
		r.shell.editArticles([]string{r.secondReport()})
		r.settle()
		page := r.document()
		page.Fill(map[string]string{"Published": "2031"})
		page.Save()
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
		r.shell.createProject(filepath.Join(r.home, "Other"+projectExtension))
		r.settle()
		r.shell.openProject(path)
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
		if what, _ := r.shell.desk.history.Text(0); !r.shell.historyShown() || r.shell.inspectorShown() || !strings.HasPrefix(what, "Commitment on") {
			r.t.Errorf("the history tells %q", what)
		}
		r.press(fyne.KeyDown)
		r.press(fyne.KeyReturn)
		r.do("view.history")
		if r.shell.historyShown() || !r.shell.inspectorShown() {
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
		page, ok := r.shell.overlay.(*exporting.Page)
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
		r.shell.palette.Type("stat")
		if found := r.shell.palette.Found(); len(found) == 0 || found[0].ID != "label.statistic" {
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
		if r.ws().Suggested(at) != nil || r.shell.memory.suggesting() {
			r.t.Error("suggestions stay")
		}
		r.do("suggestion.accept")
		r.says("suggestions are switched off")
		r.do("suggestion.next")
		r.says("suggestions are switched off")
		r.shell.openProject(r.ws().Path())
		r.settle()
		if r.ws().Suggesting() {
			r.t.Error("the next project suggests")
		}
		r.do("view.suggestions")
		if at := r.suggested(); len(r.ws().Suggested(at)) == 0 || !r.shell.memory.suggesting() {
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
		if r.shell.help == nil {
			r.t.Error("no window with the codebook")
		}
	},
	"help.about": func(r *rig) { r.do("help.about"); r.escapes() },
}

// suggested goes to the first sentence for which a commitment is the strongest
// suggestion.
func (r *rig) suggested() int {
	r.t.Helper()
	content, _ := r.ws().Article()
	for position := range content.Sentences {
		if list := r.ws().Suggested(position); len(list) > 0 && list[0].Label.Key == "commitment" {
			r.ws().MoveTo(position)
			r.settle()
			return position
		}
	}
	r.t.Fatal("no commitment is suggested")
	return 0
}

func (r *rig) left() {
	r.t.Helper()
	if focused := r.shell.window.Canvas().Focused(); focused == nil || focused == fyne.Focusable(r.shell.desk.reader.View()) {
		r.t.Errorf("the keyboard is with %T", focused)
	}
}

func (r *rig) isMode(want theme.Mode) {
	r.t.Helper()
	if got := r.shell.app.Settings().Theme().(*theme.Theme).Mode(); got != want || r.shell.memory.mode() != want {
		r.t.Errorf("the theme is %q, want %q", got, want)
	}
}

func (r *rig) isSize(want float32) {
	r.t.Helper()
	if got := r.shell.desk.reader.View().TextSize(); got != want || r.shell.memory.textSize() != want {
		r.t.Errorf("the text is set in %v, want %v", got, want)
	}
}

func (r *rig) panes(left, right bool) {
	r.t.Helper()
	if l, rr := r.shell.desk.panes.Shown(); l != left || rr != right {
		r.t.Errorf("panes shown: %v %v, want %v %v", l, rr, left, right)
	}
}

func TestEveryCommandDoesWhatItSays(t *testing.T) {
	for _, c := range newRig(t).shell.table.All() {
		t.Run(string(c.ID), func(t *testing.T) {
			touch, ok := touches[c.ID]
			for _, more := range []map[command.ID]func(*rig){reviewTouches, mergingTouches, wholeTouches, codebookTouches, preferenceTouches} {
				if other, known := more[c.ID]; known {
					touch, ok = other, true
				}
			}
			if !ok {
				t.Fatal("no test touches this command")
			}
			touch(newRig(t))
		})
	}
}

func TestEveryCommandIsComplete(t *testing.T) {
	for _, c := range newRig(t).shell.table.All() {
		switch {
		case c.Title == "" || c.Run == nil:
			t.Errorf("%s has no title or does nothing", c.ID)
		case !strings.HasSuffix(c.Help, "."):
			t.Errorf("%s has the help %q, which is no sentence", c.ID, c.Help)
		case len(c.Keys) == 0 && !c.MenuOnly:
			t.Errorf("%s has no key and is not meant for the menu only", c.ID)
		case len(c.Keys) > 0 && c.MenuOnly:
			t.Errorf("%s has a key and is meant for the menu only", c.ID)
		}
	}
}

func TestNoKeyMeansTwoThings(t *testing.T) {
	table := newRig(t).shell.table
	for _, c := range table.All() {
		table.SetMode(c.Mode)
		for _, key := range c.Keys {
			var got *command.Command
			switch {
			case key.Modifier != 0:
				got = table.Chord(key.Shortcut())
			case key.Rune != 0:
				got = table.Written(key.Rune)
			default:
				got = table.Named(key.Name)
			}
			if got == nil || got.ID != c.ID {
				t.Errorf("%s is %v, want %s", key, got, c.ID)
			}
		}
	}
}

func TestCommandsAreOffWithAReason(t *testing.T) {
	r := newRig(t)
	r.do("redo")
	r.says("nothing to redo")
	r.do("label.claim")
	if got := r.shell.strip.Text(); got != "" {
		t.Errorf("the strip still says %q after an action that succeeded", got)
	}
	r.ws().CloseArticle()
	r.settle()
	r.do("label.claim")
	r.says("no article is open")
	for _, menu := range r.shell.window.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, "Clear labels") && (!item.Disabled || !strings.Contains(item.Label, "no article is open")) {
				t.Errorf("the menu shows %q, disabled %v", item.Label, item.Disabled)
			}
		}
	}
}
