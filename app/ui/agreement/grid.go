package agreement

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/keyboard"
)

// Sizes in units.
const (
	nameWidth  = 128
	cellHeight = 44
	headHeight = 40
	cellRadius = 4
	lineStroke = 1
	ringStroke = 2
	wideShare  = 1.6 // of a number with an interval, against one without
)

// grid is the table of numbers. The arrow keys walk over it; Enter or a press
// opens what is behind a number.
type grid struct {
	widget.BaseWidget

	lines   []line
	row     int // the number that the keyboard is on; row 0 is the head
	column  int
	focused bool
	open    func(line, number)
	leave   func()
}

var (
	_ fyne.Focusable     = (*grid)(nil)
	_ fyne.Tappable      = (*grid)(nil)
	_ desktop.Cursorable = (*grid)(nil)
)

func newGrid(open func(line, number), leave func()) *grid {
	g := &grid{open: open, leave: leave, row: 1}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grid) show(lines []line) {
	g.lines = lines
	g.row, g.column = min(g.row, len(lines)-1), min(g.column, len(lines[0].numbers)-1)
	g.Refresh()
}

// FocusGained is called by the toolkit.
func (g *grid) FocusGained() { g.setFocused(true) }

// FocusLost is called by the toolkit.
func (g *grid) FocusLost() { g.setFocused(false) }

func (g *grid) setFocused(focused bool) {
	g.focused = focused
	g.Refresh()
}

// TypedRune is called by the toolkit.
func (g *grid) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (g *grid) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp:
		g.move(-1, 0)
	case fyne.KeyDown:
		g.move(1, 0)
	case fyne.KeyLeft:
		g.move(0, -1)
	case fyne.KeyRight:
		g.move(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.press(g.row, g.column)
	case fyne.KeyEscape:
		g.leave()
	default:
	}
}

func (g *grid) move(down, right int) {
	if len(g.lines) < 2 {
		return
	}
	g.row = min(max(g.row+down, 1), len(g.lines)-1)
	g.column = min(max(g.column+right, 0), len(g.lines[0].numbers)-1)
	g.Refresh()
}

func (g *grid) press(row, column int) {
	if row < 1 || row >= len(g.lines) || column < 0 || column >= len(g.lines[row].numbers) {
		return
	}
	g.row, g.column = row, column
	g.Refresh()
	if n := g.lines[row].numbers[column]; !n.none {
		g.open(g.lines[row], n)
	}
}

// Tapped is called by the toolkit.
func (g *grid) Tapped(event *fyne.PointEvent) {
	if c := keyboard.Canvas(g); c != nil {
		c.Focus(g)
	}
	row := 1 + int((event.Position.Y-headHeight)/cellHeight)
	if event.Position.Y < headHeight {
		return
	}
	for column, edge := range g.edges() {
		if event.Position.X >= edge.left && event.Position.X < edge.left+edge.width {
			g.press(row, column)
		}
	}
}

// Cursor is the hand: every number can be pressed.
func (g *grid) Cursor() desktop.Cursor { return desktop.PointerCursor }

// edge is where a column stands.
type edge struct{ left, width float32 }

// edges gives the columns their shares of the width.
func (g *grid) edges() []edge {
	if len(g.lines) == 0 {
		return nil
	}
	share := func(n number) float32 {
		if n.wide {
			return wideShare
		}
		return 1
	}
	var sum float32
	for _, n := range g.lines[0].numbers {
		sum += share(n)
	}
	edges, x, unit := []edge(nil), float32(nameWidth), max(1, (g.Size().Width-nameWidth)/sum)
	for _, n := range g.lines[0].numbers {
		edges = append(edges, edge{x, unit * share(n)})
		x += unit * share(n)
	}
	return edges
}

// CreateRenderer is called by the toolkit.
func (g *grid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{grid: g, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.CornerRadius = cellRadius
	return r
}

type gridRenderer struct {
	grid    *grid
	ring    *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *gridRenderer) Destroy() {}

func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(nameWidth, headHeight+cellHeight*float32(max(0, len(r.grid.lines)-1)))
}

func (r *gridRenderer) Layout(fyne.Size) { r.draw() }

func (r *gridRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.grid)
}

