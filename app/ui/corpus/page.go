package corpus

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// rereadAtMost is how many rows are read anew at once after a change.
const rereadAtMost = 500

// Actions is what the page needs from the window.
type Actions struct {
	Open   func(articleUID string, sentenceID int64) // goes to a sentence
	Export func(models.ExportFilter)                 // exports what the table shows
	Leave  func()                                    // goes back to the article
}

// Page is the table with its filter. It reads nothing while it is away.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions
	cancel  func()
	labels  []models.Label

	ask      models.Corpus // what is asked for, with the place to go on from
	keywords models.Keywords
	rows     []models.ExportRow
	want     int  // rows that are looked for
	total    int  // annotations of the labels and annotators asked for, -1: not known
	done     bool // all rows are there
	fresh    bool // the rows are those of another question and wait to be replaced
	keep     bool // the place on screen stays when they are
	reading  bool
	round    int // counts questions, so that a late answer to an old one is dropped
	shown    bool
	stale    bool // something changed while the page was away
	at       int  // the row of the cursor

	filter  *filter
	subset  *subset
	head    *head
	count   *textline.Line
	list    *rows
	foot    *foot
	nothing *notice
	content fyne.CanvasObject
}

// New makes the page of an open project, without reading anything yet.
func New(ws *workspace.Workspace, reads *background.Runner, post background.Poster, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions, labels: ws.Labels(), stale: true, total: -1}
	p.ask = models.Corpus{By: models.CorpusDate, Descending: true}
	p.filter = newFilter(p.labels, p.changed, p.FocusList, p.FocusList)
	p.subset = newSubset(p.Widen)
	p.filter.object.Add(p.subset.object)
	p.head = newHead(p.SortBy, p.FocusList)
	p.count = textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.list = newRows(p.length, func() fyne.CanvasObject { return newRow() }, p.update)
	p.list.leave, p.list.filter, p.list.jump = actions.Leave, p.FocusFilter, p.jump
	p.list.OnSelected = p.selected
	p.list.OnHighlighted = p.highlighted
	p.foot = newFoot()
	p.nothing = newNotice()
	p.content = surface.New(toolkit.ColorNameBackground, p.arrangement())
	p.head.show(p.ask.By, p.ask.Descending)
	p.cancel = ws.Subscribe(func(event workspace.Event) { p.heard(event, post) })
	return p
}

func (p *Page) arrangement() fyne.CanvasObject {
	title := textline.New(locale.T(textTitle), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
	buttons := container.NewHBox(widget.NewButton(locale.T(textExport), p.Export), widget.NewButton(locale.T(textBack), p.actions.Leave))
	bar := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0),
		container.NewBorder(nil, nil, title, container.NewCenter(buttons), inset(p.count, theme.Inset)))
	top := container.NewVBox(inset(container.NewVBox(bar, p.filter.object), theme.Inset),
		inset(container.New(layout.NewCustomPaddedLayout(theme.Tight, theme.Tight, 0, 0), p.head.object), theme.Gap), widget.NewSeparator())
	bottom := container.NewVBox(widget.NewSeparator(), inset(p.foot.object, theme.Inset))
	return container.NewBorder(top, bottom, nil, nil, inset(container.NewStack(p.list, p.nothing.object), theme.Gap))
}

func inset(object fyne.CanvasObject, sides float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, sides, sides), object)
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.content }

// Close ends the subscription.
func (p *Page) Close() { p.cancel() }

// Shown tells the page that it is in view, or put away.
func (p *Page) Shown(shown bool) {
	p.shown = shown
	if !shown {
		return
	}
	if p.stale {
		p.reload()
	}
	p.read()
}

// FocusList gives the keyboard to the table.
func (p *Page) FocusList() { keyboard.Give(p.list) }

// FocusFilter gives the keyboard to the field for words.
func (p *Page) FocusFilter() { keyboard.Give(p.filter.words) }

// Holds reports whether a widget with the focus is the table itself.
func (p *Page) Holds(focused fyne.Focusable) bool { return focused == fyne.Focusable(p.list) }

// Rows returns the rows that are in memory.
func (p *Page) Rows() []models.ExportRow { return p.rows }

// Count returns what the page says about their number.
func (p *Page) Count() string { return p.count.Text() }

// Find narrows the table down to annotations with these words.
func (p *Page) Find(words string) { p.filter.words.SetText(words) }

// Choose narrows the table down to the label at a place in the codebook, from
// 0; below 0 it shows all.
func (p *Page) Choose(label int) { p.filter.label.SetSelectedIndex(label + 1) }

// ChooseOutdated narrows the table down to annotations that were made under an
// earlier meaning of their label.
func (p *Page) ChooseOutdated() { p.filter.label.SetSelectedIndex(p.filter.outdated()) }

