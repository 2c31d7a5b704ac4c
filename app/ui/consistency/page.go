package consistency

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/pick"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// Actions is what the page needs from the window.
type Actions struct {
	Change func(work func(context.Context) error)    // changes the project
	Done   func(text string)                         // tells what was changed, with an offer to undo it
	Open   func(articleUID string, sentenceID int64) // goes to a sentence
	Leave  func()                                    // goes back to the article
	Rune   func(rune)                                // a character that the window knows
}

// Page is the page. It checks when it is shown, and again when it is asked to.
type Page struct {
	ws      *workspace.Workspace
	counts  *background.Runner // compares, which takes seconds in a large project
	reads   *background.Runner
	post    background.Poster
	actions Actions
	labels  []models.Label
	people  []models.Annotator
	cancel  func() // ends the subscription; nil: the page is away

	round   int    // counts checks, so that late answers are dropped
	stop    func() // ends the check that is under way; nil: none is
	groups  []group
	ignored map[int64]bool // groups that were put away, by their first sentence
	visible []int          // places in groups
	asked   int64          // the first sentence of the group that is read; 0: none
	rows    []models.Coded
	left    map[int64]bool // sentences that are not chosen

	who       *pick.Pick
	status    *textline.Line
	again     *widget.Button
	halt      *widget.Button
	ignore    *widget.Button
	reason    *textline.Line
	list      *list
	sentences *list
	nothing   *fyne.Container
	split     *container.Split
	content   fyne.CanvasObject
}

// group is one group of the list.
type group struct {
	workspace.Inconsistency

	mended bool // its sentences have the same labels by now
}

const (
	listShare = 0.36 // of the width, for the list of groups
	whoWidth  = 208  // units, of the choice of annotators
)

// New makes the page of an open project, without checking anything yet.
func New(ws *workspace.Workspace, counts, reads *background.Runner, post background.Poster, actions Actions) *Page {
	p := &Page{ws: ws, counts: counts, reads: reads, post: post, actions: actions, labels: ws.Labels(),
		left: map[int64]bool{}, ignored: map[int64]bool{}}
	quiet := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	p.who = pick.New([]string{locale.T(textMine, ws.Me().Name)}, func(int) { p.compare() }, actions.Leave)
	p.status, p.reason = textline.New("", quiet), textline.New("", quiet)
	p.again = widget.NewButton(locale.T(textAgain), p.Check)
	p.halt = widget.NewButton(locale.T(textStop), p.Stop)
	p.halt.Hide()
	p.ignore = widget.NewButton(locale.T(textIgnore), p.Ignore)
	p.list = newList(func() int { return len(p.visible) }, func() fyne.CanvasObject { return newGroupRow() }, p.updateGroup)
	p.list.moved(func(int) { p.look() })
	p.list.OnSelected = func(at widget.ListItemID) { p.list.UnselectAll(); p.list.goTo(at); p.sentences.focus() }
	p.list.keys = map[fyne.KeyName]func(){
		fyne.KeyEscape: actions.Leave, fyne.KeyRight: p.toSentences, fyne.KeyReturn: p.toSentences, fyne.KeyEnter: p.toSentences,
	}
	p.sentences = newList(func() int { return len(p.rows) }, func() fyne.CanvasObject { return newSentenceRow(p.labels) }, p.updateSentence)
	p.sentences.moved(func(int) { p.sentences.RefreshItem(0) })
	p.sentences.OnSelected = func(at widget.ListItemID) { p.sentences.UnselectAll(); p.sentences.goTo(at) }
	p.sentences.keys = map[fyne.KeyName]func(){
		fyne.KeyEscape: actions.Leave, fyne.KeyLeft: p.list.focus, fyne.KeySpace: p.Choose, fyne.KeyReturn: p.Open, fyne.KeyEnter: p.Open,
	}
	p.list.rune, p.sentences.rune = actions.Rune, actions.Rune
	p.nothing = container.NewVBox(layout.NewSpacer(),
		widget.NewLabelWithStyle(locale.T(textEmpty), fyne.TextAlignCenter, fyne.TextStyle{Bold: true}),
		widget.NewLabelWithStyle(locale.T(textEmptyHint), fyne.TextAlignCenter, fyne.TextStyle{}), layout.NewSpacer(), layout.NewSpacer())
	p.content = surface.New(toolkit.ColorNameBackground, p.arrangement())
	p.showGroups()
	return p
}

