// Package checklist is a list of which one checks what one wants, with the
// mouse or with the keys: Space checks a row, Ctrl+A all of them, Enter is the
// answer and Escape leaves.
package checklist

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Item is one row.
type Item struct {
	Title  string
	Aside  string            // at the right end of the title
	Note   string            // below the title, where the list has notes
	Icon   fyne.Resource     // before the title; nil: none
	Quiet  bool              // set in a lighter tone
	Locked bool              // it cannot be checked
	Bare   bool              // it has no check mark: pressing it is the choice
	Mark   string            // a word about the item before its note
	Tone   widget.Importance // of the mark
}

// Hooks are what the list tells its page. Each may be nil.
type Hooks struct {
	Moved   func(at int) // the cursor stands on another row
	Changed func()       // something was checked or is no longer
	Pressed func(at int) // a row was pressed beside its check mark
	Answer  func()       // Enter
	Leave   func()       // Escape
	Back    func()       // Backspace or Left
	Into    func(at int) // Right
}

// List is the widget. Make it with [New].
type List struct {
	widget.List

	hooks   Hooks
	notes   bool
	items   []Item
	checked []bool
	at      int
	rows    map[*row]int
}

// New makes an empty list. Rows have a second line when notes is set.
func New(notes bool, hooks Hooks) *List {
	l := &List{hooks: hooks, notes: notes, rows: map[*row]int{}}
	l.Length = func() int { return len(l.items) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(l.notes, func(r *row) { l.Turn(l.rows[r]) }) }
	l.UpdateItem = func(id widget.ListItemID, object fyne.CanvasObject) {
		if r, ok := object.(*row); ok && id < len(l.items) {
			l.rows[r] = id
			r.show(l.items[id], l.checked[id])
		}
	}
	l.OnHighlighted = func(id widget.ListItemID) {
		l.at = id
		if l.hooks.Moved != nil {
			l.hooks.Moved(id)
		}
	}
	l.OnSelected = l.pressed
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other items; checked says which of them are, and may be nil.
func (l *List) Set(items []Item, checked []bool) {
	l.items = items
	l.checked = make([]bool, len(items))
	copy(l.checked, checked)
	l.at = 0
	l.ScrollToTop()
	l.Refresh()
}

// Renew shows the items anew, as many as before, with the same ones checked.
func (l *List) Renew(items []Item) {
	l.items = items
	for i, item := range items {
		l.checked[i] = l.checked[i] && !item.Locked
	}
	l.Refresh()
	l.changed()
}

// At returns the row of the cursor.
func (l *List) At() int { return l.at }

// Checked returns the rows that are checked, in their order.
func (l *List) Checked() []int {
	var rows []int
	for i, on := range l.checked {
		if on {
			rows = append(rows, i)
		}
	}
	return rows
}

// Check checks a row or takes its mark away. What is locked stays as it is.
func (l *List) Check(at int, on bool) {
	if at < 0 || at >= len(l.items) || l.items[at].Locked || l.checked[at] == on {
		return
	}
	l.checked[at] = on
	l.RefreshItem(at)
	l.changed()
}

// CheckAll checks every row that is not locked, or none.
func (l *List) CheckAll(on bool) {
	for i := range l.checked {
		l.checked[i] = on && !l.items[i].Locked
	}
	l.Refresh()
	l.changed()
}

// Turn checks a row, or takes its mark away.
func (l *List) Turn(at int) {
	if at < len(l.items) {
		l.Check(at, !l.checked[at])
		l.Highlight(at)
	}
}

func (l *List) changed() { call(l.hooks.Changed) }

func (l *List) pressed(id widget.ListItemID) {
	l.UnselectAll()
	l.Highlight(id)
	if l.hooks.Pressed != nil {
		l.hooks.Pressed(id)
	}
}

func call(hook func()) {
	if hook != nil {
		hook()
	}
}

// TypedKey is called by the toolkit.
func (l *List) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace:
		l.Turn(l.at)
	case fyne.KeyReturn, fyne.KeyEnter:
		call(l.hooks.Answer)
	case fyne.KeyEscape:
		call(l.hooks.Leave)
	case fyne.KeyBackspace, fyne.KeyLeft:
		call(l.hooks.Back)
	case fyne.KeyRight:
		if l.hooks.Into != nil && len(l.items) > 0 {
			l.hooks.Into(l.at)
		}
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(len(l.items) - 1)
	case fyne.KeyPageUp:
		l.goTo(l.at - l.screen())
	case fyne.KeyPageDown:
		l.goTo(l.at + l.screen())
	default:
		l.List.TypedKey(event)
	}
}

// TypedRune goes to the next row that begins with a letter, as lists of files do.
func (l *List) TypedRune(typed rune) {
	for step := 1; step <= len(l.items); step++ {
		at := (l.at + step) % len(l.items)
		first, _ := utf8.DecodeRuneInString(l.items[at].Title)
		if unicode.ToLower(first) == unicode.ToLower(typed) {
			l.goTo(at)
			return
		}
	}
}

// TypedShortcut is called by the toolkit.
func (l *List) TypedShortcut(shortcut fyne.Shortcut) {
	if _, all := shortcut.(*fyne.ShortcutSelectAll); all {
		l.CheckAll(true)
	}
}

func (l *List) goTo(at int) {
	if len(l.items) > 0 {
		l.Highlight(max(0, min(at, len(l.items)-1)))
	}
}

// screen is how many rows are in view.
func (l *List) screen() int {
	height := newRow(l.notes, nil).MinSize().Height
	return max(1, int(l.Size().Height/height)-1)
}
