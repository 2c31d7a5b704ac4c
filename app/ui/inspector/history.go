package inspector

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/field"
	"glossator/app/workspace"
	"glossator/models"
)

const (
	historyLines = 3
	historyLimit = 50 // lines; the whole history is a page of its own
	iconClosed   = toolkit.IconNameMenuExpand
	iconOpen     = toolkit.IconNameArrowDropDown
)

// history is the list of what happened to the sentence, newest first. It is
// read when it is opened, and anew while it is open.
type history struct {
	page   *Page
	toggle *field.Button
	list   *fyne.Container
	open   bool
	names  map[string]string // of annotators, by UID, as far as they were seen
	object *fyne.Container
}

func newHistory(p *Page) *history {
	h := &history{page: p, names: map[string]string{}, list: column.New(theme.Tight)}
	h.toggle = field.NewButton(textHistory, iconClosed, h.flip, p.hooks("", "", nil))
	h.list.Hide()
	h.object = column.New(theme.Tight, widget.NewSeparator(), h.toggle, h.list)
	return h
}

func (h *history) flip() {
	h.open = !h.open
	icon := iconClosed
	if h.open {
		icon = iconOpen
	}
	h.toggle.Set(textHistory, icon)
	show(h.list, h.open)
	h.load(h.page.ws.Cursor())
	h.page.settle()
}

// show learns the names on the sentence and, while the list is open, reads it.
func (h *history) show(position int, sentence workspace.Sentence) {
	me := h.page.ws.Me()
	h.names[me.UID] = me.Name
	for _, other := range sentence.Others {
		h.names[other.Annotator.UID] = other.Annotator.Name
	}
	h.load(position)
}

// load reads the history of a sentence in the background, unless the cursor has
// left it by then.
func (h *history) load(position int) {
	if !h.open {
		return
	}
	ws := h.page.ws
	h.page.run.Do(func(ctx context.Context) (func(), error) {
		if ws.Cursor() != position {
			return func() {}, nil
		}
		events, err := ws.SentenceHistory(ctx, position)
		if err != nil {
			return nil, err
		}
		return func() {
			if !h.page.closed && ws.Cursor() == position {
				h.fill(events)
			}
		}, nil
	})
}

// fill shows events, which come oldest first, as lines.
func (h *history) fill(events []models.Event) {
	events = slices.Clone(events[max(0, len(events)-historyLimit):])
	slices.Reverse(events)
	teller := teller{labels: h.page.ws.Labels(), names: h.names, now: time.Now()}
	h.list.Objects = nil
	for _, event := range events {
		h.list.Objects = append(h.list.Objects, excerpt.New(teller.line(event), excerpt.Style{Size: theme.SizeNameSmall, Lines: historyLines}))
	}
	if len(events) == 0 {
		h.list.Objects = append(h.list.Objects,
			excerpt.New(textNoHistory, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet}))
	}
	h.page.settle()
}
