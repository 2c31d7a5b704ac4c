package glyph

import (
	"image"
	"image/color"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

const (
	// subpixels is the number of horizontal positions a glyph is drawn at; four keep the spacing even to the eye.
	subpixels = 4
	// maxMasks bounds the glyph pictures kept; a page needs a few hundred.
	maxMasks = 8192
	opaque   = 255
)

type maskKey struct {
	id     font.GID
	size   float32
	sub    uint8
	weight Weight
}

// mask is the coverage of one glyph; its origin is at (-dx, -dy).
type mask struct {
	alpha  *image.Alpha
	dx, dy int
}

// Brush draws shaped words. It keeps the pictures of the glyphs, so it is not safe for concurrent use.
type Brush struct {
	faces [weights]*font.Face
	masks map[maskKey]*mask
}

// NewBrush makes a Brush with an empty cache.
func (f *Family) NewBrush() *Brush {
	b := &Brush{masks: map[maskKey]*mask{}}
	for weight, parsed := range f.fonts {
		b.faces[weight] = font.NewFace(parsed)
	}
	return b
}

// Draw paints a word with its origin at x on the baseline, both in pixels. Size is the text size in pixels per em.
// Pixels outside of the image are left out.
func (b *Brush) Draw(dst *image.RGBA, word *Word, weight Weight, size, x float32, baseline int, ink color.NRGBA) {
	for _, g := range word.Glyphs {
		left := x + g.X*size
		whole := float32(math.Floor(float64(left)))
		sub := uint8((left - whole) * subpixels)
		m := b.mask(maskKey{g.ID, size, sub, weight})
		blit(dst, m, int(whole), baseline-int(math.Round(float64(g.Y*size))), ink)
	}
}

func (b *Brush) mask(key maskKey) *mask {
	if m, ok := b.masks[key]; ok {
		return m
	}
	if len(b.masks) >= maxMasks {
		clear(b.masks)
	}
	m := b.rasterise(key)
	b.masks[key] = m
	return m
}

// rasterise fills the outline of a glyph. A glyph without outline (a space, a bitmap) gives an empty mask.
func (b *Brush) rasterise(key maskKey) *mask {
	face := b.faces[key.weight]
	outline, ok := face.GlyphData(key.id).(font.GlyphOutline)
	if !ok || len(outline.Segments) == 0 {
		return &mask{}
	}
	scale := key.size / float32(face.Upem())
	shift := float32(key.sub) / subpixels
	box := bounds(outline.Segments, scale, shift)
	place := func(p font.SegmentPoint) (x, y float32) {
		return p.X*scale + shift - float32(box.Min.X), -p.Y*scale - float32(box.Min.Y)
	}
	raster := vector.NewRasterizer(box.Dx(), box.Dy())
	trace(raster, outline.Segments, place)
	alpha := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	raster.Draw(alpha, alpha.Rect, image.Opaque, image.Point{})
	return &mask{alpha: alpha, dx: box.Min.X, dy: box.Min.Y}
}

func trace(raster *vector.Rasterizer, segments []font.Segment, place func(font.SegmentPoint) (x, y float32)) {
	for _, s := range segments {
		ax, ay := place(s.Args[0])
		bx, by := place(s.Args[1])
		cx, cy := place(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			raster.ClosePath()
			raster.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			raster.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			raster.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	raster.ClosePath()
}

// bounds returns the pixel box around all points of an outline, control points included.
func bounds(segments []font.Segment, scale, shift float32) image.Rectangle {
	minX, minY := float32(math.MaxFloat32), float32(math.MaxFloat32)
	maxX, maxY := -minX, -minY
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			x, y := p.X*scale+shift, -p.Y*scale
			minX, maxX = min(minX, x), max(maxX, x)
			minY, maxY = min(minY, y), max(maxY, y)
		}
	}
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	return image.Rect(floor(minX), floor(minY), floor(maxX)+1, floor(maxY)+1)
}

// blit paints ink through a mask with its origin at (x, y).
func blit(dst *image.RGBA, m *mask, x, y int, ink color.NRGBA) {
	if m.alpha == nil {
		return
	}
	at := image.Pt(x+m.dx, y+m.dy)
	box := m.alpha.Rect.Add(at).Intersect(dst.Rect)
	red, green, blue := uint32(ink.R), uint32(ink.G), uint32(ink.B)
	for row := box.Min.Y; row < box.Max.Y; row++ {
		source := m.alpha.Pix[m.alpha.PixOffset(box.Min.X-at.X, row-at.Y):]
		target := dst.Pix[dst.PixOffset(box.Min.X, row):]
		for column := range box.Dx() {
			cover := uint32(source[column])
			if cover == 0 {
				continue
			}
			pixel := target[column*4 : column*4+4 : column*4+4]
			pixel[0] = over(red, pixel[0], cover)
			pixel[1] = over(green, pixel[1], cover)
			pixel[2] = over(blue, pixel[2], cover)
			pixel[3] = over(opaque, pixel[3], cover)
		}
	}
}

// over lays one channel over another one, as the operator "over" of Porter and Duff (1984) with premultiplied colours.
func over(top uint32, bottom uint8, cover uint32) uint8 {
	return uint8((top*cover + uint32(bottom)*(opaque-cover)) / opaque & opaque)
}
