package textview

import (
	"fyne.io/fyne/v2"
)

// VisibleLines returns the text of the lines on screen, from top to bottom, lines cut by the edges included.
func (v *View) VisibleLines() []string {
	lines := make([]string, 0, len(v.page.rows))
	for i := range v.page.rows {
		lines = append(lines, v.layout.Text(v.page.rows[i].place))
	}
	return lines
}

// VisibleSentences returns the first and the last sentence on screen, or None twice.
func (v *View) VisibleSentences() (first, last int) {
	first, last = None, None
	for i := range v.page.rows {
		for _, part := range v.page.rows[i].parts {
			if part.Sentence == None {
				continue
			}
			if first == None {
				first = part.Sentence
			}
			last = part.Sentence
		}
	}
	return first, last
}

// SentenceBoxes returns the places of the visible parts of a sentence, a position and a size for each line, relative
// to the view.
func (v *View) SentenceBoxes(sentence int) (positions []fyne.Position, sizes []fyne.Size) {
	for i := range v.page.rows {
		r := &v.page.rows[i]
		for _, part := range r.parts {
			if part.Sentence != sentence {
				continue
			}
			b := v.partBox(r, part.X, part.X+part.Width)
			positions = append(positions, fyne.NewPos(b.left, b.top))
			sizes = append(sizes, fyne.NewSize(b.width(), b.height()))
		}
	}
	return positions, sizes
}

// SentenceAnchor returns the middle of the first visible part of a sentence, relative to the view: a place to click or
// to point at. It is false when the sentence is out of sight.
func (v *View) SentenceAnchor(sentence int) (fyne.Position, bool) {
	const half = 2
	positions, sizes := v.SentenceBoxes(sentence)
	for i := range positions {
		middle := positions[i].AddXY(sizes[i].Width/half, sizes[i].Height/half)
		if middle.Y > 0 && middle.Y < v.sheet.height {
			return middle, true
		}
	}
	return fyne.Position{}, false
}

// LiveObjects returns how many canvas objects the view consists of. It depends on the size of the view, not on the
// length of the document.
func (v *View) LiveObjects() int { return len(v.page.objects) }

// RedrawnLines returns how many pictures of lines have been asked for since the view was made.
func (v *View) RedrawnLines() int { return v.page.redrawn }

// firstSentence returns the first sentence that begins on screen, or else the first that is seen.
func (p *page) firstSentence(height float32) (int, bool) {
	seen := None
	for i := range p.rows {
		r := &p.rows[i]
		for _, part := range r.parts {
			if part.Sentence == None || r.y < 0 || r.y+r.height > height {
				continue
			}
			if p.view.doc.Sentences[part.Sentence].Start >= r.span.Start {
				return part.Sentence, true
			}
			if seen == None {
				seen = part.Sentence
			}
		}
	}
	return seen, seen != None
}
