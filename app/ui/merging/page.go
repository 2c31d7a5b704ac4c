// Package merging is the page on which the labels of a colleague come into the
// project: whose they are, what would be added and what has no place, whether
// two people of one name are the same, and how to go on. Nothing happens before
// the user agrees.
package merging

import (
	"context"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/modal"
	"glossator/app/workspace"
	"glossator/models"
)

// The size of the page, in units.
const (
	pageWidth  = 760
	pageHeight = 620 // at most
	aroundBody = 156 // title, buttons and the room around them
)

// addButton is the place of the button that agrees.
const addButton = 1

// Actions is what the page needs from the window.
type Actions struct {
	Merge  func(parcel workspace.Parcel, same map[string]string) // takes the parcel in and shows how it goes
	Closed func()
	Badge  func(label models.Label) string
}

// Page is the dialog.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions
	parcel  workspace.Parcel

	same    map[string]string // answers about people of one name: UID there to UID here
	report  models.MergeReport
	clashes []models.NameClash
	how     *widget.RadioGroup
	body    *fyne.Container
	parts   struct{ head, people, names, counts, places, how *fyne.Container }
	modal   *modal.Modal
	over    fyne.Canvas
	cancel  func() // ends a comparison that nobody waits for any more
	looked  bool   // the comparison has been shown once
}

// Show opens the page over a window for a parcel that was looked into.
func Show(ws *workspace.Workspace, reads *background.Runner, window fyne.Window, parcel workspace.Parcel, actions Actions) *Page {
	p := &Page{
		ws: ws, reads: reads, actions: actions, parcel: parcel, same: map[string]string{}, over: window.Canvas(), cancel: func() {},
	}
	p.build()
	p.modal = modal.New(locale.T(textTitle), container.NewVScroll(p.body), window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textAdd), Primary: true, Stay: true, Press: p.Confirm})
	p.modal.SetOnClosed(func() {
		p.cancel()
		actions.Closed()
	})
	p.modal.Resize(fyne.NewSize(pageWidth, pageHeight))
	p.modal.Button(addButton).Disable()
	p.modal.Show()
	p.compare()
	return p
}

func (p *Page) build() {
	for _, part := range []**fyne.Container{&p.parts.head, &p.parts.people, &p.parts.names, &p.parts.counts, &p.parts.places, &p.parts.how} {
		*part = column.New(theme.Tight)
	}
	p.how = widget.NewRadioGroup([]string{locale.T(textCheck), locale.T(textBlind)}, nil)
	p.how.Required = true
	p.how.SetSelected(locale.T(textCheck))
	p.showHead()
	p.parts.counts.Add(quiet(locale.T(textWaiting)))
	p.parts.how.Objects = []fyne.CanvasObject{heading(locale.T(textHow)), p.how}
	p.body = column.New(theme.Gap, p.parts.head, p.parts.people, p.parts.names,
		heading(locale.T(textWhat)), p.parts.counts, p.parts.places, p.parts.how, quiet(locale.T(textSafe)))
}

// compare finds out what the merge would do.
func (p *Page) compare() {
	same := maps.Clone(p.same)
	p.cancel() // an earlier one has the wrong answers
	wanted, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.reads.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		report, err := p.ws.PreviewMerge(wanted, p.parcel, same)
		switch {
		case wanted.Err() != nil:
			return func() {}, nil
		case err != nil:
			return p.Hide, err
		}
		return func() { p.show(report) }, nil
	})
}

func (p *Page) show(report models.MergeReport) {
	p.report = report
	if len(p.clashes) == 0 {
		p.clashes = report.SameNames
		p.showNames()
	}
	p.showPeople()
	p.showCounts()
	p.showPlaces()
	show(p.parts.how, p.hideable())
	column.Settle(p.body)
	p.modal.Resize(fyne.NewSize(pageWidth, min(pageHeight, p.body.MinSize().Height+aroundBody)))
	if p.reason() == "" {
		p.modal.Button(addButton).Enable()
	} else {
		p.modal.Button(addButton).Disable()
	}
	p.point()
}

// point gives the keyboard to what comes next, once it is known: the question
// about names, or the button that agrees. Before, no key does anything by
// mistake.
func (p *Page) point() {
	if p.looked || !p.modal.Shown() {
		return
	}
	p.looked = true
	if p.reason() == "" {
		p.modal.FocusButton(addButton)
		return
	}
	p.over.FocusNext()
}

// hideable reports whether the file brings labels of others, which one may want
// to see only after having coded the articles oneself.
func (p *Page) hideable() bool {
	me := p.ws.Me().UID
	return p.report.Added+p.report.Changed > 0 &&
		slices.ContainsFunc(p.report.Layers, func(l models.MergedLayer) bool { return l.AnnotatorUID != me && len(l.Labels) > 0 })
}

// reason says why the parcel cannot be taken in as things stand; empty: it can.
func (p *Page) reason() string {
	switch {
	case len(p.report.SameNames) > 0:
		return locale.T(textAnswer)
	case p.report.Revisions == 0 && p.report.Articles == 0 && p.report.Added == 0:
		return locale.T(textNothing)
	}
	return ""
}

// Confirm takes the parcel in.
func (p *Page) Confirm() {
	if p.reason() != "" {
		return
	}
	p.parcel.Blind = p.hideable() && p.how.Selected == locale.T(textBlind)
	p.modal.Hide()
	p.actions.Merge(p.parcel, p.same)
}

// CodeBlind chooses that the person at work codes the articles without seeing
// the labels first.
func (p *Page) CodeBlind() { p.how.SetSelected(locale.T(textBlind)) }

// Report returns what the page says would happen.
func (p *Page) Report() models.MergeReport { return p.report }

// Hide closes the page.
func (p *Page) Hide() { p.modal.Hide() }
