// Package workspace is the open project as the user sees it: the current
// article and sentence, the actions on them, undo and redo, and the events
// that pages subscribe to. It knows no window, so that everything a user can
// do is tested without one.
//
// Methods are safe for concurrent use. Those that take a context write to or
// read from the project file and belong on a worker; the others answer from
// memory. An action returns only after its change is durable, and subscribers
// hear of it only then.
package workspace

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"glossator/app/suggest"
	"glossator/models"
	"glossator/models/store"
)

// actor is who an action is recorded under.
type actor = store.Actor

// Workspace is one open project and one annotator at work in it.
type Workspace struct {
	store     *store.Store
	rules     atomic.Pointer[rules] // the codebook
	decisions decisions
	learnt    suggest.Memory // what was read of sentences, so that a refit reads only the new ones

	action sync.Mutex   // held for the length of one action: actions never overlap
	alike  resemblances // guarded by action

	mu      sync.RWMutex // guards what follows
	me      models.Annotator
	names   map[int64]models.Annotator // every annotator by ID
	open    *desk                      // nil: no article is open
	undo    *models.Step
	redo    *models.Step
	silent  bool             // suggestions are off
	advice  advice           // what is suggested for the current article
	people  []string         // names of persons, see [Workspace.Complete]; nil: not read yet
	failure error            // why the last change could not be saved, until one is
	worked  time.Time        // when the last action was
	guard   *guard           // nil: nobody makes copies
	unsafe  error            // why the last automatic copy could not be made
	alone   bool             // nobody looks at the labels of others, see HideOthers
	shown   map[witness]bool // what was noted as seen already, see noteSeen

	events events
}

// New makes the workspace of an open project for the annotator of this name,
// who is added to the project when she is new. The workspace owns the store
// from here on. Errors are those of the store.
func New(ctx context.Context, st *store.Store, annotator string) (*Workspace, error) {
	ws := &Workspace{store: st}
	if err := ws.refreshCodebook(ctx); err != nil {
		return nil, err
	}
	if err := ws.SignIn(ctx, annotator); err != nil {
		return nil, err
	}
	return ws, nil
}

// Close closes the project. The workspace is of no use afterwards.
func (w *Workspace) Close() error {
	w.unguard()
	w.action.Lock()
	defer w.action.Unlock()
	return w.store.Close()
}

// Project returns the project's own row.
func (w *Workspace) Project() models.Project {
	project := w.store.Project()
	project.CodebookVersion = w.Codebook().Version
	return project
}

// Path returns the project file.
func (w *Workspace) Path() string { return w.store.Path() }

// ReadOnly reports whether nothing can be changed.
func (w *Workspace) ReadOnly() bool { return w.store.ReadOnly() }

// Recovered reports whether the project was left by a crash or a power cut and
// is back in its last consistent state since this opening.
func (w *Workspace) Recovered() bool { return w.store.Recovered() }

// Stats counts what the project holds.
func (w *Workspace) Stats(ctx context.Context) (models.Stats, error) { return w.store.Stats(ctx) }

// Failure returns why the last change could not be saved, nil when it was.
func (w *Workspace) Failure() error {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.failure
}

// do runs one action and remembers whether it was saved.
func (w *Workspace) do(run func(by actor) error) error {
	w.action.Lock()
	defer w.action.Unlock()
	w.decisions.begin()
	err := run(w.actor())
	w.mu.Lock()
	w.worked = time.Now()
	w.mu.Unlock()
	if !refused(err) {
		w.mu.Lock()
		w.failure = err
		w.mu.Unlock()
		w.events.emit(Event{Kind: SavedChanged})
	}
	return err
}

// refused reports whether an action was turned down by a rule. Nothing was to
// be saved then, so nothing is unsaved.
func refused(err error) bool {
	switch models.CodeOf(err) {
	case models.CodeInvalid, models.CodeNotFound, models.CodeConflict, models.CodeNothing, models.CodeCancelled:
		return true
	default:
		return false
	}
}

func (w *Workspace) actor() actor {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return actor{AnnotatorID: w.me.ID, AnnotatorUID: w.me.UID}
}

// refreshUndo reads what undo and redo would do next.
func (w *Workspace) refreshUndo(ctx context.Context) error {
	undo, redo, err := w.store.UndoState(ctx, w.actor())
	if err != nil {
		return err
	}
	w.mu.Lock()
	w.undo, w.redo = undo, redo
	w.mu.Unlock()
	w.events.emit(Event{Kind: UndoChanged})
	return nil
}
