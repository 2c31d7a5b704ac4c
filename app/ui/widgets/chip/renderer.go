package chip

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/theme"
)

// Lengths in Fyne units.
const (
	height      = 30
	badgeSide   = 18
	inset       = 5
	radius      = 6
	badgeRadius = 4
	lineStroke  = 1
	focusStroke = 2
	tickStroke  = 2
)

// tick is the shape of the tick in shares of the badge's side: start, corner
// and end.
var tick = [3]fyne.Position{{X: 0.22, Y: 0.52}, {X: 0.42, Y: 0.72}, {X: 0.78, Y: 0.30}}

type renderer struct {
	chip        *Chip
	body, badge *canvas.Rectangle
	mark        *canvas.Text
	name, key   *canvas.Text
	down, up    *canvas.Line // the two strokes of the tick
}

func (r *renderer) Destroy() {}

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.body, r.badge, r.mark, r.down, r.up, r.name, r.key}
}

func (r *renderer) MinSize() fyne.Size {
	width := inset + badgeSide + inset + r.name.MinSize().Width + inset
	if r.key.Text != "" {
		width += r.key.MinSize().Width + inset
	}
	return fyne.NewSize(width, height)
}

func (r *renderer) Layout(size fyne.Size) {
	r.body.Resize(size)
	corner := fyne.NewPos(inset, (size.Height-badgeSide)/2)
	r.badge.Move(corner)
	r.badge.Resize(fyne.NewSquareSize(badgeSide))
	centre(r.mark, corner, fyne.NewSquareSize(badgeSide))
	at := func(i int) fyne.Position {
		return corner.AddXY(tick[i].X*badgeSide, tick[i].Y*badgeSide)
	}
	r.down.Position1, r.down.Position2 = at(0), at(1)
	r.up.Position1, r.up.Position2 = at(1), at(2)
	left := float32(inset + badgeSide + inset)
	centre(r.name, fyne.NewPos(left, 0), fyne.NewSize(r.name.MinSize().Width, size.Height))
	keyWidth := r.key.MinSize().Width
	centre(r.key, fyne.NewPos(size.Width-inset-keyWidth, 0), fyne.NewSize(keyWidth, size.Height))
}

// centre places a text in the middle of a box, from top to bottom.
func centre(text *canvas.Text, at fyne.Position, box fyne.Size) {
	high := text.MinSize().Height
	text.Resize(fyne.NewSize(box.Width, high))
	text.Move(at.AddXY(0, (box.Height-high)/2))
}

func (r *renderer) Refresh() {
	c := r.chip
	r.mark.TextSize = theme.Units(toolkit.SizeNameCaptionText)
	r.name.TextSize = theme.Units(toolkit.SizeNameText)
	r.key.TextSize = theme.Units(toolkit.SizeNameCaptionText)
	r.body.CornerRadius, r.badge.CornerRadius = radius, badgeRadius
	r.down.StrokeWidth, r.up.StrokeWidth = tickStroke, tickStroke
	r.down.Hidden, r.up.Hidden, r.mark.Hidden = !c.on, !c.on, c.on
	r.paint(c.colours())
	r.ring(c.colours())
	r.Layout(c.Size())
	canvas.Refresh(c)
}

// paint sets the colours of the inside for the present state.
func (r *renderer) paint(look Colours) {
	c := r.chip
	r.body.FillColor, r.badge.FillColor = color.Transparent, color.Transparent
	switch {
	case c.on:
		r.body.FillColor, r.badge.FillColor = look.Fill, look.Solid
	case c.hovered && !c.Disabled():
		r.body.FillColor = theme.Colour(toolkit.ColorNameHover)
	}
	r.name.Color, r.key.Color = theme.Colour(toolkit.ColorNameForeground), theme.Colour(theme.ColorNameQuiet)
	r.mark.Color, r.badge.StrokeColor, r.badge.StrokeWidth = look.Solid, look.Solid, lineStroke
	r.down.StrokeColor, r.up.StrokeColor = look.OnSolid, look.OnSolid
	if c.Disabled() && !c.on {
		faint := theme.Colour(toolkit.ColorNameDisabled)
		r.name.Color, r.key.Color, r.mark.Color, r.badge.StrokeColor = faint, faint, faint, faint
	}
}

// ring sets the outline: thick and in the colour of the focus for the chip
// that has it.
func (r *renderer) ring(look Colours) {
	r.body.StrokeWidth = lineStroke
	switch {
	case r.chip.focused:
		r.body.StrokeColor, r.body.StrokeWidth = theme.Colour(toolkit.ColorNamePrimary), focusStroke
	case r.chip.on:
		r.body.StrokeColor = look.Solid
	case r.chip.Disabled():
		r.body.StrokeColor = theme.Colour(toolkit.ColorNameSeparator)
	default:
		r.body.StrokeColor = theme.Colour(toolkit.ColorNameInputBorder)
	}
}