// ChooseAnnotator narrows the table down to one layer by the annotator's name;
// empty shows all.
func (p *Page) ChooseAnnotator(name string) {
	at := slices.IndexFunc(p.filter.people, func(a models.Annotator) bool { return a.Name == name })
	p.filter.annotator.SetSelectedIndex(at + 1)
}

// Date narrows the table down to what was made in a period.
func (p *Page) Date(written string) { p.filter.dates.SetText(written) }

// ScrollTo moves the table by units.
func (p *Page) ScrollTo(offset float32) { p.list.ScrollToOffset(offset) }

// Export exports what the table shows, in the order of articles.
func (p *Page) Export() { p.actions.Export(p.ask.Export()) }

// SortBy sorts by a column; by the same again it turns the order round.
func (p *Page) SortBy(column models.CorpusColumn) {
	p.ask.Descending = p.ask.By == column && !p.ask.Descending
	p.ask.By = column
	p.head.show(p.ask.By, p.ask.Descending)
	p.question(false)
}

func (p *Page) heard(event workspace.Event, post background.Poster) {
	switch event.Kind {
	case workspace.LibraryChanged, workspace.AnnotatorChanged, workspace.SentencesChanged:
		post(p.reload)
	case workspace.ArticleOpened, workspace.CursorMoved, workspace.UndoChanged, workspace.SavedChanged,
		workspace.BackupFailed, workspace.CodebookChanged, workspace.SuggestionsChanged, workspace.ReviewChanged:
	}
}

// changed asks for what the filter says now.
func (p *Page) changed() {
	p.filter.apply(&p.ask)
	p.keywords = models.ParseKeywords(p.ask.Words)
	p.question(false)
}

// reload reads anew what is on screen; until then the old rows stay.
func (p *Page) reload() {
	if p.stale = !p.shown; p.stale {
		return
	}
	p.filter.setPeople(p.ws.Annotators())
	p.question(true)
}

func (p *Page) question(keep bool) {
	p.round++
	p.ask.After = models.CorpusPlace{}
	p.fresh, p.keep, p.done, p.total = true, keep, false, -1
	p.want = models.CorpusLimit
	if keep {
		p.want = min(max(len(p.rows), models.CorpusLimit), rereadAtMost)
	}
	p.read()
}

// read makes the next step, one at a time, until there are as many rows as are
// wanted.
func (p *Page) read() {
	if p.reading || !p.shown || p.done || (!p.fresh && len(p.rows) >= p.want) {
		return
	}
	p.reading = true
	round, ask := p.round, p.ask
	if p.fresh {
		ask.Limit = p.want
	}
	p.reads.Do(func(ctx context.Context) (func(), error) {
		page, err := p.ws.Corpus(ctx, ask)
		page.Done = page.Done || err != nil // what failed is not tried again and again
		return func() { p.arrived(round, page) }, err
	})
}

func (p *Page) arrived(round int, page models.CorpusPage) {
	p.reading = false
	if round == p.round {
		p.put(page)
	}
	p.read()
}

func (p *Page) put(page models.CorpusPage) {
	replaced := p.fresh
	if replaced {
		p.fresh = false
		p.rows = nil
	}
	p.rows = append(p.rows, page.Rows...)
	p.ask.After, p.done = page.Next, page.Done
	p.say()
	if replaced || len(page.Rows) > 0 || p.done {
		p.list.Refresh()
	}
	if replaced && !p.keep {
		p.list.ScrollToTop()
		p.list.Highlight(0)
	}
	p.highlighted(p.at)
	if replaced && !p.done && !p.ask.Narrow() {
		p.countAll()
	}
}

// countAll asks how many rows there would be at the end.
func (p *Page) countAll() {
	round, ask := p.round, p.ask
	p.reads.Do(func(ctx context.Context) (func(), error) {
		total, err := p.ws.CorpusCount(ctx, ask)
		return func() {
			if round == p.round {
				p.total = total
				p.say()
			}
		}, err
	})
}

// say writes how many annotations there are, as far as that is known.
func (p *Page) say() {
	count := len(p.rows)
	if !p.done && p.total >= 0 {
		count = p.total
	}
	var text string
	number := locale.Number(count)
	switch {
	case p.done || p.total >= 0:
		text = locale.N(count, textOne, textMany, number)
	case count >= p.want:
		text = locale.T(textSoFar, number)
	default:
		text = locale.T(textLooking, number)
	}
	p.count.SetText(text)
	p.nothing.show(p.done && len(p.rows) == 0, p.ask.Narrow() || len(p.ask.LabelKeys)+len(p.ask.AnnotatorUIDs) > 0)
}
