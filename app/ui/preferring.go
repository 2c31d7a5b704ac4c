package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/help"
	"glossator/app/ui/locale"
	"glossator/app/ui/preferences"
	"glossator/app/ui/status"
	"glossator/app/ui/theme"
)

// How the user chooses the looks and the language, and is asked for a name.

const (
	titlePreferences = "Preferences"
	textYourName     = "Your annotations carry the name “%s”."
	textChangeName   = "Change…"
	textKeepName     = "Keep it"
)

// speak chooses the language of the window: the preferred one, else that of
// the desktop, else English.
func speak(p fyne.Preferences) error {
	return locale.Use(locale.Choose(memory{p}.language(), locale.OfSystem()))
}

// showPreferences opens the preferences in a window of their own, so that one
// sees what a change does.
func (s *Shell) showPreferences() {
	if s.preferences == nil {
		s.preferences = s.app.NewWindow("")
		s.preferences.SetPadded(false)
		s.preferences.Resize(fyne.NewSize(preferences.Width, preferences.Height))
		s.preferences.SetOnClosed(func() { s.preferences, s.preferred = nil, nil })
	}
	s.layPreferences()
	s.preferences.Show()
	s.preferences.RequestFocus()
	s.preferences.Canvas().Focus(s.preferred.First())
}

// layPreferences makes the page of the preferences in the present language.
func (s *Shell) layPreferences() {
	closed := s.preferences.Close
	s.preferred = preferences.New(s.preferenceValues(), preferences.Actions{
		Name: s.rename, Other: s.askAnnotator, Mode: s.setMode, Typeface: s.setTypeface, TextSize: s.setTextSize,
		Measure: s.setMeasure, Language: s.setLanguage, Suggestions: s.setSuggesting, Keys: s.showKeys, Close: closed,
	})
	s.preferences.SetTitle(locale.T(titlePreferences))
	s.preferences.SetContent(s.preferred.Object())
	s.preferences.Canvas().SetOnTypedKey(func(event *fyne.KeyEvent) {
		if event.Name == fyne.KeyEscape {
			closed()
		}
	})
}

func (s *Shell) preferenceValues() preferences.Values {
	values := preferences.Values{
		Mode: s.memory.mode(), Typeface: s.memory.typeface(), TextSize: s.memory.textSize(), Measure: s.memory.measure(),
		Language: s.memory.language(), Suggestions: s.memory.suggesting(),
	}
	if s.desk != nil {
		values.Name, values.ReadOnly = s.desk.ws.Me().Name, s.desk.ws.ReadOnly()
	}
	return values
}

// followPreferences shows on their page what was changed elsewhere.
func (s *Shell) followPreferences() {
	if s.preferred != nil {
		s.preferred.Show(s.preferenceValues())
	}
}

func (s *Shell) rename(name string) {
	if s.desk != nil {
		s.nameAnnotator(s.desk.ws, name, false)
	}
}

func (s *Shell) setTypeface(name theme.Typeface) {
	s.memory.setTypeface(name)
	s.typeset()
}

func (s *Shell) setMeasure(chars int) {
	s.memory.setMeasure(chars)
	s.typeset()
}

// typeset sets the open article as the preferences say.
func (s *Shell) typeset() {
	if s.desk == nil {
		return
	}
	if err := s.desk.reader.Set(s.memory.setting()); err != nil {
		s.fail(err)
	}
}

// setLanguage makes the whole window anew in another language.
func (s *Shell) setLanguage(code string) {
	s.memory.setLanguage(code)
	if err := speak(s.app.Preferences()); err != nil {
		s.fail(err)
		return
	}
	s.strip.Dismiss()
	s.redraw()
	if s.help != nil {
		s.help.SetTitle(locale.T(titleCodebook))
		s.help.SetContent(help.Codebook(s.codebookInUse(), ""))
	}
	if s.preferences != nil {
		s.layPreferences()
		s.preferences.Canvas().Focus(s.preferred.First())
	}
}

// redraw makes the pages of the open project and the menus anew, with the same
// panes in sight.
func (s *Shell) redraw() {
	if s.desk == nil {
		s.makeCommands()
		s.showNothing()
		return
	}
	s.flush()
	before := s.desk
	next, err := s.newDesk(before.ws)
	if err != nil {
		s.fail(err)
		return
	}
	left, right := before.panes.Shown()
	tab := before.right.Current()
	s.lay(next)
	next.panes.Arrange(left, right)
	next.right.Select(tab)
	s.front()
	before.close()
	s.run.Do(func(context.Context) (func(), error) {
		before.check.Stop()
		return nil, nil //nolint:nilnil // there is nothing to show
	})
}

// introduce says once, at the first label, under which name the annotations
// are kept.
func (s *Shell) introduce() {
	if s.introduced {
		return
	}
	s.introduced = true
	s.run.Do(func(context.Context) (func(), error) {
		if s.projects.Named() {
			return nil, nil //nolint:nilnil // there is nothing to show
		}
		return s.askName, nil
	})
}

func (s *Shell) askName() {
	if s.desk == nil {
		return
	}
	name := s.desk.ws.Me().Name
	s.strip.Show(status.Message{
		Text:   locale.T(textYourName, name),
		Action: locale.T(textChangeName), Run: s.askAnnotator,
		Second: locale.T(textKeepName), RunSecond: func() {
			s.do(func(context.Context) error { return s.projects.SetAnnotator(name) })
		},
	})
}
