package status

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

var (
	_ fyne.Tappable      = (*pressable)(nil)
	_ fyne.Focusable     = (*pressable)(nil)
	_ fyne.Accessible    = (*pressable)(nil)
	_ desktop.Cursorable = (*pressable)(nil)
)

// Lengths in units.
const (
	ringWidth  = 2
	ringRadius = 4
)

// pressable makes something that answers a tap, Space and Enter, and looks as
// before, but for a ring while it has the keyboard.
type pressable struct {
	widget.BaseWidget

	content fyne.CanvasObject
	ring    *canvas.Rectangle
	press   func()
	says    func() string // what a screen reader says
}

func newPressable(content fyne.CanvasObject, says func() string, press func()) *pressable {
	p := &pressable{content: content, ring: canvas.NewRectangle(color.Transparent), says: says, press: press}
	p.ring.CornerRadius, p.ring.StrokeWidth = ringRadius, ringWidth
	p.ExtendBaseWidget(p)
	return p
}

// Tapped is called by the toolkit.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if p.press != nil {
		p.press()
	}
}

// FocusGained is called by the toolkit.
func (p *pressable) FocusGained() { p.paint(theme.Colour(toolkit.ColorNamePrimary)) }

// FocusLost is called by the toolkit.
func (p *pressable) FocusLost() { p.paint(color.Transparent) }

func (p *pressable) paint(ring color.Color) {
	p.ring.StrokeColor = ring
	p.ring.Refresh()
}

// TypedRune is called by the toolkit.
func (*pressable) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (p *pressable) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	default:
	}
}

// Cursor is the hand.
func (*pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says.
func (p *pressable) AccessibilityLabel() string { return p.says() }

// AccessibilityRole is that of a button.
func (*pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (p *pressable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(p.content, p.ring))
}
