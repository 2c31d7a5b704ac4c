package library

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/finder"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts of the page.
const (
	textSearch  = "Search titles and sources"
	textEmpty   = "No articles yet"
	textHow     = "Drop files or folders here,\nor press Ctrl+O."
	textOpen    = "Add articles…"
	textNoMatch = "Nothing found"
	textTry     = "No article has these words and fits the filter."
	textAdded   = "Added %s"
	textOne     = "%s article"
	textMany    = "%s articles"
)

// Actions is what the page needs from the window.
type Actions struct {
	Open      func(uid string)
	OpenFiles func()
	Menu      func(uid string, at fyne.Position)
	Leave     func() // gives the keyboard back to the reading pane
	Key       func(*fyne.KeyEvent)
	Rune      func(rune)
	Shortcut  func(fyne.Shortcut)

	// Cover hears what the page lays over the window, for Escape to take away.
	Cover func(overlay interface{ Hide() })

	// What can be done with several articles at once, by their UIDs.
	Export, Edit, Delete func(uids []string)
}

// Page is the list of articles.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions
	cancel  func()

	shelf   *shelf
	filter  models.ArticleFilter // without a page of it
	chosen  *selection
	layers  []option // everybody, as the filter names them
	round   int      // counts filters, so that a late answer to an old one is dropped
	fresh   bool     // the shelf is that of another filter and waits to be replaced
	reading bool
	current string // the UID of the open article

	field        *finder.Finder
	count        *textline.Line
	sort         *field.Button
	filterButton *field.Button
	summary      *textline.Line
	narrowed     *fyne.Container // the summary, while the filter leaves anything out
	list         *rows
	nothing      *notice
	bar          *bar
	frame        *fyne.Container
	content      fyne.CanvasObject
}

// New makes the page of an open project. The articles are read through reads,
// so that they never wait for an action.
func New(ws *workspace.Workspace, reads *background.Runner, post background.Poster, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions, shelf: newShelf(), chosen: newSelection()}
	p.list = newRows(func() int { return p.shelf.total },
		func() fyne.CanvasObject { return newRow(actions.Menu, p.picked) }, p.update)
	p.list.actions = listActions{
		key: actions.Key, typed: actions.Rune, shortcut: actions.Shortcut, leave: p.leave,
		all: p.SelectAll, extend: p.extend, remove: func() { actions.Delete(p.atHand()) },
	}
	p.list.OnSelected = p.selected
	p.nothing = newNotice(actions.OpenFiles, ws.ReadOnly())
	p.bar = p.newBar()
	p.frame = container.NewBorder(inset(p.head(), theme.Gap), p.bar.object, nil, nil,
		container.NewStack(inset(p.list, theme.Gap), p.nothing.object))
	p.content = surface.New(theme.ColorNamePane, p.frame)
	if content, ok := ws.Article(); ok {
		p.current = content.Article.UID
	}
	p.cancel = ws.Subscribe(func(event workspace.Event) { p.heard(event, post) })
	p.reload()
	return p
}

// head is what stands above the list: the search, the count, order and filter.
func (p *Page) head() fyne.CanvasObject {
	small := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	p.field = finder.New(locale.T(textSearch), finder.Actions{Changed: p.find, Enter: p.openFirst, Leave: p.actions.Leave})
	p.field.SetIcon(toolkit.SearchIcon())
	p.count = textline.New("", small)
	p.sort = p.newSortButton()
	hooks := field.Hooks{Done: p.actions.Leave}
	p.filterButton = field.NewButton(locale.T(textFilter), toolkit.IconNameArrowDropDown, p.ShowFilter, hooks)
	p.summary = textline.New("", textline.Look{Size: theme.SizeNameSmall, Style: fyne.TextStyle{Bold: true}})
	p.narrowed = container.NewBorder(nil, nil, nil, field.NewButton(locale.T(textUnfilter), "", p.Unfilter, hooks), p.summary)
	p.narrowed.Hide()
	return container.NewVBox(gap(theme.Tight), p.field,
		inset(container.NewBorder(nil, nil, nil, p.filterButton, narrow(p.sort)), theme.Gap),
		inset(p.narrowed, theme.Gap), inset(p.count, theme.Gap))
}

// leave puts the selection away, or else gives the keyboard back.
func (p *Page) leave() {
	if !p.ClearSelection() {
		p.actions.Leave()
	}
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.content }

// Close ends the subscription.
func (p *Page) Close() { p.cancel() }

// FocusSearch gives the keyboard to the search field.
func (p *Page) FocusSearch() { keyboard.Give(p.field) }

// FocusList gives the keyboard to the list.
func (p *Page) FocusList() { keyboard.Give(p.list) }

// Find narrows the list down to articles with these words in title or source.
func (p *Page) Find(words string) { p.field.SetText(words) }

// Rows returns how many articles the list has.
func (p *Page) Rows() int { return p.shelf.total }

