// Package frame puts bars above and below something that takes the rest,
// without any room between them.
package frame

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Frame is the arrangement.
type Frame struct {
	object       *fyne.Container
	above, below []fyne.CanvasObject
	middle       fyne.CanvasObject
}

// New arranges the bars above, the middle and the bars below, from top to
// bottom; Tab goes through them in this order. Hidden bars take no room.
func New(above []fyne.CanvasObject, middle fyne.CanvasObject, below []fyne.CanvasObject) *Frame {
	f := &Frame{above: above, below: below, middle: middle}
	f.object = container.New(layout(f.arrange), slices.Concat(above, []fyne.CanvasObject{middle}, below)...)
	return f
}

// Object returns what the window shows.
func (f *Frame) Object() fyne.CanvasObject { return f.object }

// Arrange gives everything its place anew after a bar was shown or hidden. It
// refreshes nothing, so that the middle keeps its pictures.
func (f *Frame) Arrange() { f.arrange(f.object.Size()) }

func (f *Frame) arrange(size fyne.Size) {
	top := float32(0)
	for _, bar := range f.above {
		if bar.Visible() {
			height := bar.MinSize().Height
			place(bar, top, fyne.NewSize(size.Width, height))
			top += height
		}
	}
	bottom := size.Height
	for _, bar := range slices.Backward(f.below) {
		if bar.Visible() {
			height := bar.MinSize().Height
			bottom -= height
			place(bar, bottom, fyne.NewSize(size.Width, height))
		}
	}
	place(f.middle, top, fyne.NewSize(size.Width, max(0, bottom-top)))
}

func place(object fyne.CanvasObject, top float32, size fyne.Size) {
	object.Move(fyne.NewPos(0, top))
	object.Resize(size)
}

// layout makes the function that arranges a layout of the toolkit.
type layout func(fyne.Size)

// Layout is called by the toolkit.
func (l layout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l(size) }

// MinSize is called by the toolkit.
func (layout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, object := range objects {
		if object.Visible() {
			least := object.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
		}
	}
	return size
}
