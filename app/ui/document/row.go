package document

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// The widths of the columns of a row, in units; the words take the rest.
const (
	rowHeight = 32
	kindWidth = 116
	countRoom = 48
	sideWidth = 116
)

// row shows one block: what it is, how it begins, how many sentences it has,
// and whether it is boilerplate.
type row struct {
	widget.BaseWidget

	kind  *cell
	words *textline.Line
	count *textline.Line
	side  *cell
	cells *fyne.Container
}

// newRow makes a row; a cell says where it was pressed.
func newRow(chooseKind func(r *row, at fyne.Position), turn func(r *row)) *row {
	r := &row{
		words: textline.New("", textline.Look{}),
		count: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Align: fyne.TextAlignTrailing}),
	}
	r.kind = newCell(toolkit.MenuDropDownIcon(), func(at fyne.Position) { chooseKind(r, at) })
	r.side = newCell(toolkit.CheckButtonIcon(), func(fyne.Position) { turn(r) })
	r.cells = container.New(rowLayout{}, r.kind, r.words, r.count, r.side)
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row. A block that stands apart is quiet.
func (r *row) show(block models.Block, words string, sentences int) {
	colour := toolkit.ColorNameForeground
	if block.Apart() {
		colour = theme.ColorNameQuiet
	}
	r.kind.set(locale.T(kinds[block.Kind]), toolkit.MenuDropDownIcon(), colour)
	r.words.Set(words, colour, block.Kind == models.BlockHeading || block.Kind == models.BlockTitle)
	text := locale.T(textAside)
	if sentences > 0 {
		text = locale.Number(sentences)
	}
	r.count.SetText(text)
	icon := toolkit.CheckButtonIcon()
	if block.Boilerplate {
		icon = toolkit.CheckButtonCheckedIcon()
	}
	r.side.set(locale.T(textBoilerplate), icon, colour)
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.cells) }

// rowLayout sets the cells of a row.
type rowLayout struct{}

// Layout is called by the toolkit.
func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words := max(0, size.Width-kindWidth-countRoom-sideWidth-3*theme.Gap)
	left := float32(0)
	for i, width := range []float32{kindWidth, words, countRoom, sideWidth} {
		objects[i].Move(fyne.NewPos(left, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		left += width + theme.Gap
	}
}

// MinSize is called by the toolkit.
func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kindWidth+countRoom+sideWidth+3*theme.Gap, rowHeight)
}

// cell is a word with a sign that answers a press. It leaves the keyboard to
// the list.
type cell struct {
	widget.BaseWidget

	word  *textline.Line
	sign  *widget.Icon
	back  *canvas.Rectangle
	press func(at fyne.Position)
}

var (
	_ fyne.Tappable     = (*cell)(nil)
	_ desktop.Hoverable = (*cell)(nil)
)

func newCell(sign fyne.Resource, press func(at fyne.Position)) *cell {
	c := &cell{
		word: textline.New("", textline.Look{Size: theme.SizeNameSmall}), sign: widget.NewIcon(sign),
		back: canvas.NewRectangle(toolkit.Color(toolkit.ColorNameHover)), press: press,
	}
	c.back.CornerRadius = theme.Tight
	c.back.Hide()
	c.ExtendBaseWidget(c)
	return c
}

func (c *cell) set(word string, sign fyne.Resource, colour fyne.ThemeColorName) {
	c.word.Set(word, colour, false)
	if c.sign.Resource != sign {
		c.sign.SetResource(sign)
	}
}

// Tapped is called by the toolkit.
func (c *cell) Tapped(event *fyne.PointEvent) {
	c.press(event.AbsolutePosition.Subtract(event.Position).AddXY(0, c.Size().Height))
}

// MouseIn is called by the toolkit.
func (c *cell) MouseIn(*desktop.MouseEvent) {
	c.back.FillColor = toolkit.Color(toolkit.ColorNameHover)
	c.back.Show()
}

// MouseMoved is called by the toolkit.
func (c *cell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (c *cell) MouseOut() { c.back.Hide() }

// CreateRenderer is called by the toolkit.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	face := container.New(layout.NewCustomPaddedLayout(0, 0, theme.Tight, theme.Tight), container.NewBorder(nil, nil, c.sign, nil, c.word))
	return widget.NewSimpleRenderer(container.NewStack(c.back, face))
}
