// Package refit keeps the suggestions of the open project in step with what its
// annotator does.
package refit

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"glossator/app/ui/background"
	"glossator/app/workspace"
)

// Pause is how long the learner waits after a change for another one.
const Pause = 150 * time.Millisecond

// Refitter computes the suggestions anew, off the window's goroutine, after the
// last of several changes.
type Refitter struct {
	ws     *workspace.Workspace
	run    *background.Runner
	pause  time.Duration
	turn   atomic.Int64 // counts what is to be done; only the last is
	cancel func()
}

// New follows a project from now on, with a pause after each of its changes.
func New(ws *workspace.Workspace, run *background.Runner, pause time.Duration) *Refitter {
	r := &Refitter{ws: ws, run: run, pause: pause}
	r.cancel = ws.Subscribe(r.heard)
	r.Now()
	return r
}

// Now computes the suggestions without a pause.
func (r *Refitter) Now() { r.after(0) }

// Close drops what is still to be done.
func (r *Refitter) Close() {
	r.cancel()
	r.turn.Add(1)
}

func (r *Refitter) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.ArticleOpened:
		r.Now()
	case workspace.SentencesChanged:
		r.after(r.pause)
	case workspace.LibraryChanged, workspace.CursorMoved, workspace.UndoChanged, workspace.AnnotatorChanged,
		workspace.SavedChanged, workspace.SuggestionsChanged, workspace.BackupFailed, workspace.CodebookChanged, workspace.ReviewChanged:
	}
}

// after computes the suggestions after a pause, unless something else is to be
// done by then.
func (r *Refitter) after(pause time.Duration) {
	turn := r.turn.Add(1)
	r.run.Do(func(ctx context.Context) (func(), error) {
		r.compute(ctx, turn, pause)
		return func() {}, nil
	})
}

// compute runs on the worker. A failure is no news to the user: what she does
// next fails as well, and says so.
func (r *Refitter) compute(ctx context.Context, turn int64, pause time.Duration) {
	if r.turn.Load() != turn {
		return
	}
	if pause > 0 {
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
	if r.turn.Load() != turn || ctx.Err() != nil {
		return
	}
	if err := r.ws.RefreshSuggestions(ctx); err != nil {
		slog.Warn("suggestions could not be computed", "cause", err)
	}
}
