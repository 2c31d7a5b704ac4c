package textview

import (
	"unicode"
	"unicode/utf8"
)

// caretWidth is the thickness of the caret in units.
const caretWidth = 2

// Caret returns the place inside the cursor's sentence that the user points at, in bytes of the document: where the
// selection starts, or where it ends when it starts with the sentence, or else the edge between two words that is
// nearest to the last click. It is false when none of them is inside the sentence.
func (v *View) Caret() (offset int, ok bool) {
	if v.cursor == None {
		return 0, false
	}
	inside := v.doc.Sentences[v.cursor]
	selected := v.selection.span()
	places := []int{selected.Start, selected.End, v.caret}
	if selected.Empty() {
		places = []int{v.caret}
	}
	for _, offset := range places {
		if offset > inside.Start && offset < inside.End {
			return offset, true
		}
	}
	return 0, false
}

// setCaret notes where the text was clicked.
func (v *View) setCaret(offset, sentence int) {
	if sentence == None {
		v.caret = None
		return
	}
	v.caret = wordEdge(v.doc.Text, v.doc.Sentences[sentence], offset)
}

// wordEdge returns the edge between two words inside a span that is nearest to an offset, which must lie between two
// characters; the offset itself when the span has no edge.
func wordEdge(text string, inside Span, offset int) int {
	best, found := offset, false
	before, size := utf8.DecodeRuneInString(text[inside.Start:inside.End])
	for at := inside.Start + size; at < inside.End; {
		after, size := utf8.DecodeRuneInString(text[at:inside.End])
		if parted(before, after) && (!found || distance(at, offset) < distance(best, offset)) {
			best, found = at, true
		}
		before = after
		at += size
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// parted reports whether a word begins between two characters: after white space, and where a capital or a letter
// without case follows the mark that ends a sentence.
func parted(before, after rune) bool {
	if unicode.IsSpace(before) {
		return !unicode.IsSpace(after)
	}
	return unicode.In(before, unicode.Po, unicode.Pf, unicode.Pe) && unicode.IsLetter(after) && !unicode.IsLower(after)
}

// drawCaret shows where the sentence would be cut, as long as the keyboard reaches the view.
func (v *View) drawCaret() {
	offset, ok := v.Caret()
	if !ok || !v.focused || !v.selection.span().Empty() {
		return
	}
	place, ok := v.layout.PlaceAt(offset)
	if !ok {
		return
	}
	for i := range v.page.rows {
		r := &v.page.rows[i]
		if r.place != place {
			continue
		}
		x := v.sheet.left + v.layout.XOf(place, offset)
		gap := v.grid.thickness(stripe)
		v.page.stage.above(box{v.grid.snap(x - caretWidth), r.y + gap, v.grid.snap(x), v.grid.snap(r.y+r.height) - gap}, v.inks.ring)
	}
}
