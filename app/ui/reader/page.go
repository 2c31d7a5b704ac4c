package reader

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/background"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textview"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts of the page.
const (
	textNone     = "No article open"
	textPick     = "Choose one at the left, drop a file here, or press Ctrl+O."
	textBlank    = "This article has no sentences, so there is nothing to label in it."
	textOpen     = "Add articles…"
	textFind     = "Find in this article"
	textNotFound = "Not found"
	textMatch    = "%d of %d"
	textFinished = "Finished"
)

// keyFinished is the key beside the box that marks the article as finished.
const keyFinished = "D"

// Actions is what the page needs from the window.
type Actions struct {
	Toggle    func(labelKey string)
	Finish    func() // marks the article as done, or takes that back
	OpenFiles func()
	Details   func() // Enter or a double click on a sentence
	Menu      func(at fyne.Position)
	Key       func(*fyne.KeyEvent)
	Rune      func(rune)
	Shortcut  func(fyne.Shortcut)
}

// Page is the open article.
type Page struct {
	ws     *workspace.Workspace
	post   background.Poster
	cancel func()
	badges map[string]string

	view    *textview.View
	marks   *marker
	bar     *bar
	find    *findBar
	blank   fyne.CanvasObject // says that the article has no sentences
	nothing fyne.CanvasObject // says that no article is open
	frame   *frame.Frame
	content fyne.CanvasObject
	shown   string // the UID of the article on show
}

// sheet is an article made ready off the window's goroutine.
type sheet struct {
	content models.Content
	open    bool
	doc     textview.Document
	others  []models.Annotator
}

// Setting is how the text is set.
type Setting struct {
	Typeface theme.Typeface
	TextSize float32 // units
	Measure  int     // the greatest width of the column, in characters
}

// New makes the page of an open project. The error is that of a font that
// cannot be read.
func New(ws *workspace.Workspace, post background.Poster, badges map[string]string, setting Setting, actions Actions) (*Page, error) {
	p := &Page{ws: ws, post: post, badges: badges, marks: newMarker(ws)}
	regular, bold := theme.Faces(setting.Typeface)
	view, err := textview.New(textview.Options{
		Palette: palette(ws.Labels(), badges, nil),
		Regular: regular, Bold: bold, TextSize: setting.TextSize,
		Poster:     post,
		OnCursor:   ws.MoveTo,
		OnOpen:     func(int) { actions.Details() },
		OnMenu:     func(_ int, at fyne.Position) { actions.Menu(at) },
		OnKey:      func(event *fyne.KeyEvent) bool { actions.Key(event); return true },
		OnRune:     func(r rune) bool { actions.Rune(r); return true },
		OnShortcut: actions.Shortcut,
	})
	if err != nil {
		return nil, err
	}
	p.view = view
	view.SetMeasure(setting.Measure)
	view.SetMarks(p.marks.mark)
	p.bar = newBar(ws.Labels(), badges, actions, p.Focus)
	p.find = newFindBar(view, p.closeFind)
	p.blank = newBlank()
	p.nothing = newNotice(actions.OpenFiles, ws.ReadOnly())
	p.frame = frame.New(
		[]fyne.CanvasObject{p.bar.object, p.find.object, p.blank}, container.NewStack(view, p.nothing), nil)
	p.content = surface.New(toolkit.ColorNameBackground, p.frame.Object())
	p.cancel = ws.Subscribe(p.heard)
	p.show(p.prepare())
	return p, nil
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.content }

// View returns the text itself.
func (p *Page) View() *textview.View { return p.view }

// Close ends the subscription.
func (p *Page) Close() { p.cancel() }

// Focus gives the keyboard to the text.
func (p *Page) Focus() {
	if p.shown != "" {
		keyboard.Give(p.view)
		return
	}
	if c := keyboard.Canvas(p.Object()); c != nil {
		c.Unfocus() // there is no text: the keys go to the window
	}
}

// Find opens the bar to find words.
func (p *Page) Find() {
	if p.shown == "" {
		return
	}
	p.find.object.Show()
	p.frame.Arrange()
	p.find.open()
}

func (p *Page) closeFind() {
	p.frame.Arrange()
	p.Focus()
}

// Mark returns how a sentence is decorated.
func (p *Page) Mark(position int) textview.Mark { return p.marks.mark(position) }

