package textview

import (
	"image/color"
	"math/bits"

	"fyne.io/fyne/v2/canvas"
)

// Lengths in units.
const (
	corner    = 3 // radius of the corners of a fill
	lineGap   = 1 // left free above and below a fill, so that lines stay apart
	stripe    = 2 // thickness of bars and underlines
	stripeGap = 1 // distance between two of them
	hairline  = 1 // thickness of underlines that are more than two
	ringPad   = 1 // distance between a fill and the outline around it
	ringWidth = 2 // outline of the cursor's sentence when keys reach the view
	thinRing  = 1 // and when they do not
	dashWidth = 1.5
	dashInset = 2
	// maxStripes is how many bars fit above or below the letters of a line.
	maxStripes = 3
)

// decorate draws everything but the text: fills, bars, outlines, margins, selection. It is a pure function of the
// state of the view, about a hundred pooled rectangles, and asks for one repaint.
func (v *View) decorate() {
	v.page.stage.begin()
	shapes := v.shapes()
	marks := make([]Mark, len(shapes))
	for i := range shapes {
		marks[i] = v.mark(shapes[i].sentence)
		v.drawHover(&shapes[i], marks[i])
		v.drawFill(&shapes[i], marks[i])
	}
	v.drawSelection()
	v.drawMatches()
	for i := range shapes {
		v.drawBars(&shapes[i], marks[i])
		v.drawOthers(&shapes[i], marks[i])
		v.drawSuggested(&shapes[i], marks[i])
	}
	for i := range shapes {
		v.drawCursor(&shapes[i])
	}
	v.drawCaret()
	v.drawMargins(shapes, marks)
	v.page.bar.show(v)
	v.page.pointer.cover(v.sheet)
	v.page.collect()
	canvas.Refresh(v.page.trigger)
}

// drawHover tints the sentence under the mouse. A label would hide the tint, so it gets a thin outline.
func (v *View) drawHover(s *shape, mark Mark) {
	if s.sentence != v.hover {
		return
	}
	if v.known(mark.Labels) != 0 {
		s.outline(v.grid.thickness(thinRing), func(edge box) { v.page.stage.above(edge, v.inks.quietRing) })
		return
	}
	gap := v.grid.thickness(lineGap)
	for _, b := range s.boxes {
		v.page.stage.below(box{b.left, b.top + gap, b.right, b.bottom - gap}, v.inks.hover).CornerRadius = corner
	}
}

// labelBoxes returns the boxes that the labels of a sentence colour.
func (v *View) labelBoxes(s *shape, mark Mark) []box {
	if mark.Part != nil {
		return v.boxesOf(*mark.Part)
	}
	return s.boxes
}

// drawFill colours the sentence by its first label.
func (v *View) drawFill(s *shape, mark Mark) {
	labels := v.known(mark.Labels)
	if labels == 0 {
		return
	}
	ink := v.inks.labels[bits.TrailingZeros32(labels)].fill
	gap := v.grid.thickness(lineGap)
	boxes := v.labelBoxes(s, mark)
	for i, b := range boxes {
		fill := v.page.stage.below(box{b.left, b.top + gap, b.right, b.bottom - gap}, ink)
		if i == 0 && !s.above {
			fill.TopLeftCornerRadius, fill.BottomLeftCornerRadius = corner, corner
		}
		if i == len(boxes)-1 && !s.below {
			fill.TopRightCornerRadius, fill.BottomRightCornerRadius = corner, corner
		}
	}
}

// drawBars draws a bar above the letters for every label after the first: bands of several fills look noisy.
func (v *View) drawBars(s *shape, mark Mark) {
	labels := v.known(mark.Labels)
	if bits.OnesCount32(labels) < 2 {
		return
	}
	thickness, gap := v.grid.thickness(stripe), v.grid.thickness(stripeGap)
	for _, b := range v.labelBoxes(s, mark) {
		y, drawn := b.top+v.grid.thickness(lineGap), 0
		each(labels&(labels-1), func(label int) {
			if drawn++; drawn <= maxStripes {
				v.page.stage.below(box{b.left, y, b.right, y + thickness}, v.inks.labels[label].bar)
				y += thickness + gap
			}
		})
	}
}

