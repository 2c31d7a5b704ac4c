package tabs

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
)

var (
	_ fyne.Tappable      = (*name)(nil)
	_ desktop.Hoverable  = (*name)(nil)
	_ desktop.Cursorable = (*name)(nil)
	_ fyne.Focusable     = (*name)(nil)
	_ fyne.Accessible    = (*name)(nil)
)

// Lengths in units.
const (
	nameHeight = 34
	namePad    = 8 // at both sides of a name
	lineHeight = 2 // of the line under the name in front
	ringWidth  = 2 // around the name with the keyboard
	ringRadius = 4
)

// name is the name of a page, which brings it to the front.
type name struct {
	widget.BaseWidget

	tapped  func()
	front   bool
	hovered bool
	focused bool
	text    *canvas.Text
	line    *canvas.Rectangle
	ring    *canvas.Rectangle
}

func newName(title string, tapped func()) *name {
	n := &name{tapped: tapped, text: canvas.NewText(title, color.Transparent), line: canvas.NewRectangle(color.Transparent),
		ring: canvas.NewRectangle(color.Transparent)}
	n.ring.CornerRadius = ringRadius
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

// FocusGained is called by the toolkit.
func (n *name) FocusGained() { n.setFocused(true) }

// FocusLost is called by the toolkit.
func (n *name) FocusLost() { n.setFocused(false) }

func (n *name) setFocused(focused bool) {
	n.focused = focused
	n.Refresh()
}

// TypedRune is called by the toolkit; characters go to the window.
func (n *name) TypedRune(r rune) {
	if c := keyboard.Canvas(n); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey is called by the toolkit; what does not press goes to the window.
func (n *name) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		n.tapped()
	default:
		if c := keyboard.Canvas(n); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(event)
		}
	}
}

// AccessibilityLabel is what a screen reader says.
func (n *name) AccessibilityLabel() string { return n.text.Text }

// AccessibilityRole is that of a button.
func (*name) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

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
	n.ring.Resize(size)
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
	n.ring.StrokeColor, n.ring.StrokeWidth = color.Transparent, 0
	if n.focused {
		n.ring.StrokeColor, n.ring.StrokeWidth = theme.Colour(toolkit.ColorNamePrimary), ringWidth
	}
	canvas.Refresh(n)
}

func (r *nameRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.name.text, r.name.line, r.name.ring}
}

func (r *nameRenderer) Destroy() {}
