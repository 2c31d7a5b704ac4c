package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/finder"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/pick"
	"glossator/models"
)

// filter is what the queue lets through, as the reviewer chose it.
type filter struct {
	state  stateChoice
	label  string // a key, or empty
	reason models.Reason
	words  string
	flags
}

// flags are the parts of a filter that are on or off.
type flags struct{ details, comments, unsure, here, spot bool }

// stateChoice is a group of states that is looked at together.
type stateChoice struct {
	name   string
	states []models.ReviewState // none: all
}

// stateChoices are the groups; the first one is the usual one.
//
//locale:texts name
var stateChoices = []stateChoice{
	{name: textToDo, states: undecided},
	{name: "Out of date", states: []models.ReviewState{models.ReviewStale}},
	{name: textLater, states: []models.ReviewState{models.ReviewDeferred}},
	{name: textDecided, states: []models.ReviewState{
		models.ReviewAccepted, models.ReviewChanged, models.ReviewRejected, models.ReviewAdded}},
	{name: textAny},
}

// question is what the filter asks the project for, but for the states, which
// do not count for the progress.
func (p *Page) question() models.DifferenceFilter {
	f := p.filter
	ask := models.DifferenceFilter{
		Layers: p.subject().layers, HasComment: f.comments, LowConfidence: f.unsure, Words: f.words,
	}
	if f.label != "" {
		ask.LabelKeys = []string{f.label}
	}
	if f.reason != models.ReasonNone {
		ask.Reasons = []models.Reason{f.reason}
	}
	if f.details {
		ask.Comparisons = []models.Comparison{models.DetailsDiffer}
	}
	if f.here && p.current.ArticleUID != "" {
		ask.ArticleUIDs = []string{p.current.ArticleUID}
	}
	return ask
}

// filterRow is the line of the filter.
type filterRow struct {
	page   *Page
	states *pick.Pick
	label  *pick.Pick
	reason *pick.Pick
	flags  []*chip.Chip
	words  *finder.Finder
	object fyne.CanvasObject
}

func newFilterRow(p *Page) *filterRow {
	p.filter.state = stateChoices[0]
	r := &filterRow{page: p}
	var states, labels, why []string
	for _, choice := range stateChoices {
		states = append(states, locale.T(choice.name))
	}
	labels = append(labels, locale.T(textLabel))
	known := p.ws.Labels()
	for _, label := range known {
		labels = append(labels, locale.Codebook(label.Name))
	}
	why = append(why, locale.T(textReason))
	for _, reason := range models.Reasons() {
		why = append(why, locale.T(reasons[reason]))
	}
	leave := p.actions.Focus
	r.states = pick.New(states, func(at int) { p.filter.state = stateChoices[at]; p.asked() }, leave)
	r.label = pick.New(labels, func(at int) {
		p.filter.label = ""
		if at > 0 {
			p.filter.label = known[at-1].Key
		}
		p.asked()
	}, leave)
	r.reason = pick.New(why, func(at int) {
		p.filter.reason = append([]models.Reason{models.ReasonNone}, models.Reasons()...)[at]
		p.asked()
	}, leave)
	r.words = finder.New(locale.T(textWords), finder.Actions{
		Changed: func(text string) { p.filter.words = text; p.asked() },
		Enter:   func() { leave(); p.arrive() },
		Leave:   leave,
	})
	chips := container.New(chip.NewGrid(theme.Gap))
	for _, flag := range r.table() {
		chips.Add(r.flag(flag.text, flag.on))
	}
	pickers := container.NewGridWithColumns(3, outline.New(r.states), outline.New(r.label), outline.New(r.reason)) //nolint:mnd // one each
	r.object = container.New(&filterLayout{}, pickers, chips, r.words)
	return r
}

// SpotCheck takes a tenth of the sentences on which the layers say the same into
// the queue, or leaves them out again.
func (p *Page) SpotCheck() { p.bar.filter.flags[len(p.bar.filter.flags)-1].Tapped(nil) }

type flag struct {
	text string
	on   *bool
}

func (r *filterRow) table() []flag {
	f := &r.page.filter.flags
	return []flag{
		{locale.T(textDetails), &f.details}, {locale.T(textComments), &f.comments}, {locale.T(textUnsure), &f.unsure},
		{locale.T(textHere), &f.here}, {locale.T(textSpot), &f.spot},
	}
}

func (r *filterRow) flag(text string, on *bool) fyne.CanvasObject {
	var c *chip.Chip
	c = chip.New(chip.Face{Text: text}, flagColours, chip.Actions{
		Toggle: func() {
			*on = !*on
			c.SetOn(*on)
			r.page.asked()
		},
		Done: r.page.actions.Focus,
	})
	r.flags = append(r.flags, c)
	return c
}

func flagColours() chip.Colours {
	return chip.Colours{
		Fill:    theme.Colour(theme.ColorNameNotice),
		Solid:   theme.Colour(toolkit.ColorNamePrimary),
		OnSolid: theme.Colour(toolkit.ColorNameForegroundOnPrimary),
	}
}

// The shares of the filter's parts in the width.
const (
	pickersShare = 0.31
	flagsShare   = 0.515
)

// filterLayout gives pickers, flags and words their shares of the width.
type filterLayout struct{}

func (*filterLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - 2*theme.Gap
	x := float32(0)
	for i, share := range []float32{pickersShare, flagsShare, 1 - pickersShare - flagsShare} {
		width := float32(int(room * share))
		high := objects[i].MinSize().Height
		objects[i].Move(fyne.NewPos(x, float32(int((size.Height-high)/2))))
		objects[i].Resize(fyne.NewSize(width, high))
		x += width + theme.Gap
	}
}

func (*filterLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, object := range objects {
		high = max(high, object.MinSize().Height)
	}
	return fyne.NewSize(0, high)
}
