package chart

import (
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	titleGrowth = 1.25 // of the size of the title to that of the text
	swatch      = 11   // units of the sides of a patch of colour
	keyGap      = 18   // units between two series in their key
)

// head writes the title and the key of colours and returns what is left of the
// canvas. One series needs no key.
func (s *sheet) head(canvas draw.Canvas) draw.Canvas {
	if s.chart.Title != "" {
		style := s.look.style(s.look.Text)
		style.Font.Size *= titleGrowth
		style.YAlign = text.YTop
		canvas.FillText(style, vg.Point{X: canvas.Min.X, Y: canvas.Max.Y}, shorten(s.chart.Title, style, canvas.Size().X))
		canvas.Max.Y -= style.Font.Size * 2 //nolint:mnd // the title and as much below it
	}
	if len(s.chart.Series) > 1 {
		canvas.Max.Y -= s.key(canvas)
	}
	return canvas
}

// key draws the patches of colour with their names in as many lines as they
// need and returns how high they are together.
func (s *sheet) key(canvas draw.Canvas) vg.Length {
	style := s.look.style(s.look.Text)
	line := style.Font.Size * 1.6 //nolint:mnd // the usual distance of lines
	at := vg.Point{X: canvas.Min.X, Y: canvas.Max.Y - line/2}
	for _, series := range s.chart.Series {
		name := shorten(series.Name, style, canvas.Size().X-swatch-endGap)
		width := swatch + endGap + style.Width(name)
		if at.X > canvas.Min.X && at.X+width > canvas.Max.X {
			at = vg.Point{X: canvas.Min.X, Y: at.Y - line}
		}
		patch := vg.Rectangle{Min: vg.Point{X: at.X, Y: at.Y - swatch/2}, Max: vg.Point{X: at.X + swatch, Y: at.Y + swatch/2}}
		canvas.SetColor(series.Colour)
		canvas.Fill(patch.Path())
		canvas.FillText(style, vg.Point{X: at.X + swatch + endGap, Y: at.Y + rise(style)}, name)
		at.X += width + keyGap
	}
	return canvas.Max.Y - at.Y + line
}
