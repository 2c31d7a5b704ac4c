package document

import (
	"slices"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/models"
)

// list is the blocks with their keys: Left and Right make the block under the
// cursor another kind, Space makes it boilerplate or not.
type list struct {
	widget.List

	outline *outline
	at      int // the block under the cursor
	rows    map[*row]int
	save    func()
	leave   func()
	moved   func()
	changed func()
	refused func(labels int)
}

func newList(o *outline) *list {
	l := &list{outline: o, rows: map[*row]int{}}
	l.Length = func() int { return len(o.blocks) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(l.offer, func(r *row) { l.turn(l.rows[r]) }) }
	l.UpdateItem = l.update
	l.OnHighlighted = func(id widget.ListItemID) { l.at = id; l.moved() }
	l.OnSelected = func(id widget.ListItemID) {
		l.UnselectAll()
		l.Highlight(id)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) update(id widget.ListItemID, object fyne.CanvasObject) {
	if r, ok := object.(*row); ok && id < len(l.outline.blocks) {
		l.rows[r] = id
		r.show(l.outline.blocks[id], l.outline.texts[id], l.outline.sentences(id))
	}
}

// TypedKey is called by the toolkit.
func (l *list) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft:
		l.step(-1)
	case fyne.KeyRight:
		l.step(1)
	case fyne.KeySpace:
		l.turn(l.at)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.save()
	case fyne.KeyEscape:
		l.leave()
	case fyne.KeyHome:
		l.Highlight(0)
	case fyne.KeyEnd:
		l.Highlight(len(l.outline.blocks) - 1)
	case fyne.KeyPageUp:
		l.Highlight(max(0, l.at-l.screen()))
	case fyne.KeyPageDown:
		l.Highlight(min(len(l.outline.blocks)-1, l.at+l.screen()))
	default:
		l.List.TypedKey(event)
	}
}

// screen is how many rows are in view.
func (l *list) screen() int {
	return max(1, int(l.Size().Height/(rowHeight+theme.Units(toolkit.SizeNamePadding))))
}

// step makes the block under the cursor the next kind that it can be.
func (l *list) step(by int) {
	if l.at >= len(l.outline.blocks) {
		return
	}
	all := models.BlockKinds()
	block := l.outline.blocks[l.at]
	at := slices.Index(all, block.Kind)
	for range len(all) - 1 {
		at = (at + by + len(all)) % len(all)
		if l.outline.become(l.at, all[at], block.Boilerplate) {
			l.shown(l.at)
			return
		}
	}
}

// turn makes a block boilerplate, or takes it into the text.
func (l *list) turn(at int) {
	if at >= len(l.outline.blocks) {
		return
	}
	block := l.outline.blocks[at]
	l.make(at, block.Kind, !block.Boilerplate)
}

func (l *list) make(at int, kind models.BlockKind, boilerplate bool) {
	l.Highlight(at)
	if !l.outline.become(at, kind, boilerplate) {
		l.refused(l.outline.labels(at))
		return
	}
	l.shown(at)
}

func (l *list) shown(at int) {
	l.RefreshItem(at)
	l.changed()
}

// offer shows the kinds to choose from.
func (l *list) offer(r *row, at fyne.Position) {
	over := fyne.CurrentApp().Driver().CanvasForObject(r)
	if over == nil {
		return
	}
	id := l.rows[r]
	menu := fyne.NewMenu("")
	for _, kind := range models.BlockKinds() {
		item := fyne.NewMenuItem(locale.T(kinds[kind]), func() { l.make(id, kind, l.outline.blocks[id].Boilerplate) })
		item.Checked = l.outline.blocks[id].Kind == kind
		menu.Items = append(menu.Items, item)
	}
	widget.ShowPopUpMenuAtPosition(menu, over, at)
}
