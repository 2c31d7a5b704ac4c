// Package spots shows a picture with places on it that can be pressed, such as
// the bars of a chart. The places are reached by the pointer and by the
// keyboard: arrow keys go from one to the next, Enter and Space press.
//
// The picture is drawn by others, in pixels: the widget says how many it needs,
// so that it is sharp at every scale, and shows the old picture until the new
// one is there.
package spots

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/keyboard"
)

var (
	_ fyne.Focusable     = (*Picture)(nil)
	_ fyne.Tappable      = (*Picture)(nil)
	_ desktop.Hoverable  = (*Picture)(nil)
	_ desktop.Cursorable = (*Picture)(nil)
	_ fyne.Accessible    = (*Picture)(nil)
)

// Spot is a place on the picture, in units from its upper left corner.
type Spot struct {
	Position fyne.Position
	Size     fyne.Size
}

// Actions is what the widget asks for. None may be nil but Leave and Key.
type Actions struct {
	Draw  func(width, height int, scale float32) // the picture is needed in so many pixels
	Point func(spot int)                         // the cursor or the pointer is on a spot; -1: on none
	Press func(spot int)                         // it was pressed
	Leave func()                                 // Escape
	Key   func(*fyne.KeyEvent)                   // another key
}

// Picture is the widget. Make it with [New].
type Picture struct {
	widget.BaseWidget

	actions Actions
	says    string // to a screen reader
	least   fyne.Size
	raster  *canvas.Raster
	ring    *canvas.Rectangle
	picture image.Image
	stale   bool // the picture is of other colours
	spots   []Spot
	at      int // where the cursor is
	under   int // where the pointer is, -1: on no spot
	focused bool
}

const (
	ringWidth = 2 // units
	ringRoom  = 2 // units between a spot and its ring
	reach     = 5 // units by which a spot that is hard to hit is larger than it looks
)

