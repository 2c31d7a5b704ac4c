package reviewing

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"glossator/app/ui/background"
	"glossator/app/workspace"
	"glossator/models"
)

// Actions is what the page needs from the window.
type Actions struct {
	Say        func(text string)               // tells something that is no error
	SayUndo    func(text string)               // the same, with an offer to undo it
	Focus      func()                          // gives the keyboard back to the text
	Leave      func()                          // ends check mode
	OpenLabels func()                          // asks for the file of a colleague
	Forks      func()                          // shows the things with two versions
	Badge      func(label models.Label) string // the letter of a label
}

// Page is check mode. Its methods belong on the window's goroutine.
type Page struct {
	ws      *workspace.Workspace
	run     *background.Runner // what changes something, in the order of the keys
	reads   *background.Runner
	post    background.Poster
	actions Actions
	cancel  func()

	shown    bool
	subjects []subject
	whose    int
	filter   filter
	counts   models.DifferenceCounts
	forks    int
	past     []models.Step // where the reviewer jumped away from

	same    identical         // of the open article
	current models.Difference // of the current sentence
	known   bool              // somebody has labelled it
	open    bool              // there is a current sentence
	judged  int               // the layer that A takes, an index of current.Layers
	busy    bool              // a decision or a jump is under way
	round   int               // counts questions, so that a late answer to an old one is dropped
	looking atomic.Bool       // a look at the current sentence is due
	summing atomic.Bool       // the counts are to be read
	waiting atomic.Bool       // events are on their way to the window's goroutine

	bar      *bar
	articles *articles
	panel    *panel
}

// New makes the page of an open project. It reads nothing before it is shown.
func New(ws *workspace.Workspace, run, reads *background.Runner, post background.Poster, actions Actions) *Page {
	p := &Page{ws: ws, run: run, reads: reads, post: post, actions: actions}
	p.bar = newBar(p)
	p.articles = newArticles(p)
	p.panel = newPanel(p)
	p.cancel = ws.Subscribe(p.heard)
	p.Shown(false)
	return p
}

// Bar returns what stands above the text, Articles what stands at its left and
// Panel what stands at its right.
func (p *Page) Bar() fyne.CanvasObject { return p.bar.object }

// Articles returns the list of articles, see [Page.Bar].
func (p *Page) Articles() fyne.CanvasObject { return p.articles.object }

// Panel returns the layers and the decision, see [Page.Bar].
func (p *Page) Panel() fyne.CanvasObject { return p.panel.object }

// Close ends the subscription.
func (p *Page) Close() { p.cancel() }

// Active reports whether check mode is on.
func (p *Page) Active() bool { return p.shown }

// Shown begins check mode, or ends it.
func (p *Page) Shown(shown bool) {
	p.shown = shown
	for _, object := range []fyne.CanvasObject{p.bar.object, p.articles.object, p.panel.object} {
		setShown(object, shown)
	}
	if shown {
		p.past = nil
		p.begin()
	}
}

func setShown(object fyne.CanvasObject, shown bool) {
	if shown {
		object.Show()
		return
	}
	object.Hide()
}

// begin reads who has labelled what, keeps the choice where it is still there,
// and goes to the first difference.
func (p *Page) begin() {
	before := p.subject().name
	p.reads.Do(func(ctx context.Context) (func(), error) {
		list, first, err := subjects(ctx, p.ws)
		if err != nil {
			return nil, err
		}
		return func() {
			p.subjects, p.whose = list, first
			for i, s := range list {
				if s.name == before {
					p.whose = i
				}
			}
			p.bar.offer(list, p.whose)
			p.bar.filter.people()
			p.asked()
			if p.shown && len(list) > 0 {
				p.arrive()
			}
		}, nil
	})
}

// subject returns whose labels are looked at; the zero value is nobody's.
func (p *Page) subject() subject {
	if p.whose >= len(p.subjects) {
		return subject{}
	}
	return p.subjects[p.whose]
}

// choose looks at somebody else's labels.
func (p *Page) choose(whose int) {
	if whose == p.whose || whose < 0 {
		return
	}
	p.whose, p.judged = whose, 0
	p.bar.filter.people()
	p.asked()
	p.arrive()
}

// asked reads everything for another question.
func (p *Page) asked() {
	p.round++
	p.looking.Store(false)
	p.summing.Store(false)
	p.look()
	p.count()
}

