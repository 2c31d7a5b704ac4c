package insights

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/chart"
	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/outline"
	"glossator/app/ui/widgets/pick"
	"glossator/app/ui/widgets/spots"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// Actions is what the page needs from the window.
type Actions struct {
	Open  func(ask models.Corpus, about string) // shows the annotations behind a bar
	Save  func(name string, files []File)       // asks where a chart shall be saved, and how
	Leave func()                                // goes back to the article
	Key   func(*fyne.KeyEvent)                  // a key that the page has no use for
}

// Page is the page of charts. It counts when it is shown.
type Page struct {
	ws      *workspace.Workspace
	counts  *background.Runner // counts, which takes seconds in a large project
	reads   *background.Runner // draws
	post    background.Poster
	actions Actions
	labels  []models.Label
	people  []models.Annotator
	face    *chart.Face
	round   int    // counts how often it was counted, so that late answers are dropped
	stop    func() // ends the counting that is under way; nil: none is, or it was stopped
	fresh   bool   // the page has come to the front and counts for the first time

	who     *pick.Pick
	status  *textline.Line
	cancel  *widget.Button
	cards   []*card
	scroll  *container.Scroll
	content fyne.CanvasObject
}

// whoWidth is how wide the choice of annotators is, in units.
const whoWidth = 208

// kinds are the insights in the order of the page, from left to right.
var kinds = []workspace.InsightKind{
	workspace.LabelsOverTime, workspace.LabelsBySource, workspace.OpenCommitments,
	workspace.LabelsBySpeaker, workspace.AnnotatorProgress, workspace.StatisticsByUnit,
}

// New makes the page of an open project, without counting anything yet.
func New(ws *workspace.Workspace, counts, reads *background.Runner, post background.Poster, actions Actions) (*Page, error) {
	face, err := chart.NewFace(fyne.CurrentApp().Settings().Theme().Font(fyne.TextStyle{}).Content())
	if err != nil {
		return nil, err //nolint:wrapcheck // it says what it is about
	}
	p := &Page{ws: ws, counts: counts, reads: reads, post: post, actions: actions, face: face}
	p.who = pick.New([]string{locale.T(textAnyone)}, func(int) { p.count() }, actions.Leave)
	p.status = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.cancel = widget.NewButton(locale.T(textStop), p.Stop)
	p.cancel.Hide()
	var objects []fyne.CanvasObject
	for _, kind := range kinds {
		c := newCard(p, kind)
		p.cards = append(p.cards, c)
		objects = append(objects, c.object)
	}
	p.scroll = container.NewVScroll(nil)
	arrangement := &shelves{changed: func() { p.post(p.scroll.Refresh) }}
	p.scroll.Content = container.New(layout.NewCustomPaddedLayout(0, theme.Inset, theme.Inset, theme.Inset),
		container.New(arrangement, objects...))
	p.content = surface.New(toolkit.ColorNameBackground, container.NewBorder(p.head(), nil, nil, nil, p.scroll))
	return p, nil
}

func (p *Page) head() fyne.CanvasObject {
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	back := widget.NewButton(locale.T(textBack), p.actions.Leave)
	who := container.New(layout.NewGridWrapLayout(fyne.NewSize(whoWidth, p.who.MinSize().Height)), outline.New(p.who))
	buttons := container.NewHBox(p.cancel, who, back)
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset),
		container.NewBorder(nil, nil, title, container.NewCenter(buttons),
			container.New(layout.NewCustomPaddedLayout(0, 0, theme.Inset, theme.Inset), p.status)))
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.content }

// Show counts anew and gives the keyboard to the page.
func (p *Page) Show() {
	p.offer()
	p.count()
	p.Focus()
	p.fresh = true
}

// Focus gives the keyboard to the first chart, or to the choice of annotators.
func (p *Page) Focus() {
	var first fyne.Focusable = p.who
	var object fyne.CanvasObject = p.who
	for _, c := range p.cards {
		if c.picture.Visible() {
			first, object = c.picture, c.picture
			break
		}
	}
	if window := keyboard.Canvas(object); window != nil {
		window.Focus(first)
	}
}

