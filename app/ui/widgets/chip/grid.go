package chip

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Grid is a layout of as many columns as have room, each as wide as its widest
// object and an equal share of what is left over.
type Grid struct {
	gap   float32
	width float32 // of the last layout
}

// NewGrid makes the layout with a gap in units.
func NewGrid(gap float32) *Grid { return &Grid{gap: gap} }

// Layout places the visible objects row by row.
func (g *Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	g.width = size.Width
	columns, high := g.columns(objects)
	if len(columns) == 0 {
		return
	}
	share := (size.Width - g.total(columns)) / float32(len(columns))
	left, top := float32(0), float32(0)
	for i, object := range objects {
		at := i % len(columns)
		if at == 0 && i > 0 {
			left, top = 0, top+high+g.gap
		}
		width := columns[at] + share
		object.Move(fyne.NewPos(left, top))
		object.Resize(fyne.NewSize(width, high))
		left += width + g.gap
	}
}

// MinSize is as wide as the widest object and as high as the rows are at the
// present width.
func (g *Grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	objects = visible(objects)
	columns, high := g.columns(objects)
	if len(columns) == 0 {
		return fyne.Size{}
	}
	rows := float32((len(objects) + len(columns) - 1) / len(columns))
	return fyne.NewSize(widths(objects, 1)[0], rows*high+(rows-1)*g.gap)
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
}

// columns returns the widths of the columns that fit, and the height of a row.
func (g *Grid) columns(objects []fyne.CanvasObject) (columns []float32, high float32) {
	for _, object := range objects {
		high = max(high, object.MinSize().Height)
	}
	for count := len(objects); count > 0; count-- {
		columns = widths(objects, count)
		if g.total(columns) <= g.width {
			break
		}
	}
	return columns, high
}

func (g *Grid) total(columns []float32) float32 {
	sum := g.gap * float32(len(columns)-1)
	for _, width := range columns {
		sum += width
	}
	return sum
}

// widths returns the width of each column when there are count of them.
func widths(objects []fyne.CanvasObject, count int) []float32 {
	columns := make([]float32, count)
	for i, object := range objects {
		columns[i%count] = max(columns[i%count], object.MinSize().Width)
	}
	return columns
}
