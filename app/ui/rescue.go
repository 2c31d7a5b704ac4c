package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/restoring"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts about what failed and how it is mended.
const (
	textNotSaved    = "Not saved: %s"
	textRetry       = "Retry"
	textSaveCopy    = "Save a copy…"
	textSave        = "Save"
	textCopyTitle   = "Save a copy of the project"
	textCopyName    = "%s copy"
	textCopied      = "Everything that was saved is in %s."
	textCopying     = "Saving a copy to %s…"
	textOpenCopy    = "Open the copy"
	textNoBackup    = "No backup could be made: %s"
	textRestored    = "The program ended without closing this project; it is restored to the last tag at %s."
	textRestoredTo  = "The program ended without closing this project; it is restored to its last saved step at %s."
	textUnchanged   = "The program ended without closing this project; nothing is missing."
	textRemote      = "This project lies on a network share: have it open on one computer at a time."
	textFaults      = "The check found %s in this project, the first: %s Open a backup, or keep this file and ask for help."
	textBackups     = "Backups…"
	numberOfCopies  = 1000 // of one backup at most
	copyNameCounted = "%s (%d)"
)

// offer adds to a message about a change that could not be saved what the user
// can do about it. What a rule refused needs no rescue.
func (s *Shell) offer(message status.Message, err error) status.Message {
	if s.desk == nil || message.Transient {
		return message
	}
	failure := s.desk.ws.Failure()
	if failure == nil || !errors.Is(err, failure) {
		return message
	}
	message.Text = locale.T(textNotSaved, message.Text)
	message.Action, message.Run = locale.T(textSaveCopy), s.askCopy
	if s.retry != nil {
		message.Second, message.RunSecond = locale.T(textRetry), s.retry
	}
	return message
}

// broken writes down that the program itself failed.
func (s *Shell) broken(err error) {
	if panicked, ok := errors.AsType[*background.PanicError](err); ok && s.report != nil {
		s.report(panicked.Stack)
	}
	slog.Error("an action failed", "cause", err)
}

// missed tells once that the file is no longer where it was opened. The watch
// over the file notices it also when nobody works.
func (s *Shell) missed(err error) {
	if models.CodeOf(err) != models.CodeMoved {
		s.gone = false
		return
	}
	if s.gone {
		return
	}
	s.gone = true
	s.strip.Show(status.Message{Text: locale.Explain(err), Alarm: true, Action: locale.T(textSaveCopy), Run: s.askCopy})
}

// askCopy asks where a copy of everything that was saved goes.
func (s *Shell) askCopy() {
	if s.desk == nil {
		return
	}
	ws := s.desk.ws
	target := destination.New(s.projects.Folder(), locale.T(textCopyName, ws.Project().Name), projectExtension,
		destination.Texts{Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, s.window)
	save := func() {
		if path := target.Path(); path != "" {
			s.uncover()
			s.saveCopy(ws, path)
		}
	}
	m := modal.New(locale.T(textCopyTitle), target.Object(), s.window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textSave), Primary: true, Stay: true, Press: save})
	m.Resize(fyne.NewSize(newProjectWidth, 0))
	target.Answer(save, m.Hide)
	s.cover(m)
	s.window.Canvas().Focus(target.Name())
}

func (s *Shell) saveCopy(ws *workspace.Workspace, path string) {
	s.strip.Show(status.Message{Text: locale.T(textCopying, filepath.Base(path)), Busy: true})
	s.long.Do(func(ctx context.Context) (func(), error) {
		if err := ws.Backup(ctx, path); err != nil {
			return s.strip.Dismiss, err
		}
		return func() {
			s.strip.Show(status.Message{Text: locale.T(textCopied, path), Action: locale.T(textOpenCopy), Run: func() { s.openProject(path) }})
		}, nil
	})
}

// askRestore lists the backups.
func (s *Shell) askRestore() {
	s.overlay = restoring.Show(s.desk.ws, s.reads, s.window, restoring.Actions{Open: s.openBackup, Closed: s.uncovered})
}

// openBackup opens a copy of a backup in a new file; the open project stays as
// it is.
func (s *Shell) openBackup(backup workspace.Backup) {
	ws := s.desk.ws
	name := restoring.CopyName(ws.Project().Name, backup.At)
	path := vacantPath(s.projects.Folder(), name)
	s.open(path, func(ctx context.Context) (*workspace.Workspace, error) {
		if err := ws.RestoreBackup(backup.Path, path); err != nil {
			return nil, err
		}
		return s.projects.Open(ctx, path)
	}, func() {})
}

// vacantPath adds a number to a name that is taken.
func vacantPath(folder, name string) string {
	path := filepath.Join(folder, name+projectExtension)
	for n := 2; n < numberOfCopies; n++ {
		if _, err := os.Lstat(path); err != nil {
			break
		}
		path = filepath.Join(folder, fmt.Sprintf(copyNameCounted, name, n)+projectExtension)
	}
	return path
}

// greet says what is to be known about a project that was just opened, and
// has it checked when that is due.
func (s *Shell) greet(ws *workspace.Workspace) {
	var sentences []string
	if s.notices != nil {
		for _, notice := range s.notices() {
			sentences = append(sentences, locale.Say(notice))
		}
	}
	if ws.Remote() {
		sentences = append(sentences, locale.T(textRemote))
	}
	s.desk.check.Do(func(ctx context.Context) (func(), error) { return s.examine(ctx, ws), nil })
	if !ws.Recovered() {
		if len(sentences) > 0 {
			s.strip.Show(status.Message{Text: strings.Join(sentences, " ")})
		}
		return
	}
	s.reads.Do(func(ctx context.Context) (func(), error) {
		step, ok, err := ws.LastStep(ctx)
		sentences = append([]string{restored(step, ok && err == nil, time.Now())}, sentences...)
		return func() { s.strip.Show(status.Message{Text: strings.Join(sentences, " ")}) }, err
	})
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
func (s *Shell) examine(ctx context.Context, ws *workspace.Workspace) func() {
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
		s.strip.Show(status.Message{Text: text, Alarm: true, Action: locale.T(textBackups), Run: s.askRestore})
	}
}

// warnUnsafe says that the last automatic backup could not be made.
func (s *Shell) warnUnsafe() {
	if s.desk == nil {
		return
	}
	if err := s.desk.ws.Unsafe(); err != nil {
		s.strip.Show(status.Message{Text: locale.T(textNoBackup, locale.Explain(err)), Alarm: true})
	}
}
