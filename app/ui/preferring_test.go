package ui

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
)

// preferenceTouches belong to TestEveryCommandDoesWhatItSays.
var preferenceTouches = map[command.ID]func(*rig){
	"preferences": func(r *rig) {
		r.do("preferences")
		if r.shell.choices.preferences.Page() == nil {
			r.t.Fatal("no page shows the preferences")
		}
		r.shell.choices.preferences.Page().Choose("Dark")
		r.isMode(theme.Dark)
		r.shell.choices.preferences.Page().First().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if r.shell.choices.preferences.Shown() != nil {
			r.t.Error("Escape leaves the preferences open")
		}
	},
	"theme.stark_light": func(r *rig) { r.do("theme.stark_light"); r.isMode(theme.StarkLight) },
	"theme.stark_dark":  func(r *rig) { r.do("theme.stark_dark"); r.isMode(theme.StarkDark) },
}

// speakEnglish sets the language back for the tests that follow.
func speakEnglish(t *testing.T) {
	t.Helper()
	t.Cleanup(func() {
		if err := locale.Use("en"); err != nil {
			t.Error(err)
		}
	})
}

func TestLanguageChangesAtOnce(t *testing.T) {
	speakEnglish(t)
	r := newRig(t)
	r.press("1")
	r.press(fyne.KeyDown)
	r.do("view.history")
	r.do("preferences")
	r.shell.choices.preferences.Page().Choose("Русский")
	r.settle()
	if got := r.shell.window.MainMenu().Items[0].Label; got != "Файл" {
		t.Errorf("the first menu is called %q", got)
	}
	if got := r.shell.desk.line.Place(); !strings.HasPrefix(got, "Предложение 2 из ") {
		t.Errorf("the line at the bottom says %q", got)
	}
	if !r.shell.sides.historyShown() {
		t.Error("the history has gone from the window")
	}
	r.cursor(1)
	r.do("undo")
	if got := r.labels(0); got != "" {
		t.Errorf("after undo the sentence has %q", got)
	}
	r.shell.choices.preferences.Page().Choose("Қазақша")
	r.settle()
	if got := r.shell.choices.preferences.Shown().Title(); got != "Баптаулар" || r.shell.memory.Language() != "kk" {
		t.Errorf("the window is called %q, the language kept is %q", got, r.shell.memory.Language())
	}
}

func TestTypefaceAndWidthAreKept(t *testing.T) {
	r := newRig(t)
	r.do("preferences")
	r.shell.choices.preferences.Page().Choose("Without serifs")
	r.shell.choices.setMeasure(50)
	r.settle()
	if got := r.shell.desk.reader.View().Measure(); got != 50 {
		t.Errorf("a line has %d characters", got)
	}
	if got := setting(r.shell.memory); got.Typeface != theme.Sans || got.Measure != 50 {
		t.Errorf("kept: %+v", got)
	}
}

func TestNameIsAskedOnce(t *testing.T) {
	r := newRig(t)
	name := ""
	r.shell.identity.projects = projects{t: t, folder: r.home, named: &name}
	r.press("1")
	if got := r.shell.strip.Text(); got != "Your annotations carry the name “Aigerim Example”." {
		t.Fatalf("the strip says %q", got)
	}
	r.shell.strip.ActSecond()
	r.settle()
	r.press(fyne.KeyDown)
	r.press("1")
	if name != "Aigerim Example" || r.shell.strip.Text() != "" {
		t.Errorf("the name is %q, the strip says %q", name, r.shell.strip.Text())
	}
}

// A label that could not be saved is told of, and not under which name it would
// have been.
func TestNameDoesNotHideAFailure(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not move an open file")
	}
	r := newRig(t)
	name := ""
	r.shell.identity.projects = projects{t: t, folder: r.home, named: &name}
	path := r.ws().Path()
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	r.press("1")
	r.saysAll("Not saved: ")
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	r.press("1")
	r.saysAll("Your annotations carry the name")
}

