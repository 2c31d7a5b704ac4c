package merging

import (
	"image/color"
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
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/textline"
	"glossator/models"

	"path/filepath"
)

const (
	proseLines  = 6
	mostPlaces  = 50 // rows without a place that are listed
	countWidth  = 56 // units, of a number before its words
	joinDetails = " · "
)

func heading(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0),
		textline.New(text, textline.Look{Style: fyne.TextStyle{Bold: true}}))
}

func quiet(text string) fyne.CanvasObject {
	return excerpt.New(text, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: proseLines})
}

func prose(text string) fyne.CanvasObject { return excerpt.New(text, excerpt.Style{Lines: proseLines}) }

// showHead says what the file is, from whom and of when.
func (p *Page) showHead() {
	parcel := p.parcel
	p.parts.head.Add(prose(locale.T(textFrom, locale.T(kinds[parcel.Kind]), filepath.Base(parcel.Path))))
	var about []string
	if parcel.Sender != "" {
		about = append(about, locale.T(textSender, parcel.Sender))
	}
	if parcel.Project != "" {
		about = append(about, locale.T(textProject, parcel.Project))
	}
	if parcel.AsOf > 0 {
		about = append(about, locale.T(textAsOf, moment.Text(parcel.AsOf, time.Now())))
	}
	if len(about) > 0 {
		p.parts.head.Add(quiet(strings.Join(about, joinDetails)))
	}
	if parcel.Message != "" {
		p.parts.head.Add(prose("“" + parcel.Message + "”"))
	}
	for _, notice := range parcel.Notices {
		p.parts.head.Add(quiet(locale.Say(notice)))
	}
}

// showPeople lists whose labels come, and how many of each.
func (p *Page) showPeople() {
	p.parts.people.Objects = []fyne.CanvasObject{heading(locale.T(textWhose))}
	for _, layer := range p.report.Layers {
		p.parts.people.Add(p.layer(layer))
	}
	show(p.parts.people, len(p.report.Layers) > 0)
}

func (p *Page) layer(layer models.MergedLayer) fyne.CanvasObject {
	name := []string{layer.Name}
	if layer.New {
		name = append(name, locale.T(textNew))
	}
	if layer.Finished > 0 {
		name = append(name, locale.N(layer.Finished, textArticle, textMany, locale.Number(layer.Finished)))
	}
	counts := container.NewHBox()
	for rank, label := range p.ws.Labels() {
		ink := theme.Label(rank)
		counts.Add(badge.New(p.actions.Badge(label), func(dark bool) (color.Color, color.Color) { return ink.Solid(dark), ink.OnSolid(dark) }))
		counts.Add(textline.New(locale.Number(layer.Labels[label.Key]), textline.Look{Whole: true}))
	}
	return container.NewBorder(nil, nil, nil, counts, textline.New(strings.Join(name, joinDetails), textline.Look{}))
}

// showNames asks about people of one name.
func (p *Page) showNames() {
	p.parts.names.Objects = nil
	for _, clash := range p.clashes {
		question := widget.NewRadioGroup([]string{locale.T(textSame), locale.T(textOther)}, func(answer string) {
			p.answer(clash, answer == locale.T(textSame))
		})
		question.Horizontal = true
		p.parts.names.Add(prose(locale.T(textClash, clash.Name)))
		p.parts.names.Add(question)
	}
	show(p.parts.names, len(p.clashes) > 0)
}

func (p *Page) answer(clash models.NameClash, same bool) {
	p.same[clash.Theirs] = clash.Theirs
	if same {
		p.same[clash.Theirs] = clash.Ours
	}
	p.compare()
}

// Answer says for everybody of the same name whether it is the same person.
func (p *Page) Answer(same bool) {
	for _, clash := range p.clashes {
		p.answer(clash, same)
	}
}

// outcome is one thing that a merge does, with how often.
type outcome struct {
	count int
	text  string
	alarm bool
}

