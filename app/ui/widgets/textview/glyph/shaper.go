package glyph

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

const (
	// maxWords bounds the caches of a Shaper; a full cache is emptied, which costs one page of shaping.
	maxWords = 50_000
	// fixedOne is one unit of a 26.6 fixed-point number.
	fixedOne = 64
)

// Glyph is one positioned glyph of a word.
type Glyph struct {
	// ID is the glyph's index in its face.
	ID font.GID
	// X and Y place the glyph's origin relative to the start of the word on the baseline, in em, Y upwards.
	X, Y float32
}

// Word is a piece of text after shaping.
type Word struct {
	// Glyphs are in drawing order.
	Glyphs []Glyph
	// Advance is the width of the word in em, kerning included.
	Advance float32
}

// Caret is a place between two user-perceived characters of a word.
type Caret struct {
	// Offset counts bytes from the start of the word.
	Offset int
	// X is the distance from the start of the word, in em.
	X float32
}

type wordKey struct {
	text   string
	weight Weight
}

// Shaper turns words into glyphs and remembers them. It is not safe for concurrent use.
type Shaper struct {
	engine    shaping.HarfbuzzShaper
	faces     [weights]*font.Face
	words     map[wordKey]*Word
	widths    map[wordKey]float32
	runes     []rune
	graphemes segmenter.Segmenter
}

// NewShaper makes a Shaper for one goroutine.
func (f *Family) NewShaper() *Shaper {
	s := &Shaper{words: map[wordKey]*Word{}, widths: map[wordKey]float32{}}
	for weight, parsed := range f.fonts {
		s.faces[weight] = font.NewFace(parsed)
	}
	s.engine.SetFontCacheSize(int(weights))
	return s
}

// Forget empties the caches, and with them the references to the text of old articles.
func (s *Shaper) Forget() {
	clear(s.words)
	clear(s.widths)
}

// Covers reports whether the family has a glyph for the rune.
func (s *Shaper) Covers(r rune, bold bool) bool {
	_, ok := s.faces[weightOf(bold)].NominalGlyph(r)
	return ok
}

// Width returns the advance of a text in em. It keeps the number only, not the glyphs.
func (s *Shaper) Width(text string, bold bool) float32 {
	key := wordKey{text, weightOf(bold)}
	if width, ok := s.widths[key]; ok {
		return width
	}
	if len(s.widths) >= maxWords {
		clear(s.widths)
	}
	width := float32(0)
	for _, run := range s.runs(text, key.weight) {
		width += s.em(run.Advance, key.weight)
	}
	s.widths[key] = width
	return width
}

// Shape returns the glyphs of a text, which should be a word or less: the result is cached by the text.
func (s *Shaper) Shape(text string, weight Weight) *Word {
	key := wordKey{text, weight}
	if word, ok := s.words[key]; ok {
		return word
	}
	if len(s.words) >= maxWords {
		clear(s.words)
	}
	word := &Word{}
	for _, run := range s.runs(text, weight) {
		x := word.Advance
		for _, g := range run.Glyphs {
			word.Glyphs = append(word.Glyphs, Glyph{
				ID: g.GlyphID,
				X:  x + s.em(g.XOffset, weight),
				Y:  s.em(g.YOffset, weight),
			})
			x += s.em(g.Advance, weight)
		}
		word.Advance += s.em(run.Advance, weight)
	}
	s.words[key] = word
	return word
}

// Carets returns the places between the user-perceived characters (grapheme clusters of Unicode Annex 29) of a text,
// from offset 0 to len(text), in rising order. A ligature is divided evenly.
func (s *Shaper) Carets(text string, bold bool) []Caret {
	weight := weightOf(bold)
	advance := make([]float32, len([]rune(text)))
	for _, run := range s.runs(text, weight) {
		for _, g := range run.Glyphs {
			share := s.em(g.Advance, weight) / float32(max(g.RunesCount(), 1))
			for i := range g.RunesCount() {
				advance[g.TextIndex()+i] += share
			}
		}
	}
	s.graphemes.InitWithString(text)
	carets := make([]Caret, 1, len(advance)+1)
	offset, x := 0, float32(0)
	for iter := s.graphemes.GraphemeIterator(); iter.Next(); {
		cluster := iter.Grapheme()
		for i := range cluster.Text {
			x += advance[cluster.Offset+i]
			_, size := utf8.DecodeRuneInString(text[offset:])
			offset += size
		}
		carets = append(carets, Caret{Offset: offset, X: x})
	}
	return carets
}

// runs shapes a text in runs of one script, because substitutions and kerning are stored by script. Punctuation and
// digits join the run before them.
func (s *Shaper) runs(text string, weight Weight) []shaping.Output {
	s.runes = s.runes[:0]
	for _, r := range text {
		s.runes = append(s.runes, r)
	}
	var outs []shaping.Output
	start, current := 0, language.Common
	for i, r := range s.runes {
		script := language.LookupScript(r)
		if script == language.Common || script == language.Inherited || script == current {
			continue
		}
		if current != language.Common {
			outs = append(outs, s.run(start, i, current, weight))
			start = i
		}
		current = script
	}
	return append(outs, s.run(start, len(s.runes), current, weight))
}

func (s *Shaper) run(start, end int, script language.Script, weight Weight) shaping.Output {
	if script == language.Common {
		script = language.Latin
	}
	face := s.faces[weight]
	return s.engine.Shape(shaping.Input{
		Text: s.runes, RunStart: start, RunEnd: end,
		Direction: di.DirectionLTR, Face: face, Size: fixed.I(int(face.Upem())),
		Script: script, Language: "en",
	})
}

// em converts a length on the font's design grid.
func (s *Shaper) em(length fixed.Int26_6, weight Weight) float32 {
	return float32(length) / fixedOne / float32(s.faces[weight].Upem())
}

func weightOf(bold bool) Weight {
	if bold {
		return Bold
	}
	return Regular
}
