package ui

import (
	"context"
	"log/slog"
	"time"

	"glossator/app/workspace"
)

// watchEvery is how often the file is looked at for what others wrote to it.
const watchEvery = time.Second

// watch takes over what other windows and programs write to the project. It
// ends when another project is shown or the program ends.
func (s *Shell) watch(ws *workspace.Workspace) {
	if s.ticking != nil {
		close(s.ticking)
	}
	ended := make(chan struct{})
	s.ticking = ended
	go func() {
		ticker := time.NewTicker(watchEvery)
		defer ticker.Stop()
		for {
			select {
			case <-ended:
				return
			case <-ticker.C:
				s.look(ws, ended)
			}
		}
	}()
}

// look runs between actions only. A failure is not shown: the next action says
// what is wrong, once.
func (s *Shell) look(ws *workspace.Workspace, ended <-chan struct{}) {
	if s.pending.Load() > 0 {
		return
	}
	s.run.Do(func(ctx context.Context) (func(), error) {
		select {
		case <-ended:
			return nil, nil
		default:
		}
		if _, err := ws.Sync(ctx); err != nil {
			slog.Warn("the project file could not be looked at", "cause", err)
		}
		return s.noteDown(ws), nil
	})
}

// noteDown remembers the place of the reader, so that a crash loses a second
// of it at most.
func (s *Shell) noteDown(ws *workspace.Workspace) func() {
	return func() {
		if s.desk != nil && s.desk.ws == ws {
			s.remember(s.desk)
		}
	}
}
