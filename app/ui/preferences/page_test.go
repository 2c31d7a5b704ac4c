package preferences_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/locale"
	"glossator/app/ui/preferences"
	"glossator/app/ui/theme"
)

func TestEveryChoiceActsAtOnce(t *testing.T) {
	test.NewApp()
	var log []string
	note := func(what string) { log = append(log, what) }
	page := preferences.New(preferences.Values{
		Name: "Aigerim", Mode: theme.Light, Typeface: theme.Serif, TextSize: 17, Measure: 68, Suggestions: true,
	}, preferences.Actions{
		Mode:     func(mode theme.Mode) { note(string(mode)) },
		Typeface: func(name theme.Typeface) { note(string(name)) },
		Language: func(code string) { note("language " + code) },
		Still:    func(bool) { note("still") },
		Close:    func() { note("closed") },
	})
	window := test.NewWindow(page.Object())
	defer window.Close()
	window.Resize(fyne.NewSize(preferences.Width, preferences.Height))
	for _, text := range []string{"High contrast, dark", "Without serifs", "Қазақша"} {
		if !page.Choose(text) {
			t.Errorf("%q is not offered", text)
		}
	}
	if got := strings.Join(log, ", "); got != "stark_dark, sans, language kk" {
		t.Errorf("the page did %s", got)
	}
	page.Show(preferences.Values{Name: "Dana", Mode: theme.Dark, Typeface: theme.Sans, TextSize: 20, Measure: 50, Language: locale.System})
	if len(log) != 3 {
		t.Errorf("what is shown was taken for a choice: %v", log)
	}
	page.First().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if log[len(log)-1] != "closed" {
		t.Error("Escape does not close the page")
	}
}