// heard runs on the goroutine of an action. Several events before the window
// gets to them are one.
func (p *Page) heard(event workspace.Event) {
	recount := false
	switch event.Kind {
	case workspace.CursorMoved, workspace.ArticleOpened, workspace.SentencesChanged:
	case workspace.ReviewChanged, workspace.LibraryChanged, workspace.AnnotatorChanged, workspace.CodebookChanged:
		recount = true
	default:
		return
	}
	if p.waiting.Swap(true) && !recount {
		return
	}
	p.post(func() {
		p.waiting.Store(false)
		if !p.shown {
			return
		}
		p.look()
		if recount {
			p.count()
		}
	})
}

// look shows the current sentence.
func (p *Page) look() {
	if p.looking.Swap(true) {
		return
	}
	round, layers := p.round, p.subject().layers
	p.reads.Do(func(ctx context.Context) (func(), error) {
		p.looking.Store(false)
		content, _ := p.ws.Article()
		sentence, ok := p.ws.Current()
		if !ok || len(layers) == 0 {
			return func() { p.show(round, models.Difference{}, false, false) }, nil
		}
		found, known, err := p.ws.DifferenceAt(ctx, models.DifferenceFilter{Layers: layers}, sentence.Sentence)
		if err != nil {
			return nil, err
		}
		if !known {
			found = models.Difference{
				ArticleUID: content.Article.UID, ArticleTitle: content.Article.Title, Sentence: sentence.Sentence,
				Comparison: models.Same, State: models.ReviewOpen,
				Place: placeOf(sentence.Sentence),
			}
		}
		return func() { p.show(round, found, known, true) }, nil
	})
}

func (p *Page) show(round int, found models.Difference, known, open bool) {
	if round != p.round {
		return
	}
	if found.Sentence.ID != p.current.Sentence.ID || p.judged >= len(found.Layers) {
		p.judged = judgedAt(found.Layers, p.subject().theirs)
		p.panel.close()
	}
	p.current, p.known, p.open = found, known, open
	p.panel.show()
	p.articles.mark(found.ArticleUID)
	p.tally()
}

// judgedAt finds the layer that is judged, the last one when it is not there.
func judgedAt(layers []models.DifferenceLayer, uid string) int {
	for i, layer := range layers {
		if layer.Annotator.UID == uid {
			return i
		}
	}
	return max(0, len(layers)-1)
}

// count reads how much is done.
func (p *Page) count() {
	if p.summing.Swap(true) {
		return
	}
	round, ask := p.round, p.question()
	p.reads.Do(func(ctx context.Context) (func(), error) {
		p.summing.Store(false)
		if len(ask.Layers) == 0 {
			return func() { p.sum(round, models.DifferenceCounts{}, 0) }, nil
		}
		counts, err := p.ws.DifferenceCounts(ctx, ask)
		if err != nil {
			return nil, err
		}
		forks, err := p.ws.Forks(ctx)
		if err != nil {
			return nil, err
		}
		return func() { p.sum(round, counts, len(forks)) }, nil
	})
}

func (p *Page) sum(round int, counts models.DifferenceCounts, forks int) {
	if round != p.round {
		return
	}
	p.counts, p.forks = counts, forks
	p.bar.show(counts, p.subject(), forks)
	p.articles.show(counts.Articles)
	p.articles.mark(p.current.ArticleUID)
	p.panel.show()
	p.same.known = false
	p.tally()
}

// label returns the label of a key; an unknown one is called by its key.
func (p *Page) label(key string) models.Label {
	for _, known := range p.ws.Labels() {
		if known.Key == key {
			return known
		}
	}
	return models.Label{Key: key, Name: key}
}

// nameOf returns the name of a person.
func (p *Page) nameOf(uid string) string {
	for _, one := range p.ws.Annotators() {
		if one.UID == uid {
			return one.Name
		}
	}
	return uid
}

// Progress returns what the bar says about how much is done.
func (p *Page) Progress() string { return p.bar.progress.Text() }

// Current returns the difference on show; false when there is none.
func (p *Page) Current() (models.Difference, bool) { return p.current, p.open }

// State returns the word for the state on show.
func (p *Page) State() string { return p.panel.state.Text() }