// Stop ends the counting that is under way.
func (p *Page) Stop() {
	p.fresh = false
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

// Choose counts for one annotator only, by her name; empty: for all.
func (p *Page) Choose(name string) {
	if name == "" {
		name = locale.T(textAnyone)
	}
	p.who.SetSelected(name)
}

// Picture returns the chart of an insight, About what stands above it; nil and
// nothing where there is nothing to count.
func (p *Page) Picture(kind workspace.InsightKind) *spots.Picture {
	if c := p.card(kind); c.picture.Visible() {
		return c.picture
	}
	return nil
}

// About returns what is said about an insight, see [Page.Picture].
func (p *Page) About(kind workspace.InsightKind) string {
	c := p.card(kind)
	if c.empty.Visible() {
		return c.empty.Text()
	}
	return c.about.Text()
}

// Save asks where the chart of an insight shall be saved.
func (p *Page) Save(kind workspace.InsightKind) { p.card(kind).askSave() }

// Status returns what the page says about the counting.
func (p *Page) Status() string { return p.status.Text() }

func (p *Page) card(kind workspace.InsightKind) *card {
	return p.cards[slices.Index(kinds, kind)]
}

// offer lists the annotators of the project.
func (p *Page) offer() {
	p.people = p.ws.Annotators()
	names := []string{locale.T(textAnyone)}
	for _, annotator := range p.people {
		names = append(names, annotator.Name)
	}
	p.who.Offer(names)
}

func (p *Page) annotator() string {
	if at := p.who.SelectedIndex(); at > 0 && at <= len(p.people) {
		return p.people[at-1].UID
	}
	return ""
}

// count counts anew; the old charts stay until then.
func (p *Page) count() {
	p.Stop()
	p.round++
	round, who := p.round, p.annotator()
	ctx, cancel := context.WithCancel(context.Background())
	p.stop = cancel
	p.counts.Do(func(life context.Context) (func(), error) {
		end := context.AfterFunc(life, cancel)
		defer end()
		list, err := p.ws.Insights(ctx, who, func(done float64) { p.post(func() { p.progress(round, done) }) })
		stopped := ctx.Err() != nil
		cancel()
		if stopped {
			err = nil
		}
		return func() { p.arrived(round, list, stopped) }, err //nolint:wrapcheck // the window explains it
	})
}

func (p *Page) progress(round int, done float64) {
	if round != p.round || done >= 1 {
		return
	}
	p.status.SetText(locale.T(textCounting, locale.Percent(done, 0)))
	if !p.cancel.Visible() {
		p.cancel.Show()
		p.content.Refresh()
	}
}

func (p *Page) arrived(round int, list []workspace.Insight, stopped bool) {
	if round != p.round {
		return
	}
	stopped = stopped || p.stop == nil
	p.stop = nil
	p.status.SetText("")
	if p.cancel.Visible() {
		p.cancel.Hide()
		p.content.Refresh()
	}
	if stopped {
		p.status.SetText(locale.T(textStopped))
		return
	}
	p.labels = p.ws.Labels()
	for _, insight := range list {
		p.card(insight.Kind).show(insight)
	}
	p.scroll.Refresh()
	c := keyboard.Canvas(p.who)
	if p.fresh && c != nil && c.Focused() == fyne.Focusable(p.who) {
		p.Focus() // there is a chart now, and nobody has gone elsewhere
	}
	p.fresh = false
}

// key turns the pages; other keys go to the window.
func (p *Page) key(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyPageDown:
		p.scrollBy(p.scroll.Size().Height)
	case fyne.KeyPageUp:
		p.scrollBy(-p.scroll.Size().Height)
	default:
		p.actions.Key(event)
	}
}

func (p *Page) scrollBy(height float32) {
	most := max(0, p.scroll.Content.Size().Height-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(p.scroll.Offset.Y+height, 0), most)))
}

// reveal scrolls a card into view.
func (p *Page) reveal(c *card) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(c.object).Y - driver.AbsolutePositionForObject(p.scroll).Y
	bottom := top + c.object.Size().Height
	switch {
	case top < 0 && bottom < p.scroll.Size().Height:
		p.scroll.ScrollToOffset(fyne.NewPos(0, p.scroll.Offset.Y+top))
	case bottom > p.scroll.Size().Height && top > 0:
		p.scroll.ScrollToOffset(fyne.NewPos(0, p.scroll.Offset.Y+min(top, bottom-p.scroll.Size().Height)))
	}
}
