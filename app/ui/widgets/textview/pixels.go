package textview

import "fyne.io/fyne/v2"

// grid is the pixel grid of the screen. Edges between pixels look blurred, so everything is put on it.
type grid struct{ pixelsPerUnit float32 }

// gridOf returns the pixel grid of the canvas that a view is on.
func gridOf(v *View) grid {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && c.Scale() > 0 {
		return grid{c.Scale()}
	}
	return grid{1}
}

// snap moves a length in units to the nearest whole pixel.
func (g grid) snap(length float32) float32 {
	return round(length*g.pixelsPerUnit) / g.pixelsPerUnit
}

// thickness is snap for lines and gaps, which never vanish.
func (g grid) thickness(length float32) float32 {
	return max(round(length*g.pixelsPerUnit), 1) / g.pixelsPerUnit
}
