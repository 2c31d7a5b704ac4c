// Package surface puts a colour of the theme behind something.
package surface

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Surface is a coloured background with content on it. It follows the theme.
type Surface struct {
	widget.BaseWidget

	// Radius rounds the corners, in units.
	Radius float32

	name    fyne.ThemeColorName
	content fyne.CanvasObject
	back    *canvas.Rectangle
}

// New puts the colour of this name behind content.
func New(name fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := &Surface{name: name, content: content, back: canvas.NewRectangle(toolkit.Color(name))}
	s.ExtendBaseWidget(s)
	return s
}

// SetColour changes the colour to the one of this name.
func (s *Surface) SetColour(name fyne.ThemeColorName) {
	if s.name == name {
		return
	}
	s.name = name
	s.paint()
}

func (s *Surface) paint() {
	s.back.FillColor = toolkit.Color(s.name)
	s.back.CornerRadius = s.Radius
	s.back.Refresh()
}

// CreateRenderer is called by the toolkit.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer { return &renderer{surface: s} }

type renderer struct{ surface *Surface }

func (r *renderer) Layout(size fyne.Size) {
	r.surface.back.Resize(size)
	r.surface.content.Resize(size)
}

func (r *renderer) MinSize() fyne.Size { return r.surface.content.MinSize() }

func (r *renderer) Refresh() {
	r.surface.paint()
	r.surface.content.Refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.surface.back, r.surface.content}
}

func (r *renderer) Destroy() {}
