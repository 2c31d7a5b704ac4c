package flow

// line is a row of words of one piece.
type line struct{ first, last int32 } // words[first:last]

// wrapper breaks the words of one piece into lines, greedily: a line takes as much as fits.
type wrapper struct {
	text  string
	ruler Ruler
	space float32 // em
	width float32 // em
	bold  bool

	words []Word
	lines []line
	x     float32
	first int
}

// wrap fills lines. It may replace words that are wider than a line by their characters.
func (w *wrapper) wrap() {
	for i := 0; i < len(w.words); {
		if w.words[i].flags&newline != 0 {
			w.end(i)
		}
		next := w.unitEnd(i)
		need := w.span(i, next)
		if i > w.first && w.x+need > w.width {
			w.end(i)
			need = w.span(i, next)
		}
		if need <= w.width {
			w.x += need
			i = next
			continue
		}
		next = w.shatter(i, next)
		i = w.fill(i, next)
	}
	w.end(len(w.words))
}

// balance makes the lines about equally long: it looks for the least width that does not need more lines.
func (w *wrapper) balance() {
	const steps, longest = 8, 400 // words
	count := len(w.lines)
	if count < 2 || len(w.words) > longest {
		return
	}
	low, high := w.width/2, w.width
	for range steps {
		middle := (low + high) / 2
		if w.tryWidth(middle) > count {
			low = middle
		} else {
			high = middle
		}
	}
	w.tryWidth(high)
}

// tryWidth wraps the words anew and returns the number of lines.
func (w *wrapper) tryWidth(width float32) int {
	w.lines, w.first, w.x, w.width = w.lines[:0], 0, 0, width
	w.wrap()
	return len(w.lines)
}

// end closes the current line before word i, unless it is empty.
func (w *wrapper) end(i int) {
	if i == w.first {
		return
	}
	w.lines = append(w.lines, line{narrow(w.first), narrow(i)})
	w.first, w.x = i, 0
}

// unitEnd returns the end of the run of words that must stay together.
func (w *wrapper) unitEnd(i int) int {
	for i++; i < len(w.words) && w.words[i].flags&glued != 0; i++ {
	}
	return i
}

// span returns the room that words[i:end] take when appended to the current line.
func (w *wrapper) span(i, end int) float32 {
	width := float32(0)
	for k := i; k < end; k++ {
		width += w.words[k].width
		if k > w.first && w.words[k].flags&spaced != 0 {
			width += w.space
		}
	}
	return width
}

// fill places words one by one, breaking between any two. It returns end.
func (w *wrapper) fill(i, end int) int {
	for ; i < end; i++ {
		need := w.span(i, i+1)
		if i > w.first && w.x+need > w.width {
			w.end(i)
			need = w.span(i, i+1)
		}
		w.x += need
	}
	return end
}

// shatter replaces words[i:end] by one word for each user-perceived character and returns the new end. That loses
// the kerning of these words for good, which nobody sees in a web address.
func (w *wrapper) shatter(i, end int) int {
	parts := make([]Word, 0, end-i)
	for _, word := range w.words[i:end] {
		parts = append(parts, w.characters(word)...)
	}
	if len(parts) == end-i {
		return end
	}
	rest := w.words[end:]
	words := make([]Word, 0, i+len(parts)+len(rest))
	words = append(append(append(words, w.words[:i]...), parts...), rest...)
	w.words = words
	return i + len(parts)
}

func (w *wrapper) characters(word Word) []Word {
	if word.flags&shattered != 0 {
		return []Word{word}
	}
	carets := w.ruler.Carets(w.text[word.start:word.end], w.bold)
	total := carets[len(carets)-1].X
	parts := make([]Word, 0, len(carets))
	for k := 1; k < len(carets); k++ {
		part := word
		part.start = word.start + narrow(carets[k-1].Offset)
		part.end = word.start + narrow(carets[k].Offset)
		part.flags = word.flags&foreign | glued | shattered
		part.width = carets[k].X - carets[k-1].X
		if word.flags&foreign != 0 || total == 0 {
			part.width = word.width / float32(len(carets)-1)
		}
		parts = append(parts, part)
	}
	parts[0].flags |= word.flags & (spaced | newline)
	parts[0].flags = parts[0].flags&^glued | word.flags&glued
	return parts
}
