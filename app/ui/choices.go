package ui

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"glossator/app/ui/controls"
	"glossator/app/ui/locale"
	"glossator/app/ui/memory"
	"glossator/app/ui/motion"
	"glossator/app/ui/preferences"
	"glossator/app/ui/reader"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textview"
)

// zoomStep is by how much one press changes the text size, in units.
const zoomStep = 1

// choices are what the user chooses about looks, language and help: each acts
// at once and is remembered.
type choices struct {
	*bench

	app         fyne.App
	memory      memory.Memory
	keys        *controls.Controls
	guide       *guide
	preferences *preferences.Window
	redraw      func() // makes all pages anew
}

// newChoices makes the choices with their window, which is not open yet.
func newChoices(c choices, who *identity) *choices {
	c.preferences = preferences.NewWindow(c.app.NewWindow, c.values, preferences.Actions{
		Name: who.rename, Other: who.ask, Mode: c.setMode, Typeface: c.setTypeface, TextSize: c.setTextSize,
		Measure: c.setMeasure, Language: c.setLanguage, Suggestions: c.setSuggesting, Still: c.memory.SetStill,
		Keys: c.guide.showKeys,
	})
	return &c
}

// speak chooses the language of the window: the preferred one, else that of
// the desktop, else English.
func speak(m memory.Memory) error {
	return locale.Use(locale.Choose(m.Language(), locale.OfSystem()))
}

// setting is how articles are set.
func setting(m memory.Memory) reader.Setting {
	return reader.Setting{Typeface: m.Typeface(), TextSize: m.TextSize(), Measure: m.Measure()}
}

// calm keeps the window still for a user who wants it so, or whose desktop asks
// for no animation. The desktop is asked beside the start of the program.
func calm(a fyne.App) {
	asked := &atomic.Bool{}
	go func() { asked.Store(motion.Unwanted(context.Background())) }()
	fyne.SetCurrentApp(motion.Calm(a, func() bool { return asked.Load() || memory.New(a.Preferences()).Still() }))
}

func (c *choices) mode() theme.Mode { return c.memory.Mode() }

func (c *choices) setMode(mode theme.Mode) {
	c.memory.SetMode(mode)
	c.app.Settings().SetTheme(theme.New(mode))
	c.keys.Update()
	c.preferences.Follow()
}

// zoom makes the text larger or smaller; 0 sets it back.
func (c *choices) zoom(direction float32) {
	size := float32(textview.DefaultTextSize)
	if direction != 0 {
		size = c.memory.TextSize() + direction*zoomStep
	}
	c.setTextSize(min(max(size, textview.MinTextSize), textview.MaxTextSize))
	c.preferences.Follow()
}

func (c *choices) setTextSize(size float32) {
	c.memory.SetTextSize(size)
	if c.desk != nil {
		c.desk.reader.SetTextSize(size)
	}
}

// show opens the preferences.
func (c *choices) show() { c.preferences.Show() }

func (c *choices) values() preferences.Values {
	values := preferences.Values{
		Mode: c.memory.Mode(), Typeface: c.memory.Typeface(), TextSize: c.memory.TextSize(), Measure: c.memory.Measure(),
		Language: c.memory.Language(), Suggestions: c.memory.Suggesting(), Still: c.memory.Still(),
	}
	if c.desk != nil {
		values.Name, values.ReadOnly = c.desk.ws.Me().Name, c.desk.ws.ReadOnly()
	}
	return values
}

func (c *choices) setTypeface(name theme.Typeface) {
	c.memory.SetTypeface(name)
	c.typeset()
}

func (c *choices) setMeasure(chars int) {
	c.memory.SetMeasure(chars)
	c.typeset()
}

// typeset sets the open article as the preferences say.
func (c *choices) typeset() {
	if c.desk == nil {
		return
	}
	if err := c.desk.reader.Set(setting(c.memory)); err != nil {
		c.work.Fail(err)
	}
}

// setLanguage makes the whole window anew in another language.
func (c *choices) setLanguage(code string) {
	c.memory.SetLanguage(code)
	if err := speak(c.memory); err != nil {
		c.work.Fail(err)
		return
	}
	c.strip.Dismiss()
	c.redraw()
	c.guide.codebook.Refresh()
	c.preferences.Refresh()
}

func (c *choices) suggesting() bool { return c.desk != nil && c.desk.ws.Suggesting() }

// toggleSuggestions switches suggestions on or off, for later sessions too.
func (c *choices) toggleSuggestions() { c.setSuggesting(!c.desk.ws.Suggesting()) }

func (c *choices) setSuggesting(on bool) {
	c.memory.SetSuggesting(on)
	if c.desk != nil {
		c.desk.ws.SetSuggesting(on)
		c.desk.refits.Now()
	}
	c.keys.Update()
	c.preferences.Follow()
}
