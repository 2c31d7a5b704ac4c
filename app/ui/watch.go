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

// look runs between actions only. That the file is gone is shown; of other
// failures the next action says what is wrong, once.
func (s *Shell) look(ws *workspace.Workspace, ended <-chan struct{}) {
	if s.pending.Load() > 0 {
		return
	}
	s.run.Do(func(ctx context.Context) (func(), error) {
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
		return func() { s.noteDown(ws, err) }, nil
	})
}

// noteDown remembers the place of the reader, so that a crash loses a second
// of it at most, and tells when the file is gone.
func (s *Shell) noteDown(ws *workspace.Workspace, err error) {
	if s.desk != nil && s.desk.ws == ws {
		s.remember(s.desk)
		s.missed(err)
	}
}
