package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
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
	order  models.DifferenceOrder
	person string // a UID, or empty: who has labelled the sentence
	label  string // a key, or empty
	reason models.Reason
	words  string
	flags
}

// flags are the parts of a filter that are on or off.
type flags struct{ details, comments, unsure, here, spot bool }

// stateChoice is a group of states that is looked at together.
type stateChoice struct {
	name     string
	states   []models.ReviewState // none: all
	disputed bool                 // only where an author does not agree
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
	{name: textDisputed, disputed: true},
	{name: textAny},
}

// orderChoices are the orders of the queue; the first one is the usual one.
//
//locale:texts name
var orderChoices = []struct {
	name  string
	order models.DifferenceOrder
}{
	{textReading, models.OrderReading}, {textContest, models.OrderContested}, {textRandom, models.OrderRandom},
}

// question is what the filter asks the project for, but for the states, which
// do not count for the progress.
func (p *Page) question() models.DifferenceFilter {
	f := p.filter
	ask := models.DifferenceFilter{
		Layers: p.subject().layers, HasComment: f.comments, LowConfidence: f.unsure, Words: f.words,
		Order: f.order,
	}
	if f.person != "" {
		ask.AnnotatorUIDs = []string{f.person}
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

// filterRow is the filter in two lines: the lists to choose from with the words,
// and what is on or off.
type filterRow struct {
	page   *Page
	states *pick.Pick
	person *pick.Pick
	flags  []*chip.Chip
	words  *finder.Finder
	object fyne.CanvasObject
}

func newFilterRow(p *Page) *filterRow {
	p.filter.state = stateChoices[0]
	r := &filterRow{page: p, states: pickOf(p, stateNames(), func(at int) { p.filter.state = stateChoices[at] })}
	r.person = pickOf(p, []string{locale.T(textAnybody)}, r.choosePerson)
	leave := p.actions.Focus
	r.words = finder.New(locale.T(textWords), finder.Actions{
		Changed: func(text string) { p.filter.words = text; p.asked() },
		Enter:   func() { leave(); p.arrive() },
		Leave:   leave,
	})
	chips := container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap))
	for _, flag := range r.table() {
		chips.Add(r.flag(flag.text, flag.on))
	}
	line := container.NewGridWithColumns(6, //nolint:mnd // one each
		outline.New(r.states), outline.New(labelPick(p)), outline.New(r.person), outline.New(reasonPick(p)),
		outline.New(orderPick(p)), r.words)
	r.object = container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), line, chips)
	return r
}

// pickOf makes a list to choose a part of the filter from.
func pickOf(p *Page, names []string, chosen func(at int)) *pick.Pick {
	return pick.New(names, func(at int) {
		chosen(at)
		p.asked()
	}, p.actions.Focus)
}

func stateNames() (names []string) {
	for _, choice := range stateChoices {
		names = append(names, locale.T(choice.name))
	}
	return names
}

func labelPick(p *Page) *pick.Pick {
	names, known := []string{locale.T(textLabel)}, p.ws.Labels()
	for _, label := range known {
		names = append(names, locale.Codebook(label.Name))
	}
	return pickOf(p, names, func(at int) {
		p.filter.label = ""
		if at > 0 {
			p.filter.label = known[at-1].Key
		}
	})
}

func reasonPick(p *Page) *pick.Pick {
	names, known := []string{locale.T(textReason)}, models.Reasons()
	for _, reason := range known {
		names = append(names, locale.T(reasons[reason]))
	}
	return pickOf(p, names, func(at int) {
		p.filter.reason = models.ReasonNone
		if at > 0 {
			p.filter.reason = known[at-1]
		}
	})
}

func orderPick(p *Page) *pick.Pick {
	var names []string
	for _, choice := range orderChoices {
		names = append(names, locale.T(choice.name))
	}
	return pickOf(p, names, func(at int) { p.filter.order = orderChoices[at].order })
}

// people offers the people whose labels are looked at.
func (r *filterRow) people() {
	names := []string{locale.T(textAnybody)}
	for _, uid := range r.page.subject().layers {
		names = append(names, r.page.nameOf(uid))
	}
	r.person.Offer(names)
	r.choosePerson(r.person.SelectedIndex())
}

func (r *filterRow) choosePerson(at int) {
	r.page.filter.person = ""
	if layers := r.page.subject().layers; at > 0 && at <= len(layers) {
		r.page.filter.person = layers[at-1]
	}
}

// Disputed narrows the queue to decisions that an author does not agree with, and
// goes to the first.
func (p *Page) Disputed() {
	p.bar.filter.states.SetSelected(locale.T(textDisputed))
	if len(p.subjects) > 0 { // else the page begins with it
		p.arrive()
	}
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
