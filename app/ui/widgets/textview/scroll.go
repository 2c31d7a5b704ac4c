package textview

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/widgets/textview/flow"
)

// Scrolled moves the page by the distance that a wheel or a touchpad reports. The toolkit calls it.
func (v *View) Scrolled(event *fyne.ScrollEvent) {
	v.scrollBy(-event.Scrolled.DY)
}

// ScrollPages moves the page by a number of views, downwards when positive. One line stays visible for orientation.
func (v *View) ScrollPages(pages float32) {
	line := round(v.textSize * flow.Body.Format().Leading)
	v.scrollBy(pages * max(v.sheet.height-line, line))
}

// ScrollTo shows an offset of the text, a third from the top when it was out of sight.
func (v *View) ScrollTo(offset int) {
	v.reveal(Span{Start: offset, End: offset})
}

// Bookmark returns where the page is scrolled to.
func (v *View) Bookmark() Bookmark {
	for i := range v.page.rows {
		for _, part := range v.page.rows[i].parts {
			if part.Sentence == None {
				continue
			}
			place, _ := v.layout.PlaceAt(v.doc.Sentences[part.Sentence].Start)
			return Bookmark{part.Sentence, v.layout.Distance(v.layout.Top(place), v.top) / v.textSize}
		}
	}
	return Bookmark{Sentence: None}
}

// SetBookmark scrolls to a place that Bookmark returned, for this document at any width and text size.
func (v *View) SetBookmark(mark Bookmark) {
	if mark.Sentence < 0 || mark.Sentence >= len(v.doc.Sentences) {
		return
	}
	if v.sheet.height <= 0 {
		v.later = append(v.later, func() { v.SetBookmark(mark) })
		return
	}
	if place, ok := v.layout.PlaceAt(v.doc.Sentences[mark.Sentence].Start); ok {
		v.moveTo(v.layout.Shift(v.layout.Top(place), mark.Offset*v.textSize))
	}
}

// scrollBy moves the page by a distance in units.
func (v *View) scrollBy(distance float32) {
	v.moveTo(v.layout.Shift(v.top, distance))
}

// moveTo puts an anchor at the top of the view. It reports whether the page moved.
func (v *View) moveTo(top flow.Anchor) bool {
	if v.sheet.height <= 0 {
		return false
	}
	top = v.layout.Clamp(top, v.sheet.height)
	if top == v.top {
		return false
	}
	v.top = top
	v.page.arrange()
	v.hover = v.sentenceAt(v.mouse)
	v.decorate()
	if v.options.OnScrolled != nil {
		v.options.OnScrolled(v.Bookmark())
	}
	return true
}

// reveal scrolls as little as needed to show a span with two lines of context, or to a third of the view when the
// span is far away. It reports whether the page moved.
func (v *View) reveal(span Span) bool {
	const contextLines, far, farShare = 2, 1.5, 1.0 / 3
	if v.sheet.height <= 0 {
		v.later = append(v.later, func() { v.reveal(span) })
		return false
	}
	first, ok := v.layout.PlaceAt(span.Start)
	if !ok {
		return false
	}
	last, _ := v.layout.PlaceAt(max(span.End-1, span.Start))
	height := v.layout.LineHeight(first.Piece)
	start, end := v.layout.Top(first), v.layout.Top(last)
	end = v.layout.Shift(end, v.layout.LineHeight(last.Piece))
	above := v.layout.Distance(v.top, start)
	below := v.layout.Distance(v.top, end)
	context := min(contextLines*height, v.sheet.height/4)
	tall := below-above+2*context > v.sheet.height
	switch {
	case above < -far*v.sheet.height || above > (1+far)*v.sheet.height:
		return v.moveTo(v.layout.Shift(start, -floor(v.sheet.height*farShare)))
	case above < context || tall:
		return v.moveTo(v.layout.Shift(start, -context))
	case below+context > v.sheet.height:
		return v.moveTo(v.layout.Shift(end, context-v.sheet.height))
	}
	return false
}
