// Package dot is a small filled circle that stands for a state.
package dot

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const size = 8 // units

// Dot is the circle. It follows the theme.
type Dot struct {
	widget.BaseWidget

	name fyne.ThemeColorName
	fill *canvas.Circle
}

// New makes a dot in the colour of this name.
func New(name fyne.ThemeColorName) *Dot {
	d := &Dot{name: name, fill: canvas.NewCircle(toolkit.Color(name))}
	d.ExtendBaseWidget(d)
	return d
}

// SetColour changes the colour to the one of this name.
func (d *Dot) SetColour(name fyne.ThemeColorName) {
	if d.name == name {
		return
	}
	d.name = name
	d.Refresh()
}

// CreateRenderer is called by the toolkit.
func (d *Dot) CreateRenderer() fyne.WidgetRenderer { return &renderer{dot: d} }

type renderer struct{ dot *Dot }

func (r *renderer) Layout(room fyne.Size) {
	r.dot.fill.Move(fyne.NewPos((room.Width-size)/2, (room.Height-size)/2))
	r.dot.fill.Resize(fyne.NewSquareSize(size))
}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSquareSize(size) }

func (r *renderer) Refresh() {
	r.dot.fill.FillColor = toolkit.Color(r.dot.name)
	r.dot.fill.Refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.dot.fill} }

func (r *renderer) Destroy() {}
