package fonts_test

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"glossator/assets/fonts"
)

var files = []struct {
	name string
	data []byte
}{
	{"sans", fonts.Sans()},
	{"sans bold", fonts.SansBold()},
	{"sans italic", fonts.SansItalic()},
	{"serif", fonts.Serif()},
	{"serif bold", fonts.SerifBold()},
}

// alphabet holds what an article in Kazakh, Russian, Ukrainian, English or Greek needs.
const alphabet = "ABCXYZabcxyz0123456789АБВЯабвяЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһΑΒΩαβω" +
	"₸₽€£$%‰№§“”„«»‘’…–—-•·×±°"

func parse(t *testing.T, data []byte) *font.Face {
	t.Helper()
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("cannot parse the font: %v", err)
	}
	return face
}

func TestEveryFontCoversTheAlphabets(t *testing.T) {
	t.Parallel()
	for _, file := range files {
		t.Run(file.name, func(t *testing.T) {
			t.Parallel()
			face := parse(t, file.data)
			for _, r := range alphabet {
				if _, ok := face.NominalGlyph(r); !ok {
					t.Errorf("no glyph for %q (U+%04X)", r, r)
				}
			}
		})
	}
}

// TestCyrillicIKeepsItsDot guards against the defect that made us ship fonts: shaped as Cyrillic, U+0456 must have
// as many contours as the Latin letter, a stem and a dot.
func TestCyrillicIKeepsItsDot(t *testing.T) {
	t.Parallel()
	for _, file := range files {
		t.Run(file.name, func(t *testing.T) {
			t.Parallel()
			face := parse(t, file.data)
			latin := contours(t, face, "i", 0, language.Latin)
			cyrillic := contours(t, face, "тілі", 1, language.Cyrillic)
			if latin != 2 || cyrillic != latin {
				t.Errorf("contours: Latin i %d, Cyrillic i %d; want 2 and 2", latin, cyrillic)
			}
		})
	}
}

// contours counts the closed outlines of the glyph drawn for the rune at index in word.
func contours(t *testing.T, face *font.Face, word string, index int, script language.Script) int {
	t.Helper()
	runes := []rune(word)
	var shaper shaping.HarfbuzzShaper
	out := shaper.Shape(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR,
		Face: face, Size: fixed.I(int(face.Upem())), Script: script, Language: "kk",
	})
	count := 0
	for _, glyph := range out.Glyphs {
		if glyph.TextIndex() != index {
			continue
		}
		outline, ok := face.GlyphData(glyph.GlyphID).(font.GlyphOutline)
		if !ok {
			t.Fatalf("glyph %d of %q has no outline", glyph.GlyphID, word)
		}
		for _, segment := range outline.Segments {
			if segment.Op == opentype.SegmentOpMoveTo {
				count++
			}
		}
	}
	return count
}
