// Package intake is the page that says what became of each file of an import:
// what was added, what is nearly the same as an article that was there, what was
// there already, and what could not be read and why. It can be copied.
package intake

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// The texts of the page.
//
//locale:texts
const (
	textTitle      = "What became of each file"
	textCopy       = "Copy"
	textClose      = "Close"
	textOpen       = "Open"
	textOpenTheOne = "Open the one you have"
	textPasted     = "the pasted text"
	headOutcome    = "Outcome"
	headFile       = "File"
	headArticle    = "Article"
	headRemark     = "What to know"
)

const (
	pageWidth  = 860 // units
	pageHeight = 620
	pageEdge   = 48 // units that the window shows around the page
)

// Actions is what the page needs from the window.
type Actions struct {
	Open   func(articleUID string)
	Copy   func(text string)
	Closed func()
}

// Page is the report over the window.
type Page struct {
	report  []workspace.Imported
	entries []entry
	actions Actions
	modal   *modal.Modal
	list    *list
}

// New makes the page; [Page.Modal] shows it.
func New(report []workspace.Imported, over fyne.Canvas, actions Actions) *Page {
	p := &Page{report: report, entries: entriesOf(report), actions: actions}
	p.list = newList(p)
	summary := textline.New(Summary(report), textline.Look{})
	content := container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), summary), nil, nil, nil, p.list)
	p.modal = modal.New(locale.T(textTitle), content, over,
		modal.Button{Text: locale.T(textCopy), Stay: true, Press: p.Copy}, modal.Button{Text: locale.T(textClose), Primary: true})
	p.modal.SetOnClosed(actions.Closed)
	size := over.Size()
	p.modal.Resize(fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge)))
	return p
}

// Modal returns the page for the window to show.
func (p *Page) Modal() *modal.Modal { return p.modal }

// First returns what gets the keyboard.
func (p *Page) First() fyne.Focusable { return p.list }

// Rows returns what the rows say, in their order.
func (p *Page) Rows() []string {
	rows := make([]string, len(p.entries))
	for i, e := range p.entries {
		rows[i] = locale.T(outcomes[e.outcome]) + ": " + e.name() + ". " + e.remark
	}
	return rows
}

// Copy puts the report on the clipboard.
func (p *Page) Copy() { p.actions.Copy(Table(p.report)) }

// Open opens the article of a row, as its button does; nothing for what could
// not be read.
func (p *Page) Open(row int) {
	if row < 0 || row >= len(p.entries) || p.entries[row].uid == "" {
		return
	}
	p.modal.Hide()
	p.actions.Open(p.entries[row].uid)
}

// list is the rows with the keys of the page: Enter opens, Ctrl+C copies all.
type list struct {
	widget.List

	page *Page
	at   int
}

func newList(p *Page) *list {
	l := &list{page: p}
	l.Length = func() int { return len(p.entries) }
	l.CreateItem = func() fyne.CanvasObject { return newRow() }
	l.UpdateItem = func(id widget.ListItemID, object fyne.CanvasObject) {
		if r, ok := object.(*row); ok && id < len(p.entries) {
			r.show(p.entries[id], func() { p.Open(id) })
		}
	}
	l.OnHighlighted = func(id widget.ListItemID) { l.at = id }
	l.OnSelected = func(id widget.ListItemID) {
		l.UnselectAll()
		l.Highlight(id)
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey is called by the toolkit.
func (l *list) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.page.Open(l.at)
	case fyne.KeyEscape:
		l.page.modal.Hide()
	default:
		l.List.TypedKey(event)
	}
}

// TypedShortcut is called by the toolkit.
func (l *list) TypedShortcut(shortcut fyne.Shortcut) {
	if _, ok := shortcut.(*fyne.ShortcutCopy); ok {
		l.page.Copy()
	}
}
