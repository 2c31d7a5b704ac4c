package library

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
)

// notice stands where the list has nothing to show, and says what to do.
type notice struct {
	title, hint *widget.Label
	open        *widget.Button
	object      *fyne.Container
}

func newNotice(open func(), locked bool) *notice {
	n := &notice{
		title: widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true}),
		hint:  widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{}),
		open:  widget.NewButton(locale.T(textOpen), open),
	}
	n.hint.Wrapping = fyne.TextWrapWord
	if locked {
		n.open.Disable()
	}
	n.object = container.NewStack(inset(container.NewVBox(layout.NewSpacer(),
		n.title, n.hint, container.NewCenter(n.open), layout.NewSpacer(), layout.NewSpacer()), theme.Inset))
	n.object.Hide()
	return n
}

func (n *notice) show(shown, searching bool) {
	if !shown {
		n.object.Hide()
		return
	}
	title, hint := locale.T(textEmpty), locale.T(textHow)
	n.open.Show()
	if searching {
		title, hint = locale.T(textNoMatch), locale.T(textTry)
		n.open.Hide()
	}
	n.title.SetText(title)
	n.hint.SetText(hint)
	n.object.Show()
}

// narrow lets something be narrower than it asks for.
func narrow(object fyne.CanvasObject) fyne.CanvasObject { return container.New(narrowing{}, object) }

// narrowing is the layout of narrow.
type narrowing struct{}

// MinSize is called by the toolkit.
func (narrowing) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout is called by the toolkit.
func (narrowing) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// inset puts room at both sides, in units.
func inset(object fyne.CanvasObject, sides float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, sides, sides), object)
}

// gap is a piece of empty room, in units.
func gap(height float32) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, height))
	return room
}