// drawOthers underlines the sentence once for every other layer. Three lines are thin, so that the uppermost stays
// below the letters: through them it would look like a deletion.
func (v *View) drawOthers(s *shape, mark Mark) {
	inks := v.underlines(mark)
	thickness, gap := v.grid.thickness(stripe), v.grid.thickness(stripeGap)
	if len(inks) == maxStripes {
		thickness = v.grid.thickness(hairline)
	}
	up := v.grid.thickness(lineGap)
	for _, ink := range inks {
		for _, b := range s.boxes {
			bottom := b.bottom - up
			v.page.stage.below(box{b.left + boxPad, bottom - thickness, b.right - boxPad, bottom}, ink)
		}
		up += thickness + gap
	}
}

// underlines returns the colours of the other layers that have a known label, as many as there is room for.
func (v *View) underlines(mark Mark) []color.NRGBA {
	var inks []color.NRGBA
	for _, other := range mark.Others {
		if other.Layer < 0 || other.Layer >= len(v.inks.layers) || v.known(other.Labels) == 0 {
			continue
		}
		if inks = append(inks, v.inks.layers[other.Layer]); len(inks) == maxStripes {
			break
		}
	}
	return inks
}

// drawSuggested outlines the sentence with dashes in the colour of the first suggested label, fainter when all of them
// are merely possible.
func (v *View) drawSuggested(s *shape, mark Mark) {
	var ink color.NRGBA
	if labels := v.known(mark.Suggested); labels != 0 {
		ink = v.inks.labels[bits.TrailingZeros32(labels)].bar
	} else if labels = v.known(mark.Possible); labels != 0 {
		ink = v.faint(v.inks.labels[bits.TrailingZeros32(labels)].bar)
	} else {
		return
	}
	inset := s.grown(0, -v.grid.thickness(dashInset))
	inset.outline(v.grid.thickness(dashWidth), func(edge box) {
		v.page.stage.draw(edge, spriteLook{kind: dashes, ink: ink})
	})
}

// faint draws an ink nearer to the page.
func (v *View) faint(ink color.NRGBA) color.NRGBA {
	const share = 0.45
	return blend(v.inks.paper, ink, share)
}

// drawCursor outlines the cursor's sentence and puts a bar beside its lines.
func (v *View) drawCursor(s *shape) {
	if s.sentence != v.cursor {
		return
	}
	ink, width := v.inks.quietRing, v.grid.thickness(thinRing)
	if v.focused {
		ink, width = v.inks.ring, v.grid.thickness(ringWidth)
	}
	ring := s.grown(v.grid.thickness(ringPad), v.grid.thickness(ringPad))
	ring.outline(width, func(edge box) { v.page.stage.above(edge, ink) })
	first, last := s.boxes[0], s.boxes[len(s.boxes)-1]
	left := v.sheet.bar()
	v.page.stage.above(box{left, first.top, left + barWidth, last.bottom}, ink).CornerRadius = barWidth / 2
}

func (v *View) drawMatches() {
	for _, match := range v.matches.between(v.page.visible()) {
		ink := v.inks.match
		best := v.matches.isCurrent(match)
		if best {
			ink = v.inks.bestMatch
		}
		for _, b := range v.boxesOf(match) {
			b.top, b.bottom = b.top+2*lineGap, b.bottom-2*lineGap
			r := v.page.stage.below(b, ink)
			r.CornerRadius, r.StrokeColor, r.StrokeWidth = corner, v.inks.quietRing, 1
			if best {
				r.StrokeColor, r.StrokeWidth = v.inks.text, ringWidth
			}
		}
	}
}

func (v *View) drawSelection() {
	for _, b := range v.boxesOf(v.selection.span()) {
		v.page.stage.below(box{b.left + boxPad, b.top, b.right - boxPad, b.bottom}, v.inks.selection)
	}
}

// boxesOf returns the boxes of the visible part of a span.
func (v *View) boxesOf(span Span) []box {
	var boxes []box
	if span.Empty() {
		return nil
	}
	for i := range v.page.rows {
		r := &v.page.rows[i]
		if !r.span.Overlaps(span) {
			continue
		}
		from, to := v.layout.XOf(r.place, span.Start), v.layout.XOf(r.place, span.End)
		if span.Start <= r.span.Start {
			from = v.layout.XOf(r.place, r.span.Start)
		}
		if to > from {
			boxes = append(boxes, v.partBox(r, from, to))
		}
	}
	return boxes
}

// known drops the bits that the palette has no entry for.
func (v *View) known(labels uint32) uint32 {
	return labels & (1<<len(v.inks.labels) - 1)
}

// each calls visit with the number of every bit that is set, from the lowest.
func each(mask uint32, visit func(bit int)) {
	for ; mask != 0; mask &= mask - 1 {
		visit(bits.TrailingZeros32(mask))
	}
}
