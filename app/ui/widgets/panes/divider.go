package panes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	grip = 8 // units that the pointer may take hold of
	line = 1 // units that are seen
	bold = 3 // units that are seen under the pointer
)

// divider is the line between two panes.
type divider struct {
	widget.BaseWidget

	line    *canvas.Rectangle
	hovered bool
	drag    func(dx float32)
	end     func()
}

var (
	_ fyne.Draggable     = (*divider)(nil)
	_ desktop.Hoverable  = (*divider)(nil)
	_ desktop.Cursorable = (*divider)(nil)
)

func newDivider(drag func(dx float32), end func()) *divider {
	d := &divider{line: canvas.NewRectangle(toolkit.Color(toolkit.ColorNameSeparator)), drag: drag, end: end}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged is called by the toolkit.
func (d *divider) Dragged(event *fyne.DragEvent) { d.drag(event.Dragged.DX) }

// DragEnd is called by the toolkit.
func (d *divider) DragEnd() { d.end() }

// Cursor is called by the toolkit.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn is called by the toolkit.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.hover(true) }

// MouseMoved is called by the toolkit.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (d *divider) MouseOut() { d.hover(false) }

func (d *divider) hover(hovered bool) {
	d.hovered = hovered
	d.Refresh()
}

// CreateRenderer is called by the toolkit.
func (d *divider) CreateRenderer() fyne.WidgetRenderer { return &dividerRenderer{divider: d} }

type dividerRenderer struct{ divider *divider }

func (r *dividerRenderer) Layout(size fyne.Size) {
	width := float32(line)
	if r.divider.hovered {
		width = bold
	}
	r.divider.line.Move(fyne.NewPos(float32(int((size.Width-width)/2)), 0))
	r.divider.line.Resize(fyne.NewSize(width, size.Height))
}

func (r *dividerRenderer) MinSize() fyne.Size { return fyne.NewSize(grip, 0) }

func (r *dividerRenderer) Refresh() {
	name := toolkit.ColorNameSeparator
	if r.divider.hovered {
		name = toolkit.ColorNamePrimary
	}
	r.divider.line.FillColor = toolkit.Color(name)
	r.Layout(r.divider.Size())
	r.divider.line.Refresh()
}

func (r *dividerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.divider.line}
}

func (r *dividerRenderer) Destroy() {}
