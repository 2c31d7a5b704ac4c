package flow

// Run is a word on a line, ready to be drawn.
type Run struct {
	Span

	// X is the distance from the left edge of the column and Width the advance, both in units.
	X, Width float32
	// Foreign says that the typeface lacks a character of the word.
	Foreign bool
}

// Fragment is the part of a sentence that is on one line.
type Fragment struct {
	Span

	// Sentence is the index of the sentence, or None.
	Sentence int
	// X is the distance from the left edge of the column and Width the advance, both in units.
	X, Width float32
}

// Style returns the role of the block that a line belongs to.
func (l *Layout) Style(p Place) BlockStyle { return l.pieces[p.Piece].Style }

// Size returns the text size of a line in units.
func (l *Layout) Size(p Place) float32 {
	return l.pieces[p.Piece].Style.Format().Scale * l.geometry.TextSize
}

// Span returns the bytes from the first to the last word of a line.
func (l *Layout) Span(p Place) Span {
	s := l.ensure(p.Piece)
	row := s.lines[p.Line]
	return Span{int(s.words[row.first].start), int(s.words[row.last-1].end)}
}

// Text returns the text of a line.
func (l *Layout) Text(p Place) string {
	span := l.Span(p)
	return l.doc.Text[span.Start:span.End]
}

// eachWord walks over the words of a line with their places in units.
func (l *Layout) eachWord(p Place, visit func(word *Word, x, width float32) bool) {
	s := l.ensure(p.Piece)
	row := s.lines[p.Line]
	format := l.pieces[p.Piece].Style.Format()
	size := l.Size(p)
	space := l.space(format.Bold) * size
	x := format.Indent * l.geometry.TextSize
	for i := row.first; i < row.last; i++ {
		word := &s.words[i]
		if i > row.first && word.flags&spaced != 0 {
			x += space
		}
		width := word.width * size
		if !visit(word, x, width) {
			return
		}
		x += width
	}
}

// Runs appends the words of a line to buffer.
func (l *Layout) Runs(p Place, buffer []Run) []Run {
	l.eachWord(p, func(word *Word, x, width float32) bool {
		buffer = append(buffer, Run{
			Span: Span{int(word.start), int(word.end)}, X: x, Width: width, Foreign: word.flags&foreign != 0,
		})
		return true
	})
	return buffer
}

// Fragments appends the parts of sentences on a line to buffer, from left to right.
func (l *Layout) Fragments(p Place, buffer []Fragment) []Fragment {
	base := len(buffer)
	l.eachWord(p, func(word *Word, x, width float32) bool {
		if last := len(buffer) - 1; last >= base && buffer[last].Sentence == int(word.sentence) {
			buffer[last].End, buffer[last].Width = int(word.end), x+width-buffer[last].X
			return true
		}
		buffer = append(buffer, Fragment{
			Span: Span{int(word.start), int(word.end)}, Sentence: int(word.sentence), X: x, Width: width,
		})
		return true
	})
	return buffer
}

// SentenceAt returns the sentence under a point of a line, or None. The white space after a sentence belongs to it.
func (l *Layout) SentenceAt(p Place, x float32) int {
	found := None
	l.eachWord(p, func(word *Word, left, width float32) bool {
		if x < left {
			return false
		}
		found = int(word.sentence)
		if x >= left+width+l.spaces[0]*l.Size(p) {
			found = None
		}
		return true
	})
	return found
}

// OffsetAt returns the offset of the place between two characters that is nearest to x on a line.
func (l *Layout) OffsetAt(p Place, x float32) int {
	offset, right := l.Span(p).Start, float32(0)
	l.eachWord(p, func(word *Word, left, width float32) bool {
		switch {
		case x < left:
			if x >= (right+left)/2 { // nearer to this word than to the one before
				offset = int(word.start)
			}
			return false
		case x < left+width:
			offset = int(word.start) + l.caretAt(p, word, (x-left)/width)
			return false
		}
		offset, right = int(word.end), left+width
		return true
	})
	return offset
}

// XOf returns the distance of an offset from the left edge of the column. Offsets before the line give its start,
// offsets behind it its end; offsets in white space the end of the word before.
func (l *Layout) XOf(p Place, offset int) float32 {
	result := float32(-1)
	l.eachWord(p, func(word *Word, x, width float32) bool {
		switch {
		case offset >= int(word.end):
			result = x + width
			return true
		case offset > int(word.start):
			result = x + width*l.share(p, word, offset)
		case offset == int(word.start) || result < 0:
			result = x
		}
		return false
	})
	return max(result, 0)
}

// share returns which part of a word's width lies before an offset inside of it.
func (l *Layout) share(p Place, word *Word, offset int) float32 {
	carets, total := l.carets(p, word)
	for _, caret := range carets {
		if int(word.start)+caret.Offset >= offset {
			return caret.X / total
		}
	}
	return 1
}

// caretAt returns the offset in a word that is nearest to a share of its width.
func (l *Layout) caretAt(p Place, word *Word, share float32) int {
	carets, total := l.carets(p, word)
	best := 0
	for k := 1; k < len(carets); k++ {
		if middle := (carets[k-1].X + carets[k].X) / 2 / total; share < middle {
			break
		}
		best = carets[k].Offset
	}
	return best
}
