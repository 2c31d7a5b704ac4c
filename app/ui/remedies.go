package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/app/workspace"
	"glossator/models"
)

// remedy is what the window offers about a project that cannot be opened.
//
//locale:texts name
type remedy struct {
	name string // as its button says, in English
	run  func(s *Shell, path string)
}

// remediesOf are at most two for each failure; the first is the safer one.
func remediesOf(code models.Code) []remedy {
	readOnly := remedy{"Open for reading", (*Shell).openForReading}
	takeOver := remedy{"Take over", (*Shell).takeOver}
	salvage := remedy{"Save what can be read…", (*Shell).askSalvage}
	again := remedy{"Try again", (*Shell).openProject}
	return map[models.Code][]remedy{
		models.CodeInUse:     {readOnly, again},
		models.CodeSilent:    {readOnly, takeOver},
		models.CodeLocked:    {readOnly, again},
		models.CodeReadOnly:  {readOnly},
		models.CodeDamaged:   {salvage},
		models.CodeTruncated: {salvage},
		models.CodeInput:     {again},
	}[code]
}

// failOpening says why a project cannot be opened, and what can be done.
func (s *Shell) failOpening(path string, err error) {
	message := status.Message{Text: locale.Explain(err), Alarm: true}
	offers := remediesOf(models.CodeOf(err))
	if len(offers) > 0 {
		message.Action, message.Run = locale.T(offers[0].name), func() { offers[0].run(s, path) }
	}
	if len(offers) > 1 {
		message.Second, message.RunSecond = locale.T(offers[1].name), func() { offers[1].run(s, path) }
	}
	if models.CodeOf(err) == models.CodeInternal {
		s.broken(err)
	}
	s.strip.Show(message)
}

func (s *Shell) openForReading(path string) {
	s.open(path, func(ctx context.Context) (*workspace.Workspace, error) { return s.projects.OpenForReading(ctx, path) }, func() {})
}

func (s *Shell) takeOver(path string) {
	s.open(path, func(ctx context.Context) (*workspace.Workspace, error) { return s.projects.TakeOver(ctx, path) }, func() {})
}

// askSalvage asks where what can be read of a damaged project goes.
func (s *Shell) askSalvage(path string) {
	name := strings.TrimSuffix(filepath.Base(path), projectExtension)
	target := destination.New(s.projects.Folder(), locale.T("%s, saved parts", name), projectExtension,
		destination.Texts{Name: locale.T("Name"), Folder: locale.T("Folder"), Choose: locale.T("Choose…")}, s.window)
	save := func() {
		if dest := target.Path(); dest != "" {
			s.uncover()
			s.salvage(path, dest)
		}
	}
	m := modal.New(locale.T("Save what can be read"), target.Object(), s.window.Canvas(),
		modal.Button{Text: locale.T("Cancel")}, modal.Button{Text: locale.T("Save"), Primary: true, Stay: true, Press: save})
	m.Resize(fyne.NewSize(newProjectWidth, 0))
	target.Answer(save, m.Hide)
	s.cover(m)
	s.window.Canvas().Focus(target.Name())
}

func (s *Shell) salvage(path, dest string) {
	s.strip.Show(status.Message{Text: locale.T("Saving what can be read of %s…", filepath.Base(path)), Busy: true})
	s.open(dest, func(ctx context.Context) (*workspace.Workspace, error) { return s.projects.Salvage(ctx, path, dest) }, func() {})
}