// draw makes the texts and lines anew; there are a few dozen.
func (r *gridRenderer) draw() {
	g := r.grid
	r.objects = nil
	if len(g.lines) == 0 {
		return
	}
	edges, y := g.edges(), float32(0)
	for i, row := range g.lines {
		high := float32(cellHeight)
		if i == 0 {
			high = headHeight
		}
		r.name(row, i == 0, y, high)
		for k, n := range row.numbers {
			r.number(n, i == 0, fyne.NewPos(edges[k].left, y), fyne.NewSize(edges[k].width, high))
		}
		y += high
		r.rule(y)
	}
	r.place(edges[g.column])
}

// place lays the ring around the number that the keyboard is on.
func (r *gridRenderer) place(at edge) {
	g := r.grid
	r.ring.StrokeWidth, r.ring.StrokeColor = 0, color.Transparent
	if g.focused {
		r.ring.StrokeWidth, r.ring.StrokeColor = ringStroke, theme.Colour(toolkit.ColorNamePrimary)
	}
	r.ring.Move(fyne.NewPos(at.left, headHeight+cellHeight*float32(g.row-1)))
	r.ring.Resize(fyne.NewSize(at.width, cellHeight))
	r.objects = append(r.objects, r.ring)
}

func (r *gridRenderer) name(row line, head bool, y, high float32) {
	ink := theme.Colour(toolkit.ColorNameForeground)
	if head {
		ink = theme.Colour(theme.ColorNameQuiet)
	}
	text := canvas.NewText(row.name, ink)
	text.TextStyle.Bold = !head
	r.put(text, fyne.NewPos(0, y), fyne.NewSize(nameWidth, high), theme.Units(toolkit.SizeNameText))
}

func (r *gridRenderer) number(n number, head bool, at fyne.Position, size fyne.Size) {
	if head {
		r.title(n.text, at, size)
		return
	}
	text := canvas.NewText(n.text, theme.Colour(toolkit.ColorNameForeground))
	text.Alignment = fyne.TextAlignCenter
	if n.below == "" {
		r.put(text, at, size, theme.Units(toolkit.SizeNameText))
		return
	}
	half := fyne.NewSize(size.Width, size.Height/2)
	r.put(text, at, half, theme.Units(toolkit.SizeNameText))
	below := canvas.NewText(fitting(n.below, size.Width, theme.Units(theme.SizeNameSmall)), theme.Colour(theme.ColorNameQuiet))
	below.Alignment = fyne.TextAlignCenter
	r.put(below, at.AddXY(0, half.Height-theme.Tight/2), half, theme.Units(theme.SizeNameSmall))
}

// title writes the title of a column in one line or two.
func (r *gridRenderer) title(words string, at fyne.Position, size fyne.Size) {
	small := theme.Units(theme.SizeNameSmall)
	lines := excerpt.Wrap(words, size.Width-theme.Tight, 2, func(text string) float32 { //nolint:mnd // there is room for two
		return fyne.MeasureText(text, small, fyne.TextStyle{}).Width
	})
	high := size.Height / float32(max(1, len(lines)))
	for i, shown := range lines {
		text := canvas.NewText(shown, theme.Colour(theme.ColorNameQuiet))
		text.Alignment = fyne.TextAlignCenter
		r.put(text, at.AddXY(0, high*float32(i)), fyne.NewSize(size.Width, high), small)
	}
}

func (r *gridRenderer) put(text *canvas.Text, at fyne.Position, box fyne.Size, size float32) {
	text.TextSize = size
	high := text.MinSize().Height
	text.Move(fyne.NewPos(float32(int(at.X)), float32(int(at.Y+(box.Height-high)/2))))
	text.Resize(fyne.NewSize(box.Width, high))
	r.objects = append(r.objects, text)
}

func (r *gridRenderer) rule(y float32) {
	rule := canvas.NewRectangle(theme.Colour(toolkit.ColorNameSeparator))
	rule.Move(fyne.NewPos(0, y))
	rule.Resize(fyne.NewSize(r.grid.Size().Width, lineStroke))
	r.objects = append(r.objects, rule)
}

// fitting cuts a text to a width.
func fitting(text string, width, size float32) string {
	measure := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	runes := []rune(text)
	for len(runes) > 1 && measure(text) > width-theme.Tight {
		runes = runes[:len(runes)-1]
		text = string(runes) + "…"
	}
	return text
}
