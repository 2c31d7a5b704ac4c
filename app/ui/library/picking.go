package library

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
)

// The texts of the bar that shows while articles are chosen.
const (
	textChosen = "%s selected"
	textExport = "Export…"
	textEdit   = "Edit…"
	textDelete = "Delete"
)

// Selection returns the UIDs of the articles that are chosen together, none
// when a single one is at work.
func (p *Page) Selection() []string { return append([]string(nil), p.chosen.uids...) }

// Targets returns what an action on an article is about: the whole selection
// when it is part of it, else this one alone.
func (p *Page) Targets(uid string) []string {
	if p.chosen.has(uid) {
		return p.Selection()
	}
	return []string{uid}
}

// atHand returns what a key on the list is about: the selection, or else the
// row that the keys are on.
func (p *Page) atHand() []string {
	if len(p.chosen.uids) > 0 {
		return p.Selection()
	}
	if article, known := p.shelf.row(p.list.at); known {
		return []string{article.UID}
	}
	return nil
}

// ClearSelection chooses nothing and reports whether anything was chosen.
func (p *Page) ClearSelection() bool {
	cleared := p.chosen.clear()
	if cleared {
		p.showSelection()
	}
	return cleared
}

// SelectAll chooses every article that the filter lets through.
func (p *Page) SelectAll() { p.choose(0, p.shelf.total) }

// picked acts on a row that was tapped: alone it opens, with Ctrl it goes into
// the selection or out of it, with Shift everything up to it does.
func (p *Page) picked(index int, held fyne.KeyModifier) {
	article, known := p.shelf.row(index)
	if !known {
		return
	}
	p.list.settleOn(index)
	switch {
	case held&fyne.KeyModifierShift != 0:
		p.extend(index)
	case held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		if len(p.chosen.uids) == 0 && p.current != article.UID && p.shelf.find(p.current) >= 0 {
			p.chosen.add(p.current)
		}
		p.chosen.toggle(article.UID)
		p.chosen.anchor = index
		p.showSelection()
	default:
		p.ClearSelection()
		p.chosen.anchor = index
		p.actions.Open(article.UID)
	}
}

// extend chooses everything between the anchor and a row.
func (p *Page) extend(index int) {
	if p.chosen.anchor < 0 {
		p.chosen.anchor = max(0, p.shelf.find(p.current))
	}
	anchor := p.chosen.anchor
	p.choose(min(anchor, index), max(anchor, index)+1)
}

// choose selects the rows from one index up to another. Those that are not in
// memory are asked for.
func (p *Page) choose(from, to int) {
	var uids []string
	for index := from; index < to; index++ {
		article, known := p.shelf.row(index)
		if !known {
			p.chooseUnread(from, to)
			return
		}
		uids = append(uids, article.UID)
	}
	p.chosen.replace(uids)
	p.showSelection()
}

func (p *Page) chooseUnread(from, to int) {
	filter, round := p.filter, p.round
	filter.Offset, filter.Limit = from, to-from
	p.reads.Do(func(ctx context.Context) (func(), error) {
		uids, err := p.ws.ArticleUIDs(ctx, filter)
		return func() {
			if err == nil && round == p.round {
				p.chosen.replace(uids)
				p.showSelection()
			}
		}, err
	})
}

// showSelection brings rows and bar into step with what is chosen.
func (p *Page) showSelection() {
	p.list.Refresh()
	before := p.bar.object.Visible()
	p.bar.show(len(p.chosen.uids))
	p.frame.Refresh()
	if !before && p.bar.object.Visible() {
		p.list.ScrollTo(p.list.at) // the bar may have come over the row
	}
}

// chosenText says how many articles are chosen.
func chosenText(count int) string { return locale.T(textChosen, articles(count)) }
