// Package marked shows a text in a few lines with some words marked, as the
// hits of a search are.
package marked

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Span is a marked stretch of the text in code points, end exclusive.
type Span struct{ Start, End int }

const (
	ellipsis   = "…"
	markRadius = 3 // units
	markReach  = 1 // units by which a mark is wider than its word
)

var _ fyne.Accessible = (*Text)(nil)

// Text is the widget. Make it with [New].
type Text struct {
	widget.BaseWidget

	most  int
	text  []rune
	spans []Span
	width float32 // what the pieces were made for
	marks []*canvas.Rectangle
	inks  []*canvas.Text
	// How many of them are in use.
	marked, inked int
}

// New makes an empty text of at most so many lines.
func New(most int) *Text {
	t := &Text{most: most}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another text. Spans that lie outside it are not shown.
func (t *Text) Set(text string, spans []Span) {
	t.text, t.spans = []rune(text), spans
	t.lay()
}

// AccessibilityLabel is the whole text.
func (t *Text) AccessibilityLabel() string { return string(t.text) }

// AccessibilityRole is that of text.
func (*Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Shown returns the lines as they are on screen.
func (t *Text) Shown() []string {
	shown := make([]string, 0, t.inked)
	for _, ink := range t.inks[:t.inked] {
		shown = append(shown, ink.Text)
	}
	return shown
}

// Marked returns the words that are marked on screen.
func (t *Text) Marked() int { return t.marked }

// CreateRenderer is called by the toolkit.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &renderer{text: t} }

func measure(text string) float32 {
	return fyne.MeasureText(text, toolkit.TextSize(), fyne.TextStyle{}).Width
}

// LineHeight is the height of a line, in units.
func LineHeight() float32 {
	return fyne.MeasureText("M", toolkit.TextSize(), fyne.TextStyle{}).Height
}

// lay makes the lines and marks for the present width. Old ones are used again.
func (t *Text) lay() {
	t.marked, t.inked = 0, 0
	if t.width > 0 {
		lines, whole := Wrap(t.text, t.width, t.most, measure)
		for i, line := range lines {
			y := float32(i) * LineHeight()
			t.mark(line, y)
			text := string(t.text[line.Start:line.End])
			if !whole && i == len(lines)-1 {
				text = t.shorten(text)
			}
			t.write(text, y)
		}
	}
	for _, mark := range t.marks[t.marked:] {
		mark.Hide()
	}
	for _, ink := range t.inks[t.inked:] {
		ink.Hide()
	}
	canvas.Refresh(t)
}

// shorten makes room for an ellipsis at the end of a line.
func (t *Text) shorten(text string) string {
	runes := []rune(text)
	for len(runes) > 0 && measure(string(runes)+ellipsis) > t.width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + ellipsis
}

// mark lays the marks of a line behind it.
func (t *Text) mark(line Line, y float32) {
	for _, span := range t.spans {
		start, end := max(span.Start, line.Start), min(span.End, line.End)
		if start >= end {
			continue
		}
		if t.marked == len(t.marks) {
			t.marks = append(t.marks, &canvas.Rectangle{CornerRadius: markRadius})
		}
		mark := t.marks[t.marked]
		t.marked++
		left, right := measure(string(t.text[line.Start:start])), measure(string(t.text[line.Start:end]))
		mark.FillColor = toolkit.Color(toolkit.ColorNameSelection)
		mark.Move(fyne.NewPos(left-markReach, y))
		mark.Resize(fyne.NewSize(min(right, t.width)-left+2*markReach, LineHeight()))
		mark.Show()
	}
}

func (t *Text) write(text string, y float32) {
	if t.inked == len(t.inks) {
		t.inks = append(t.inks, canvas.NewText("", color.Transparent))
	}
	ink := t.inks[t.inked]
	t.inked++
	ink.Text, ink.TextSize, ink.Color = text, toolkit.TextSize(), toolkit.Color(toolkit.ColorNameForeground)
	ink.Move(fyne.NewPos(0, y))
	ink.Resize(fyne.NewSize(t.width, LineHeight()))
	ink.Show()
}

type renderer struct{ text *Text }

func (r *renderer) Layout(size fyne.Size) {
	if size.Width != r.text.width {
		r.text.width = size.Width
		r.text.lay()
	}
}

func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(LineHeight(), LineHeight()*float32(r.text.most))
}

func (r *renderer) Refresh() { r.text.lay() }

func (r *renderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, r.text.marked+r.text.inked)
	for _, mark := range r.text.marks[:r.text.marked] {
		objects = append(objects, mark)
	}
	for _, ink := range r.text.inks[:r.text.inked] {
		objects = append(objects, ink)
	}
	return objects
}

func (r *renderer) Destroy() {}
