package chart

import (
	"fmt"
	"image/color"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// Look is how charts look. It may be used for many, also at once.
type Look struct {
	Text, Quiet color.Color // names and figures; figures of the axis
	Grid        color.Color
	Page        color.Color
	Size        float64 // of the text, in units
	Face        *Face
}

// Face is the typeface of charts.
type Face struct{ handler text.Handler }

const typeface font.Typeface = "Noto Sans"

// NewFace reads a typeface from a TrueType file. The error is about a file that
// is none.
func NewFace(file []byte) (*Face, error) {
	parsed, err := opentype.Parse(file)
	if err != nil {
		return nil, fmt.Errorf("read the typeface of charts: %w", err)
	}
	cache := font.NewCache(font.Collection{{Font: font.Font{Typeface: typeface}, Face: parsed}})
	return &Face{handler: text.Plain{Fonts: cache}}, nil
}

// style is text of a colour, placed by its middle left.
func (l Look) style(colour color.Color) text.Style {
	return text.Style{
		Color: colour, Font: font.Font{Typeface: typeface, Size: vg.Length(l.Size)},
		XAlign: text.XLeft, YAlign: text.YCenter, Handler: l.Face.handler,
	}
}

// rise is by how much text placed by its middle must be raised for its letters
// to stand in the middle: the library leaves out what hangs below the line.
func rise(style text.Style) vg.Length { return style.FontExtents().Descent }

const ellipsis = "…"

// shorten cuts a text to a width.
func shorten(words string, style text.Style, width vg.Length) string {
	if style.Width(words) <= width {
		return words
	}
	runes := []rune(words)
	for len(runes) > 0 && style.Width(string(runes)+ellipsis) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + ellipsis
}
