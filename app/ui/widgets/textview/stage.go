package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// stage holds the pooled objects of the decoration. Every decoration starts with begin and takes what it needs.
type stage struct {
	rects   pool[*canvas.Rectangle]
	texts   pool[*canvas.Text]
	sprites pool[*sprite]
	under   []fyne.CanvasObject
	over    []fyne.CanvasObject
}

// pool hands out objects again after reset, in the same order, so that most of them change nothing.
type pool[T any] struct {
	items []T
	used  int
}

func (p *pool[T]) take(create func() T) T {
	if p.used == len(p.items) {
		p.items = append(p.items, create())
	}
	p.used++
	return p.items[p.used-1]
}

func (s *stage) begin() {
	s.rects.used, s.texts.used, s.sprites.used = 0, 0, 0
	s.under, s.over = s.under[:0], s.over[:0]
}

func (s *stage) appendUnder(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return append(objects, s.under...)
}

func (s *stage) appendOver(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return append(objects, s.over...)
}

// box is a rectangle in units.
type box struct{ left, top, right, bottom float32 }

func (b box) width() float32  { return b.right - b.left }
func (b box) height() float32 { return b.bottom - b.top }

// rectangle takes a plain rectangle from the pool.
func (s *stage) rectangle(b box, fill color.NRGBA) *canvas.Rectangle {
	r := s.rects.take(func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) })
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, color.Transparent, 0
	r.CornerRadius, r.TopLeftCornerRadius, r.BottomLeftCornerRadius = 0, 0, 0
	r.TopRightCornerRadius, r.BottomRightCornerRadius = 0, 0
	r.Move(fyne.NewPos(b.left, b.top))
	r.Resize(fyne.NewSize(b.width(), b.height()))
	return r
}

// below puts a rectangle behind the text.
func (s *stage) below(b box, fill color.NRGBA) *canvas.Rectangle {
	r := s.rectangle(b, fill)
	s.under = append(s.under, r)
	return r
}

// above puts a rectangle before the text.
func (s *stage) above(b box, fill color.NRGBA) *canvas.Rectangle {
	r := s.rectangle(b, fill)
	s.over = append(s.over, r)
	return r
}

// caption puts a short bold text into the middle of a box.
func (s *stage) caption(b box, text string, size float32, ink color.NRGBA) {
	t := s.texts.take(func() *canvas.Text { return canvas.NewText("", color.Transparent) })
	t.Text, t.TextSize, t.Color = text, size, ink
	t.TextStyle = fyne.TextStyle{Bold: true}
	least := t.MinSize()
	t.Move(fyne.NewPos(round(b.left+(b.width()-least.Width)/2), round(b.top+(b.height()-least.Height)/2)))
	t.Resize(least)
	s.over = append(s.over, t)
}

// draw puts a sprite before the text.
func (s *stage) draw(b box, look spriteLook) {
	p := s.sprites.take(newSprite)
	p.set(look)
	p.raster.Move(fyne.NewPos(b.left, b.top))
	p.raster.Resize(fyne.NewSize(b.width(), b.height()))
	s.over = append(s.over, p.raster)
}
