package insights

import (
	"io"

	"glossator/app/chart"
	"glossator/app/ui/locale"
)

// File is one way to save a chart.
type File struct {
	Format    string // for people
	Extension string // with the dot
	Write     func(io.Writer) error
}

const (
	savedWidth = 900 // units
	savedScale = 2   // pixels of a unit
	savedLeast = 300 // units
)

// askSave offers the chart as a picture, a drawing and a table. On paper it is
// light, whatever the window is, and has its title.
func (c *card) askSave() {
	colours := onPaper()
	insight, look := c.insight, colours.look(c.page.face)
	drawing := chartOf(insight, c.page.labels, colours)
	drawing.Title = titleOf(c.kind)
	size := chart.Size{Width: savedWidth, Height: max(float64(heightOf(insight)), savedLeast)}
	c.page.actions.Save(titleOf(c.kind), []File{
		{locale.T(textPicture), ".png", func(w io.Writer) error { return drawing.PNG(w, look, size, savedScale) }},
		{locale.T(textDrawing), ".svg", func(w io.Writer) error { return drawing.SVG(w, look, size) }},
		{locale.T(textTable), ".csv", insight.WriteCSV},
	})
}
