// Package textline shows one line of text, cut with an ellipsis where it is
// too long. It is much cheaper than a label of the toolkit, for rows of long
// lists and for text that changes with every key.
package textline

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Look is how a line is set. The zero value is ordinary text at the left.
type Look struct {
	Colour fyne.ThemeColorName // "": the foreground
	Size   fyne.ThemeSizeName  // "": ordinary text
	Style  fyne.TextStyle
	Align  fyne.TextAlign
	// Whole asks for room for the whole text; without it the line takes what
	// width there is.
	Whole bool
	// Least is the smallest width to ask for, in units, so that neighbours
	// stay where they are when the text changes.
	Least float32
}

var _ fyne.Accessible = (*Line)(nil)

// Line is one line of text.
type Line struct {
	widget.BaseWidget

	look Look
	text string
	ink  *canvas.Text
}

// New makes a line.
func New(text string, look Look) *Line {
	if look.Colour == "" {
		look.Colour = toolkit.ColorNameForeground
	}
	if look.Size == "" {
		look.Size = toolkit.SizeNameText
	}
	l := &Line{look: look, text: text, ink: canvas.NewText(text, toolkit.Color(look.Colour))}
	l.ink.TextStyle, l.ink.Alignment = look.Style, look.Align
	l.ink.TextSize = toolkit.Size(look.Size)
	l.ExtendBaseWidget(l)
	return l
}

// Text returns the whole text, also where the line shows less.
func (l *Line) Text() string { return l.text }

// SetText shows another text. The same text again costs nothing.
func (l *Line) SetText(text string) { l.Set(text, l.look.Colour, l.look.Style.Bold) }

// SetColour shows the text in the colour of this name.
func (l *Line) SetColour(name fyne.ThemeColorName) { l.Set(l.text, name, l.look.Style.Bold) }

// Set changes text, colour and weight at once.
func (l *Line) Set(text string, colour fyne.ThemeColorName, bold bool) {
	if l.text == text && l.look.Colour == colour && l.look.Style.Bold == bold {
		return
	}
	l.text, l.look.Colour, l.look.Style.Bold = text, colour, bold
	l.Refresh()
}

// AccessibilityLabel is the whole text.
func (l *Line) AccessibilityLabel() string { return l.text }

// AccessibilityRole is that of text.
func (*Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return &renderer{line: l} }

type renderer struct{ line *Line }

func (r *renderer) Layout(size fyne.Size) {
	l := r.line
	l.ink.Text = l.fitting(size.Width)
	l.ink.Resize(fyne.NewSize(size.Width, l.ink.MinSize().Height))
	l.ink.Move(fyne.NewPos(0, float32(int((size.Height-l.ink.MinSize().Height)/2))))
}

func (r *renderer) MinSize() fyne.Size {
	l := r.line
	size := fyne.MeasureText(l.text, l.ink.TextSize, l.ink.TextStyle)
	if !l.look.Whole {
		size.Width = 0
	}
	return fyne.NewSize(max(size.Width, l.look.Least), size.Height)
}

func (r *renderer) Refresh() {
	l := r.line
	l.ink.Color = toolkit.Color(l.look.Colour)
	l.ink.TextSize = toolkit.Size(l.look.Size)
	l.ink.TextStyle = l.look.Style
	r.Layout(l.Size())
	l.ink.Refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line.ink} }

func (r *renderer) Destroy() {}

// fitting returns the text, or as much of its beginning as fits with an
// ellipsis.
func (l *Line) fitting(width float32) string {
	const slack = 0.5 // units by which rounding may be off
	measure := func(s string) float32 { return fyne.MeasureText(s, l.ink.TextSize, l.ink.TextStyle).Width }
	if width <= 0 || measure(l.text) <= width+slack {
		return l.text
	}
	runes := []rune(l.text)
	tooLong := sort.Search(len(runes), func(n int) bool { return measure(string(runes[:n])+"…") > width })
	for tooLong > 1 && runes[tooLong-2] == ' ' {
		tooLong--
	}
	return string(runes[:max(0, tooLong-1)]) + "…"
}
