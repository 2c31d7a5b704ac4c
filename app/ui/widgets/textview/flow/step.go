package flow

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// window is how many bytes around an offset are searched for the next character; the longest emoji have about 40.
const window = 128

// NextCharacter returns the offset behind the user-perceived character (grapheme cluster of Unicode Annex 29) that
// starts at an offset of a text; at the end it returns the offset.
func NextCharacter(text string, offset int) int {
	end := min(offset+window, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return offset + firstCluster(text[offset:end])
}

// PreviousCharacter returns the offset of the character that ends at an offset of a text; at the start it returns 0.
func PreviousCharacter(text string, offset int) int {
	start := max(offset-window, 0)
	if space := strings.LastIndexAny(text[start:max(offset-1, start)], " \n"); space >= 0 {
		start += space
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for {
		next := start + firstCluster(text[start:offset])
		if next >= offset {
			return start
		}
		start = next
	}
}

// firstCluster returns the length in bytes of the first grapheme cluster of a text.
func firstCluster(text string) int {
	var seg segmenter.Segmenter
	seg.InitWithString(text)
	iter := seg.GraphemeIterator()
	if !iter.Next() {
		return 0
	}
	length := 0
	for range iter.Grapheme().Text {
		_, size := utf8.DecodeRuneInString(text[length:])
		length += size
	}
	return length
}

// Below returns the line under a line, and false at the end of the document.
func (l *Layout) Below(p Place) (Place, bool) {
	if p.Line+1 < len(l.ensure(p.Piece).lines) {
		return Place{p.Piece, p.Line + 1}, true
	}
	for piece := p.Piece + 1; piece < len(l.pieces); piece++ {
		if len(l.ensure(piece).lines) > 0 {
			return Place{piece, 0}, true
		}
	}
	return p, false
}

// Above returns the line over a line, and false at the start of the document.
func (l *Layout) Above(p Place) (Place, bool) {
	if p.Line > 0 {
		return Place{p.Piece, p.Line - 1}, true
	}
	for piece := p.Piece - 1; piece >= 0; piece-- {
		if count := len(l.ensure(piece).lines); count > 0 {
			return Place{piece, count - 1}, true
		}
	}
	return p, false
}
