// Package column is a layout that stacks objects whose height depends on their
// width, such as wrapped text.
package column

import "fyne.io/fyne/v2"

// Layout stacks the visible objects from top to bottom over the full width.
// Unlike a box it gives every object its width first and asks for the height
// then, so that one pass settles wrapped text.
type Layout struct {
	Gap float32 // between two objects, in Fyne units
}

// New makes a container with this layout.
func New(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Layout{Gap: gap}, Objects: objects}
}

// Layout places the objects.
func (l Layout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		object.Move(fyne.NewPos(0, top))
		if object.Size().Width != size.Width {
			object.Resize(fyne.NewSize(size.Width, object.MinSize().Height))
		}
		object.Resize(fyne.NewSize(size.Width, object.MinSize().Height))
		top += object.Size().Height + l.Gap
	}
}

// Settle lays out a container and all containers in it anew, from the top
// down. The toolkit does so only where a size has changed, which misses two
// changes that make up for one another. A column in which something has become
// higher or lower by it is laid out once more.
func Settle(c *fyne.Container) {
	arrange(c)
	_, column := c.Layout.(Layout)
	grown := false
	for _, object := range c.Objects {
		if inner, ok := object.(*fyne.Container); ok && inner.Visible() {
			Settle(inner)
			grown = grown || column && inner.MinSize().Height != inner.Size().Height
		}
	}
	if grown {
		arrange(c)
	}
}

func arrange(c *fyne.Container) {
	if c.Layout != nil {
		c.Layout.Layout(c.Objects, c.Size())
	}
}

// MinSize returns the width of the widest object and the sum of the heights at
// the present width.
func (l Layout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	gap := float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		size := object.MinSize()
		least.Width = max(least.Width, size.Width)
		least.Height += size.Height + gap
		gap = l.Gap
	}
	return least
}
