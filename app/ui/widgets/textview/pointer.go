package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var _ desktop.Cursorable = (*pointerArea)(nil)

// pointerArea lies over the column and gives the mouse pointer the shape that says: this text can be selected.
type pointerArea struct{ widget.BaseWidget }

func newPointerArea() *pointerArea {
	p := &pointerArea{}
	p.ExtendBaseWidget(p)
	return p
}

// Cursor is called by the toolkit.
func (p *pointerArea) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer is called by the toolkit. The area is invisible.
func (p *pointerArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

func (p *pointerArea) cover(s sheet) {
	p.Move(fyne.NewPos(s.left, 0))
	p.Resize(fyne.NewSize(s.column, s.height))
}
