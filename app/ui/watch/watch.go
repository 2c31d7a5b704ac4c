// Package watch looks after the file of the open project: what other windows
// and programs write to it is taken over.
package watch

import (
	"context"
	"log/slog"
	"time"

	"glossator/app/ui/background"
	"glossator/app/workspace"
)

// every is how often the file is looked at.
const every = time.Second

// Watch is over one project at a time.
type Watch struct {
	run   *background.Runner
	busy  func() bool
	seen  func(ws *workspace.Workspace, err error)
	ended chan struct{} // closed to end the present watch; nil: there is none
}

// New makes a watch over nothing, which looks between the actions of a runner
// while none is busy. After each look seen hears on the window's goroutine how
// it went; busy is called from any.
func New(run *background.Runner, busy func() bool, seen func(ws *workspace.Workspace, err error)) *Watch {
	return &Watch{run: run, busy: busy, seen: seen}
}

// Over watches a project, and no longer the one before.
func (w *Watch) Over(ws *workspace.Workspace) {
	w.End()
	ended := make(chan struct{})
	w.ended = ended
	go func() {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for {
			select {
			case <-ended:
				return
			case <-ticker.C:
				w.look(ws, ended)
			}
		}
	}()
}

// End ends the watch. It may be called twice.
func (w *Watch) End() {
	if w.ended != nil {
		close(w.ended)
		w.ended = nil
	}
}

// Look looks at the file of a project now.
func (w *Watch) Look(ws *workspace.Workspace) { w.look(ws, nil) }

// look is no action: of what goes wrong the next action says what it is.
func (w *Watch) look(ws *workspace.Workspace, ended <-chan struct{}) {
	if w.busy() {
		return
	}
	w.run.Do(func(ctx context.Context) (func(), error) {
		var err error
		select {
		case <-ended:
			return func() {}, nil
		default:
			_, err = ws.Sync(ctx)
		}
		if err != nil {
			slog.Warn("the project file could not be looked at", "cause", err)
		}
		return func() { w.seen(ws, err) }, nil
	})
}
