// Package ui is the window: the shell that holds the pages, and the commands.
// The library stands at the left, the article in the middle, the inspector at
// the right, the status line below.
//
// Every change goes through one runner, in the order of the keys that asked
// for it, and comes back as an event of the workspace; nothing slow runs on
// the goroutine that draws the window.
package ui

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"glossator/app/workspace"
	"glossator/models"
)

// AppID names the program to the desktop and its preferences.
const AppID = "io.glossator.desktop"

// Driver makes the toolkit's application of this id. It is app.NewWithID,
// handed in by main, which alone may import that package.
type Driver func(id string) fyne.App

// Projects opens project files. Errors of all methods are fit for
// models.Explain.
type Projects interface {
	// Open opens the project file at path.
	Open(ctx context.Context, path string) (*workspace.Workspace, error)
	// OpenForReading opens it beside whoever works in it.
	OpenForReading(ctx context.Context, path string) (*workspace.Workspace, error)
	// TakeOver opens it when the window that has it shows no sign of life.
	TakeOver(ctx context.Context, path string) (*workspace.Workspace, error)
	// Salvage saves what can be read of a damaged project into the new file
	// dest and opens that.
	Salvage(ctx context.Context, damaged, dest string) (*workspace.Workspace, error)
	// Create makes a new project, named after its file.
	Create(ctx context.Context, path string) (*workspace.Workspace, error)
	// Default opens the project of the last session, or the default one, which
	// it makes with a sample article; created says so.
	Default(ctx context.Context) (ws *workspace.Workspace, created bool, err error)
	// Last is the file that Default opens when it is there.
	Last() string
	// Folder is where projects live unless the user says otherwise.
	Folder() string
	// Named reports whether the user of this machine ever said a name.
	Named() bool
	// SetAnnotator remembers the name of the user of this machine for projects
	// that are opened later.
	SetAnnotator(name string) error
}

// Start is what the window starts with.
type Start struct {
	Context  context.Context //nolint:containedctx // the end of the program closes the window
	Driver   Driver
	Projects Projects
	Path     string   // the project file; empty: the last one or the default
	Articles []string // files to add and open
	Version  string
	// Notices returns what is to be said once the first project is open; nil:
	// nothing.
	Notices func() []models.Text
	// Report writes a crash report from the stack of a panic; nil: nobody does.
	Report func(stack string)
}

// Run shows the window and returns when it is closed. The error is why the
// project could not be closed well.
func Run(s Start) error {
	a := s.Driver(AppID)
	if err := speak(a.Preferences()); err != nil {
		slog.Warn("the window speaks English", "cause", err)
	}
	shell := New(a, s.Projects, fyne.Do)
	shell.version = s.Version
	shell.notices, shell.report = s.Notices, s.Report
	shell.Begin(s.Path, s.Articles)
	if s.Context != nil {
		stop := context.AfterFunc(s.Context, func() { fyne.Do(shell.Quit) })
		defer stop()
	}
	shell.window.ShowAndRun()
	shell.end()
	return shell.closing
}
