// Package excerpt shows the beginning of a text, wrapped to a few lines, with
// an ellipsis where it goes on. It measures every word once and never more
// text than it shows, so that changing the text is cheap.
package excerpt

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

// Style is the look of a text, in names of the theme.
type Style struct {
	Size   fyne.ThemeSizeName  // empty: ordinary text
	Colour fyne.ThemeColorName // empty: the foreground
	Bold   bool
	Lines  int  // how many lines are shown at most; 0: one
	Steady bool // as high as all the lines, also for a shorter text
}

var _ fyne.Accessible = (*Excerpt)(nil)

// Excerpt is the widget. Make it with [New].
type Excerpt struct {
	widget.BaseWidget

	style Style
	text  string
	lines []*canvas.Text // those in use stand first
	used  int
	width float32 // the width that the lines were made for
}

// New makes an excerpt.
func New(text string, style Style) *Excerpt {
	style.Lines = max(style.Lines, 1)
	if style.Size == "" {
		style.Size = toolkit.SizeNameText
	}
	if style.Colour == "" {
		style.Colour = toolkit.ColorNameForeground
	}
	e := &Excerpt{style: style, text: text}
	e.ExtendBaseWidget(e)
	return e
}

// Text returns the whole text.
func (e *Excerpt) Text() string { return e.text }

// SetText shows another text.
func (e *Excerpt) SetText(text string) {
	if text == e.text {
		return
	}
	e.text = text
	e.wrap()
}

// SetColour shows the text in another colour of the theme.
func (e *Excerpt) SetColour(name fyne.ThemeColorName) {
	if name == e.style.Colour {
		return
	}
	e.style.Colour = name
	e.Refresh()
}

// Shown returns the lines as they are on the screen.
func (e *Excerpt) Shown() []string {
	shown := make([]string, e.used)
	for i := range shown {
		shown[i] = e.lines[i].Text
	}
	return shown
}

// AccessibilityLabel is the whole text.
func (e *Excerpt) AccessibilityLabel() string { return e.text }

// AccessibilityRole is that of text.
func (*Excerpt) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (e *Excerpt) CreateRenderer() fyne.WidgetRenderer { return &renderer{excerpt: e} }

// wrap makes the lines for the present width.
func (e *Excerpt) wrap() {
	if e.width <= 0 {
		return
	}
	size := theme.Units(e.style.Size)
	measure := func(text string) float32 {
		return fyne.MeasureText(text, size, fyne.TextStyle{Bold: e.style.Bold}).Width
	}
	lines := Wrap(e.text, e.width, e.style.Lines, measure)
	for len(e.lines) < len(lines) {
		e.lines = append(e.lines, &canvas.Text{})
	}
	ink := theme.Colour(e.style.Colour)
	e.used = len(lines)
	for i, line := range e.lines {
		if i >= e.used {
			line.Hidden = true
			continue
		}
		line.Hidden, line.Text, line.TextSize, line.Color = false, lines[i], size, ink
		line.TextStyle.Bold = e.style.Bold
		line.Resize(line.MinSize())
		line.Move(fyne.NewPos(0, e.lineHeight()*float32(i)))
		line.Refresh()
	}
}

func (e *Excerpt) lineHeight() float32 {
	return fyne.MeasureText("M", theme.Units(e.style.Size), fyne.TextStyle{Bold: e.style.Bold}).Height
}

type renderer struct{ excerpt *Excerpt }

func (r *renderer) Layout(size fyne.Size) {
	if size.Width == r.excerpt.width {
		return
	}
	r.excerpt.width = size.Width
	r.excerpt.wrap()
}

// MinSize is narrow, as any text can be cut, and as high as the lines are at
// the present width.
func (r *renderer) MinSize() fyne.Size {
	e := r.excerpt
	rows := max(e.used, 1)
	if e.style.Steady {
		rows = e.style.Lines
	}
	return fyne.NewSize(e.lineHeight(), e.lineHeight()*float32(rows))
}

func (r *renderer) Refresh() { r.excerpt.wrap() }

func (r *renderer) Destroy() {}

func (r *renderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, r.excerpt.used)
	for i := range objects {
		objects[i] = r.excerpt.lines[i]
	}
	return objects
}
