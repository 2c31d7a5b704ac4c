// Package search is the page that looks for sentences in the whole project
// while one types, and goes to the one that is chosen.
package search

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts of the page.
const (
	textField   = "Search every sentence of the project"
	textHow     = `Every word must be in the sentence. "Words in quotes" stand side by side; -word leaves sentences out.`
	textNothing = "No sentence has these words."
	textRanked  = "%s in %s, the best first"
	textPaged   = "%s in %s, the newest first"
	textCapped  = "More than %s sentences, the newest articles first"
	textInTitle = "title"
)

const (
	pageWidth  = 880 // units
	pageHeight = 640
	pageEdge   = 48 // units that the window shows around the page
	leap       = 8  // results that Page Up and Page Down go
	mostTitles = 5  // articles that are found by their titles
	nearEnd    = 10 // rows before the end at which more are read
)

// Actions is what the page needs from the window.
type Actions struct {
	// Open goes to a sentence, or with sentence 0 to an article.
	Open func(articleUID string, sentence int64)
	// Closed hears that the page is gone.
	Closed func()
}

// Page is the search over the window. It keeps its words and results, so that
// it can be shown again where it was left.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	actions Actions

	words   string // what is typed
	found   *results
	at      int // the row that Enter opens, -1: none
	reading bool
	popup   *widget.PopUp
	field   *field
	list    *widget.List
	status  *textline.Line
	content fyne.CanvasObject
	over    fyne.Canvas
}

// New makes the page; [Page.Show] shows it. Questions go through reads, one at
// a time: what was typed while one was under way is asked for afterwards, and
// what was typed over is never asked for.
func New(ws *workspace.Workspace, reads *background.Runner, over fyne.Canvas, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, actions: actions, found: &results{}, at: -1, over: over}
	p.field = newField(p.typedKey)
	p.field.OnChanged = p.typed
	p.status = textline.New(locale.T(textHow), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	p.list = widget.NewList(func() int { return len(p.found.items) },
		func() fyne.CanvasObject { return newRow() }, p.update)
	p.list.HideSeparators = true
	p.list.OnSelected = p.tapped
	head := container.NewVBox(p.field, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, theme.Gap), p.status))
	p.content = container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Gap, theme.Gap),
		container.NewBorder(head, nil, nil, nil, p.list))
	return p
}

// Show shows the page with the words that were typed last, all of them
// selected, so that typing replaces them.
func (p *Page) Show() {
	size := p.over.Size()
	p.popup = widget.NewModalPopUp(p.content, p.over)
	p.popup.Resize(fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge)))
	p.popup.Show()
	p.over.Focus(p.field)
	p.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	if p.words != "" {
		p.ask() // the project may have changed
	}
	p.measure()
}

// Hide takes the page away.
func (p *Page) Hide() {
	if !p.Shown() {
		return
	}
	p.popup.Hide()
	p.actions.Closed()
}

// Shown reports whether the page is on screen.
func (p *Page) Shown() bool { return p.popup != nil && p.popup.Visible() }

// Type puts words into the field, as typing does.
func (p *Page) Type(words string) { p.field.SetText(words) }

// Press acts on a key, as the field does.
func (p *Page) Press(name fyne.KeyName) { p.field.TypedKey(&fyne.KeyEvent{Name: name}) }

// Status returns what the page says about the results.
func (p *Page) Status() string { return p.status.Text() }

// Rows returns the results as they are read: titles of articles, and their
// sentences.
func (p *Page) Rows() []string {
	rows := make([]string, len(p.found.items))
	for i, item := range p.found.items {
		rows[i] = item.article.Title
		if item.hit != nil {
			rows[i] = item.hit.Snippet
		}
	}
	return rows
}

func (p *Page) typed(words string) {
	p.words = words
	p.ask()
}

// ask looks for what is typed, unless a question is under way.
func (p *Page) ask() {
	if p.reading {
		return
	}
	p.reading = true
	words := p.words
	p.reads.Do(func(ctx context.Context) (func(), error) {
		page, err := p.ws.Search(ctx, models.Search{Words: words})
		if err != nil {
			return func() { p.reading = false }, err
		}
		titles, err := p.titles(ctx, words)
		return func() { p.arrived(words, titles, page) }, err
	})
}

// titles finds articles by their titles, for plain words only.
func (p *Page) titles(ctx context.Context, words string) ([]models.ArticleRow, error) {
	if strings.TrimSpace(words) == "" || strings.ContainsAny(words, `"-`) {
		return nil, nil
	}
	rows, _, err := p.ws.Library(ctx, models.ArticleFilter{Search: words, Limit: mostTitles})
	return rows, err
}

func (p *Page) arrived(words string, titles []models.ArticleRow, page models.SearchPage) {
	p.reading = false
	if words != p.words {
		p.ask()
		return
	}
	same := words == p.found.words
	p.found = begin(words, titles, page)
	if !same || p.at >= len(p.found.items) {
		p.at = p.found.first()
		p.list.ScrollToTop()
	}
	p.showStatus()
	p.measure()
}

// more reads the next page of many hits.
func (p *Page) more() {
	if p.reading || p.found.page.Next == 0 {
		return
	}
	p.reading = true
	words, next := p.found.words, p.found.page.Next
	p.reads.Do(func(ctx context.Context) (func(), error) {
		page, err := p.ws.Search(ctx, models.Search{Words: words, Before: next})
		return func() {
			p.reading = false
			if words != p.words {
				p.ask()
				return
			}
			if err == nil {
				p.found.extend(page)
				p.showStatus()
				p.measure()
			}
		}, err
	})
}

func (p *Page) showStatus() {
	page := p.found.page
	hits, heads := sentences(page.Count), articles(p.found.heads)
	text := locale.T(textPaged, hits, heads)
	switch {
	case strings.TrimSpace(p.words) == "":
		text = locale.T(textHow)
	case page.Count == 0:
		text = locale.T(textNothing)
	case page.Capped:
		text = locale.T(textCapped, locale.Number(models.SearchCountCap))
	case page.Ranked:
		text = locale.T(textRanked, hits, heads)
	case page.Next != 0: // the articles are not all known yet
		text = hits
	}
	p.status.SetText(text)
}

// measure gives every row its height.
func (p *Page) measure() {
	width := p.list.Size().Width
	for i, item := range p.found.items {
		p.list.SetItemHeight(i, height(item, width))
	}
	p.list.Refresh()
}

func (p *Page) update(index widget.ListItemID, object fyne.CanvasObject) {
	if line, ok := object.(*row); ok && index < len(p.found.items) {
		line.show(p.found.items[index], index == p.at)
	}
	if index >= len(p.found.items)-nearEnd {
		p.more()
	}
}
