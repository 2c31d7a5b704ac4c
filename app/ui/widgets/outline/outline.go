// Package outline draws a line around something, so that a list to choose from
// looks like the fields beside it.
package outline

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

// line is the outline. It follows the theme.
type line struct {
	widget.BaseWidget

	rectangle *canvas.Rectangle
}

// New draws the line of a field around an object.
func New(object fyne.CanvasObject) *fyne.Container {
	l := &line{rectangle: canvas.NewRectangle(color.Transparent)}
	l.ExtendBaseWidget(l)
	return container.NewStack(object, l)
}

func (l *line) paint() {
	l.rectangle.CornerRadius = theme.Units(toolkit.SizeNameInputRadius)
	l.rectangle.StrokeWidth = theme.Units(toolkit.SizeNameInputBorder)
	l.rectangle.StrokeColor = theme.Colour(toolkit.ColorNameInputBorder)
}

// CreateRenderer is called by the toolkit.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	l.paint()
	return &renderer{WidgetRenderer: widget.NewSimpleRenderer(l.rectangle), line: l}
}

type renderer struct {
	fyne.WidgetRenderer

	line *line
}

func (r *renderer) Refresh() {
	r.line.paint()
	r.WidgetRenderer.Refresh()
}
