package library

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/meter"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const (
	titleLines = 2
	rowPad     = 8 // units above and below
	rowEdge    = 8 // units at both sides
	markWidth  = 3 // units of the bar beside the open article
	rowRadius  = 6
)

var _ fyne.Accessible = (*row)(nil)

// row shows one article: its title in two lines, where and when it appeared,
// and how much of it is done.
type row struct {
	widget.BaseWidget

	uid    string
	index  int
	held   fyne.KeyModifier // the keys that were held when the mouse went down
	menu   func(uid string, at fyne.Position)
	picked func(index int, held fyne.KeyModifier)
	back   *canvas.Rectangle
	mark   *canvas.Rectangle
	title  *textline.Lines
	about  *textline.Line
	counts *textline.Line
	meter  *meter.Meter
	open   bool
	chosen bool
}

func newRow(menu func(uid string, at fyne.Position), picked func(index int, held fyne.KeyModifier)) *row {
	r := &row{
		menu:   menu,
		picked: picked,
		back:   canvas.NewRectangle(color.Transparent),
		mark:   canvas.NewRectangle(color.Transparent),
		title:  textline.NewLines(titleLines, textline.Look{}),
		about:  textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		counts: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Whole: true}),
		meter:  meter.New(theme.ColorNameTrack),
	}
	r.back.CornerRadius = rowRadius
	r.mark.CornerRadius = markWidth / 2.0
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row.
func (r *row) show(article models.ArticleRow, open, chosen bool) {
	r.uid = article.UID
	r.title.Set(article.Title, open)
	r.about.SetText(about(article))
	r.counts.SetText(progress(article))
	ratio, colour := float32(0), toolkit.ColorNamePrimary
	switch {
	case article.Finished:
		ratio, colour = 1, toolkit.ColorNameSuccess
	case article.SentenceCount > 0:
		ratio = float32(article.Read) / float32(article.SentenceCount)
	}
	r.meter.Set(ratio, colour)
	r.meter.Show()
	r.mind(open, chosen)
	r.arrange(r.Size())
}

// blank is a row whose article is still being read.
func (r *row) blank() {
	r.uid = ""
	r.title.Set("", false)
	r.about.SetText("")
	r.counts.SetText("")
	r.meter.Hide()
	r.mind(false, false)
}

// mind marks the row as that of the open article, or as chosen with others.
func (r *row) mind(open, chosen bool) {
	if r.open == open && r.chosen == chosen {
		return
	}
	r.open, r.chosen = open, chosen
	r.paint()
	r.back.Refresh()
	r.mark.Refresh()
}

func (r *row) paint() {
	r.back.FillColor, r.mark.FillColor = color.Transparent, color.Transparent
	if r.open {
		r.back.FillColor = theme.Colour(theme.ColorNameCurrent)
		r.mark.FillColor = theme.Colour(toolkit.ColorNamePrimary)
	}
	if r.chosen {
		r.back.FillColor = theme.Colour(toolkit.ColorNameSelection)
	}
}

// MouseDown is called by the toolkit.
func (r *row) MouseDown(event *desktop.MouseEvent) { r.held = event.Modifier }

// MouseUp is called by the toolkit.
func (r *row) MouseUp(*desktop.MouseEvent) {}

// Tapped is called by the toolkit.
func (r *row) Tapped(*fyne.PointEvent) {
	if r.uid != "" && r.picked != nil {
		r.picked(r.index, r.held)
	}
	r.held = 0
}

// TappedSecondary is called by the toolkit.
func (r *row) TappedSecondary(event *fyne.PointEvent) {
	if r.uid != "" && r.menu != nil {
		r.menu(r.uid, event.AbsolutePosition)
	}
}

// about says where and when an article appeared.
func about(article models.ArticleRow) string {
	var parts []string
	for _, part := range []string{article.Source, Date(article.Article)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return locale.T(textAdded, locale.Day(time.UnixMilli(article.CreatedAt)))
	}
	return strings.Join(parts, " · ")
}

// progress says how much of an article is done.
func progress(article models.ArticleRow) string {
	switch {
	case article.SentenceCount == 0:
		return locale.T("no sentences")
	case article.Finished:
		return fmt.Sprintf("✓ %d", article.SentenceCount)
	default:
		return fmt.Sprintf("%d/%d", article.Read, article.SentenceCount)
	}
}

// AccessibilityLabel tells a screen reader the article and how much of it is
// done.
func (r *row) AccessibilityLabel() string {
	return strings.Join([]string{r.title.Text(), r.about.Text(), r.counts.Text()}, ", ")
}

// AccessibilityRole is that of a button: a press opens the article.
func (*row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{row: r} }

type rowRenderer struct{ row *row }

func (r *rowRenderer) Layout(size fyne.Size) { r.row.arrange(size) }

func (r *row) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	r.back.Resize(size)
	r.mark.Move(fyne.NewPos(0, rowPad))
	r.mark.Resize(fyne.NewSize(markWidth, size.Height-2*rowPad))
	width := size.Width - 2*rowEdge
	r.title.Move(fyne.NewPos(rowEdge, rowPad))
	r.title.Resize(fyne.NewSize(width, r.title.MinSize().Height))
	small := r.about.MinSize().Height
	y := rowPad + r.title.Filled() + theme.Tight // a short title leaves its room below, not in the middle
	counts := r.counts.MinSize().Width
	r.about.Move(fyne.NewPos(rowEdge, y))
	r.about.Resize(fyne.NewSize(max(0, width-counts-theme.Gap), small))
	r.counts.Move(fyne.NewPos(rowEdge+width-counts, y))
	r.counts.Resize(fyne.NewSize(counts, small))
	y += small + theme.Tight
	r.meter.Move(fyne.NewPos(rowEdge, y))
	r.meter.Resize(fyne.NewSize(width, r.meter.MinSize().Height))
}

func (r *rowRenderer) MinSize() fyne.Size {
	row := r.row
	return fyne.NewSize(0, 2*rowPad+row.title.MinSize().Height+2*theme.Tight+
		row.about.MinSize().Height+row.meter.MinSize().Height)
}

func (r *rowRenderer) Refresh() {
	r.row.paint()
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	row := r.row
	return []fyne.CanvasObject{row.back, row.mark, row.title, row.about, row.counts, row.meter}
}

func (r *rowRenderer) Destroy() {}
