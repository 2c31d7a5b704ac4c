package inspector

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/locale"
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
)

// history is the list of what happened to the sentence, newest first. It is
// read when it is opened, and anew while it is open.
type history struct {
	*fold

	page  *Page
	names map[string]string // of annotators, by UID, as far as they were seen
}

func newHistory(p *Page) *history {
	h := &history{page: p, names: map[string]string{}}
	h.fold = newFold(p, locale.T(textHistory), column.New(theme.Tight), func() { h.load(p.ws.Cursor()) })
	return h
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
				h.learn(events)
				h.fill(events)
			}
		}, nil
	})
}

// learn finds the names of those who are not on the sentence any more.
func (h *history) learn(events []models.Event) {
	for _, event := range events {
		if name := h.page.ws.NameOf(event.ActorUID); name != "" {
			h.names[event.ActorUID] = name
		}
	}
}

// fill shows events, which come oldest first, as lines.
func (h *history) fill(events []models.Event) {
	now := states(events)
	events = slices.Clone(events[max(0, len(events)-historyLimit):])
	slices.Reverse(events)
	teller := teller{labels: h.page.ws.Labels(), names: h.names, now: time.Now()}
	h.list.Objects = nil
	for _, event := range events {
		line := excerpt.New(teller.line(event), excerpt.Style{Size: theme.SizeNameSmall, Lines: historyLines})
		h.list.Objects = append(h.list.Objects, h.offer(event, now[event.EntityUID], line))
	}
	if len(events) == 0 {
		h.list.Objects = append(h.list.Objects,
			excerpt.New(locale.T(textNoHistory), excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet}))
	}
	h.page.settle()
}

// states returns the present state of everything that events are about.
func states(events []models.Event) map[string]string {
	now := make(map[string]string)
	for _, event := range events {
		now[event.EntityUID] = event.After
	}
	return now
}

// offer puts a button to restore beside the line of an event that left one of
// the annotator's own labels otherwise than it is now.
func (h *history) offer(event models.Event, now string, line fyne.CanvasObject) fyne.CanvasObject {
	after := parse(event.After)
	own := event.Entity == models.EntityAnnotation && after.Annotator == h.page.ws.Me().UID
	if !own || after.DeletedAt != 0 || sameState(after, parse(now)) || h.page.ws.ReadOnly() {
		return line
	}
	restore := field.NewButton(locale.T(textRestore), "", func() { h.restore(event) }, h.page.hooks("", locale.T(textRestoreHint), nil))
	return container.NewBorder(nil, nil, nil, restore, line)
}

// sameState reports whether two states of an annotation read the same.
func sameState(a, b snapshot) bool {
	return a.Note == b.Note && a.DeletedAt == b.DeletedAt && slices.Equal(a.Details, b.Details)
}

// restore brings a label back as an event left it.
func (h *history) restore(event models.Event) {
	h.page.Flush()
	h.page.run.Do(func(ctx context.Context) (func(), error) {
		return nil, h.page.ws.Restore(ctx, event.UID)
	})
}
