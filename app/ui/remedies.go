package ui

import (
	"context"
	"path/filepath"

	"glossator/app/ui/locale"
	"glossator/app/ui/overlay"
	"glossator/app/ui/restoring"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// textSalvage is what is offered about a damaged project.
//
//locale:texts
const textSalvage = "Save what can be read…"

// failure is a project that cannot be opened.
type failure struct {
	path    string
	err     error
	backup  workspace.Backup // its newest automatic copy
	kept    bool             // there is such a copy
	reading bool             // it was to be opened for reading only
}

// remedy is what the window offers about a project that cannot be opened.
//
//locale:texts name
type remedy struct {
	name string // as its button says, in English
	run  func(g *gate, f failure)
	fits func(f failure) bool // nil: always
}

// remediesOf are those that fit a failure, the safer ones first. The strip has
// room for two.
func remediesOf(f failure) []remedy {
	readOnly := remedy{"Open for reading", (*gate).openForReading, func(f failure) bool { return !f.reading }}
	takeOver := remedy{"Take over", (*gate).takeOver, nil}
	backup := remedy{"Open the last backup", (*gate).openLastBackup, func(f failure) bool { return f.kept }}
	salvage := remedy{textSalvage, (*gate).askSalvage, nil}
	duplicate := remedy{"Save a copy…", (*gate).askDuplicate, nil}
	aside := remedy{"Put that file aside", (*gate).putAside, nil}
	again := remedy{"Try again", func(g *gate, f failure) { g.openFile(f.path) }, nil}
	offered := map[models.Code][]remedy{
		models.CodeInUse:      {readOnly, again},
		models.CodeSilent:     {readOnly, takeOver},
		models.CodeLocked:     {readOnly, again},
		models.CodeReadOnly:   {readOnly, duplicate},
		models.CodeNewer:      {readOnly},
		models.CodeDamaged:    {backup, salvage},
		models.CodeTruncated:  {backup, salvage},
		models.CodeEmpty:      {backup},
		models.CodeNotProject: {backup},
		models.CodeForeign:    {backup},
		models.CodeNotFound:   {backup},
		models.CodeStray:      {aside, again},
		models.CodeInput:      {again},
		models.CodeUnreadable: {again},
	}
	var fitting []remedy
	for _, r := range offered[models.CodeOf(f.err)] {
		if r.fits == nil || r.fits(f) {
			fitting = append(fitting, r)
		}
	}
	return fitting
}

// diagnose looks for what helps about a project that cannot be opened. It reads
// files, and so runs off the window's goroutine.
func (g *gate) diagnose(path string, err error, reading bool) failure {
	f := failure{path: path, err: err, reading: reading}
	switch models.CodeOf(err) {
	case models.CodeDamaged, models.CodeTruncated, models.CodeEmpty, models.CodeNotProject, models.CodeForeign, models.CodeNotFound:
		f.backup, f.kept = g.projects.LastBackup(path)
	default: // the file itself is whole
	}
	return f
}

// lastBackup says of when the last backup is.
func (f failure) lastBackup() string {
	at := f.backup.At.Local()
	return locale.T("The last backup is of %s.", locale.Moment(locale.Day(at), at))
}

// failed says why a project cannot be opened, and what can be done.
func (g *gate) failed(f failure) {
	message := g.withRemedies(status.Message{Text: locale.Explain(f.err), Alarm: true}, f)
	switch code := models.CodeOf(f.err); {
	case f.kept:
		message.Text += " " + f.lastBackup()
	case code == models.CodeDamaged, code == models.CodeTruncated:
		message.Text += " " + locale.T("There is no backup of it on this computer.")
	case code == models.CodeInternal:
		message.Text = g.crashes.note(message.Text, f.err)
	}
	if g.desk == nil {
		g.strip.Dismiss()
		g.lament(message)
		return
	}
	g.strip.Show(message)
}

func (g *gate) withRemedies(message status.Message, f failure) status.Message {
	offers := remediesOf(f)
	if len(offers) > 0 {
		message.Action, message.Run = locale.T(offers[0].name), func() { offers[0].run(g, f) }
	}
	if len(offers) > 1 {
		message.Second, message.RunSecond = locale.T(offers[1].name), func() { offers[1].run(g, f) }
	}
	return message
}

func (g *gate) openForReading(f failure) {
	g.visit(visit{path: f.path, reading: true, find: func(ctx context.Context) (*workspace.Workspace, error) {
		return g.projects.OpenForReading(ctx, f.path)
	}})
}

func (g *gate) takeOver(f failure) {
	g.open(f.path, func(ctx context.Context) (*workspace.Workspace, error) { return g.projects.TakeOver(ctx, f.path) })
}

func (g *gate) putAside(f failure) {
	g.open(f.path, func(ctx context.Context) (*workspace.Workspace, error) { return g.projects.PutAside(ctx, f.path) })
}

// openLastBackup opens a copy of the last backup of a file that is lost; the
// file stays as it is.
func (g *gate) openLastBackup(f failure) {
	dest := vacantPath(g.projects.Folder(), restoring.CopyName(nameOf(f.path), f.backup.At))
	g.strip.Show(status.Message{Text: locale.T("Opening the last backup of %s…", filepath.Base(f.path)), Busy: true})
	g.open(dest, func(ctx context.Context) (*workspace.Workspace, error) {
		return g.projects.OpenLastBackup(ctx, f.path, dest)
	})
}

// askSalvage asks where what can be read of a damaged project goes.
func (g *gate) askSalvage(f failure) {
	g.salvage(f.path, func(ctx context.Context, dest string) (*workspace.Workspace, error) {
		return g.projects.Salvage(ctx, f.path, dest)
	})
}

// salvage asks where what run saves of a damaged project goes.
func (g *gate) salvage(path string, run func(ctx context.Context, dest string) (*workspace.Workspace, error)) {
	g.askDestination(locale.T("Save what can be read"), locale.T("%s, saved parts", nameOf(path)), locale.T(textSave), func(dest string) {
		g.strip.Show(status.Message{Text: locale.T("Saving what can be read of %s…", filepath.Base(path)), Busy: true})
		g.open(dest, func(ctx context.Context) (*workspace.Workspace, error) { return run(ctx, dest) })
	})
}

// askDuplicate asks where a copy goes of a project that cannot be worked in.
func (g *gate) askDuplicate(f failure) {
	g.askDestination(locale.T(textCopyTitle), locale.T(textCopyName, nameOf(f.path)), locale.T(textSave), func(dest string) {
		g.strip.Show(status.Message{Text: locale.T(textCopying, filepath.Base(dest)), Busy: true})
		g.open(dest, func(ctx context.Context) (*workspace.Workspace, error) {
			return g.projects.Duplicate(ctx, f.path, dest)
		})
	})
}

// askDestination asks for the name and folder of a new file; answer names the
// button that makes it.
func (g *gate) askDestination(title, name, answer string, then func(dest string)) {
	g.over.AskTarget(overlay.Target{
		Title: title, Answer: answer, Folder: g.projects.Folder(), Name: name, Extension: projectExtension, Then: then,
	})
}
