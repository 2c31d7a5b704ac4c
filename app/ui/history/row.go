package history

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
)

// Lengths in units.
const (
	rowPad    = 6 // above and below
	rowEdge   = 8 // at both sides
	rowRadius = 6
	markWidth = 3 // of the bar beside the step that undo is about
)

// telling is what a row says.
type telling struct {
	what   string
	where  string // who, when and in which article
	next   string // that undo or redo would be about it, or empty
	undone bool
	chosen bool // the step that was gone to
}

// marked reports whether undo would be about the step.
func (t telling) marked() bool { return t.next != "" && !t.undone }

// row shows one step in two lines.
type row struct {
	widget.BaseWidget

	told  telling
	back  *canvas.Rectangle
	mark  *canvas.Rectangle
	what  *textline.Line
	next  *textline.Line
	where *textline.Line
	menu  func(at fyne.Position)
}

func newRow() *row {
	quiet := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	r := &row{
		back:  canvas.NewRectangle(color.Transparent),
		mark:  canvas.NewRectangle(color.Transparent),
		what:  textline.New("", textline.Look{}),
		next:  textline.New("", textline.Look{Colour: toolkit.ColorNamePrimary, Size: theme.SizeNameSmall, Whole: true}),
		where: textline.New("", quiet),
	}
	r.mark.CornerRadius = markWidth / 2.0
	r.back.CornerRadius = rowRadius
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row; nothing is told while its step is being read.
func (r *row) show(told telling, menu func(at fyne.Position)) {
	r.menu = menu
	if r.told == told {
		return
	}
	r.told = told
	colour := toolkit.ColorNameForeground
	if told.undone {
		colour = theme.ColorNameQuiet
	}
	r.what.Set(told.what, colour, told.marked())
	r.next.SetText(told.next)
	r.where.SetText(told.where)
	r.paint()
	r.arrange(r.Size())
	canvas.Refresh(r)
}

func (r *row) paint() {
	r.back.FillColor, r.mark.FillColor = color.Transparent, color.Transparent
	if r.told.chosen {
		r.back.FillColor = theme.Colour(theme.ColorNameCurrent)
	}
	if r.told.marked() {
		r.mark.FillColor = theme.Colour(toolkit.ColorNamePrimary)
	}
}

// TappedSecondary is called by the toolkit.
func (r *row) TappedSecondary(event *fyne.PointEvent) {
	if r.menu != nil {
		r.menu(event.AbsolutePosition)
	}
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{row: r} }

func (r *row) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	width := size.Width - 2*rowEdge
	r.back.Resize(size)
	r.mark.Move(fyne.NewPos(0, rowPad))
	r.mark.Resize(fyne.NewSize(markWidth, size.Height-2*rowPad))
	height := r.what.MinSize().Height
	next := r.next.MinSize().Width
	r.what.Move(fyne.NewPos(rowEdge, rowPad))
	r.what.Resize(fyne.NewSize(max(0, width-next-theme.Gap), height))
	r.next.Move(fyne.NewPos(rowEdge+width-next, rowPad))
	r.next.Resize(fyne.NewSize(next, height))
	r.where.Move(fyne.NewPos(rowEdge, rowPad+height))
	r.where.Resize(fyne.NewSize(width, r.where.MinSize().Height))
}

type rowRenderer struct{ row *row }

func (r *rowRenderer) Layout(size fyne.Size) { r.row.arrange(size) }

func (r *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, 2*rowPad+r.row.what.MinSize().Height+r.row.where.MinSize().Height)
}

func (r *rowRenderer) Refresh() {
	r.row.paint()
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.row.back, r.row.mark, r.row.what, r.row.next, r.row.where}
}

func (r *rowRenderer) Destroy() {}
