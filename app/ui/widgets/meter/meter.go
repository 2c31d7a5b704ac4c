// Package meter shows how much of something is done, as a thin bar.
package meter

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// thickness of the bar, in units.
const thickness = 3

// Meter is a thin progress bar.
type Meter struct {
	widget.BaseWidget

	ratio float32
	name  fyne.ThemeColorName
	track fyne.ThemeColorName
	empty *canvas.Rectangle
	done  *canvas.Rectangle
}

// New makes an empty bar; its empty part is in the colour of this name.
func New(track fyne.ThemeColorName) *Meter {
	m := &Meter{
		name: toolkit.ColorNamePrimary, track: track,
		empty: canvas.NewRectangle(color.Transparent), done: canvas.NewRectangle(color.Transparent),
	}
	m.empty.CornerRadius, m.done.CornerRadius = thickness/2.0, thickness/2.0
	m.ExtendBaseWidget(m)
	return m
}

// Set fills the bar to a ratio between 0 and 1 in the colour of this name.
func (m *Meter) Set(ratio float32, name fyne.ThemeColorName) {
	ratio = min(max(ratio, 0), 1)
	if m.ratio == ratio && m.name == name {
		return
	}
	m.ratio, m.name = ratio, name
	m.Refresh()
}

// Ratio returns what is done, between 0 and 1.
func (m *Meter) Ratio() float32 { return m.ratio }

// CreateRenderer is called by the toolkit.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{meter: m}
	r.colour()
	return r
}

type renderer struct{ meter *Meter }

func (r *renderer) Layout(size fyne.Size) {
	y := (size.Height - thickness) / 2
	r.meter.empty.Move(fyne.NewPos(0, y))
	r.meter.empty.Resize(fyne.NewSize(size.Width, thickness))
	r.meter.done.Move(fyne.NewPos(0, y))
	r.meter.done.Resize(fyne.NewSize(size.Width*r.meter.ratio, thickness))
}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(0, thickness) }

func (r *renderer) colour() {
	r.meter.empty.FillColor = toolkit.Color(r.meter.track)
	r.meter.done.FillColor = toolkit.Color(r.meter.name)
}

func (r *renderer) Refresh() {
	r.colour()
	r.Layout(r.meter.Size())
	r.meter.empty.Refresh()
	r.meter.done.Refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.meter.empty, r.meter.done}
}

func (r *renderer) Destroy() {}
