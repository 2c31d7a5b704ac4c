package search

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/marked"
	"glossator/app/ui/widgets/textline"
)

const (
	hitLines   = 2
	indent     = 16 // units by which a sentence stands in from its article
	headAbove  = 12 // units of room above an article
	headPad    = 4  // units around a line
	rowRadius  = 6
	numberWide = 40 // units for the number of a sentence
)

// row shows one item: the head of an article, or a sentence.
type row struct {
	widget.BaseWidget

	head   bool
	back   *canvas.Rectangle
	title  *textline.Line
	about  *textline.Line
	number *textline.Line
	text   *marked.Text
}

func newRow() *row {
	quiet := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	trailing := quiet
	trailing.Align, trailing.Whole = fyne.TextAlignTrailing, true
	r := &row{
		back:   canvas.NewRectangle(color.Transparent),
		title:  textline.New("", textline.Look{Style: fyne.TextStyle{Bold: true}}),
		about:  textline.New("", trailing),
		number: textline.New("", quiet),
		text:   marked.New(hitLines),
	}
	r.back.CornerRadius = rowRadius
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row.
func (r *row) show(i item, chosen bool) {
	r.head = i.hit == nil
	colour := toolkit.ColorNameForeground
	if i.title {
		colour = toolkit.ColorNamePrimary
	}
	r.title.Set(i.article.Title, colour, true)
	r.about.SetText(about(i))
	if i.hit != nil {
		spans := make([]marked.Span, len(i.hit.Matches))
		for n, m := range i.hit.Matches {
			spans[n] = marked.Span{Start: m.Start, End: m.End}
		}
		r.number.SetText(strconv.Itoa(i.hit.Sentence.Seq))
		r.text.Set(i.hit.Snippet, spans)
	}
	r.back.FillColor = color.Transparent
	if chosen {
		r.back.FillColor = theme.Colour(theme.ColorNameCurrent)
	}
	r.arrange(r.Size())
	canvas.Refresh(r)
}

// about says where an article is from and how many of its sentences follow.
func about(i item) string {
	var parts []string
	for _, part := range []string{i.article.Source, locale.Written(i.article.PublishedOn)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if i.title {
		parts = append(parts, locale.T(textInTitle))
	} else {
		parts = append(parts, sentences(i.hits))
	}
	return strings.Join(parts, " · ")
}

// height is how high the row of an item is, in units, in a list of a width. A
// sentence of one line is told by its length: measuring hundreds would be felt.
func height(i item, width float32) float32 {
	line := marked.LineHeight()
	switch {
	case i.title:
		return line + 2*headPad
	case i.hit == nil:
		return line + 2*headPad + headAbove
	}
	letter := fyne.MeasureText(sampleLetters, toolkit.TextSize(), fyne.TextStyle{}).Width / float32(len(sampleLetters))
	if float32(len([]rune(i.hit.Snippet)))*letter < width-indent-numberWide-2*theme.Gap {
		return line + 2*headPad
	}
	return hitLines*line + 2*headPad
}

// sampleLetters are wide on the average, so that a guess at a length seldom is
// too short.
const sampleLetters = "mnoawe"

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{row: r} }

type rowRenderer struct{ row *row }

func (w *rowRenderer) Layout(size fyne.Size) { w.row.arrange(size) }

func (r *row) arrange(size fyne.Size) {
	r.back.Resize(size)
	if r.head {
		line := r.title.MinSize().Height
		y := size.Height - line - headPad
		about := min(r.about.MinSize().Width, size.Width/2)
		r.title.Move(fyne.NewPos(theme.Gap, y))
		r.title.Resize(fyne.NewSize(max(0, size.Width-about-3*theme.Gap), line))
		r.about.Move(fyne.NewPos(size.Width-about-theme.Gap, y))
		r.about.Resize(fyne.NewSize(about, line))
		return
	}
	line := marked.LineHeight()
	r.number.Move(fyne.NewPos(indent, headPad))
	r.number.Resize(fyne.NewSize(numberWide, line))
	r.text.Move(fyne.NewPos(indent+numberWide, headPad))
	r.text.Resize(fyne.NewSize(max(0, size.Width-indent-numberWide-theme.Gap), max(line, size.Height-2*headPad)))
}

func (w *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, marked.LineHeight()+2*headPad) }

func (w *rowRenderer) Refresh() {
	for _, object := range w.Objects() {
		object.Refresh()
	}
}

func (w *rowRenderer) Objects() []fyne.CanvasObject {
	if w.row.head {
		return []fyne.CanvasObject{w.row.back, w.row.title, w.row.about}
	}
	return []fyne.CanvasObject{w.row.back, w.row.number, w.row.text}
}

func (w *rowRenderer) Destroy() {}
