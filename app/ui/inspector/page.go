package inspector

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/surface"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	emptyLines = 6
	hintLines  = 3
)

// Page is the inspector. Its methods belong on the window's goroutine.
type Page struct {
	// OnDone is called when the user has done with the page, by Escape or
	// Ctrl+Enter, so that the text gets the focus back. It may be nil.
	OnDone func()
	// OnCodebook asks for the rules and examples of a label. It may be nil.
	OnCodebook func(labelKey string)
	// OnSource asks to mark the words of a sentence that a guessed value was
	// read from, code points into it; no words take the mark away. It may be nil.
	OnSource func(position, from, to int)

	// OnPlace asks to open another sentence. It may be nil.
	OnPlace func(models.Place)

	ws     *workspace.Workspace
	run    *background.Runner
	post   background.Poster
	cancel func()
	closed bool

	keeper    *keeper
	header    *header
	suggested *suggested
	repeat    *repeat
	forms     *forms
	layers    *layers
	history   *history
	learning  *learning

	empty  *excerpt.Excerpt // why there is nothing to show
	hint   *excerpt.Excerpt // what the input with the focus is for
	footer *fyne.Container
	frame  *fyne.Container
	body   *fyne.Container
	scroll *container.Scroll
	object fyne.CanvasObject

	waiting atomic.Bool // a refresh is on its way to the window's goroutine
	shown   int64       // the sentence on the page, 0: none
	height  float32     // of the part that scrolls
}

// New makes the page and shows the current sentence. Actions go through run;
// post brings the workspace's events to the window's goroutine.
func New(ws *workspace.Workspace, run *background.Runner, post background.Poster) *Page {
	p := &Page{ws: ws, run: run, post: post}
	p.keeper = newKeeper(ws, run)
	p.header = newHeader(p)
	p.forms = newForms(p)
	p.layers = newLayers(ws.Labels())
	p.history = newHistory(p)
	p.suggested = newSuggested(p)
	p.repeat = newRepeat(p)
	p.learning = newLearning(p)
	p.build()
	p.refresh()
	p.cancel = ws.Subscribe(p.heard)
	return p
}

func (p *Page) build() {
	p.empty = excerpt.New("", excerpt.Style{Colour: theme.ColorNameQuiet, Lines: emptyLines})
	p.hint = excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: hintLines})
	hint := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset), p.hint)
	p.footer = column.New(0, widget.NewSeparator(), hint)
	p.footer.Hide()
	p.body = column.New(theme.Inset,
		p.empty, p.suggested.object, p.repeat.object, p.forms.object, p.layers.object, p.history.object, p.learning.object)
	padded := container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Inset, theme.Inset, theme.Inset), p.body)
	p.scroll = container.NewVScroll(padded)
	p.frame = container.NewBorder(p.header.object, p.footer, nil, nil, p.scroll)
	p.object = surface.New(theme.ColorNamePane, p.frame)
}

// Object returns the page for the window.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Close saves what is typed and stops listening to the workspace.
func (p *Page) Close() {
	p.Flush()
	p.cancel()
	p.closed = true
}

// Flush saves what is typed and not saved yet. The window calls it before
// another article or another person comes, and before undo; moving the focus or
// the cursor does the same.
func (p *Page) Flush() {
	p.forms.commit()
	p.keeper.retry()
}

// heard is called on the goroutine of an action. Several events before the
// window gets to it, from an arrow key held down for instance, are one refresh.
func (p *Page) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.ArticleOpened, workspace.CursorMoved, workspace.SentencesChanged, workspace.AnnotatorChanged,
		workspace.SuggestionsChanged:
	case workspace.LibraryChanged, workspace.UndoChanged, workspace.SavedChanged, workspace.BackupFailed,
		workspace.CodebookChanged, workspace.ReviewChanged:
		return
	}
	if p.waiting.Swap(true) {
		return
	}
	p.post(func() {
		p.waiting.Store(false)
		if !p.closed {
			p.refresh()
		}
	})
}

