package corpus

import (
	"image/color"
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyline"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	rowHeight = 32 // units
	tagHeight = 22
	tagRadius = 5
)

// row shows one annotation.
type row struct {
	widget.BaseWidget

	place     int    // of the label in the codebook, -1: none is shown
	colour    string // of the label, or empty: by its place
	article   *textline.Line
	sentence  *keyline.Line
	tag       *canvas.Rectangle
	label     *textline.Line
	details   *textline.Line
	annotator *textline.Line
	date      *textline.Line
	cells     *fyne.Container
}

func newRow() *row {
	quiet := func() *textline.Line {
		return textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	}
	r := &row{place: -1, article: quiet(), sentence: keyline.New(), details: quiet(), annotator: quiet(), date: quiet(),
		tag: canvas.NewRectangle(color.Transparent), label: textline.New("", textline.Look{Size: theme.SizeNameSmall})}
	r.tag.CornerRadius = tagRadius
	r.tag.SetMinSize(fyne.NewSize(0, tagHeight))
	tag := container.NewStack(r.tag, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, theme.Gap), r.label))
	r.cells = container.New(columnLayout{}, r.article, r.sentence, tag, r.details, r.annotator, r.date)
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row. The label is the one at a place in the codebook.
func (r *row) show(e models.ExportRow, label models.Label, place int, keywords models.Keywords) {
	r.article.SetText(e.Article.Title)
	at := workspace.InContext(e.Sentence.Text, workspace.KeywordOf(e.Sentence.Text, keywords, said(e.Details, label)))
	r.sentence.Set(oneLine(at.Left), oneLine(at.Key), oneLine(at.Right))
	r.label.SetText(locale.Codebook(label.Name))
	r.colour = label.Color
	r.details.SetText(detailTexts(e.Details, label))
	r.annotator.SetText(e.Annotator.Name)
	r.date.SetText(locale.ShortDay(time.UnixMilli(e.Annotation.CreatedAt)))
	r.setPlace(place)
}

// blank is a row that is still being read.
func (r *row) blank() {
	for _, line := range []*textline.Line{r.article, r.label, r.details, r.annotator, r.date} {
		line.SetText("")
	}
	r.sentence.Set("", "", "")
	r.setPlace(-1)
}

func (r *row) setPlace(place int) {
	r.place = place
	r.paint()
	r.tag.Refresh()
}

func (r *row) paint() {
	r.tag.FillColor = color.Transparent
	if r.place >= 0 {
		r.tag.FillColor = theme.Dyed(r.colour, r.place).Fill(theme.IsDark())
	}
}

// oneLine keeps the length of a text and takes its line breaks out.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
}

// detailTexts are the values of details in one line, in the user's words.
func detailTexts(details []models.NamedDetail, label models.Label) string {
	var all []string
	for _, d := range details {
		if d.ValueText != "" {
			all = append(all, oneLine(locale.Value(fieldOf(d, label), d.ValueText)))
		}
	}
	return strings.Join(all, detailJoin)
}

// said are the details whose values may be words of the sentence; a choice is
// in words of the codebook.
func said(details []models.NamedDetail, label models.Label) []models.NamedDetail {
	return slices.DeleteFunc(slices.Clone(details), func(d models.NamedDetail) bool {
		kind := fieldOf(d, label).Type
		return kind == models.FieldChoice || kind == models.FieldBool
	})
}

// fieldOf returns the field of a detail, an empty one for a field that is no
// longer in the codebook.
func fieldOf(d models.NamedDetail, label models.Label) models.Field {
	if at := slices.IndexFunc(label.Fields, func(f models.Field) bool { return f.Key == d.Field }); at >= 0 {
		return label.Fields[at]
	}
	return models.Field{}
}

// CreateRenderer is called by the toolkit.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{row: r} }

type rowRenderer struct{ row *row }

func (r *rowRenderer) Layout(size fyne.Size) { r.row.cells.Resize(size) }

func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, rowHeight) }

func (r *rowRenderer) Refresh() {
	r.row.paint()
	r.row.cells.Refresh()
}

func (r *rowRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.row.cells} }

func (r *rowRenderer) Destroy() {}
