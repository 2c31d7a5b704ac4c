package flow

import (
	"math"
	"sort"
	"unicode/utf8"
)

// maxPiece is the length in bytes above which a paragraph is cut after a sentence, so that a text without paragraphs
// costs no more than one with.
const maxPiece = 8 << 10

// maxText is how much of a document can be shown, in bytes.
const maxText = math.MaxInt32

// Piece is a block, or a part of an oversized one, which is laid out as a whole.
type Piece struct {
	Span

	// Style is the role of the block.
	Style BlockStyle
	// Continued says that the piece goes on with the block of the piece before it: no space between them.
	Continued bool
	// First is the first sentence that ends after the start of the piece.
	First int
	// runes is the length in code points, which is what the height of an unmeasured piece is estimated from.
	runes int
}

// cut divides a document into pieces.
func cut(doc *Document) []Piece {
	blocks := doc.Blocks
	if len(blocks) == 0 && doc.Text != "" {
		blocks = []Block{{Start: 0, End: len(doc.Text)}}
	}
	pieces := make([]Piece, 0, len(blocks))
	sentence := 0
	for _, block := range blocks {
		start, stop := block.Start, min(block.End, maxText)
		for start < stop {
			for sentence < len(doc.Sentences) && doc.Sentences[sentence].End <= start {
				sentence++
			}
			end := cutAt(doc, sentence, start, stop)
			pieces = append(pieces, Piece{
				Span: Span{start, end}, Style: block.Style, Continued: start > block.Start,
				First: sentence, runes: utf8.RuneCountInString(doc.Text[start:end]),
			})
			start = end
		}
	}
	return pieces
}

// cutAt returns where the piece starting at start ends: at the end of the block when it is short, else after the last
// sentence that fits.
func cutAt(doc *Document, sentence, start, end int) int {
	if end-start <= maxPiece {
		return end
	}
	rest := doc.Sentences[sentence:]
	fits := sort.Search(len(rest), func(i int) bool { return rest[i].End > start+maxPiece })
	if fits == 0 || rest[fits-1].End <= start {
		return wordCut(doc.Text, start, end)
	}
	return rest[fits-1].End
}

// wordCut cuts a piece that one huge sentence fills: after the last space that fits, else on a character boundary.
func wordCut(text string, start, end int) int {
	limit := start + maxPiece
	for i := limit; i > start+maxPiece/2; i-- {
		if text[i-1] == ' ' || text[i-1] == '\n' {
			return i
		}
	}
	for limit < end && !utf8.RuneStart(text[limit]) {
		limit++
	}
	return limit
}
