// Package dashes shows the name of something that is proposed and not yet
// decided: a letter and a name in a dashed outline, so that nobody needs to see
// the colour.
package dashes

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
)

// Lengths in units.
const (
	height = 24
	inset  = 6
	gap    = 5
	stroke = 1.5
	dash   = 6
	period = 9 // of a dash and the gap after it
)

// Tile is the widget. Make it with [New].
type Tile struct {
	widget.BaseWidget

	ink     func(dark bool) color.NRGBA
	outline *canvas.Raster
	letter  *canvas.Text
	name    *canvas.Text
}

// New makes a tile with a letter and a name; ink is the colour of the outline
// and the letter on a light or a dark page.
func New(letter, name string, ink func(dark bool) color.NRGBA) *Tile {
	t := &Tile{ink: ink, letter: &canvas.Text{Text: letter, TextStyle: fyne.TextStyle{Bold: true}}, name: &canvas.Text{Text: name}}
	t.outline = canvas.NewRaster(t.paint)
	t.ExtendBaseWidget(t)
	return t
}

// paint draws the outline in pixels.
func (t *Tile) paint(width, high int) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, width, high))
	scale := float32(high) / max(t.Size().Height, 1)
	thick := max(1, int(stroke*scale+0.5)) //nolint:mnd // half a pixel rounds
	every, long := max(2, int(period*scale)), max(1, int(dash*scale))
	ink := t.ink(theme.IsDark())
	for y := range high {
		for x := range width {
			across := (y < thick || y >= high-thick) && x%every < long
			down := (x < thick || x >= width-thick) && y%every < long
			if across || down {
				picture.SetNRGBA(x, y, ink)
			}
		}
	}
	return picture
}

// CreateRenderer is called by the toolkit.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{t}
	r.colour()
	return r
}

type renderer struct{ tile *Tile }

func (r *renderer) colour() {
	t := r.tile
	t.letter.Color, t.letter.TextSize = t.ink(theme.IsDark()), theme.Units(toolkit.SizeNameCaptionText)
	t.name.Color, t.name.TextSize = theme.Colour(toolkit.ColorNameForeground), theme.Units(toolkit.SizeNameText)
}

func (r *renderer) Layout(size fyne.Size) {
	t := r.tile
	t.outline.Resize(size)
	x := float32(inset)
	for _, text := range []*canvas.Text{t.letter, t.name} {
		least := text.MinSize()
		text.Move(fyne.NewPos(x, (size.Height-least.Height)/2)) //nolint:mnd // the middle
		text.Resize(least)
		x += least.Width + gap
	}
}

func (r *renderer) MinSize() fyne.Size {
	t := r.tile
	return fyne.NewSize(inset+t.letter.MinSize().Width+gap+t.name.MinSize().Width+inset, height)
}

func (r *renderer) Refresh() {
	r.colour()
	r.Layout(r.tile.Size())
	canvas.Refresh(r.tile)
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.tile.outline, r.tile.letter, r.tile.name}
}

func (r *renderer) Destroy() {}
