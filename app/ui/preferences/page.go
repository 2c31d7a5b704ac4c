// Package preferences is the page on which one chooses how the program looks
// and speaks. Every change acts at once and is remembered; nothing is to be
// confirmed.
package preferences

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/caption"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textview"
)

// The texts of the page.
const (
	textName        = "Your name"
	textNameHint    = "Your annotations carry it"
	textTheme       = "Theme"
	textTypeface    = "Typeface of articles"
	textSize        = "Text size"
	textMeasure     = "Width of lines"
	textLanguage    = "Language"
	textSystem      = "As the system"
	textSuggestions = "Suggest labels and details"
	textOther       = "Somebody else works here…"
	textStill       = "Without animation; always, if the system asks for none"
	textKeys        = "All keys…"
)

// Sizes in units.
const (
	Width  = 620 // of the window
	Height = 520

	controlWidth = 300
	valueWidth   = 40
)

// choice is one answer of a list.
type choice struct{ value, text string }

// The answers of the lists.
//
//locale:texts text
var (
	modes = []choice{
		{string(theme.System), "As the system"}, {string(theme.Light), "Light"}, {string(theme.Dark), "Dark"},
		{string(theme.StarkLight), "High contrast, light"}, {string(theme.StarkDark), "High contrast, dark"},
	}
	typefaces = []choice{{string(theme.Serif), "With serifs"}, {string(theme.Sans), "Without serifs"}}
)

// Values are what the page shows.
type Values struct {
	Name        string // of the annotator; empty: no project is open
	ReadOnly    bool   // the name cannot be changed
	Mode        theme.Mode
	Typeface    theme.Typeface
	TextSize    float32 // units
	Measure     int     // characters
	Language    string  // a code of [locale.Languages], or [locale.System]
	Suggestions bool
	Still       bool // without animation
}

// Actions take over what is chosen.
type Actions struct {
	Name        func(name string)
	Other       func() // somebody else is to work
	Mode        func(theme.Mode)
	Typeface    func(theme.Typeface)
	TextSize    func(units float32)
	Measure     func(chars int)
	Language    func(code string)
	Suggestions func(on bool)
	Still       func(on bool)
	Keys        func() // shows all keys
	Close       func() // Escape
}

// Page is the page.
type Page struct {
	name        *modal.Entry
	theme       *list
	typeface    *list
	size        *slider
	measure     *slider
	language    *list
	suggestions *check
	still       *check
	object      fyne.CanvasObject
}

// New makes the page. Make it anew after a change of the language.
func New(values Values, actions Actions) *Page {
	p := &Page{}
	form := container.New(layout.NewFormLayout())
	row := func(words string, input fyne.CanvasObject) {
		form.Add(caption.New(words))
		form.Add(container.New(&wide{}, input))
	}
	row(locale.T(textLanguage), p.makeLanguage(values, actions))
	p.theme = newList(modes, string(values.Mode), func(value string) { actions.Mode(theme.Mode(value)) }, actions.Close)
	row(locale.T(textTheme), outline.New(p.theme))
	p.typeface = newList(typefaces, string(values.Typeface), func(value string) { actions.Typeface(theme.Typeface(value)) }, actions.Close)
	row(locale.T(textTypeface), outline.New(p.typeface))
	p.size = newSlider(textview.MinTextSize, textview.MaxTextSize, float64(values.TextSize),
		func(v float64) { actions.TextSize(float32(v)) }, actions.Close)
	row(locale.T(textSize), p.size.object)
	p.measure = newSlider(textview.MinMeasure, textview.MaxMeasure, float64(values.Measure),
		func(v float64) { actions.Measure(int(v)) }, actions.Close)
	row(locale.T(textMeasure), p.measure.object)
	if values.Name != "" {
		row(locale.T(textName), p.makeName(values, actions))
		row("", newButton(locale.T(textOther), actions.Other, actions.Close))
	}
	p.suggestions = newCheck(locale.T(textSuggestions), values.Suggestions, actions.Suggestions, actions.Close)
	row("", p.suggestions)
	p.still = newCheck(locale.T(textStill), values.Still, actions.Still, actions.Close)
	row("", p.still)
	row("", newButton(locale.T(textKeys), actions.Keys, actions.Close))
	p.object = surface.New(theme.ColorNamePane, container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(theme.Wide, theme.Wide, theme.Wide, theme.Wide), form)))
	return p
}

// makeName makes the field of the name, which is taken over when one leaves it.
func (p *Page) makeName(values Values, actions Actions) fyne.CanvasObject {
	entry := modal.NewEntry(values.Name)
	p.name = entry
	entry.SetPlaceHolder(locale.T(textNameHint))
	entry.Enter = func() { actions.Name(entry.Text) }
	entry.Left, entry.Escape = entry.Enter, actions.Close
	if values.ReadOnly {
		entry.Disable()
	}
	return entry
}

func (p *Page) makeLanguage(values Values, actions Actions) fyne.CanvasObject {
	choices := []choice{{locale.System, textSystem}}
	for _, known := range locale.Languages() {
		choices = append(choices, choice{known.Code, known.Name})
	}
	p.language = newList(choices, values.Language, actions.Language, actions.Close)
	return outline.New(p.language)
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// First returns what gets the keyboard first.
func (p *Page) First() fyne.Focusable { return p.language }

// Show follows what was changed elsewhere, such as by a key.
func (p *Page) Show(values Values) {
	if p.name != nil && values.Name != "" && p.name.Text != values.Name {
		p.name.SetText(values.Name)
	}
	p.theme.show(string(values.Mode))
	p.typeface.show(string(values.Typeface))
	p.size.show(float64(values.TextSize))
	p.measure.show(float64(values.Measure))
	p.language.show(values.Language)
	p.suggestions.show(values.Suggestions)
	p.still.show(values.Still)
}

// Choose chooses an answer by its text, as a user does; it reports whether
// there is one.
func (p *Page) Choose(text string) bool {
	for _, l := range []*list{p.language, p.theme, p.typeface} {
		if slices.Contains(l.Options, text) {
			l.SetSelected(text)
			return true
		}
	}
	return false
}

// wide gives an input a steady width and its own height.
type wide struct{}

func (*wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(controlWidth, objects[0].MinSize().Height)
}

func (*wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width
	if _, plain := objects[0].(*button); plain {
		width = min(width, objects[0].MinSize().Width)
	}
	objects[0].Resize(fyne.NewSize(width, objects[0].MinSize().Height))
	objects[0].Move(fyne.NewPos(0, (size.Height-objects[0].Size().Height)/2))
}
