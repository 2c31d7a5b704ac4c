package tabs

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

var (
	_ fyne.Tappable      = (*name)(nil)
	_ desktop.Hoverable  = (*name)(nil)
	_ desktop.Cursorable = (*name)(nil)
)

// Lengths in units.
const (
	nameHeight = 34
	namePad    = 8 // at both sides of a name
	lineHeight = 2 // of the line under the name in front
)

// name is the name of a page, which brings it to the front.
type name struct {
	widget.BaseWidget

	tapped  func()
	front   bool
	hovered bool
	text    *canvas.Text
	line    *canvas.Rectangle
}

func newName(title string, tapped func()) *name {
	n := &name{tapped: tapped, text: canvas.NewText(title, color.Transparent), line: canvas.NewRectangle(color.Transparent)}
	n.text.Alignment = fyne.TextAlignCenter
	n.ExtendBaseWidget(n)
	return n
}

func (n *name) setFront(front bool) {
	if n.front == front {
		return
	}
	n.front = front
	n.Refresh()
}

// Tapped is called by the toolkit.
func (n *name) Tapped(*fyne.PointEvent) { n.tapped() }

// MouseIn is called by the toolkit.
func (n *name) MouseIn(*desktop.MouseEvent) { n.setHovered(true) }

// MouseMoved is called by the toolkit.
func (n *name) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (n *name) MouseOut() { n.setHovered(false) }

func (n *name) setHovered(hovered bool) {
	n.hovered = hovered
	n.Refresh()
}

// Cursor is the hand.
func (n *name) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (n *name) CreateRenderer() fyne.WidgetRenderer {
	r := &nameRenderer{name: n}
	r.Refresh()
	return r
}

type nameRenderer struct{ name *name }

// MinSize has room for the bold name, so that nothing moves when another page
// comes to the front.
func (r *nameRenderer) MinSize() fyne.Size {
	text := r.name.text
	return fyne.NewSize(fyne.MeasureText(text.Text, text.TextSize, fyne.TextStyle{Bold: true}).Width+2*namePad, nameHeight)
}

func (r *nameRenderer) Layout(size fyne.Size) {
	n := r.name
	n.text.Resize(size)
	n.line.Move(fyne.NewPos(namePad, size.Height-lineHeight))
	n.line.Resize(fyne.NewSize(size.Width-2*namePad, lineHeight))
}

func (r *nameRenderer) Refresh() {
	n := r.name
	n.text.TextSize, n.text.TextStyle.Bold = theme.Units(theme.SizeNameSmall), n.front
	n.text.Color, n.line.FillColor = theme.Colour(theme.ColorNameQuiet), color.Transparent
	switch {
	case n.front:
		n.text.Color, n.line.FillColor = theme.Colour(toolkit.ColorNameForeground), theme.Colour(toolkit.ColorNamePrimary)
	case n.hovered:
		n.text.Color = theme.Colour(toolkit.ColorNameForeground)
	}
	canvas.Refresh(n)
}

func (r *nameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.name.text, r.name.line}
}

func (r *nameRenderer) Destroy() {}
