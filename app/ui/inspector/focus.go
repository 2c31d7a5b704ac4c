package inspector

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
)

// reveal scrolls until the object is in view.
func (p *Page) reveal(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(p.scroll).Y
	bottom := top + object.Size().Height + theme.Inset
	offset := p.scroll.Offset
	switch {
	case top < theme.Wide:
		offset.Y += top - theme.Wide
	case bottom > p.scroll.Size().Height:
		offset.Y += bottom - p.scroll.Size().Height
	default:
		return
	}
	offset.Y = max(0, offset.Y)
	p.scroll.ScrollToOffset(offset)
}

// FocusNote puts the focus into the note of the sentence's first label. On a
// sentence without a label it waits for the actions under way, as one of them
// may be putting the label on, and goes to the labels if there is still none.
func (p *Page) FocusNote() { p.focus((*section).focusNote) }

// FocusDetails puts the focus into the first detail of the sentence's first
// label. Without a label it does as [Page.FocusNote].
func (p *Page) FocusDetails() { p.focus((*section).focusDetails) }

func (p *Page) focus(into func(*section)) {
	if p.waiting.Load() {
		p.refresh() // a double click is faster than the news that the cursor has moved
	}
	if first := p.forms.first(); first != nil {
		into(first)
		return
	}
	p.run.Do(func(context.Context) (func(), error) {
		return func() {
			if first := p.forms.first(); first != nil {
				into(first)
				return
			}
			p.header.focus()
		}, nil
	})
}

// focusOn gives an input the focus, if it is on a canvas.
func focusOn(object fyne.Focusable) {
	holder, ok := object.(fyne.CanvasObject)
	if !ok {
		return
	}
	if canvas := keyboard.Canvas(holder); canvas != nil {
		canvas.Focus(object)
	}
}
