package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/textline"
)

// remarkLines is how many lines of a remark a row shows.
const remarkLines = 2

// outcomeWidth is the width of the first column, in units.
const outcomeWidth = 148

// row shows what became of one source.
type row struct {
	widget.BaseWidget

	outcome *textline.Line
	name    *textline.Line
	remark  *excerpt.Excerpt
	open    *widget.Button
	content *fyne.Container
}

func newRow() *row {
	r := &row{
		outcome: textline.New("", textline.Look{Size: theme.SizeNameSmall, Least: outcomeWidth}),
		name:    textline.New("", textline.Look{}),
		remark: excerpt.New("", excerpt.Style{
			Lines: remarkLines, Steady: true, Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet,
		}),
		open: widget.NewButton("", nil),
	}
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), r.name, r.remark)
	r.content = container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, theme.Tight, theme.Inset),
		container.NewBorder(nil, nil, container.NewVBox(r.outcome), container.NewCenter(r.open), words))
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row.
func (r *row) show(e entry, open func()) {
	colour := theme.ColorNameQuiet
	if e.outcome == failed {
		colour = toolkit.ColorNameError
	}
	r.outcome.Set(locale.T(outcomes[e.outcome]), colour, false)
	r.name.SetText(e.name())
	remark := e.remark
	if remark == "" {
		remark = e.source
	}
	r.remark.SetText(remark)
	r.open.OnTapped = open
	r.open.SetText(e.offer())
	if e.offer() == "" {
		r.open.Hide()
	} else {
		r.open.Show()
	}
	r.content.Refresh() // the button has another width
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }
