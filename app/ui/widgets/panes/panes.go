// Package panes arranges three panes side by side. The outer ones have a width
// of their own, which the user drags; the one in the middle takes the rest, so
// that a wider window gives its room to what is read.
package panes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Widths are the widths of the outer panes, in units.
type Widths struct{ Left, Right float32 }

// Limits are the narrowest widths, in units.
type Limits struct{ Side, Middle float32 }

// Panes is the arrangement.
type Panes struct {
	widget.BaseWidget

	// OnDragged hears of the widths after the user has dragged a divider.
	OnDragged func(Widths)

	left, middle, right fyne.CanvasObject
	limits              Limits
	widths              Widths
	noLeft, noRight     bool
	first, second       *divider
}

// New arranges three panes.
func New(left, middle, right fyne.CanvasObject, widths Widths, limits Limits) *Panes {
	p := &Panes{left: left, middle: middle, right: right, widths: widths, limits: limits}
	p.first = newDivider(func(dx float32) { p.drag(dx, 0) }, p.dragged)
	p.second = newDivider(func(dx float32) { p.drag(0, -dx) }, p.dragged)
	p.ExtendBaseWidget(p)
	return p
}

// Widths returns the widths of the outer panes as the user chose them.
func (p *Panes) Widths() Widths { return p.widths }

// Shown reports which outer panes are there.
func (p *Panes) Shown() (left, right bool) { return !p.noLeft, !p.noRight }

// Arrange puts the outer panes there or away.
func (p *Panes) Arrange(left, right bool) {
	p.noLeft, p.noRight = !left, !right
	p.Refresh()
}

func (p *Panes) drag(left, right float32) {
	p.widths = p.fitting(Widths{p.widths.Left + left, p.widths.Right + right}, p.Size().Width)
	p.Refresh()
}

func (p *Panes) dragged() {
	if p.OnDragged != nil {
		p.OnDragged(p.widths)
	}
}

// fitting cuts the widths so that every pane keeps its narrowest width; the
// right one gives way first.
func (p *Panes) fitting(w Widths, width float32) Widths {
	room := width - p.limits.Middle
	if p.noLeft {
		w.Left = max(w.Left, p.limits.Side)
	} else {
		w.Left = min(max(w.Left, p.limits.Side), max(room-p.limits.Side, p.limits.Side))
		room -= w.Left
	}
	w.Right = max(w.Right, p.limits.Side)
	if !p.noRight {
		w.Right = min(w.Right, max(room, p.limits.Side))
	}
	return w
}

// CreateRenderer is called by the toolkit.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer { return &renderer{panes: p} }

type renderer struct{ panes *Panes }

func (r *renderer) Layout(size fyne.Size) {
	p := r.panes
	widths := p.fitting(p.widths, size.Width)
	x, end := float32(0), size.Width
	show(p.left, !p.noLeft)
	show(p.first, !p.noLeft)
	show(p.right, !p.noRight)
	show(p.second, !p.noRight)
	if !p.noLeft {
		place(p.left, 0, widths.Left, size.Height)
		x = widths.Left
		place(p.first, x-grip/2, grip, size.Height)
	}
	if !p.noRight {
		end = size.Width - widths.Right
		place(p.right, end, widths.Right, size.Height)
		place(p.second, end-grip/2, grip, size.Height)
	}
	place(p.middle, x, end-x, size.Height)
}

func place(object fyne.CanvasObject, x, width, height float32) {
	object.Move(fyne.NewPos(float32(int(x)), 0))
	object.Resize(fyne.NewSize(float32(int(width)), height))
}

func show(object fyne.CanvasObject, shown bool) {
	switch {
	case shown == object.Visible():
	case shown:
		object.Show()
	default:
		object.Hide()
	}
}

func (r *renderer) MinSize() fyne.Size {
	p := r.panes
	size := fyne.NewSize(p.limits.Middle, p.middle.MinSize().Height)
	for _, side := range []struct {
		pane fyne.CanvasObject
		away bool
	}{{p.left, p.noLeft}, {p.right, p.noRight}} {
		if !side.away {
			size.Width += p.limits.Side
			size.Height = max(size.Height, side.pane.MinSize().Height)
		}
	}
	return size
}

// Refresh arranges anew. The panes refresh themselves; doing it here would
// draw the whole window for every step of a drag.
func (r *renderer) Refresh() {
	r.Layout(r.panes.Size())
	r.panes.first.Refresh()
	r.panes.second.Refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject {
	p := r.panes
	return []fyne.CanvasObject{p.left, p.middle, p.right, p.first, p.second}
}

func (r *renderer) Destroy() {}
