package textview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/vector"
)

// spriteKind is a small drawing that rectangles cannot make.
type spriteKind uint8

const (
	dashes spriteKind = iota // a dashed line along the longer side
	tick                     // read, nothing here
	note                     // a sheet of paper with two lines of writing
)

// spriteLook decides the picture of a sprite; the same look and size need no new picture.
type spriteLook struct {
	kind spriteKind
	ink  color.NRGBA
}

type sprite struct {
	raster *canvas.Raster
	look   spriteLook
}

func newSprite() *sprite {
	s := &sprite{}
	s.raster = canvas.NewRaster(s.paint)
	s.raster.ScaleMode = canvas.ImageScalePixels
	return s
}

func (s *sprite) set(look spriteLook) {
	if s.look == look {
		return
	}
	s.look = look
	canvas.Refresh(s.raster)
}

func (s *sprite) paint(width, height int) image.Image {
	dst := image.NewRGBA(image.Rect(0, 0, width, height))
	if s.look.kind == dashes {
		paintDashes(dst, s.look.ink)
		return dst
	}
	side := float32(min(width, height))
	pen := vector.NewRasterizer(width, height)
	for _, stroke := range drawings[s.look.kind] {
		const thickness = 0.055
		line(pen, stroke[0]*side, stroke[1]*side, stroke[2]*side, stroke[3]*side, thickness*side)
	}
	pen.Draw(dst, dst.Rect, image.NewUniform(s.look.ink), image.Point{})
	return dst
}

// drawings lists the strokes of the signs, from x, y to x, y, as shares of the side of a square.
var drawings = map[spriteKind][][4]float32{
	tick: {{0.2, 0.55, 0.42, 0.77}, {0.42, 0.77, 0.82, 0.27}},
	note: {
		{0.22, 0.12, 0.62, 0.12}, {0.62, 0.12, 0.8, 0.3}, {0.8, 0.3, 0.8, 0.88},
		{0.8, 0.88, 0.22, 0.88}, {0.22, 0.88, 0.22, 0.12},
		{0.36, 0.46, 0.66, 0.46}, {0.36, 0.66, 0.66, 0.66},
	},
}

// line adds a stroke with half the given thickness on each side and square ends.
func line(pen *vector.Rasterizer, x0, y0, x1, y1, half float32) {
	length := float32(math.Hypot(float64(x1-x0), float64(y1-y0)))
	dx, dy := (x1-x0)/length*half, (y1-y0)/length*half
	x0, y0, x1, y1 = x0-dx, y0-dy, x1+dx, y1+dy
	pen.MoveTo(x0-dy, y0+dx)
	pen.LineTo(x1-dy, y1+dx)
	pen.LineTo(x1+dy, y1-dx)
	pen.LineTo(x0+dy, y0-dx)
	pen.ClosePath()
}

// paintDashes fills a long thin picture with dashes twice as long as the gaps.
func paintDashes(dst *image.RGBA, ink color.NRGBA) {
	width, height := dst.Rect.Dx(), dst.Rect.Dy()
	const dashPerThickness, periodPerThickness = 4, 6
	thickness := max(min(width, height), 1)
	for y := range height {
		for x := range width {
			if max(x, y)%(periodPerThickness*thickness) < dashPerThickness*thickness {
				dst.SetRGBA(x, y, color.RGBA(ink))
			}
		}
	}
}
