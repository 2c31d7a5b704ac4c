package consistency

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/workspace"
	"glossator/models"
)

// current is the group under the cursor.
func (p *Page) current() (*group, bool) {
	if p.list.at >= len(p.visible) {
		return nil, false
	}
	return &p.groups[p.visible[p.list.at]], true
}

// look reads the sentences of the group under the cursor.
func (p *Page) look() {
	g, ok := p.current()
	if !ok {
		p.asked, p.rows = 0, nil
		p.sentences.Refresh()
		return
	}
	if p.asked == g.SentenceIDs[0] {
		return
	}
	p.asked, p.sentences.at = g.SentenceIDs[0], 0
	clear(p.left)
	p.sentences.ScrollToTop()
	p.read(g)
}

func (p *Page) read(g *group) {
	asked, ids, who := p.asked, g.SentenceIDs, p.annotator().UID
	p.reads.Do(func(ctx context.Context) (func(), error) {
		rows, err := p.ws.Likes(ctx, who, ids)
		return func() {
			if err == nil && asked == p.asked {
				p.put(rows)
			}
		}, err //nolint:wrapcheck // the window explains it
	})
}

// put shows the sentences of the group as they are now.
func (p *Page) put(rows []models.Coded) {
	p.rows = rows
	p.reason.SetText(p.Refusal())
	p.sentences.Refresh()
}

// refresh looks at what the groups are like after a change: some are mended, and
// what was mended may have been taken back.
func (p *Page) refresh() {
	if p.cancel == nil || p.stop != nil {
		return
	}
	round, who := p.round, p.annotator().UID
	looked := map[int][]int64{}
	for i, g := range p.groups {
		if g.mended || g.SentenceIDs[0] == p.asked {
			looked[i] = g.SentenceIDs
		}
	}
	p.reads.Do(func(ctx context.Context) (func(), error) {
		now := map[int][]models.Coded{}
		for i, ids := range looked {
			rows, err := p.ws.Likes(ctx, who, ids)
			if err != nil {
				return nil, err //nolint:wrapcheck // the window explains it
			}
			now[i] = rows
		}
		return func() {
			if round == p.round {
				p.settle(now)
			}
		}, nil
	})
}

// settle takes over how groups are labelled now.
func (p *Page) settle(now map[int][]models.Coded) {
	changed := false
	for i, rows := range now {
		mended := alike(rows)
		changed = changed || mended != p.groups[i].mended
		p.groups[i].mended = mended
		if p.groups[i].SentenceIDs[0] == p.asked && !mended {
			p.rows = rows
			p.sentences.Refresh()
		}
	}
	if !changed {
		return
	}
	p.asked = 0
	p.showGroups()
	p.list.goTo(p.list.at)
	p.look()
	p.Focus()
}

// alike reports whether sentences have the same labels.
func alike(rows []models.Coded) bool {
	for _, row := range rows {
		if !slices.Equal(row.Labels, rows[0].Labels) {
			return false
		}
	}
	return true
}

func (p *Page) updateGroup(at widget.ListItemID, object fyne.CanvasObject) {
	if row, ok := object.(*groupRow); ok && at < len(p.visible) {
		row.show(p.groups[p.visible[at]].Inconsistency)
	}
}

func (p *Page) updateSentence(at widget.ListItemID, object fyne.CanvasObject) {
	row, ok := object.(*sentenceRow)
	if !ok || at >= len(p.rows) {
		return
	}
	coded := p.rows[at]
	row.show(coded, p.differing(at), !p.left[coded.Sentence.ID], p.Refusal() == "" && !p.ws.ReadOnly())
	row.chosen.OnChanged = func(bool) {
		p.sentences.goTo(at)
		p.Choose()
		p.sentences.focus()
	}
	row.use.OnTapped = func() {
		p.sentences.goTo(at)
		p.sentences.focus()
		p.Alike()
	}
}

// differing returns the words of a sentence that the first one does not have,
// of the first one those that the one under the cursor, or the next one of other
// words, does not have.
func (p *Page) differing(at int) []models.Span {
	text := p.rows[at].Sentence.Text
	if at > 0 {
		return workspace.Differing(text, p.rows[0].Sentence.Text)
	}
	for _, row := range p.rows[min(p.sentences.at, len(p.rows)-1):] {
		if found := workspace.Differing(text, row.Sentence.Text); len(found) > 0 {
			return found
		}
	}
	return nil
}

// Choose takes the sentence under the cursor among those that are changed, or
// leaves it out.
func (p *Page) Choose() {
	if at := p.sentences.at; at < len(p.rows) {
		id := p.rows[at].Sentence.ID
		p.left[id] = !p.left[id]
		p.sentences.RefreshItem(at)
	}
}

// Open goes to the sentence under the cursor.
func (p *Page) Open() {
	if at := p.sentences.at; at < len(p.rows) {
		p.actions.Open(p.rows[at].Article.UID, p.rows[at].Sentence.ID)
	}
}

// Ignore puts the group under the cursor away until it is asked to check again.
func (p *Page) Ignore() {
	g, ok := p.current()
	if !ok {
		return
	}
	p.ignored[g.SentenceIDs[0]] = true
	p.showGroups()
	p.list.goTo(p.list.at)
	p.look()
	p.Focus()
}

// Step goes to another group.
func (p *Page) Step(by int) {
	p.list.goTo(p.list.at + by)
	p.look()
}

// Alike gives the chosen sentences the labels of the one under the cursor.
func (p *Page) Alike() {
	at := p.sentences.at
	if at >= len(p.rows) || p.Refusal() != "" {
		return
	}
	var ids []int64
	for _, row := range p.rows {
		if !p.left[row.Sentence.ID] {
			ids = append(ids, row.Sentence.ID)
		}
	}
	keys := p.rows[at].Labels
	p.actions.Change(func(ctx context.Context) error {
		changed, err := p.ws.MakeAlike(ctx, ids, keys)
		if err == nil {
			p.post(func() { p.actions.Done(locale.N(changed, textDone, textDoneMany, locale.Number(changed))) })
		}
		return err //nolint:wrapcheck // the window explains it
	})
}