func outcomes(r models.MergeReport) []outcome {
	return []outcome{
		{r.Added, locale.N(r.Added, "label is added", "labels are added"), false},
		{r.Changed, locale.N(r.Changed, "label is brought up to date", "labels are brought up to date"), false},
		{r.Removed, locale.N(r.Removed, "label was taken off by its owner", "labels were taken off by their owners"), false},
		{r.Identical, locale.N(r.Identical, "label is here already", "labels are here already"), false},
		{r.Articles, locale.N(r.Articles, "new article", "new articles"), false},
		{r.Decisions, locale.N(r.Decisions, "decision of a reviewer", "decisions of reviewers"), false},
		{r.Responses, locale.N(r.Responses, "answer to a decision", "answers to decisions"), false},
		{r.Conflicts, locale.N(r.Conflicts, "label was changed on both sides: both versions are kept, and you choose",
			"labels were changed on both sides: both versions are kept, and you choose"), true},
		{r.Unmatched, locale.N(r.Unmatched, "label has no place here; it is kept and comes in once there is one",
			"labels have no place here; they are kept and come in once there is one"), true},
	}
}

func (p *Page) showCounts() {
	p.parts.counts.Objects = nil
	for _, o := range outcomes(p.report) {
		if o.count == 0 {
			continue
		}
		colour := toolkit.ColorNameForeground
		if o.alarm {
			colour = toolkit.ColorNameWarning
		}
		number := textline.New(locale.Number(o.count), textline.Look{Colour: colour, Style: fyne.TextStyle{Bold: true},
			Align: fyne.TextAlignTrailing, Least: countWidth})
		p.parts.counts.Add(container.NewBorder(nil, nil, number, nil,
			container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0), prose(o.text))))
	}
	if len(p.report.UnknownLabels) > 0 {
		p.parts.counts.Add(quiet(locale.T(textUnknown, strings.Join(p.report.UnknownLabels, ", "))))
	}
	if len(p.report.RemovedArticles) > 0 {
		p.parts.counts.Add(quiet(locale.T(textGone, strings.Join(p.report.RemovedArticles, ", "))))
	}
	switch reason := p.reason(); {
	case reason != "":
		p.parts.counts.Add(prose(reason))
	case p.report.Conflicts == 0 && p.report.Unmatched == 0:
		p.parts.counts.Add(quiet(locale.T(textClear)))
	}
}

// showPlaces lists what has no place, with the reason of each.
func (p *Page) showPlaces() {
	rows := p.report.UnmatchedRows
	p.parts.places.Objects = []fyne.CanvasObject{heading(locale.T(textPlaces))}
	for _, row := range rows[:min(len(rows), mostPlaces)] {
		p.parts.places.Add(quiet(locale.T(textRow, row.ArticleTitle, "“"+row.Sentence+"”", p.labelName(row.Label), row.Annotator)))
		p.parts.places.Add(prose(because(row)))
	}
	if len(rows) > mostPlaces {
		p.parts.places.Add(quiet(locale.T(textMore, locale.Number(len(rows)-mostPlaces))))
	}
	show(p.parts.places, len(rows) > 0)
}

func (p *Page) labelName(key string) string {
	labels := p.ws.Labels()
	if at := slices.IndexFunc(labels, func(l models.Label) bool { return l.Key == key }); at >= 0 {
		return locale.Codebook(labels[at].Name)
	}
	return key
}

// because says why a label has no place.
func because(row models.Unmatched) string {
	switch row.Reason {
	case models.UnmatchedLabel:
		return locale.T("The codebook here has no label “%s”.", row.Detail)
	case models.UnmatchedField:
		return locale.T("The label is added, but without its detail “%s”, which the label here does not have.", row.Detail)
	case models.UnmatchedArticle:
		return locale.T("The article is not here and not in the file, or it was deleted.")
	case models.UnmatchedSentence:
		return locale.T("The article is cut into other sentences here, and no one sentence fits.")
	}
	return row.Detail
}

func show(object fyne.CanvasObject, visible bool) {
	if visible {
		object.Show()
		return
	}
	object.Hide()
}
