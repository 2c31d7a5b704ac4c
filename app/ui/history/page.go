// Package history is the page that lists everything that was done in the
// project, by everybody, newest first: what, who, when and where. It reads as
// much as is looked at, goes to the place of a step, and takes steps back or
// does them again up to one.
package history

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/moment"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/keyboard"
	"glossator/app/ui/widgets/surface"
	"glossator/app/workspace"
	"glossator/models"
)

// Actions is what the page needs from the window.
type Actions struct {
	Go        func(step models.Step) // shows where a step happened
	UndoTo    func(group string)
	UndoMerge func(group string) // takes the work of a colleague back, and nothing else
	RedoTo    func(group string)
	Leave     func() // gives the keyboard back to the reading pane
	Key       func(*fyne.KeyEvent)
	Rune      func(rune)
	Shortcut  func(fyne.Shortcut)
}

// Page is the history. Its methods belong on the window's goroutine.
type Page struct {
	ws      *workspace.Workspace
	reads   *background.Runner
	post    background.Poster
	actions Actions
	cancel  func()

	record  record
	awake   bool        // the page is looked at
	stale   bool        // something was done while it was not
	reading bool        // a question is under way
	waiting atomic.Bool // an update is on its way to the window's goroutine
	chosen  string      // the group of the step that was gone to

	list   *rows
	turn   *widget.Button // undo or redo to the chosen step
	foot   *fyne.Container
	frame  *frame.Frame
	object fyne.CanvasObject
}

// New makes the page of an open project. It reads nothing before [Page.Wake].
func New(ws *workspace.Workspace, reads *background.Runner, post background.Poster, actions Actions) *Page {
	p := &Page{ws: ws, reads: reads, post: post, actions: actions, stale: true}
	p.list = newRows(p.length, p.update, actions)
	p.list.OnSelected = p.selected
	p.turn = widget.NewButton(locale.T(textUndoTo), p.turnTo)
	p.foot = container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Inset, theme.Inset), p.turn)
	p.foot.Hide()
	body := container.New(layout.NewCustomPaddedLayout(theme.Tight, 0, theme.Gap, theme.Gap), p.list)
	p.frame = frame.New(nil, body, []fyne.CanvasObject{p.foot})
	p.object = surface.New(theme.ColorNamePane, p.frame.Object())
	p.cancel = ws.Subscribe(p.heard)
	return p
}

// Object returns what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Close ends the subscription.
func (p *Page) Close() { p.cancel() }

// Focus gives the keyboard to the list.
func (p *Page) Focus() {
	if c := keyboard.Canvas(p.list); c != nil {
		c.Focus(p.list)
	}
}

// Wake says that the page is looked at from now on, or no longer.
func (p *Page) Wake(awake bool) {
	p.awake = awake
	p.catchUp()
}

// Rows returns how many steps are in memory.
func (p *Page) Rows() int { return len(p.record.steps) }

// Text returns the two lines of a row.
func (p *Page) Text(index int) (what, where string) {
	told := p.telling(index)
	return told.what, told.where
}

// heard is called on the goroutine of an action.
func (p *Page) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.UndoChanged, workspace.AnnotatorChanged:
	case workspace.LibraryChanged, workspace.ArticleOpened, workspace.CursorMoved, workspace.SentencesChanged, workspace.SavedChanged,
		workspace.SuggestionsChanged, workspace.BackupFailed, workspace.CodebookChanged, workspace.ReviewChanged:
		return
	}
	if p.waiting.Swap(true) {
		return
	}
	p.post(func() {
		p.waiting.Store(false)
		p.stale = true
		p.catchUp()
	})
}

// catchUp reads what was done since, if anybody looks.
func (p *Page) catchUp() {
	if !p.awake || !p.stale || p.reading {
		return
	}
	p.stale = false
	p.read(0, pageRows, func(newest []models.Step) {
		if p.record.prepend(newest) {
			p.refresh()
			return
		}
		if len(p.record.steps) <= pageRows {
			p.record.set(newest, len(newest) < pageRows)
			p.refresh()
			return
		}
		again := min(len(p.record.steps)+pageRows, keptRows)
		p.read(0, again, func(steps []models.Step) {
			p.record.set(steps, len(steps) < again)
			p.refresh()
		})
	})
}

// more reads the next older rows.
func (p *Page) more() {
	if p.record.complete || p.reading || len(p.record.steps) == 0 {
		return
	}
	p.read(p.record.oldest(), pageRows, func(steps []models.Step) {
		p.record.append(steps, len(steps) < pageRows)
		p.refresh()
	})
}

// read asks for steps in the background, one question at a time.
func (p *Page) read(before int64, limit int, arrived func([]models.Step)) {
	p.reading = true
	p.reads.Do(func(ctx context.Context) (func(), error) {
		steps, err := p.ws.Steps(ctx, before, limit)
		return func() {
			p.reading = false
			if err == nil {
				arrived(steps)
			}
			p.catchUp()
		}, err
	})
}

func (p *Page) refresh() {
	p.list.Refresh()
	p.offer()
}

// length has one row more where older steps can be read: showing it reads them.
func (p *Page) length() int {
	if p.record.complete || len(p.record.steps) == 0 {
		return len(p.record.steps)
	}
	return len(p.record.steps) + 1
}

func (p *Page) update(index widget.ListItemID, object fyne.CanvasObject) {
	line, ok := object.(*row)
	if !ok {
		return
	}
	if index >= len(p.record.steps) {
		line.show(telling{}, nil)
		p.more()
		return
	}
	line.show(p.telling(index), func(at fyne.Position) { p.menu(index, at) })
}

func (p *Page) telling(index int) telling {
	step := p.record.steps[index]
	who := p.ws.NameOf(step.ActorUID)
	if who == "" && step.Entity != models.EntityAnnotator { // who joins does it alone
		who = locale.T(textColleague)
	}
	told := telling{
		what:   tell(step, p.ws.Labels()),
		undone: p.record.undone[step.GroupUID],
		chosen: p.chosen == step.GroupUID,
	}
	parts := []string{moment.Text(step.At, time.Now()), "", who, step.ArticleTitle}
	if told.undone {
		parts[1] = locale.T(textTakenBack)
	}
	told.where = strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), textJoin)
	if next := p.ws.NextUndo(); next != nil && next.GroupUID == step.GroupUID {
		told.next = locale.T(textNextUndo)
	}
	if next := p.ws.NextRedo(); next != nil && next.GroupUID == step.GroupUID {
		told.next = locale.T(textNextRedo)
	}
	return told
}

// selected goes to a step. It can then be gone to again.
func (p *Page) selected(index widget.ListItemID) {
	if index >= len(p.record.steps) {
		return
	}
	step := p.record.steps[index]
	p.list.UnselectAll()
	p.chosen = step.GroupUID
	p.refresh()
	p.actions.Go(step)
}