// Page turns one page, downwards when direction is 1, upwards when it is -1.
func (p *Page) Page(direction int) {
	name := fyne.KeyPageDown
	if direction < 0 {
		name = fyne.KeyPageUp
	}
	p.view.TypedKey(&fyne.KeyEvent{Name: name})
}

// HasCaret reports whether the user points at a place inside the current
// sentence.
func (p *Page) HasCaret() bool {
	_, ok := p.view.Caret()
	return ok
}

// Caret returns the place inside the current sentence that the user points at,
// in code points into the article's text; false when there is none.
func (p *Page) Caret() (offset int, ok bool) {
	at, ok := p.view.Caret()
	return utf8.RuneCountInString(p.view.Document().Text[:at]), ok
}

// ShowLabels shows a button for each label above the text, or puts them away.
func (p *Page) ShowLabels(shown bool) { p.bar.showChips(shown) }

// SetTextSize changes the size of body text, in units.
func (p *Page) SetTextSize(size float32) { p.view.SetTextSize(size) }

// Set sets the text anew. The error is that of a font that cannot be read.
func (p *Page) Set(setting Setting) error {
	p.view.SetTextSize(setting.TextSize)
	p.view.SetMeasure(setting.Measure)
	return p.view.SetTypeface(theme.Faces(setting.Typeface))
}

// heard runs on the goroutine of the action. What can be made ready there does
// not hold up the window.
func (p *Page) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.ArticleOpened:
		ready := p.prepare()
		p.post(func() { p.show(ready) })
	case workspace.CursorMoved:
		p.post(p.follow)
	case workspace.SentencesChanged:
		p.post(func() { p.changed(event.Sentences) })
	case workspace.SuggestionsChanged:
		p.post(func() { p.changed(nil) })
	case workspace.LibraryChanged, workspace.UndoChanged, workspace.AnnotatorChanged, workspace.SavedChanged, workspace.BackupFailed,
		workspace.CodebookChanged, workspace.ReviewChanged:
	}
}

func (p *Page) prepare() sheet {
	content, open := p.ws.Article()
	if !open {
		return sheet{}
	}
	return sheet{
		content: content, open: true, doc: document(content),
		others: colleagues(p.ws, len(content.Sentences)),
	}
}

// show lays an article out. The same article again keeps its place.
func (p *Page) show(ready sheet) {
	p.marks.forget(nil)
	clear(p.marks.layers)
	for place, annotator := range ready.others {
		p.marks.layers[annotator.ID] = place
	}
	uid := ready.content.Article.UID
	again := uid == p.shown
	if !again || !slices.Equal(ready.doc.Sentences, p.view.Document().Sentences) {
		p.shown = uid
		p.lay(ready.doc, again)
		p.find.changed()
		p.bar.describe(ready.content.Article)
	}
	p.view.SetPalette(palette(p.ws.Labels(), p.badges, ready.others))
	setShown(p.nothing, !ready.open)
	setShown(p.view, ready.open)
	setShown(p.bar.object, ready.open)
	setShown(p.blank, ready.open && len(ready.doc.Sentences) == 0)
	p.frame.Arrange()
	p.follow()
}

// lay shows another document. After a repair, which changes the sentences of
// the same text, the page stays where it is unless the cursor is elsewhere.
func (p *Page) lay(doc textview.Document, again bool) {
	place := p.view.Bookmark()
	p.view.SetDocument(doc)
	if !again {
		return
	}
	p.view.SetCursor(p.ws.Cursor())
	p.view.SetBookmark(place)
	if _, visible := p.view.SentenceAnchor(p.view.Cursor()); !visible {
		p.view.SetCursor(p.ws.Cursor())
	}
}

func (p *Page) follow() {
	if p.view.Cursor() != p.ws.Cursor() {
		p.view.SetCursor(p.ws.Cursor())
	}
	sentence, _ := p.ws.Current()
	p.bar.follow(sentence)
	p.bar.finished.SetOn(p.ws.Finished())
}

func (p *Page) changed(sentences []int) {
	p.marks.forget(sentences)
	p.view.RefreshSentence(sentences...)
	p.follow()
}

func setShown(object fyne.CanvasObject, shown bool) {
	switch {
	case shown == object.Visible():
	case shown:
		object.Show()
	default:
		object.Hide()
	}
}