// refresh shows the current sentence.
func (p *Page) refresh() {
	content, open := p.ws.Article()
	at := place{article: content.Article.UID, position: p.ws.Cursor()}
	sentence, ok := p.ws.Sentence(at.position)
	if sentence.ID != p.shown {
		p.forms.commit()
		p.shown = sentence.ID
		p.scroll.ScrollToTop()
	}
	p.empty.SetText(reason(open, ok, sentence, p.ws.Labels()))
	show(p.empty, p.empty.Text() != "")
	if ok != p.header.object.Visible() {
		show(p.header.object, ok)
		column.Settle(p.frame)
	}
	if ok {
		p.header.show(at.position, len(content.Sentences), sentence)
	}
	p.suggested.show(at.position)
	p.repeat.show(at.position)
	p.forms.show(at, sentence)
	p.layers.show(sentence.Others)
	show(p.history.object, ok)
	p.history.show(at.position, sentence)
	p.learning.show()
	p.settle()
}

// reason says in a sentence why the page has no form, "" when it has one.
func reason(open, ok bool, sentence workspace.Sentence, labels []models.Label) string {
	switch {
	case !open:
		return locale.T(textNoArticle)
	case !ok:
		return locale.T(textNoSentence)
	case sentence.Empty:
		return locale.T(textMarkedEmpty)
	case len(sentence.Mine) == 0:
		return textNoLabel(labels)
	default:
		return ""
	}
}

// settle lays the page out anew after parts of it have come, gone or grown.
func (p *Page) settle() {
	column.Settle(p.body)
	height := p.body.MinSize().Height
	if height == p.height {
		return
	}
	p.height = height
	// A change of the offset makes the scroller measure its content. Its
	// Refresh would do so as well, but repaint all inputs first.
	offset := p.scroll.Offset
	p.scroll.Offset.Y--
	p.scroll.ScrollToOffset(offset)
}

// toggle puts a label on the sentence or takes it off.
func (p *Page) toggle(labelKey string) {
	p.Flush()
	position := p.ws.Cursor()
	p.run.Do(func(ctx context.Context) (func(), error) {
		_, err := p.ws.ToggleLabel(ctx, position, labelKey)
		return nil, err
	})
}

// toggleEmpty says that the sentence holds nothing, or takes that back.
func (p *Page) toggleEmpty() {
	position := p.ws.Cursor()
	sentence, ok := p.ws.Sentence(position)
	if !ok {
		return
	}
	p.run.Do(func(ctx context.Context) (func(), error) {
		return nil, p.ws.MarkEmpty(ctx, position, !sentence.Empty)
	})
}

func (p *Page) done() {
	if p.OnDone != nil {
		p.OnDone()
	}
}

func (p *Page) codebook(labelKey string) {
	if p.OnCodebook != nil && labelKey != "" {
		p.OnCodebook(labelKey)
	}
}

// hooks are those of an input of a label's form. The hint says what it is for.
func (p *Page) hooks(labelKey, hint string, commit func()) field.Hooks {
	return field.Hooks{
		Commit: commit,
		Done:   p.done,
		Help:   func() { p.codebook(labelKey) },
		Focused: func(object fyne.CanvasObject) {
			p.explain(hint)
			p.reveal(object)
		},
		Blurred: func() { p.explain("") },
		Grown:   p.settle,
	}
}

// explain shows at the bottom what the input with the focus is for. What
// stands above keeps its place.
func (p *Page) explain(hint string) {
	p.hint.SetText(hint)
	show(p.footer, hint != "")
	// The width first: the height of wrapped text depends on it.
	p.footer.Resize(fyne.NewSize(p.frame.Size().Width, p.footer.MinSize().Height))
	column.Settle(p.frame)
}

// show shows or hides an object, without a refresh when it is so already.
func show(object fyne.CanvasObject, visible bool) {
	switch {
	case visible == object.Visible():
	case visible:
		object.Show()
	default:
		object.Hide()
	}
}
