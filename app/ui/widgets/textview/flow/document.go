package flow

import (
	"errors"
	"fmt"
)

// None stands for "no sentence".
const None = -1

// Span is a half-open range of bytes of Document.Text.
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether two spans share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// BlockStyle is the role of a block on the page.
type BlockStyle uint8

// The roles a block can have.
const (
	Body BlockStyle = iota
	Title
	Heading
	Byline
	Quote
	ListItem
	Muted
)

// Block is a paragraph: a byte range of the text and its role.
type Block struct {
	Start, End int
	Style      BlockStyle
}

// Document is the immutable input. Blocks and Sentences must be in rising order, must not overlap and must lie on
// character boundaries. Text outside of every block is not shown; text outside of every sentence is shown plain.
// A document with text and no blocks is shown as one body block.
type Document struct {
	Text      string
	Blocks    []Block
	Sentences []Span
}

// ErrDisorder is returned for spans that overlap, run backwards or leave the text.
var ErrDisorder = errors.New("the parts of the document are out of order")

// Validate reports the first block or sentence that breaks the rules of Document, as an error that wraps ErrDisorder.
func (d Document) Validate() error {
	end := 0
	for i, block := range d.Blocks {
		if block.Start < end || block.End < block.Start || block.End > len(d.Text) {
			return fmt.Errorf("block %d, bytes %d to %d: %w", i, block.Start, block.End, ErrDisorder)
		}
		end = block.End
	}
	end = 0
	for i, sentence := range d.Sentences {
		if sentence.Start < end || sentence.End < sentence.Start || sentence.End > len(d.Text) {
			return fmt.Errorf("sentence %d, bytes %d to %d: %w", i, sentence.Start, sentence.End, ErrDisorder)
		}
		end = sentence.End
	}
	return nil
}

// Format is how a role is set. Lengths are in em of the text size the reader chose, Scale is a factor on it.
type Format struct {
	// Scale multiplies the text size.
	Scale float32
	// Leading is the line height as a multiple of the scaled text size.
	Leading float32
	// Before is the space above the block.
	Before float32
	// Indent is the space left of the block.
	Indent float32
	// Bold chooses the bold face; Muted a quieter ink.
	Bold, Muted bool
	// Balanced makes the lines about equally long, as titles want.
	Balanced bool
}

// formats is the typography of the page: a modular scale with body text at 1.
var formats = [...]Format{
	Body:     {Scale: 1, Leading: 1.55, Before: 0.8},
	Title:    {Scale: 1.7, Leading: 1.25, Before: 0.4, Bold: true, Balanced: true},
	Heading:  {Scale: 1.2, Leading: 1.4, Before: 1.5, Bold: true, Balanced: true},
	Byline:   {Scale: 0.85, Leading: 1.5, Before: 0.7, Muted: true},
	Quote:    {Scale: 1, Leading: 1.55, Before: 0.8, Indent: 1.6},
	ListItem: {Scale: 1, Leading: 1.55, Before: 0.35, Indent: 1.2},
	Muted:    {Scale: 0.85, Leading: 1.5, Before: 0.8, Muted: true},
}

// Format returns how the role is set. An unknown role is set as body text.
func (s BlockStyle) Format() Format {
	if int(s) >= len(formats) {
		return formats[Body]
	}
	return formats[s]
}
