// Package ui is the window. The library stands at the left, the article in the
// middle, the inspector at the right, the status line below.
//
// The shell puts the pages of a project on the window. What the window can do is
// in its parts, one noun and one file each: tagging, the route from place to
// place, the gate through which projects come, and so on. A part keeps what it
// alone needs to know and calls parts below it, never above. They share a bench:
// the desk with the pages of the open project, the workers, the strip for what
// is said, and the place over the window. The table of commands is made from the
// parts; menus, keys, the palette and the sheet of keys are made from the table.
//
// Every change goes through one runner, in the order of the keys that asked
// for it, and comes back as an event of the workspace; nothing slow runs on
// the goroutine that draws the window.
package ui

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"glossator/app/ui/memory"
	"glossator/models"
)

// AppID names the program to the desktop and its preferences.
const AppID = "io.glossator.desktop"

// Driver makes the toolkit's application of this id. It is app.NewWithID,
// handed in by main, which alone may import that package.
type Driver func(id string) fyne.App

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
	// Report writes a crash report from the stack of a panic and returns its
	// path, empty when it could not; nil: nobody does.
	Report func(stack string) (path string)
}

// Run shows the window and returns when it is closed. The error is why the
// project could not be closed well.
func Run(s Start) error {
	a := s.Driver(AppID)
	calm(a)
	if err := speak(memory.New(a.Preferences())); err != nil {
		slog.Warn("the window speaks English", "cause", err)
	}
	shell := New(a, s.Projects, fyne.Do)
	shell.guide.version = s.Version
	shell.rescue.notices, shell.failures.crashes.report = s.Notices, s.Report
	shell.Begin(s.Path, s.Articles)
	if s.Context != nil {
		stop := context.AfterFunc(s.Context, func() { fyne.Do(shell.Quit) })
		defer stop()
	}
	shell.window.ShowAndRun()
	shell.end()
	return shell.closing
}
