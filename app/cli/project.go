package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"glossator/app"
	"glossator/app/workspace"
)

// within opens the project of --project, runs the action on it and closes it.
// The project must be there.
func (s *session) within(ctx context.Context, mode app.Mode, annotator string, run func(*workspace.Workspace) error) error {
	known, err := s.ready()
	if err != nil {
		return err
	}
	ws, err := known.OpenAs(ctx, s.project, mode, annotator)
	if err != nil {
		return err
	}
	if caution := ws.Caution(); caution.Format != "" {
		s.sayf("%s\n", caution)
	}
	ws.HideOthers() // a command that opens an article to work on it shows nobody's labels
	return closing(ws, run(ws))
}

// withinNew is within for a command that may begin a project: a missing file
// is made.
func (s *session) withinNew(ctx context.Context, annotator string, run func(*workspace.Workspace) error) error {
	known, err := s.ready()
	if err != nil {
		return err
	}
	if _, err := os.Stat(s.project); !errors.Is(err, fs.ErrNotExist) {
		return s.within(ctx, app.Shared, annotator, run)
	}
	ws, err := known.CreateAs(ctx, s.project, app.Shared, annotator)
	if err != nil {
		return err
	}
	return closing(ws, run(ws))
}

func (s *session) ready() (*app.App, error) {
	if s.project == "" {
		return nil, usageError{errors.New("which project? Give its file with --project FILE")}
	}
	return s.app()
}

// closing closes the workspace; the first of the two errors counts.
func closing(ws *workspace.Workspace, err error) error {
	if shut := ws.Close(); err == nil {
		return shut
	}
	return err
}
