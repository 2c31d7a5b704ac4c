package flow

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"glossator/app/ui/widgets/textview/glyph"
)

// wideEm is the assumed width of a character that the typeface lacks, until the fallback font has been asked.
// Ideographs and pictographs are one em wide in practically every font.
const wideEm = 1

// Ruler measures text in em. glyph.Shaper is one.
type Ruler interface {
	// Width returns the advance of a text.
	Width(text string, bold bool) float32
	// Covers reports whether the typeface has the rune.
	Covers(r rune, bold bool) bool
	// Carets returns the places between the characters of a text, from 0 to its length.
	Carets(text string, bold bool) []glyph.Caret
}

type wordFlags uint8

const (
	// spaced: white space stands before the word.
	spaced wordFlags = 1 << iota
	// newline: the text asks for a new line before the word.
	newline
	// glued: no line may end before the word.
	glued
	// foreign: the typeface lacks a character of the word.
	foreign
	// shattered: the word is one character of a word that was wider than the line.
	shattered
)

// Word is a stretch of text that is shaped as a unit: it has one sentence, one kind of font and no break inside.
type Word struct {
	start, end int32
	sentence   int32
	width      float32 // em
	flags      wordFlags
}

// narrow halves the memory of numbers that are kept for every word. They fit, because cut shows no text beyond maxText.
func narrow(n int) int32 {
	return int32(n) //nolint:gosec // see above
}

// Splitter cuts pieces into measured words. It is not safe for concurrent use; a background goroutine needs its own.
type Splitter struct {
	doc   *Document
	ruler Ruler
	seg   segmenter.Segmenter
}

// NewSplitter makes a Splitter for a document. The ruler must belong to the same goroutine.
func NewSplitter(doc *Document, ruler Ruler) *Splitter {
	return &Splitter{doc: doc, ruler: ruler}
}

// Split returns the measured words of a piece. Lines may break where Unicode Annex 14 allows it.
func (s *Splitter) Split(p Piece) []Word {
	text := s.doc.Text[p.Start:p.End]
	s.seg.InitWithString(text)
	t := tokens{
		splitter: s, bold: p.Style.Format().Bold, sentence: p.First,
		words: make([]Word, 0, len(text)/5+1),
	}
	offset := p.Start
	iter := s.seg.LineIterator()
	for iter.Next() && offset < p.End {
		end := offset
		for range iter.Line().Text {
			_, size := utf8.DecodeRuneInString(s.doc.Text[end:p.End])
			end += size
		}
		t.chunk(offset, end)
		offset = end
	}
	return t.words
}

// tokens collects the words of one piece.
type tokens struct {
	splitter *Splitter
	words    []Word
	sentence int
	bold     bool
	pending  wordFlags // white space seen since the last word
}

// chunk adds the words between two line break opportunities. White space is not part of any word; a word after the
// first stays glued, because there is no opportunity inside a chunk.
func (t *tokens) chunk(start, end int) {
	text := t.splitter.doc.Text
	wordStart, isForeign, limit := -1, false, 0
	before := t.pending
	finish := func(at int) {
		if wordStart < 0 {
			return
		}
		t.add(wordStart, at, before, isForeign)
		wordStart, before = -1, glued
	}
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		switch {
		case breakingSpace(r):
			finish(i)
			before |= spaceFlags(r)
		case wordStart < 0:
			limit = t.advance(i)
			wordStart, isForeign = i, t.lacks(r)
		case i >= limit || (t.lacks(r) != isForeign && !joins(r)):
			finish(i)
			limit = t.advance(i)
			wordStart, isForeign = i, t.lacks(r)
		}
		i += size
	}
	finish(end)
	t.pending = before &^ glued
}

// advance moves to the sentence at an offset and returns where the sentence, or the gap before the next one, ends.
func (t *tokens) advance(offset int) int {
	sentences := t.splitter.doc.Sentences
	for t.sentence < len(sentences) && sentences[t.sentence].End <= offset {
		t.sentence++
	}
	if t.sentence >= len(sentences) {
		return len(t.splitter.doc.Text)
	}
	if s := sentences[t.sentence]; offset < s.Start {
		return s.Start
	}
	return sentences[t.sentence].End
}

func (t *tokens) add(start, end int, flags wordFlags, isForeign bool) {
	word := Word{start: narrow(start), end: narrow(end), sentence: None, flags: flags}
	sentences := t.splitter.doc.Sentences
	if t.sentence < len(sentences) && sentences[t.sentence].Start <= start {
		word.sentence = narrow(t.sentence)
	}
	text := t.splitter.doc.Text[start:end]
	if isForeign {
		word.flags |= foreign
		word.width = wideEm * float32(utf8.RuneCountInString(text))
	} else {
		word.width = t.splitter.ruler.Width(text, t.bold)
	}
	t.words = append(t.words, word)
}

func (t *tokens) lacks(r rune) bool {
	return r >= utf8.RuneSelf && !t.splitter.ruler.Covers(r, t.bold)
}

// joins reports whether a rune belongs to the character before it whatever font that has: combining marks, variation
// selectors and the joiner of emoji sequences.
func joins(r rune) bool {
	const zeroWidthJoiner = 0x200D
	return r >= utf8.RuneSelf && (r == zeroWidthJoiner || unicode.Is(unicode.M, r))
}

func breakingSpace(r rune) bool {
	const (
		noBreakSpace       = 0x00A0
		figureSpace        = 0x2007
		narrowNoBreakSpace = 0x202F
	)
	switch r {
	case noBreakSpace, figureSpace, narrowNoBreakSpace:
		return false
	}
	return unicode.IsSpace(r)
}

func spaceFlags(r rune) wordFlags {
	switch r {
	case '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029: // the mandatory breaks of Unicode Annex 14
		return newline
	}
	return spaced
}