// shownTexts returns every text that an object shows, its hidden parts left out.
func shownTexts(object fyne.CanvasObject) []string {
	if object == nil || !object.Visible() {
		return nil
	}
	switch o := object.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case *fyne.Container:
		var all []string
		for _, child := range o.Objects {
			all = append(all, shownTexts(child)...)
		}
		return all
	case fyne.Widget:
		var all []string
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, shownTexts(child)...)
		}
		return all
	}
	return nil
}

// TestWindowSaysNothingInEnglish walks through what the window shows in another
// language and looks for Latin words that are not those of the articles.
func TestWindowSaysNothingInEnglish(t *testing.T) {
	speakEnglish(t)
	const own = "Glossator, My project, Aigerim Example, English, Ctrl, Shift, Enter, Page Down, Home, JSON, MAXQDA, ATLAS.ti, NVivo"
	r := newRig(t)
	content, _ := r.ws().Article()
	known := own + content.Text + content.Article.Title + content.Article.Source
	for _, code := range []string{"ru", "kk"} {
		r.shell.choices.setLanguage(code)
		r.press("1")
		r.settle()
		var shown []string
		collect := func() { shown = append(shown, shownTexts(r.shell.window.Content())...) }
		collect()
		for _, id := range []command.ID{"view.history", "view.annotations"} {
			r.do(id)
			collect()
			r.do(id)
		}
		for _, menu := range r.shell.window.MainMenu().Items {
			shown = append(shown, menu.Label)
			for _, item := range menu.Items {
				title, _, _ := strings.Cut(item.Label, "\t")
				shown = append(shown, title)
			}
		}
		for _, c := range r.shell.keys.Table().All() {
			shown = append(shown, c.Help)
		}
		r.do("preferences")
		shown = append(shown, shownTexts(r.shell.choices.preferences.Page().Object())...)
		for _, text := range shown {
			for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if !latin(word) || strings.Contains(known, word) {
					continue
				}
				t.Errorf("%s: %q is English in %q", code, word, text)
			}
		}
	}
}

// latin reports whether a word of some length is written in Latin letters.
func latin(word string) bool {
	const short = 3 // en, kg, pt
	letters := []rune(word)
	return len(letters) > short && !slices.ContainsFunc(letters, func(r rune) bool { return r > unicode.MaxLatin1 })
}

// TestTargetsAreLargeEnough holds what can be pressed against WCAG 2.2, 2.5.8.
func TestTargetsAreLargeEnough(t *testing.T) {
	const least = 24 // units
	check := func(where command.ID, root fyne.CanvasObject) {
		for _, found := range targets(root) {
			if size := found.Size(); size.Width < least || size.Height < least {
				t.Errorf("%s: a %T of %v can be pressed", where, found, size)
			}
		}
	}
	for _, page := range []command.ID{
		"text.focus", "view.history", "view.annotations", "view.insights", "codebook.edit", "queue.show", "review.check",
		"review.agreement", "review.responses", "view.consistency",
	} {
		r := newRig(t)
		r.press("1")
		r.do(page)
		check(page, r.shell.window.Content())
	}
	r := newRig(t)
	r.do("preferences")
	check("preferences", r.shell.choices.preferences.Page().Object())
}

// targets returns what can be pressed, hidden parts left out.
func targets(object fyne.CanvasObject) []fyne.CanvasObject {
	if object == nil || !object.Visible() {
		return nil
	}
	var found []fyne.CanvasObject
	if _, ok := object.(fyne.Tappable); ok && !object.Size().IsZero() {
		found = append(found, object)
	}
	switch o := object.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, targets(child)...)
		}
	case *widget.Entry, *widget.Slider: // one target, whatever it is made of
	case *container.Scroll: // its bars are the toolkit's; the wheel and the keys do the same
		found = append(found, targets(o.Content)...)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, targets(child)...)
		}
	}
	return found
}
