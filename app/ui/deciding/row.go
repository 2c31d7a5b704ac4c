package deciding

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// item is one line of a list.
type item struct {
	place  models.Place
	where  string
	text   string
	why    string
	label  models.Label // the label that it is about; none: the zero value
	rank   int          // its place in the codebook
	done   bool
	status string // "Decided", or empty
}

const (
	textLines = 2
	barWidth  = 3 // units
	rowHeight = 84
)

// row shows one item: where it stands, the sentence, and why it is there.
type row struct {
	widget.BaseWidget

	bar    *canvas.Rectangle // in the colour of the label
	where  *textline.Line
	status *textline.Line
	text   *excerpt.Excerpt
	why    *textline.Line
	body   *fyne.Container
	shown  item
}

func newRow() *row {
	small := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	done := textline.Look{Colour: toolkit.ColorNameSuccess, Size: theme.SizeNameSmall, Whole: true}
	r := &row{
		bar: canvas.NewRectangle(color.Transparent), where: textline.New("", small), status: textline.New("", done),
		text: excerpt.New("", excerpt.Style{Lines: textLines}), why: textline.New("", small),
	}
	r.bar.SetMinSize(fyne.NewSize(barWidth, 0))
	head := container.NewBorder(nil, nil, nil, r.status, r.where)
	lines := container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, theme.Gap), column.New(0, head, r.text, r.why))
	r.body = container.NewBorder(nil, nil, r.bar, nil, container.NewVBox(layout.NewSpacer(), lines, layout.NewSpacer()))
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(i item) {
	r.shown = i
	r.where.SetText(i.where)
	r.text.SetText(i.text)
	r.why.SetText(i.why)
	r.status.SetText(i.status)
	r.paint()
	r.bar.Refresh()
}

func (r *row) paint() {
	r.bar.FillColor = color.Transparent
	if r.shown.label.Key != "" {
		r.bar.FillColor = theme.Dyed(r.shown.label.Color, r.shown.rank).Solid(theme.IsDark())
	}
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{row: r} }

type rowRenderer struct{ row *row }

func (r *rowRenderer) Layout(size fyne.Size) { r.row.body.Resize(size) }

func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, rowHeight) }

func (r *rowRenderer) Refresh() {
	r.row.paint()
	r.row.body.Refresh()
}

func (r *rowRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.row.body} }

func (r *rowRenderer) Destroy() {}
