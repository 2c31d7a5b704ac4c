package textline

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Lines is a text in a fixed number of lines, broken between words; the last
// line is cut with an ellipsis. It always takes the height of all its lines,
// so that rows of a list are equal.
type Lines struct {
	widget.BaseWidget

	look  Look
	text  string
	lines []*Line
}

// NewLines makes an empty text of count lines.
func NewLines(count int, look Look) *Lines {
	l := &Lines{look: look}
	for range count {
		l.lines = append(l.lines, New("", look))
	}
	l.ExtendBaseWidget(l)
	return l
}

// Text returns the whole text.
func (l *Lines) Text() string { return l.text }

// Set shows another text or weight. The same again costs nothing.
func (l *Lines) Set(text string, bold bool) {
	if l.text == text && l.look.Style.Bold == bold {
		return
	}
	l.text, l.look.Style.Bold = text, bold
	l.fill(l.Size().Width)
}

// Filled returns the height of the lines that hold words at the present width,
// in units, and of one line at least.
func (l *Lines) Filled() float32 {
	height := l.lines[0].MinSize().Height
	for _, line := range l.lines[1:] {
		if line.Text() != "" {
			height += line.MinSize().Height
		}
	}
	return height
}

// CreateRenderer is called by the toolkit.
func (l *Lines) CreateRenderer() fyne.WidgetRenderer { return &linesRenderer{lines: l} }

// fill breaks the text for a width.
func (l *Lines) fill(width float32) {
	rest := strings.Fields(l.text)
	for i, line := range l.lines {
		count := len(rest)
		if i < len(l.lines)-1 {
			count = l.fitting(line, rest, width)
		}
		line.Set(strings.Join(rest[:count], " "), line.look.Colour, l.look.Style.Bold)
		rest = rest[count:]
	}
}

// fitting returns how many words fit into a line, at least one if there is one.
func (l *Lines) fitting(line *Line, words []string, width float32) int {
	style := l.look.Style
	for count := 1; count <= len(words); count++ {
		if fyne.MeasureText(strings.Join(words[:count], " "), line.ink.TextSize, style).Width > width {
			return max(1, count-1)
		}
	}
	return len(words)
}

type linesRenderer struct{ lines *Lines }

func (r *linesRenderer) Layout(size fyne.Size) {
	r.lines.fill(size.Width)
	y := float32(0)
	for _, line := range r.lines.lines {
		height := line.MinSize().Height
		line.Move(fyne.NewPos(0, y))
		line.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

func (r *linesRenderer) MinSize() fyne.Size {
	var height float32
	for _, line := range r.lines.lines {
		height += line.MinSize().Height
	}
	return fyne.NewSize(0, height)
}

func (r *linesRenderer) Refresh() {
	for _, line := range r.lines.lines {
		line.Refresh()
	}
	r.Layout(r.lines.Size())
}

func (r *linesRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines.lines))
	for i, line := range r.lines.lines {
		objects[i] = line
	}
	return objects
}

func (r *linesRenderer) Destroy() {}
