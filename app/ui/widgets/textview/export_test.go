package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// PaintLines draws the pictures of the visible lines that have changed, as the toolkit does once a frame.
func (v *View) PaintLines() {
	for i := range v.page.rows {
		line := v.page.rows[i].line
		size := line.raster.Size()
		line.paint(int(size.Width*v.grid.pixelsPerUnit), int(size.Height*v.grid.pixelsPerUnit))
	}
}

// Objects returns what the toolkit would draw.
func (v *View) Objects() []fyne.CanvasObject { return v.page.objects }

// Measured reports whether the surveyor has delivered everything.
func (v *View) Measured() bool { return v.layout.Measured() }

// Surfaces returns the inks of text and everything that may lie behind it.
func (v *View) Surfaces() (text, muted color.Color, surfaces map[string]color.Color) {
	surfaces = map[string]color.Color{
		"paper": v.inks.paper, "hover": v.inks.hover, "selection": v.inks.selection,
		"match": v.inks.match, "best match": v.inks.bestMatch,
	}
	for i, label := range v.inks.labels {
		surfaces[v.options.Palette.Labels[i].Badge] = label.fill
	}
	return v.inks.text, v.inks.muted, surfaces
}

// Hovered returns the sentence under the mouse.
func (v *View) Hovered() int { return v.hover }