// New makes a picture without anything on it, at least so large.
func New(least fyne.Size, actions Actions) *Picture {
	p := &Picture{actions: actions, least: least, under: -1, ring: canvas.NewRectangle(color.Transparent)}
	p.raster = canvas.NewRaster(p.pixels)
	p.ring.StrokeWidth = ringWidth
	p.ring.CornerRadius = ringWidth
	p.ring.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// Set shows another picture with its spots.
func (p *Picture) Set(picture image.Image, spots []Spot) {
	p.picture, p.spots, p.stale = picture, spots, false
	p.at, p.under = max(0, min(p.at, len(spots)-1)), -1
	canvas.Refresh(p.raster)
	p.mark()
}

// SetLeast changes how large the picture is at least.
func (p *Picture) SetLeast(least fyne.Size) {
	if least == p.least {
		return
	}
	p.least = least
	p.Refresh()
}

// SetLabel sets what a screen reader says of the picture.
func (p *Picture) SetLabel(says string) { p.says = says }

// AccessibilityLabel is what the picture shows.
func (p *Picture) AccessibilityLabel() string { return p.says }

// AccessibilityRole is that of a button, as the spots can be pressed.
func (*Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Spots returns the places as they are now.
func (p *Picture) Spots() []Spot { return p.spots }

// At returns the spot of the cursor.
func (p *Picture) At() int { return p.at }

// pixels gives the toolkit the picture. It asks for another one when the picture
// is not as large as it is shown.
func (p *Picture) pixels(width, height int) image.Image {
	if p.picture == nil || p.stale || p.picture.Bounds().Dx() != width || p.picture.Bounds().Dy() != height {
		p.actions.Draw(width, height, float32(width)/max(p.Size().Width, 1))
	}
	if p.picture == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return p.picture
}

// find returns the spot at a place: the one that the place is on, else the
// nearest within reach; -1 when there is none.
func (p *Picture) find(at fyne.Position) int {
	best, least := -1, float32(reach)
	for i, spot := range p.spots {
		across := max(spot.Position.X-at.X, at.X-spot.Position.X-spot.Size.Width, 0)
		down := max(spot.Position.Y-at.Y, at.Y-spot.Position.Y-spot.Size.Height, 0)
		if far := max(across, down); far < least {
			best, least = i, far
		}
	}
	return best
}

// mark puts the ring around the spot that a press is about.
func (p *Picture) mark() {
	marked := p.under
	if marked < 0 && p.focused {
		marked = p.at
	}
	if marked < 0 || marked >= len(p.spots) {
		p.ring.Hide()
		canvas.Refresh(p.ring)
		return
	}
	spot := p.spots[marked]
	p.ring.StrokeColor = toolkit.Color(toolkit.ColorNameForeground)
	p.ring.Move(spot.Position.SubtractXY(ringRoom, ringRoom))
	p.ring.Resize(spot.Size.AddWidthHeight(2*ringRoom, 2*ringRoom))
	p.ring.Show()
	canvas.Refresh(p.ring)
}

func (p *Picture) press(spot int) {
	if spot >= 0 && spot < len(p.spots) {
		p.actions.Press(spot)
	}
}

func (p *Picture) moveTo(spot int) {
	if len(p.spots) == 0 {
		return
	}
	p.at, p.under = max(0, min(spot, len(p.spots)-1)), -1
	p.mark()
	p.actions.Point(p.at)
}

// Tapped is called by the toolkit.
func (p *Picture) Tapped(event *fyne.PointEvent) {
	if c := keyboard.Canvas(p); c != nil {
		c.Focus(p)
	}
	if spot := p.find(event.Position); spot >= 0 {
		p.at = spot
		p.press(spot)
	}
}

// MouseIn is called by the toolkit.
func (p *Picture) MouseIn(event *desktop.MouseEvent) { p.MouseMoved(event) }

// MouseMoved is called by the toolkit.
func (p *Picture) MouseMoved(event *desktop.MouseEvent) { p.hover(p.find(event.Position)) }

// MouseOut is called by the toolkit.
func (p *Picture) MouseOut() { p.hover(-1) }

func (p *Picture) hover(spot int) {
	if spot == p.under {
		return
	}
	p.under = spot
	p.mark()
	if spot < 0 && p.focused {
		spot = p.at
	}
	p.actions.Point(spot)
}

// Cursor is the hand where there is something to press.
func (p *Picture) Cursor() desktop.Cursor {
	if p.under >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained is called by the toolkit.
func (p *Picture) FocusGained() {
	p.focused = true
	p.moveTo(p.at)
}

// FocusLost is called by the toolkit.
func (p *Picture) FocusLost() {
	p.focused = false
	p.mark()
	p.actions.Point(p.under)
}

// TypedRune is called by the toolkit.
func (p *Picture) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (p *Picture) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyRight, fyne.KeyDown:
		p.moveTo(p.at + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		p.moveTo(p.at - 1)
	case fyne.KeyHome:
		p.moveTo(0)
	case fyne.KeyEnd:
		p.moveTo(len(p.spots) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press(p.at)
	case fyne.KeyEscape:
		if p.actions.Leave != nil {
			p.actions.Leave()
		}
	default:
		if p.actions.Key != nil {
			p.actions.Key(event)
		}
	}
}

// CreateRenderer is called by the toolkit.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &renderer{picture: p} }

type renderer struct{ picture *Picture }

func (r *renderer) Layout(size fyne.Size) {
	r.picture.raster.Resize(size)
	r.picture.mark()
}

func (r *renderer) MinSize() fyne.Size { return r.picture.least }

// Refresh has the picture drawn anew: colours may be other ones.
func (r *renderer) Refresh() {
	r.picture.stale = true
	canvas.Refresh(r.picture.raster)
	r.picture.mark()
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.picture.raster, r.picture.ring}
}

func (r *renderer) Destroy() {}
