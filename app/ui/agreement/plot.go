package agreement

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
)

// Sizes of the plot in units.
const (
	bandHeight = 54 // of one label
	markSide   = 9
	axisHeight = 24
	barStroke  = 2
	legendRoom = 28
	keyWidth   = 130 // of one entry of the legend
)

// The scale runs from a little below chance to perfect agreement.
const (
	scaleLow  = -0.2
	scaleHigh = 1.0
	scaleStep = 0.2
	steps     = 6
)

// point is one coefficient of one label.
type point struct{ value, low, high *float64 }

// band is the coefficients of one label, in the order of the legend.
type band struct {
	name   string
	points []point
}

// plot shows the coefficients of each label with their intervals. They are told
// apart by the shape of the mark: the first is a circle, the second a square,
// the third a hollow square.
type plot struct {
	widget.BaseWidget

	legend []string
	bands  []band
}

func newPlot() *plot {
	p := &plot{}
	p.ExtendBaseWidget(p)
	return p
}

// points takes what the plot shows from a group.
func (p *Page) points(g group) ([]string, []band) {
	var legend []string
	for _, c := range coefficients(g, "") {
		legend = append(legend, c.name)
	}
	keys, names := []string{""}, []string{locale.T(textWhole)}
	for _, label := range p.ws.Labels() {
		keys, names = append(keys, label.Key), append(names, locale.Codebook(label.Name))
	}
	var bands []band
	for i, key := range keys {
		b := band{name: names[i]}
		for _, c := range coefficients(g, key) {
			result, _ := g.comparison.Find(c.measure, key)
			b.points = append(b.points, point{result.Value, result.Low, result.High})
		}
		bands = append(bands, b)
	}
	return legend, bands
}

func (p *plot) show(legend []string, bands []band) {
	p.legend, p.bands = legend, bands
	p.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *plot) CreateRenderer() fyne.WidgetRenderer { return &plotRenderer{plot: p} }

type plotRenderer struct {
	plot    *plot
	objects []fyne.CanvasObject
}

func (r *plotRenderer) Destroy() {}

func (r *plotRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *plotRenderer) MinSize() fyne.Size {
	return fyne.NewSize(nameWidth, legendRoom+bandHeight*float32(len(r.plot.bands))+axisHeight)
}

func (r *plotRenderer) Layout(fyne.Size) { r.draw() }

func (r *plotRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.plot)
}

// x is where a value stands.
func (r *plotRenderer) x(value float64) float32 {
	room := r.plot.Size().Width - nameWidth - theme.Inset
	share := (min(max(value, scaleLow), scaleHigh) - scaleLow) / (scaleHigh - scaleLow)
	return float32(int(nameWidth + room*float32(share)))
}

func (r *plotRenderer) draw() {
	r.objects = nil
	if len(r.plot.bands) == 0 {
		return
	}
	bottom := legendRoom + bandHeight*float32(len(r.plot.bands))
	r.axis(bottom)
	for i, name := range r.plot.legend {
		x := nameWidth + keyWidth*float32(i)
		r.mark(i, x+markSide, legendRoom/2)
		r.text(name, fyne.NewPos(x+2*markSide+theme.Tight, 0), keyWidth, legendRoom, false)
	}
	for i, b := range r.plot.bands {
		top := legendRoom + bandHeight*float32(i)
		r.text(b.name, fyne.NewPos(0, top), nameWidth, bandHeight, true)
		r.line(theme.Colour(toolkit.ColorNameSeparator), 0, top, r.plot.Size().Width, top, lineStroke)
		for k, at := range b.points {
			r.point(k, at, top+bandHeight*float32(k+1)/float32(len(b.points)+1))
		}
	}
}

// axis draws the scale with its figures.
func (r *plotRenderer) axis(bottom float32) {
	for i := range steps + 1 {
		value := scaleLow + scaleStep*float64(i)
		if value > -scaleStep/2 && value < scaleStep/2 {
			value = 0 // no minus before it
		}
		x := r.x(value)
		ink := theme.Colour(toolkit.ColorNameSeparator)
		if value == 0 {
			ink = theme.Colour(theme.ColorNameQuiet)
		}
		r.line(ink, x, legendRoom, x, bottom, lineStroke)
		figure := canvas.NewText(locale.Decimal(value, 1), theme.Colour(theme.ColorNameQuiet))
		figure.TextSize, figure.Alignment = theme.Units(theme.SizeNameSmall), fyne.TextAlignCenter
		figure.Move(fyne.NewPos(x-nameWidth/4, bottom+theme.Tight))
		figure.Resize(fyne.NewSize(nameWidth/2, axisHeight))
		r.objects = append(r.objects, figure)
	}
}

// point draws a coefficient with its interval; an undefined one is left out.
func (r *plotRenderer) point(kind int, at point, y float32) {
	if at.value == nil {
		return
	}
	if at.low != nil && at.high != nil {
		r.line(ink(kind), r.x(*at.low), y, r.x(*at.high), y, barStroke)
	}
	r.mark(kind, r.x(*at.value), y)
}

// ink is the colour of a coefficient.
func ink(kind int) color.Color { return theme.Label(kind).Solid(theme.IsDark()) }

func (r *plotRenderer) mark(kind int, x, y float32) {
	at, size := fyne.NewPos(x-markSide/2.0, y-markSide/2.0), fyne.NewSquareSize(markSide)
	if kind == 0 {
		circle := canvas.NewCircle(ink(kind))
		circle.Move(at)
		circle.Resize(size)
		r.objects = append(r.objects, circle)
		return
	}
	square := canvas.NewRectangle(ink(kind))
	if kind > 1 {
		square.FillColor, square.StrokeColor, square.StrokeWidth = theme.Colour(toolkit.ColorNameBackground), ink(kind), barStroke
	}
	square.Move(at)
	square.Resize(size)
	r.objects = append(r.objects, square)
}

func (r *plotRenderer) line(ink color.Color, x1, y1, x2, y2, stroke float32) {
	l := canvas.NewLine(ink)
	l.StrokeWidth = stroke
	l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
	r.objects = append(r.objects, l)
}

func (r *plotRenderer) text(words string, at fyne.Position, width, high float32, bold bool) {
	t := canvas.NewText(words, theme.Colour(toolkit.ColorNameForeground))
	t.TextStyle.Bold = bold
	t.TextSize = theme.Units(toolkit.SizeNameText)
	least := t.MinSize().Height
	t.Move(at.AddXY(0, float32(int((high-least)/2))))
	t.Resize(fyne.NewSize(width, least))
	r.objects = append(r.objects, t)
}
