// Package glyph shapes words and draws their glyphs on images, without any toolkit.
//
// All lengths are in em (multiples of the text size), because every word is shaped once at the size of the font's
// design grid: a change of text size or screen scale never needs a new measurement. The shaping engine rounds sizes
// up to whole units, so shaping at the design grid is also the only way to get the same width at every size.
package glyph

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
)

// Weight chooses one of the two faces of a family.
type Weight uint8

// The faces of a family.
const (
	Regular Weight = iota
	Bold
	weights
)

// sample is measured for the mean width of a character; the letters have roughly the frequencies of running prose.
const sample = "The ministry said that twelve new schools would open in the region before the end of next year. " +
	"Министерство сообщило, что двенадцать новых школ откроют в области до конца следующего года."

// Family holds the parsed regular and bold faces of a typeface. It is immutable and safe for concurrent use; give
// every goroutine its own Shaper.
type Family struct {
	fonts           [weights]*font.Font
	ascent, descent float32
}

// ParseFamily reads two TrueType or OpenType files. It returns an error when one of them cannot be read.
func ParseFamily(regular, bold []byte) (*Family, error) {
	family := &Family{}
	for weight, data := range [weights][]byte{Regular: regular, Bold: bold} {
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("the typeface cannot be read: %w", err)
		}
		family.fonts[weight] = face.Font
	}
	extents, _ := font.NewFace(family.fonts[Regular]).FontHExtents()
	upem := float32(family.fonts[Regular].Upem())
	family.ascent, family.descent = extents.Ascender/upem, -extents.Descender/upem
	return family, nil
}

// Ascent is the height of the typeface above the baseline, in em.
func (f *Family) Ascent() float32 { return f.ascent }

// Descent is the depth of the typeface below the baseline, in em, as a positive number.
func (f *Family) Descent() float32 { return f.descent }

// CharWidth is the mean width of a character of running Latin and Cyrillic prose, spaces included, in em.
func (f *Family) CharWidth() float32 {
	return f.NewShaper().Shape(sample, Regular).Advance / float32(len([]rune(sample)))
}
