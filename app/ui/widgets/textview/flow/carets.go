package flow

import "glossator/app/ui/widgets/textview/glyph"

// carets returns the places between the characters of a word and its width, in em. The characters of a foreign word
// share its width evenly: only the toolkit knows the font it is drawn with.
func (l *Layout) carets(p Place, word *Word) ([]glyph.Caret, float32) {
	carets := l.ruler.Carets(l.doc.Text[word.start:word.end], l.Style(p).Format().Bold)
	last := len(carets) - 1
	if total := carets[last].X; total > 0 && word.flags&foreign == 0 {
		return carets, total
	}
	for k := range carets {
		carets[k].X = float32(k)
	}
	return carets, float32(max(last, 1))
}
