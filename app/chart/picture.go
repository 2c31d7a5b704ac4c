package chart

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Size is how large a chart is drawn, in units.
type Size struct{ Width, Height float64 }

// unitsPerInch is how many units the library has in an inch.
const unitsPerInch = 72

// Draw draws a chart in pixels, scale of them to a unit, and returns where its
// bars are. The picture has exactly as many pixels as the size comes to.
func (c Chart) Draw(look Look, size Size, scale float64) (*image.RGBA, []Area, error) {
	// The library counts whole dots per inch; the units follow them, so that
	// the pixels are as many as are asked for.
	dots := max(1, math.Round(unitsPerInch*scale))
	unit := unitsPerInch * scale / dots
	wide, high := max(1, math.Round(size.Width*scale)), max(1, math.Round(size.Height*scale))
	canvas := vgimg.NewWith(vgimg.UseDPI(int(dots)),
		vgimg.UseWH(vg.Length(wide/dots*unitsPerInch), vg.Length(high/dots*unitsPerInch)))
	look.Size *= unit
	areas, err := lay(c, look, draw.New(canvas))
	if err != nil {
		return nil, nil, err
	}
	picture, ok := canvas.Image().(*image.RGBA)
	if !ok {
		return nil, nil, fmt.Errorf("draw a chart: a picture of type %T", canvas.Image())
	}
	for i := range areas {
		a := &areas[i]
		a.Left, a.Top, a.Right, a.Bottom = a.Left/unit, a.Top/unit, a.Right/unit, a.Bottom/unit
	}
	return picture, areas, nil
}

// PNG writes a chart as a picture of pixels, scale of them to a unit.
func (c Chart) PNG(w io.Writer, look Look, size Size, scale float64) error {
	picture, _, err := c.Draw(look, size, scale)
	if err != nil {
		return err
	}
	if err := png.Encode(w, picture); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	return nil
}

// SVG writes a chart as a drawing that stays sharp at every size. The typeface
// is in the file, so that every letter looks the same everywhere.
func (c Chart) SVG(w io.Writer, look Look, size Size) error {
	canvas := vgsvg.NewWith(vgsvg.UseWH(vg.Length(size.Width), vg.Length(size.Height)), vgsvg.EmbedFonts(true))
	if _, err := lay(c, look, draw.New(canvas)); err != nil {
		return err
	}
	if _, err := canvas.WriteTo(w); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	return nil
}
