package reviewing

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/meter"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const rowRadius = 6 // units

// articles is the list of the articles with how much is open in each.
type articles struct {
	page    *Page
	rows    []models.DifferenceArticle
	current string // the UID of the article on show
	list    *widget.List
	object  *fyne.Container
}

func newArticles(p *Page) *articles {
	a := &articles{page: p}
	a.list = widget.NewList(
		func() int { return len(a.rows) },
		func() fyne.CanvasObject { return newArticleRow(p) },
		func(id widget.ListItemID, object fyne.CanvasObject) {
			if row, ok := object.(*articleRow); ok && id < len(a.rows) {
				row.show(a.rows[id], a.rows[id].UID == a.current)
			}
		})
	a.list.HideSeparators = true
	a.object = container.NewStack(surface.New(theme.ColorNamePane,
		container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Gap, theme.Gap), a.list)))
	return a
}

func (a *articles) show(rows []models.DifferenceArticle) {
	a.rows = rows
	a.list.Refresh()
}

// mark shows which article the text is of.
func (a *articles) mark(uid string) {
	if a.current == uid {
		return
	}
	a.current = uid
	a.list.Refresh()
	for i, row := range a.rows {
		if row.UID == uid {
			a.list.ScrollTo(i)
		}
	}
}

// articleRow is one article: its title, what is open and how much is done. A
// tap goes to its first difference.
type articleRow struct {
	widget.BaseWidget

	page  *Page
	uid   string
	back  *canvas.Rectangle
	title *textline.Line
	count *textline.Line
	done  *meter.Meter
}

func newArticleRow(p *Page) *articleRow {
	r := &articleRow{
		page: p, back: canvas.NewRectangle(color.Transparent),
		title: textline.New("", textline.Look{}),
		count: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		done:  meter.New(theme.ColorNameTrack),
	}
	r.back.CornerRadius = rowRadius
	r.ExtendBaseWidget(r)
	return r
}

func (r *articleRow) show(a models.DifferenceArticle, current bool) {
	r.uid = a.UID
	r.title.Set(a.Title, toolkit.ColorNameForeground, current)
	text, colour := locale.T(textOpenCount, locale.Number(a.Open), locale.Number(a.Total)), toolkit.ColorNameForeground
	if a.Open == 0 {
		text, colour = locale.T(textAllDone, locale.Number(a.Total)), theme.ColorNameQuiet
	}
	r.count.Set(text, colour, false)
	r.done.Set(float32(a.Total-a.Open)/float32(max(1, a.Total)), toolkit.ColorNameSuccess)
	r.back.FillColor = color.Transparent
	if current {
		r.back.FillColor = theme.Colour(theme.ColorNameCurrent)
	}
	r.back.Refresh()
}

// Tapped is called by the toolkit.
func (r *articleRow) Tapped(*fyne.PointEvent) {
	r.page.visit(r.uid)
	r.page.actions.Focus()
}

// CreateRenderer is called by the toolkit.
func (r *articleRow) CreateRenderer() fyne.WidgetRenderer {
	lines := container.NewVBox(r.title, r.count, r.done)
	return widget.NewSimpleRenderer(container.NewStack(r.back,
		container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Gap, theme.Gap, theme.Gap), lines)))
}
