package ui

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"glossator/app/ui/background"
	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/workspace"
)

// The texts about suggestions.
const (
	reasonSilent       = "suggestions are switched off"
	reasonNoSuggestion = "nothing is suggested for this sentence"
	textNoSuggestion   = "Nothing else is suggested in this article."
)

// refitPause is how long the learner waits after a change for another one.
const refitPause = 150 * time.Millisecond

// refitter keeps the suggestions of the open project in step with what its
// annotator does: they are computed anew, off the window's goroutine, after the
// last of several changes.
type refitter struct {
	ws     *workspace.Workspace
	run    *background.Runner
	pause  time.Duration
	turn   atomic.Int64 // counts what is to be done; only the last is
	cancel func()
}

func newRefitter(ws *workspace.Workspace, run *background.Runner, pause time.Duration) *refitter {
	r := &refitter{ws: ws, run: run, pause: pause}
	r.cancel = ws.Subscribe(r.heard)
	return r
}

func (r *refitter) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.ArticleOpened:
		r.refit(0)
	case workspace.SentencesChanged:
		r.refit(r.pause)
	case workspace.LibraryChanged, workspace.CursorMoved, workspace.UndoChanged, workspace.AnnotatorChanged,
		workspace.SavedChanged, workspace.SuggestionsChanged, workspace.BackupFailed, workspace.CodebookChanged, workspace.ReviewChanged:
	}
}

// refit computes the suggestions after a pause, unless something else is to be
// done by then.
func (r *refitter) refit(pause time.Duration) {
	turn := r.turn.Add(1)
	r.run.Do(func(ctx context.Context) (func(), error) {
		r.compute(ctx, turn, pause)
		return func() {}, nil
	})
}

// compute runs on the worker. A failure is no news to the user: what she does
// next fails as well, and says so.
func (r *refitter) compute(ctx context.Context, turn int64, pause time.Duration) {
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

// close drops what is still to be done.
func (r *refitter) close() {
	r.cancel()
	r.turn.Add(1)
}

// suggestionCommands answer the suggestion on the current sentence.
func (s *Shell) suggestionCommands() []command.Command {
	return []command.Command{
		{ID: "suggestion.accept", Title: locale.T("Accept suggestion"), Menu: menuLabel, Group: 0, Context: true,
			Help: locale.T("Put the suggested label on the sentence, with the guessed details."),
			Keys: []command.Key{command.Write('a')}, Run: func() { s.answer(s.desk.ws.Accept, true) },
			Off: s.cannotTag, Here: s.noSuggestion},
		{ID: "suggestion.reject", Title: locale.T("Reject suggestion"), Menu: menuLabel, Group: 0, Context: true,
			Help: locale.T("Say that the suggested label does not fit; it is not suggested here again."),
			Keys: []command.Key{command.Write('r')}, Run: func() { s.answer(s.desk.ws.Reject, false) },
			Off: s.cannotTag, Here: s.noSuggestion},
	}
}

// answer accepts or rejects the strongest suggestion on the sentence under the
// cursor, and shows the form of an accepted one; the keyboard stays with the
// text.
func (s *Shell) answer(answer func(ctx context.Context, position int, labelKey string) error, form bool) {
	s.flush()
	at := s.desk.ws.Cursor()
	label := s.desk.ws.Suggested(at)[0].Label.Key
	s.do(func(ctx context.Context) error { return answer(ctx, at, label) })
	if form {
		s.showInspector()
	}
}

func (s *Shell) noSuggestion() string {
	if reason := s.silent(); reason != "" {
		return reason
	}
	if len(s.desk.ws.Suggested(s.desk.ws.Cursor())) == 0 {
		return locale.T(reasonNoSuggestion)
	}
	return ""
}

func (s *Shell) silent() string {
	if !s.desk.ws.Suggesting() {
		return locale.T(reasonSilent)
	}
	return ""
}

func (s *Shell) nextSuggestion() {
	if !s.desk.ws.MoveToSuggested() {
		s.strip.Show(status.Message{Text: locale.T(textNoSuggestion), Transient: true})
	}
}

func (s *Shell) suggesting() bool { return s.desk != nil && s.desk.ws.Suggesting() }

// toggleSuggestions switches suggestions on or off, for later sessions too.
func (s *Shell) toggleSuggestions() { s.setSuggesting(!s.desk.ws.Suggesting()) }

func (s *Shell) setSuggesting(on bool) {
	s.memory.setSuggesting(on)
	if s.desk != nil {
		s.desk.ws.SetSuggesting(on)
		s.desk.refits.refit(0)
	}
	s.updateMenu()
	s.followPreferences()
}