// Offset returns how far the list is scrolled, in units.
func (p *Page) Offset() float32 { return p.list.GetScrollOffset() }

// Row returns the article at an index of the list, false while it is read.
func (p *Page) Row(index int) (models.ArticleRow, bool) { return p.shelf.row(index) }

// ScrollTo moves the list by units.
func (p *Page) ScrollTo(offset float32) { p.list.ScrollToOffset(offset) }

func (p *Page) heard(event workspace.Event, post background.Poster) {
	switch event.Kind {
	case workspace.LibraryChanged, workspace.AnnotatorChanged:
		post(p.reload)
	case workspace.ArticleOpened:
		post(p.followArticle)
	case workspace.CursorMoved, workspace.SentencesChanged, workspace.UndoChanged, workspace.SavedChanged,
		workspace.SuggestionsChanged, workspace.BackupFailed, workspace.CodebookChanged, workspace.ReviewChanged:
	}
}

func (p *Page) followArticle() {
	uid := ""
	if content, ok := p.ws.Article(); ok {
		uid = content.Article.UID
	}
	if uid == p.current {
		return
	}
	p.current = uid
	p.list.Refresh()
	if at := p.shelf.find(uid); at >= 0 {
		p.list.ScrollTo(at)
	}
}

func (p *Page) find(words string) {
	filter := p.filter
	filter.Search = words
	p.SetFilter(filter)
}

// reload reads anew what is on screen; until then the old rows stay.
func (p *Page) reload() {
	p.shelf.age()
	first, last := p.visible()
	for number := last / sheetRows; number >= first/sheetRows; number-- {
		p.shelf.want(number)
	}
	p.read()
}

// visible returns the first and last index on screen.
func (p *Page) visible() (first, last int) {
	height := newRow(nil, nil).MinSize().Height + theme.Units(toolkit.SizeNamePadding)
	offset := p.list.GetScrollOffset()
	first = int(offset / height)
	return first, first + int(p.list.Size().Height/height) + 1
}

// read fetches the next sheet that is wanted, one at a time.
func (p *Page) read() {
	if p.reading {
		return
	}
	number, ok := p.shelf.next()
	if !ok {
		return
	}
	p.reading = true
	round := p.round
	filter := p.filter
	filter.Offset, filter.Limit = number*sheetRows, sheetRows
	p.reads.Do(func(ctx context.Context) (func(), error) {
		rows, total, err := p.ws.Library(ctx, filter)
		return func() { p.arrived(round, number, rows, total, err) }, err
	})
}

func (p *Page) arrived(round, number int, rows []models.ArticleRow, total int, err error) {
	p.reading = false
	if err == nil && round == p.round {
		p.lay(number, rows, total)
	}
	p.read()
}

func (p *Page) lay(number int, rows []models.ArticleRow, total int) {
	replaced := p.fresh
	if replaced {
		p.fresh = false
		p.shelf = newShelf()
	}
	if !p.shelf.put(number, rows, total) && !replaced {
		return
	}
	p.showTotal(total)
	p.list.Refresh()
	if replaced {
		p.list.ScrollTo(p.best())
	}
}

// best returns the row that a list made anew begins with: the open article as
// far as it is known, of what was looked for the first one.
func (p *Page) best() int {
	if p.filter.Search != "" {
		return 0
	}
	return max(0, p.shelf.find(p.current))
}

func (p *Page) showTotal(total int) {
	p.count.SetText(articles(total))
	p.nothing.show(total == 0, p.filter.Search != "" || p.filter.Narrows())
}

// articles says how many articles there are.
func articles(count int) string {
	return locale.N(count, textOne, textMany, locale.Number(count))
}

func (p *Page) update(index widget.ListItemID, object fyne.CanvasObject) {
	line, ok := object.(*row)
	if !ok {
		return
	}
	article, known := p.shelf.row(index)
	line.index = index
	if !known {
		line.blank()
	} else {
		line.show(article, article.UID == p.current, p.chosen.has(article.UID))
	}
	p.read()
}

func (p *Page) selected(index widget.ListItemID) {
	p.list.UnselectAll()
	if article, known := p.shelf.row(index); known {
		p.actions.Open(article.UID)
	}
}

func (p *Page) openFirst() {
	if article, known := p.shelf.row(0); known {
		p.actions.Open(article.UID)
	}
}

// Known returns an article that is or was lately on screen.
func (p *Page) Known(uid string) (models.Article, bool) {
	at := p.shelf.find(uid)
	if at < 0 {
		return models.Article{}, false
	}
	article, known := p.shelf.row(at)
	return article.Article, known
}

// Holds reports whether a widget with the focus belongs to this page.
func (p *Page) Holds(focused fyne.Focusable) bool {
	return focused == fyne.Focusable(p.list) || focused == fyne.Focusable(p.field)
}
