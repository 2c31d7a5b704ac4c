package exporting

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const (
	numberWidth    = 40 // units
	labelWidth     = 104
	annotatorWidth = 128
)

// table shows the first rows: number of the sentence, label, text, annotator.
type table struct {
	rows   [][]*textline.Line
	object *fyne.Container
}

func newTable(rows int) *table {
	t := &table{object: container.NewVBox()}
	for range rows {
		number := textline.New("", textline.Look{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet})
		label := textline.New("", textline.Look{Size: theme.SizeNameSmall, Style: fyne.TextStyle{Bold: true}})
		text := textline.New("", textline.Look{Size: theme.SizeNameSmall})
		annotator := textline.New("", textline.Look{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet})
		t.rows = append(t.rows, []*textline.Line{number, label, text, annotator})
		t.object.Add(container.New(cells{}, number, label, text, annotator))
	}
	return t
}

func (t *table) show(rows []models.ExportRow) {
	for i, cells := range t.rows {
		texts := make([]string, len(cells))
		if i < len(rows) {
			texts = []string{
				fmt.Sprint(rows[i].Sentence.Seq), rows[i].Label,
				strings.Join(strings.Fields(rows[i].Sentence.Text), " "), rows[i].Annotator.Name,
			}
		}
		for at, cell := range cells {
			cell.SetText(texts[at])
		}
	}
}

// say puts a sentence where the rows would be.
func (t *table) say(text string) { t.rows[0][2].SetText(text) }

// texts returns the rows on show, their cells joined by a space.
func (t *table) texts() []string {
	var out []string
	for _, cells := range t.rows {
		var row []string
		for _, cell := range cells {
			if cell.Text() != "" {
				row = append(row, cell.Text())
			}
		}
		if len(row) > 0 {
			out = append(out, strings.Join(row, " "))
		}
	}
	return out
}

// cells puts the cells of a row into columns.
type cells struct{}

// MinSize is called by the toolkit.
func (cells) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout is called by the toolkit.
func (cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	last := max(size.Width-annotatorWidth, 0)
	starts := []float32{0, numberWidth, numberWidth + labelWidth, last, size.Width + theme.Gap}
	for i, at := range starts[:len(objects)] {
		end := starts[i+1]
		objects[i].Move(fyne.NewPos(at, 0))
		objects[i].Resize(fyne.NewSize(max(0, end-at-theme.Gap), size.Height))
	}
}
