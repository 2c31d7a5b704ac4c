package textview

import "strings"

// shape is the visible part of one sentence: a box on each of its lines.
type shape struct {
	sentence int
	boxes    []box
	rows     []int // the row of each box
	// above and below say that the sentence goes on outside of the view.
	above, below bool
}

// boxPad is how far a box reaches beyond the letters on both sides, in units.
const boxPad = 2

// shapes collects the visible sentences from top to bottom.
func (v *View) shapes() []shape {
	var shapes []shape
	for i := range v.page.rows {
		r := &v.page.rows[i]
		for k, part := range r.parts {
			if part.Sentence == None {
				continue
			}
			b := v.partBox(r, part.X, part.X+part.Width)
			if last := len(shapes) - 1; k == 0 && last >= 0 && shapes[last].sentence == part.Sentence {
				shapes[last].boxes = append(shapes[last].boxes, b)
				shapes[last].rows = append(shapes[last].rows, i)
				continue
			}
			shapes = append(shapes, shape{sentence: part.Sentence, boxes: []box{b}, rows: []int{i}})
		}
	}
	if len(shapes) > 0 {
		first, last := &shapes[0], &shapes[len(shapes)-1]
		top, bottom := &v.page.rows[first.rows[0]], &v.page.rows[last.rows[len(last.rows)-1]]
		first.above = v.hasText(v.doc.Sentences[first.sentence].Start, top.span.Start)
		last.below = v.hasText(bottom.span.End, v.doc.Sentences[last.sentence].End)
	}
	return shapes
}

// partBox returns the box around a stretch of a line, from x to x relative to the column.
func (v *View) partBox(r *row, from, to float32) box {
	left, right := v.sheet.left+from-boxPad, v.sheet.left+to+boxPad
	return box{v.grid.snap(left), r.y, v.grid.snap(right), v.grid.snap(r.y + r.height)}
}

// hasText reports whether there is more than white space between two offsets.
func (v *View) hasText(start, end int) bool {
	return start < end && strings.TrimSpace(v.doc.Text[start:end]) != ""
}

// grown returns the shape with every line made wider and higher by a margin, which may be negative. Only the outer
// edges at the top and the bottom move.
func (s *shape) grown(sideways, upDown float32) *shape {
	other := *s
	other.boxes = append([]box(nil), s.boxes...)
	for i := range other.boxes {
		other.boxes[i].left -= sideways
		other.boxes[i].right += sideways
	}
	other.boxes[0].top -= upDown
	other.boxes[len(other.boxes)-1].bottom += upDown
	return &other
}

// outline calls edge for every side of the contour of a shape, each as a thin box of the given thickness that lies
// inside of the contour. Sides between two lines of the sentence are left out where both lines have text.
func (s *shape) outline(thickness float32, edge func(box)) {
	for i, b := range s.boxes {
		edge(box{b.left, b.top, b.left + thickness, b.bottom})
		edge(box{b.right - thickness, b.top, b.right, b.bottom})
		if i > 0 {
			uncovered(b, s.boxes[i-1], thickness, func(left, right float32) {
				edge(box{left, b.top, right, b.top + thickness})
			})
		} else if !s.above {
			edge(box{b.left, b.top, b.right, b.top + thickness})
		}
		if i < len(s.boxes)-1 {
			uncovered(b, s.boxes[i+1], thickness, func(left, right float32) {
				edge(box{left, b.bottom - thickness, right, b.bottom})
			})
		} else if !s.below {
			edge(box{b.left, b.bottom - thickness, b.right, b.bottom})
		}
	}
}

// uncovered calls visit for the stretches of b that other does not cover, lengthened to meet the other's side.
func uncovered(b, other box, thickness float32, visit func(left, right float32)) {
	if other.right <= b.left || other.left >= b.right {
		visit(b.left, b.right)
		return
	}
	if other.left > b.left {
		visit(b.left, min(other.left+thickness, b.right))
	}
	if other.right < b.right {
		visit(max(other.right-thickness, b.left), b.right)
	}
}