func (p *Page) arrangement() fyne.CanvasObject {
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	who := container.New(layout.NewGridWrapLayout(fyne.NewSize(whoWidth, p.who.MinSize().Height)), outline.New(p.who))
	buttons := container.NewHBox(p.halt, who, p.again, widget.NewButton(locale.T(textBack), p.actions.Leave))
	head := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		container.NewBorder(nil, nil, title, container.NewCenter(buttons), inset(p.status, theme.Inset)))
	keys := textline.New(locale.T(textKeys), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	foot := container.NewBorder(nil, nil, nil, p.ignore, container.NewVBox(p.reason, keys))
	right := container.NewBorder(nil, inset(foot, theme.Inset), nil, nil, inset(p.sentences, theme.Gap))
	p.split = container.NewHSplit(inset(p.list, theme.Gap), right)
	p.split.SetOffset(listShare)
	return container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, container.NewStack(p.split, p.nothing))
}

func inset(object fyne.CanvasObject, sides float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, theme.Tight, sides, sides), object)
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.content }

// Show compares anew and gives the keyboard to the page. The groups of before
// are there until then.
func (p *Page) Show() {
	p.Away()
	p.cancel = p.ws.Subscribe(func(event workspace.Event) {
		if event.Kind == workspace.LibraryChanged {
			p.post(p.refresh)
		}
	})
	p.offer()
	p.compare()
	p.Focus()
}

// Away ends what the page does while nobody looks at it.
func (p *Page) Away() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// Focus gives the keyboard to the groups, or to the choice of annotators.
func (p *Page) Focus() {
	if len(p.visible) > 0 {
		p.list.focus()
		return
	}
	if window := keyboard.Canvas(p.who); window != nil {
		window.Focus(p.who)
	}
}

// Groups returns what the page says of each group, Sentences the labels of the
// sentences of the group under the cursor, by their keys.
func (p *Page) Groups() []string {
	texts := make([]string, len(p.visible))
	for i, at := range p.visible {
		texts[i] = describe(p.groups[at].Inconsistency)
	}
	return texts
}

// Sentences is told at [Page.Groups].
func (p *Page) Sentences() []string {
	texts := make([]string, len(p.rows))
	for i, row := range p.rows {
		texts[i] = strings.Join(row.Labels, "+")
	}
	return texts
}

// Status returns what the page says about the check.
func (p *Page) Status() string { return p.status.Text() }

// ChooseAnnotator compares the labels of the annotator at a place of the list:
// 0 is whoever is at work, the last one is all of them.
func (p *Page) ChooseAnnotator(place int) { p.who.SetSelectedIndex(place) }

func (p *Page) toSentences() {
	if len(p.rows) > 0 {
		p.sentences.focus()
		p.sentences.goTo(p.sentences.at)
	}
}

// offer lists the annotators, whoever is at work first, and all together last.
func (p *Page) offer() {
	me := p.ws.Me()
	p.people = []models.Annotator{me}
	names := []string{locale.T(textMine, me.Name)}
	for _, annotator := range p.ws.Annotators() {
		if annotator.UID != me.UID {
			p.people = append(p.people, annotator)
			names = append(names, annotator.Name)
		}
	}
	p.who.Offer(append(names, locale.T(textAnyone)))
}

// annotator is whose labels are compared; without a UID everybody's.
func (p *Page) annotator() models.Annotator {
	if at := p.who.SelectedIndex(); at >= 0 && at < len(p.people) {
		return p.people[at]
	}
	return models.Annotator{}
}

// Refusal says why the labels that are compared cannot be changed here; empty:
// they can.
func (p *Page) Refusal() string {
	who := p.annotator()
	switch {
	case who.UID == "":
		return locale.T(textTogether)
	case who.UID != p.ws.Me().UID:
		return locale.T(textOthers, who.Name)
	}
	return ""
}
