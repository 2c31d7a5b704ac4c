package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// minThumb is the least length of the thumb, units: WCAG 2.2 asks for targets of 24.
const minThumb = 32

// scrollBar shows where the page is. It is hidden when everything is visible.
type scrollBar struct {
	thumb *canvas.Rectangle
	shown bool
	hot   bool // the pointer is on it
}

func newScrollBar() scrollBar {
	thumb := canvas.NewRectangle(color.Transparent)
	thumb.CornerRadius = thumbWidth / 2
	return scrollBar{thumb: thumb}
}

func (b *scrollBar) show(v *View) {
	track := v.thumbTrack()
	b.shown = track.length > 0
	if !b.shown {
		return
	}
	b.thumb.FillColor = v.inks.thumb
	if b.hot || v.drag.kind == dragThumb {
		b.thumb.FillColor = v.inks.thumbHot
	}
	b.thumb.Move(fyne.NewPos(v.sheet.width-thumbWidth-2, round(track.top)))
	b.thumb.Resize(fyne.NewSize(thumbWidth, round(track.length)))
}

func (b *scrollBar) appendTo(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if !b.shown {
		return objects
	}
	return append(objects, b.thumb)
}

// thumbTrack is the place of the thumb. Length is 0 when there is nothing to scroll.
type thumbTrack struct {
	top, length float32
	// travel is how far the top of the thumb can move, and hidden how much of the document is out of sight.
	travel float32
	hidden float64
}

func (v *View) thumbTrack() thumbTrack {
	total := v.layout.Height()
	view := float64(v.sheet.height)
	if view <= 0 || total <= view {
		return thumbTrack{}
	}
	length := max(v.sheet.height*float32(view/total), min(minThumb, v.sheet.height))
	t := thumbTrack{length: length, travel: v.sheet.height - length, hidden: total - view}
	t.top = t.travel * float32(min(v.layout.Depth(v.top)/t.hidden, 1))
	return t
}

// dragThumb moves the page so that the top of the thumb is at y.
func (v *View) dragThumb(y float32) {
	track := v.thumbTrack()
	if track.travel <= 0 {
		return
	}
	share := min(max(y/track.travel, 0), 1)
	v.moveTo(v.layout.AnchorAt(float64(share) * track.hidden))
}
