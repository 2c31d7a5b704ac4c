package preferences

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
)

// The inputs are those of the toolkit; Escape leaves the page from each.

// list offers some answers.
type list struct {
	widget.Select

	choices []choice
	quiet   bool // while an answer is shown and not chosen
	escape  func()
}

func newList(choices []choice, value string, chosen func(value string), escape func()) *list {
	l := &list{choices: choices, escape: escape}
	for _, c := range choices {
		l.Options = append(l.Options, locale.T(c.text))
	}
	l.ExtendBaseWidget(l)
	l.show(value)
	l.OnChanged = func(string) {
		if at := l.SelectedIndex(); at >= 0 && !l.quiet {
			chosen(l.choices[at].value)
		}
	}
	return l
}

func (l *list) show(value string) {
	l.quiet = true
	for i, c := range l.choices {
		if c.value == value {
			l.SetSelectedIndex(i)
		}
	}
	l.quiet = false
}

// TypedKey is called by the toolkit.
func (l *list) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		l.escape()
		return
	}
	l.Select.TypedKey(event)
}

// slider chooses a whole number and says it.
type slider struct {
	*scale

	number *textline.Line
	object fyne.CanvasObject
}

func newSlider(least, most, value float64, chosen func(float64), escape func()) *slider {
	s := &slider{scale: &scale{escape: escape}, number: textline.New("", textline.Look{Least: valueWidth, Align: fyne.TextAlignTrailing})}
	s.Min, s.Max, s.Step = least, most, 1
	s.ExtendBaseWidget(s.scale)
	s.show(value)
	s.OnChanged = func(v float64) {
		s.number.SetText(locale.Decimal(v, 0))
		chosen(v)
	}
	s.object = container.NewBorder(nil, nil, nil, s.number, container.NewThemeOverride(s.scale, tracked{}))
	return s
}

func (s *slider) show(value float64) {
	s.number.SetText(locale.Decimal(value, 0))
	if s.Value != value {
		s.Value = value
		s.Refresh()
	}
}

// tracked is the theme of the program, in which the empty part of a slider can
// be seen.
type tracked struct{}

var _ fyne.Theme = tracked{}

func (tracked) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color returns the colour of a name.
func (t tracked) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == toolkit.ColorNameInputBackground {
		name = theme.ColorNameTrack
	}
	return t.base().Color(name, variant)
}

// Font returns the font of a style.
func (t tracked) Font(style fyne.TextStyle) fyne.Resource { return t.base().Font(style) }

// Icon returns the icon of a name.
func (t tracked) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base().Icon(name) }

// Size returns the size of a name in units.
func (t tracked) Size(name fyne.ThemeSizeName) float32 { return t.base().Size(name) }

type scale struct {
	widget.Slider

	escape func()
}

// TypedKey is called by the toolkit.
func (s *scale) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		s.escape()
		return
	}
	s.Slider.TypedKey(event)
}

// check is something that is on or off.
type check struct {
	widget.Check

	quiet  bool
	escape func()
}

func newCheck(words string, on bool, changed func(bool), escape func()) *check {
	c := &check{escape: escape}
	c.Text = words
	c.ExtendBaseWidget(c)
	c.show(on)
	c.OnChanged = func(on bool) {
		if !c.quiet {
			changed(on)
		}
	}
	return c
}

func (c *check) show(on bool) {
	c.quiet = true
	c.SetChecked(on)
	c.quiet = false
}

// TypedKey is called by the toolkit.
func (c *check) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	c.Check.TypedKey(event)
}

// button opens something else.
type button struct {
	widget.Button

	escape func()
}

func newButton(text string, press, escape func()) *button {
	b := &button{escape: escape}
	b.Text, b.OnTapped = text, press
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is called by the toolkit.
func (b *button) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(event)
	}
}
