package consistency

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const (
	tagHeight = 22 // units
	tagRadius = 5
)

// tags shows the labels of a sentence in their colours, beside one another.
type tags struct {
	widget.BaseWidget

	labels []models.Label
	tiles  []tile
	none   *textline.Line
	row    *fyne.Container
}

// tile is the name of one label on its colour.
type tile struct {
	object *fyne.Container
	back   *canvas.Rectangle
}

func newTags(labels []models.Label) *tags {
	t := &tags{labels: labels, row: container.NewHBox()}
	t.none = textline.New(locale.T(textNone), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall, Whole: true})
	t.row.Add(t.none)
	for _, label := range labels {
		back := canvas.NewRectangle(color.Transparent)
		back.CornerRadius = tagRadius
		back.SetMinSize(fyne.NewSize(0, tagHeight))
		name := textline.New(locale.Codebook(label.Name), textline.Look{Size: theme.SizeNameSmall, Whole: true})
		object := container.NewStack(back, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, theme.Gap), name))
		t.tiles = append(t.tiles, tile{object, back})
		t.row.Add(object)
	}
	t.paint()
	t.ExtendBaseWidget(t)
	return t
}

// show shows the labels with these keys.
func (t *tags) show(keys []string) {
	for i, label := range t.labels {
		if slices.Contains(keys, label.Key) {
			t.tiles[i].object.Show()
		} else {
			t.tiles[i].object.Hide()
		}
	}
	if len(keys) == 0 {
		t.none.Show()
	} else {
		t.none.Hide()
	}
	t.row.Refresh()
}

func (t *tags) paint() {
	for i, label := range t.labels {
		t.tiles[i].back.FillColor = theme.Dyed(label.Color, i).Fill(theme.IsDark())
	}
}

// CreateRenderer is called by the toolkit.
func (t *tags) CreateRenderer() fyne.WidgetRenderer { return &tagsRenderer{tags: t} }

type tagsRenderer struct{ tags *tags }

func (r *tagsRenderer) Layout(size fyne.Size) { r.tags.row.Resize(size) }

func (r *tagsRenderer) MinSize() fyne.Size { return r.tags.row.MinSize() }

func (r *tagsRenderer) Refresh() {
	r.tags.paint()
	r.tags.row.Refresh()
}

func (r *tagsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.tags.row} }

func (r *tagsRenderer) Destroy() {}
