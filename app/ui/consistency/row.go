package consistency

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/marked"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	groupLines    = 2
	sentenceLines = 3
)

// groupRow is one group in the list at the left.
type groupRow struct {
	widget.BaseWidget

	text  *excerpt.Excerpt
	about *textline.Line
	body  fyne.CanvasObject
}

func newGroupRow() *groupRow {
	r := &groupRow{
		text:  excerpt.New("", excerpt.Style{Lines: groupLines, Steady: true}),
		about: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
	}
	r.body = container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, theme.Gap, theme.Gap), container.NewVBox(r.about, r.text))
	r.ExtendBaseWidget(r)
	return r
}

func (r *groupRow) show(group workspace.Inconsistency) {
	r.text.SetText(group.Text)
	r.about.SetText(describe(group))
}

// CreateRenderer is called by the toolkit.
func (r *groupRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }

// sentenceRow is one sentence of the group at the right.
type sentenceRow struct {
	widget.BaseWidget

	chosen *widget.Check
	text   *marked.Text
	place  *textline.Line
	tags   *tags
	use    *widget.Button
	body   fyne.CanvasObject
}

func newSentenceRow(labels []models.Label) *sentenceRow {
	r := &sentenceRow{
		chosen: widget.NewCheck("", nil), text: marked.New(sentenceLines), tags: newTags(labels),
		place: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		use:   widget.NewButton(locale.T(textUse), nil),
	}
	head := container.NewBorder(nil, nil, r.tags, nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0), r.place))
	r.body = container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, theme.Gap),
		container.NewBorder(nil, nil, container.NewVBox(r.chosen), container.NewVBox(r.use), column.New(theme.Tight, head, r.text)))
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row. The spans are the words in which the sentence differs.
func (r *sentenceRow) show(c models.Coded, differing []models.Span, chosen, usable bool) {
	spans := make([]marked.Span, len(differing))
	for i, d := range differing {
		spans[i] = marked.Span{Start: d.Start, End: d.End}
	}
	r.text.Set(c.Sentence.Text, spans)
	r.place.SetText(placeOf(c))
	r.tags.show(c.Labels)
	r.chosen.OnChanged = nil
	r.chosen.SetChecked(chosen)
	if usable {
		r.use.Enable()
	} else {
		r.use.Disable()
	}
}

// CreateRenderer is called by the toolkit.
func (r *sentenceRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }
