// Package keyline shows one line of text around a keyword, which begins at the
// same place in every line, so that lines below one another are read as a
// concordance. Text that has no room is cut with an ellipsis at the outer ends.
package keyline

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

// pivot is the share of the width that stands before the keyword.
const pivot = 0.4

const ellipsis = "…"

var _ fyne.Accessible = (*Line)(nil)

// Line is the widget. Make it with [New].
type Line struct {
	widget.BaseWidget

	left, key, right    string
	before, word, after *canvas.Text
}

// New makes an empty line.
func New() *Line {
	l := &Line{before: &canvas.Text{}, word: &canvas.Text{}, after: &canvas.Text{}}
	l.word.TextStyle.Bold = true
	l.paint()
	l.ExtendBaseWidget(l)
	return l
}

// Set shows another text. Without a keyword the text begins at the left edge.
func (l *Line) Set(left, key, right string) {
	if l.left == left && l.key == key && l.right == right {
		return
	}
	l.left, l.key, l.right = left, key, right
	l.Refresh()
}

// Text returns the whole text, also where the line shows less.
func (l *Line) Text() string { return l.left + l.key + l.right }

// Key returns the keyword, empty when there is none.
func (l *Line) Key() string { return l.key }

// Shown returns the parts as they are on screen.
func (l *Line) Shown() (left, key, right string) { return l.before.Text, l.word.Text, l.after.Text }

// AccessibilityLabel is the whole text.
func (l *Line) AccessibilityLabel() string { return l.Text() }

// AccessibilityRole is that of text.
func (*Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return &renderer{line: l} }

func (l *Line) paint() {
	for _, ink := range []*canvas.Text{l.before, l.word, l.after} {
		ink.TextSize = theme.Units(toolkit.SizeNameText)
		ink.Color = theme.Colour(toolkit.ColorNameForeground)
	}
	l.word.Color = theme.Colour(toolkit.ColorNamePrimary)
}

// arrange puts the keyword in its place and cuts what stands around it.
func (l *Line) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	var at float32
	if l.key != "" {
		width := l.word.MinSize().Width
		if l.word.Text != l.key {
			width = measure(l.key, l.word)
		}
		at = max(0, min(pivot*size.Width, size.Width-width))
	}
	l.before.Text = endOf(l.left, at, l.before)
	l.word.Text = beginningOf(l.key, size.Width-at, l.word)
	next := at + measure(l.word.Text, l.word)
	l.after.Text = beginningOf(l.right, size.Width-next, l.after)
	y := float32(int((size.Height - l.after.MinSize().Height) / 2))
	l.before.Move(fyne.NewPos(max(0, at-measure(l.before.Text, l.before)), y))
	l.word.Move(fyne.NewPos(at, y))
	l.after.Move(fyne.NewPos(next, y))
	for _, ink := range []*canvas.Text{l.before, l.word, l.after} {
		ink.Resize(ink.MinSize())
		ink.Refresh()
	}
}

func measure(text string, ink *canvas.Text) float32 {
	return fyne.MeasureText(text, ink.TextSize, ink.TextStyle).Width
}

// beginningOf returns as many whole words of the beginning of a text as fit.
func beginningOf(text string, width float32, ink *canvas.Text) string {
	if measure(text, ink) <= width {
		return text
	}
	runes := []rune(text)
	long := sort.Search(len(runes), func(n int) bool { return measure(string(runes[:n])+" "+ellipsis, ink) > width })
	if long <= 1 {
		return ""
	}
	kept := string(runes[:long-1])
	if runes[long-1] != ' ' {
		if space := strings.LastIndexByte(kept, ' '); space > 0 {
			kept = kept[:space+1]
		}
	}
	return strings.TrimRight(kept, " ") + " " + ellipsis
}

// endOf returns as many whole words of the end of a text as fit.
func endOf(text string, width float32, ink *canvas.Text) string {
	if measure(text, ink) <= width {
		return text
	}
	runes := []rune(text)
	long := sort.Search(len(runes), func(n int) bool { return measure(ellipsis+" "+string(runes[len(runes)-n:]), ink) > width })
	if long <= 1 {
		return ""
	}
	kept := string(runes[len(runes)-long+1:])
	if runes[len(runes)-long] != ' ' {
		if space := strings.IndexByte(kept, ' '); space >= 0 && space < len(kept)-1 {
			kept = kept[space:]
		}
	}
	return ellipsis + " " + strings.TrimLeft(kept, " ")
}

type renderer struct{ line *Line }

func (r *renderer) Layout(size fyne.Size) { r.line.arrange(size) }

func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(0, fyne.MeasureText("M", r.line.after.TextSize, r.line.word.TextStyle).Height)
}

func (r *renderer) Refresh() {
	r.line.paint()
	r.line.arrange(r.line.Size())
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line.before, r.line.word, r.line.after}
}

func (r *renderer) Destroy() {}
