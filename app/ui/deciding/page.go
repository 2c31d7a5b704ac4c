package deciding

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/tabs"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// Actions is what the page needs from the window.
type Actions struct {
	Open  func(models.Place) // goes to a sentence
	Leave func()             // goes back to the text
}

// Queue is the sentences to decide next. It outlives the page: one goes to the
// text to decide one of them, and comes back.
type Queue struct {
	Picks []workspace.Pick
	turn  uint32
}

// The lists of the page.
const (
	Next = iota
	Look
)

// lookedAt is how many disputed decisions are shown.
const lookedAt = 30

// Page is the two lists. Its methods belong on the window's goroutine.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions
	queue   *Queue
	people  []models.Annotator
	closed  bool

	next   *shelf
	look   *shelf
	layer  *widget.Select
	tabs   *tabs.Tabs
	object fyne.CanvasObject
}

// New makes the page and begins to read one of its lists.
func New(ws *workspace.Workspace, reads *background.Runner, queue *Queue, first int, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions, queue: queue}
	open := func(i item) { actions.Open(i.place) }
	p.next = newShelf(locale.T(textAboutNext), widget.NewButton(locale.T(textMore), p.More), open, actions.Leave)
	p.layer = widget.NewSelect([]string{locale.T(textMine)}, nil)
	p.layer.SetSelectedIndex(0)
	p.layer.OnChanged = func(string) { p.readLook() }
	p.look = newShelf(locale.T(textAboutLook), p.layer, open, actions.Leave)
	p.tabs = tabs.New(tabs.Page{Title: locale.T(textQueue), Object: p.next.object},
		tabs.Page{Title: locale.T(textLook), Object: p.look.object})
	p.tabs.OnChanged = p.turned
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	bar := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0),
		container.NewBorder(nil, nil, title, widget.NewButton(locale.T(textBack), actions.Leave)))
	p.object = surface.New(toolkit.ColorNameBackground,
		container.NewBorder(container.NewVBox(inset(bar), widget.NewSeparator()), nil, nil, nil, p.tabs.Object()))
	p.tabs.Select(first)
	if first == Next {
		p.turned(Next)
	}
	return p
}

func inset(object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, theme.Inset, theme.Inset), object)
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Focus gives the keyboard to the list in front.
func (p *Page) Focus() {
	list := []*shelf{p.next, p.look}[p.tabs.Current()]
	if c := keyboard.Canvas(list); c != nil {
		c.Focus(list)
	}
}

// Mode has the usual keys mean what they always do.
func (*Page) Mode() command.Mode { return "" }

// Close drops what is still being read.
func (p *Page) Close() { p.closed = true }

// Select brings a list to the front.
func (p *Page) Select(list int) { p.tabs.Select(list) }

// Texts returns the sentences of the list in front.
func (p *Page) Texts() []string {
	var texts []string
	for _, i := range []*shelf{p.next, p.look}[p.tabs.Current()].items {
		texts = append(texts, i.text)
	}
	return texts
}

func (p *Page) turned(list int) {
	if list == Next {
		p.readNext()
	} else {
		p.readLook()
	}
	p.Focus()
}

// More draws ten other sentences.
func (p *Page) More() {
	p.queue.turn++
	p.queue.Picks = nil
	p.readNext()
}

// readNext draws ten sentences, or looks which of those that were drawn are
// decided by now.
func (p *Page) readNext() {
	if len(p.next.items) == 0 {
		p.next.show(nil, locale.T(textLooking))
	}
	picks, turn := p.queue.Picks, p.queue.turn
	p.reads.Do(func(ctx context.Context) (func(), error) {
		var err error
		if len(picks) == 0 {
			picks, err = p.ws.Next(ctx, turn)
		} else {
			picks, err = p.ws.Recheck(ctx, picks)
		}
		return func() {
			if !p.closed {
				p.queue.Picks = picks
				p.showNext()
			}
		}, err
	})
}

func (p *Page) showNext() {
	items := make([]item, len(p.queue.Picks))
	for i, pick := range p.queue.Picks {
		why := locale.T(textAnyLabel)
		switch {
		case pick.Random:
			why = locale.T(textRandom)
		case pick.Label.Key != "":
			why = locale.T(textUncertain, locale.Codebook(pick.Label.Name))
		}
		items[i] = p.item(pick.Place, pick.Text, why, pick.Label)
		if pick.Decided {
			items[i].done, items[i].status = true, locale.T(textDone)
		}
	}
	p.next.show(items, p.notice(len(items), textNothing))
}

func (p *Page) item(place models.Place, text, why string, label models.Label) item {
	return item{
		place: place, where: locale.T(textPlace, place.ArticleTitle, place.Sentence), text: text, why: why, label: label,
		rank: slices.IndexFunc(p.ws.Labels(), func(l models.Label) bool { return l.ID == label.ID }),
	}
}

// notice says why a list is empty.
func (p *Page) notice(items int, empty string) string {
	switch {
	case items > 0:
		return ""
	case !p.ws.Suggesting() || p.ws.Blind():
		return locale.T(textOff)
	}
	return locale.T(empty)
}

func (p *Page) readLook() {
	if p.people == nil {
		p.offerLayers()
	}
	annotator := p.ws.Me().ID
	if at := p.layer.SelectedIndex(); at > 0 && at <= len(p.people) {
		annotator = p.people[at-1].ID
	}
	p.look.show(nil, locale.T(textLooking))
	p.reads.Do(func(ctx context.Context) (func(), error) {
		disputes, err := p.ws.SecondLook(ctx, annotator, lookedAt)
		return func() {
			if !p.closed {
				p.showLook(disputes)
			}
		}, err
	})
}

// offerLayers lists the others, whose decisions a reviewer may look at.
func (p *Page) offerLayers() {
	names := []string{locale.T(textMine)}
	for _, annotator := range p.ws.Annotators() {
		if annotator.ID != p.ws.Me().ID && annotator.Role != models.RoleGold {
			p.people = append(p.people, annotator)
			names = append(names, annotator.Name)
		}
	}
	p.layer.Options = names
	p.layer.Refresh()
}

func (p *Page) showLook(disputes []workspace.Dispute) {
	items := make([]item, len(disputes))
	for i, d := range disputes {
		why := locale.T(textUntagged, locale.Codebook(d.Label.Name))
		if d.Tagged {
			why = locale.T(textTagged, locale.Codebook(d.Label.Name))
		}
		if d.Sure.Format != "" {
			why = locale.T(textSure, why, locale.Say(d.Sure))
		}
		items[i] = p.item(d.Place, d.Text, why, d.Label)
	}
	p.look.show(items, p.notice(len(items), textNoDoubt))
}
