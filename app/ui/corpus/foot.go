package corpus

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

const footLines = 3

// foot shows the row of the cursor whole: where it stands, the sentence and
// the details with their names.
type foot struct {
	place    *textline.Line
	sentence *excerpt.Excerpt
	details  *textline.Line
	object   fyne.CanvasObject
}

func newFoot() *foot {
	quiet := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	f := &foot{
		place: textline.New("", quiet), details: textline.New("", quiet),
		sentence: excerpt.New("", excerpt.Style{Lines: footLines, Steady: true}),
	}
	f.object = container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0), container.NewVBox(f.place, f.sentence, f.details))
	return f
}

func (f *foot) show(row models.ExportRow, label models.Label) {
	f.place.SetText(locale.T(textPlace, row.Article.Title, row.Sentence.Seq))
	f.sentence.SetText(oneLine(row.Sentence.Text))
	parts := []string{locale.Codebook(label.Name)}
	for _, d := range row.Details {
		if field := fieldOf(d, label); field.Key != "" && d.ValueText != "" {
			parts = append(parts, locale.T(textFieldValue, locale.Codebook(field.Name), oneLine(locale.Value(field, d.ValueText))))
		}
	}
	if row.Annotation.Note != "" {
		parts = append(parts, oneLine(row.Annotation.Note))
	}
	f.details.SetText(strings.Join(parts, detailJoin))
}

func (f *foot) clear() {
	f.place.SetText("")
	f.sentence.SetText("")
	f.details.SetText("")
}

// notice stands where the table has nothing to show.
type notice struct {
	title, hint *widget.Label
	object      *fyne.Container
}

func newNotice() *notice {
	n := &notice{
		title: widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true}),
		hint:  widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{}),
	}
	n.object = container.NewVBox(layout.NewSpacer(), n.title, n.hint, layout.NewSpacer(), layout.NewSpacer())
	n.object.Hide()
	return n
}

func (n *notice) show(shown, narrowed bool) {
	if !shown {
		n.object.Hide()
		return
	}
	n.title.SetText(locale.T(textEmpty))
	n.hint.SetText(locale.T(textHow))
	if narrowed {
		n.title.SetText(locale.T(textNoMatch))
		n.hint.SetText(locale.T(textTry))
	}
	n.object.Show()
}
