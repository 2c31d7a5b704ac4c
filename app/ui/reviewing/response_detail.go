package reviewing

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// responseDetail shows one decision whole, with the answers.
type responseDetail struct {
	page     *Responses
	body     *fyne.Container
	question *fyne.Container
	object   fyne.CanvasObject
}

func newResponseDetail(r *Responses) *responseDetail {
	d := &responseDetail{page: r, body: column.New(theme.Gap), question: column.New(theme.Tight)}
	buttons := container.NewHBox()
	for _, b := range []struct {
		text, key string
		press     func()
	}{
		{locale.T(textAgree), "A", r.Agree}, {locale.T(textDisagree), "D", r.Disagree}, {locale.T(textDiscuss), "T", r.Discuss},
		{locale.T(textGo), "Enter", r.GoTo},
	} {
		button := widget.NewButton(b.text+"  "+b.key, b.press)
		if b.key == "A" {
			button.Importance = widget.HighImportance
		}
		buttons.Add(button)
	}
	d.object = container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, theme.Inset, 0),
		container.NewBorder(nil, container.NewVBox(d.question, buttons), nil, nil, container.NewVScroll(d.body)))
	return d
}

func (d *responseDetail) show(row models.DecisionResponse) {
	made := row.Decision
	known := verdictOf(made)
	verdict := newState()
	verdict.show(known)
	d.body.Objects = []fyne.CanvasObject{
		caption(row.ArticleTitle), excerpt.New(strings.Join(strings.Fields(row.Sentence.Text), " "), excerpt.Style{Lines: proseLines}),
		widget.NewSeparator(), verdict.object,
		caption(locale.T(textBy, locale.T(known.word), made.Reviewer.Name, moment.Text(made.UpdatedAt, time.Now()))),
		d.prose(locale.T(textMineNow, d.page.labelsOf(mineOf(d.page.mine)))),
		d.prose(locale.T(textStandsNow, d.page.labelsOf(made.Labels))),
	}
	if why, ok := reasons[models.Reason(made.Reason)]; ok {
		d.body.Add(caption(locale.T(textBecause, locale.T(why))))
	}
	if made.Comment != "" {
		d.body.Add(d.prose("“" + made.Comment + "”"))
	}
	d.body.Add(widget.NewSeparator())
	if row.Response != nil {
		d.answered(row)
	}
	d.question.Objects = nil
	d.question.Refresh()
	column.Settle(d.body)
	d.object.Refresh()
}

func (d *responseDetail) answered(row models.DecisionResponse) {
	known := answers[row.Response.Answer]
	line := textline.New(locale.T(known.word), textline.Look{Colour: known.colour, Style: fyne.TextStyle{Bold: true}, Whole: true})
	picture := fyne.CurrentApp().Settings().Theme().Icon(known.icon)
	d.body.Add(container.NewHBox(widget.NewIcon(toolkit.NewColoredResource(picture, known.colour)), line))
	if row.Response.Comment != "" {
		d.body.Add(d.prose("“" + row.Response.Comment + "”"))
	}
	if row.Outdated {
		d.body.Add(excerpt.New(locale.T(textOutdated), excerpt.Style{Colour: toolkit.ColorNameWarning, Bold: true, Lines: detailLines}))
	}
}

func (*responseDetail) prose(text string) fyne.CanvasObject {
	return excerpt.New(text, excerpt.Style{Lines: proseLines})
}

// ask opens the field for the words that go with an answer.
func (d *responseDetail) ask(answer models.Answer, hint string) {
	row, ok := d.page.current()
	if !ok {
		return
	}
	var note *field.Entry
	note = field.NewNote(hint, commentRows, field.Hooks{
		Done:   func() { d.page.respond(answer, note.Text, "") },
		Cancel: func() { d.show(row); d.page.Focus() },
	})
	if row.Response != nil {
		note.SetValue(row.Response.Comment)
	}
	d.question.Objects = []fyne.CanvasObject{caption(hint), note}
	d.object.Refresh()
	if c := keyboard.Canvas(d.object); c != nil {
		c.Focus(note)
	}
}

// mineOf turns annotations into labels as a decision has them.
func mineOf(annotations []models.DifferenceAnnotation) []models.ResultLabel {
	var labels []models.ResultLabel
	for _, a := range annotations {
		label := models.ResultLabel{Label: a.Label}
		for _, d := range a.Details {
			label.Details = append(label.Details, models.ResultDetail{Field: d.Field, N: d.N, Text: d.ValueText})
		}
		labels = append(labels, label)
	}
	return labels
}

// labelsOf writes labels with their details in one line.
func (r *Responses) labelsOf(labels []models.ResultLabel) string {
	if len(labels) == 0 {
		return locale.T(textNoLabels)
	}
	var all []string
	known := r.ws.Labels()
	for _, label := range labels {
		at := slices.IndexFunc(known, func(l models.Label) bool { return l.Key == label.Label })
		if at < 0 {
			all = append(all, label.Label)
			continue
		}
		all = append(all, withDetails(known[at], label))
	}
	return strings.Join(all, "; ")
}

func withDetails(label models.Label, of models.ResultLabel) string {
	var details []string
	for _, fd := range label.Fields {
		for _, d := range of.Details {
			if d.Field == fd.Key && d.Text != "" {
				details = append(details, locale.T(textDetail, locale.Codebook(fd.Name), d.Text))
			}
		}
	}
	name := locale.Codebook(label.Name)
	if len(details) == 0 {
		return name
	}
	return name + " (" + strings.Join(details, ", ") + ")"
}
