// Package badge shows one or two letters on a coloured tile, so that nobody
// needs to see the colour.
package badge

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	side     = 18 // units
	textSize = 11
	radius   = 4
)

// Colours gives the colours of the tile and of the letters on a light or a
// dark page.
type Colours func(dark bool) (tile, letters color.Color)

// Badge is a small tile with letters.
type Badge struct {
	widget.BaseWidget

	colours Colours
	tile    *canvas.Rectangle
	letters *canvas.Text
}

// New makes a badge.
func New(letters string, colours Colours) *Badge {
	b := &Badge{colours: colours, tile: canvas.NewRectangle(color.Transparent), letters: canvas.NewText(letters, color.Transparent)}
	b.tile.CornerRadius = radius
	b.letters.TextSize = textSize
	b.letters.TextStyle.Bold = true
	b.letters.Alignment = fyne.TextAlignCenter
	b.paint()
	b.ExtendBaseWidget(b)
	return b
}

func (b *Badge) paint() {
	b.tile.FillColor, b.letters.Color = b.colours(onDarkPage())
}

// CreateRenderer is called by the toolkit.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return &renderer{badge: b} }

type renderer struct{ badge *Badge }

func (r *renderer) Layout(size fyne.Size) {
	x, y := (size.Width-side)/2, float32(int((size.Height-side)/2))
	r.badge.tile.Move(fyne.NewPos(x, y))
	r.badge.tile.Resize(fyne.NewSquareSize(side))
	height := r.badge.letters.MinSize().Height
	r.badge.letters.Move(fyne.NewPos(x, y+(side-height)/2))
	r.badge.letters.Resize(fyne.NewSize(side, height))
}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSquareSize(side) }

func (r *renderer) Refresh() {
	r.badge.paint()
	r.badge.tile.Refresh()
	r.badge.letters.Refresh()
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.badge.tile, r.badge.letters}
}

func (r *renderer) Destroy() {}

// onDarkPage reports whether the page is darker than its text.
func onDarkPage() bool {
	grey := func(name fyne.ThemeColorName) uint8 {
		level, _ := color.GrayModel.Convert(toolkit.Color(name)).(color.Gray)
		return level.Y
	}
	return grey(toolkit.ColorNameBackground) < grey(toolkit.ColorNameForeground)
}
