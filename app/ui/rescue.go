package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"glossator/app/ui/locale"
	"glossator/app/ui/restoring"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts about copies, backups and checks of the project.
const (
	textCopied     = "Everything that was saved is in %s."
	textOpenCopy   = "Open the copy"
	textRestored   = "The program ended without closing this project; it is restored to the last tag at %s."
	textRestoredTo = "The program ended without closing this project; it is restored to its last saved step at %s."
	textUnchanged  = "The program ended without closing this project; nothing is missing."
	textRemote     = "This project lies on a network share: have it open on one computer at a time."
	textGone       = "%s is no longer there."
	textFaults     = "The check found %s in this project, the first: %s Open a backup, or keep this file and ask for help."
	textBackups    = "Backups…"
)

// rescue keeps copies of the project, brings back an older one, and looks
// whether its file is sound.
type rescue struct {
	*bench

	gate     *gate
	projects Projects
	notices  func() []models.Text // what the program has to say at its start; nil: nothing
}

// askCopy asks where a copy of everything that was saved goes.
func (r *rescue) askCopy() {
	if r.desk == nil {
		return
	}
	ws := r.desk.ws
	r.gate.askDestination(locale.T(textCopyTitle), locale.T(textCopyName, ws.Project().Name), locale.T(textSave),
		func(path string) { r.saveCopy(ws, path) })
}

func (r *rescue) saveCopy(ws *workspace.Workspace, path string) {
	r.strip.Show(status.Message{Text: locale.T(textCopying, filepath.Base(path)), Busy: true})
	r.work.Long.Do(func(ctx context.Context) (func(), error) {
		if err := ws.Backup(ctx, path); err != nil {
			return r.strip.Dismiss, err
		}
		return func() {
			r.strip.Show(status.Message{Text: locale.T(textCopied, path), Action: locale.T(textOpenCopy), Run: func() { r.gate.openFile(path) }})
		}, nil
	})
}

// askRestore lists the backups.
func (r *rescue) askRestore() {
	r.over.Put(restoring.Show(r.desk.ws, r.work.Reads, r.over.Window(), restoring.Actions{Open: r.openBackup, Closed: r.over.Gone}))
}

// askSalvage asks where what can be read of the open project goes, which was
// found to be damaged. It is closed first: reading its file beside SQLite would
// drop SQLite's locks.
func (r *rescue) askSalvage() {
	if r.desk == nil {
		return
	}
	ws := r.desk.ws
	path := ws.Path()
	r.gate.salvage(path, func(ctx context.Context, dest string) (*workspace.Workspace, error) {
		if err := ws.Close(); err != nil {
			slog.Warn("a damaged project was not closed well", "cause", err)
		}
		return r.projects.Salvage(ctx, path, dest)
	})
}

// openBackup opens a copy of a backup in a new file; the open project stays as
// it is.
func (r *rescue) openBackup(backup workspace.Backup) {
	ws := r.desk.ws
	name := restoring.CopyName(ws.Project().Name, backup.At)
	path := vacantPath(r.projects.Folder(), name)
	r.gate.open(path, func(ctx context.Context) (*workspace.Workspace, error) {
		if err := ws.RestoreBackup(backup.Path, path); err != nil {
			return nil, err
		}
		return r.projects.Open(ctx, path)
	})
}

// greet says what is to be known about a project that was just opened, and
// has it checked when that is due.
func (r *rescue) greet(ws *workspace.Workspace) {
	var sentences []string
	if r.notices != nil {
		for _, notice := range r.notices() {
			sentences = append(sentences, locale.Say(notice))
		}
	}
	if caution := ws.Caution(); caution.Format != "" {
		sentences = append(sentences, locale.Say(caution))
	}
	if ws.Remote() {
		sentences = append(sentences, locale.T(textRemote))
	}
	r.desk.check.Do(func(ctx context.Context) (func(), error) { return r.examine(ctx, ws), nil })
	missing := r.projects.Missing()
	if !ws.Recovered() && missing == "" {
		r.announce(sentences, failure{})
		return
	}
	r.work.Reads.Do(func(ctx context.Context) (func(), error) {
		var lost failure
		if missing != "" {
			lost = r.gate.diagnose(missing, models.Errorf(models.CodeNotFound, textGone, missing), false)
			if lost.kept {
				sentences = append(sentences, lost.lastBackup())
			}
		}
		if !ws.Recovered() {
			return func() { r.announce(sentences, lost) }, nil
		}
		step, ok, err := ws.LastStep(ctx)
		sentences = append([]string{restored(step, ok && err == nil, time.Now())}, sentences...)
		return func() { r.announce(sentences, lost) }, err
	})
}

// announce shows what is to be known about a project that was just opened, and
// what can be done about another one that is lost.
func (r *rescue) announce(sentences []string, lost failure) {
	if len(sentences) > 0 {
		r.strip.Show(r.gate.withRemedies(status.Message{Text: strings.Join(sentences, " ")}, lost))
	}
}

// restored says to which state a project was brought back.
func restored(step models.Step, known bool, now time.Time) string {
	if !known {
		return locale.T(textUnchanged)
	}
	at := time.UnixMilli(step.At)
	moment := locale.Clock(at)
	if at.Format(time.DateOnly) != now.Format(time.DateOnly) {
		moment = locale.Moment(locale.Day(at), at)
	}
	if step.Entity == models.EntityAnnotation {
		return locale.T(textRestored, moment)
	}
	return locale.T(textRestoredTo, moment)
}

// examine checks a project that was not closed well or not checked for a week,
// while one works in it.
func (r *rescue) examine(ctx context.Context, ws *workspace.Workspace) func() {
	var findings []models.Finding
	due, err := ws.Unchecked(ctx)
	if due && err == nil {
		findings, err = ws.Check(ctx)
	}
	if err != nil {
		slog.Warn("the project was not checked", "cause", err)
	}
	if len(findings) == 0 {
		return nil
	}
	return func() {
		faults := locale.N(len(findings), "%s fault", "%s faults", locale.Number(len(findings)))
		text := locale.T(textFaults, faults, locale.Say(findings[0].Message))
		r.strip.Show(status.Message{Text: text, Alarm: true, Action: locale.T(textBackups), Run: r.askRestore})
	}
}
