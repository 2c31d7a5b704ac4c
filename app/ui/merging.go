package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/merging"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/status"
	"glossator/app/ui/widgets/modal"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts about the work of colleagues.
const (
	textLooking    = "Looking into %s"
	textMerging    = "Adding the labels of %s"
	textMerged     = "%s of %s added; they are shown now."
	textHidden     = "%s of %s added; in each article they stay hidden until you finish it."
	textKnown      = "Nothing new came in."
	textUndoMerge  = "Undo import"
	textCheckThem  = "Check them"
	textConflict   = "“%s” is a second version of this project: two computers changed it. Nothing is lost when you add it."
	textConflicts  = "“%s” and %s more are second versions of this project: several computers changed it. Nothing is lost when you add them."
	textLookAtIt   = "Look at it…"
	textWhoseFile  = "Whose labels are in “%s”?"
	textMineBack   = "Mine, coming back"
	textColleagues = "A colleague's"
	textOtherFile  = "What is “%s” for?"
	textOpenAsOne  = "Open it in place of this project"
	textTakeLabels = "Add its labels to this project"
	textNoForks    = "Nothing has two versions."
)

// packageExtensions end the names of files that may hold labels of a colleague.
var packageExtensions = []string{workspace.PackageExtension, projectExtension, ".csv", ".zip", ".json", ".jsonl", ".qdpx"}

// askLabels asks for the file with the labels of a colleague.
func (s *Shell) askLabels() {
	if s.cannotWrite() == "" {
		s.askFile(s.projects.Folder(), storage.NewExtensionFileFilter(packageExtensions), s.lookInto)
	}
}

// lookInto reads the file of a colleague and shows what it holds.
func (s *Shell) lookInto(path string) {
	if s.cannotWrite() != "" {
		return
	}
	ws := s.desk.ws
	s.flush()
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: locale.T(textLooking, filepath.Base(path)), Busy: true, Action: locale.T(textCancel), Run: cancel})
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		parcel, err := ws.LookInto(wanted, path)
		cancel()
		if err != nil {
			return nil, err
		}
		return func() {
			s.strip.Dismiss()
			s.showParcel(ws, parcel)
		}, nil
	})
}

func (s *Shell) showParcel(ws *workspace.Workspace, parcel workspace.Parcel) {
	if s.desk == nil || s.desk.ws != ws {
		return
	}
	letters := badges(ws.Labels())
	s.overlay = merging.Show(ws, s.reads, s.window, parcel, merging.Actions{
		Merge: s.merge, Closed: s.uncovered, Badge: func(label models.Label) string { return letters[label.Key] },
	})
}

// merge takes a parcel in and tells what came.
func (s *Shell) merge(parcel workspace.Parcel, same map[string]string) {
	ws := s.desk.ws
	var names []string
	for _, one := range parcel.People {
		names = append(names, one.Name)
	}
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: locale.T(textMerging, strings.Join(names, ", ")), Busy: true, Action: locale.T(textCancel), Run: cancel})
	s.run.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		report, err := ws.Merge(wanted, parcel, same)
		cancel()
		if err != nil {
			return nil, err
		}
		return func() { s.merged(report, parcel.Blind) }, nil
	})
}

func (s *Shell) merged(report models.MergeReport, blind bool) {
	if report.Group == "" {
		s.strip.Show(status.Message{Text: locale.T(textKnown), Transient: true})
		return
	}
	var names []string
	for _, layer := range report.Layers {
		if layer.AnnotatorUID != s.desk.ws.Me().UID {
			names = append(names, layer.Name)
		}
	}
	labels := locale.N(report.Added, "%s label", "%s labels", locale.Number(report.Added))
	text := locale.T(textMerged, labels, strings.Join(names, ", "))
	if blind {
		text = locale.T(textHidden, labels, strings.Join(names, ", "))
	}
	message := status.Message{Text: text, Action: locale.T(textUndoMerge), Run: func() { s.undoMerge(report.Group) }}
	if !blind {
		message.Second, message.RunSecond = locale.T(textCheckThem), s.startChecking
	}
	s.strip.Show(message)
}

func (s *Shell) undoMerge(group string) {
	s.flush()
	ws := s.desk.ws
	s.do(func(ctx context.Context) error {
		_, err := ws.UndoMerge(ctx, group)
		return err
	})
}

// findCopies looks beside the project for the copies that a program for keeping
// folders in step makes when two computers changed it.
func (s *Shell) findCopies(ws *workspace.Workspace) {
	s.reads.Do(func(context.Context) (func(), error) {
		found, err := ws.ConflictCopies()
		if err != nil {
			slog.Warn("the folder of the project could not be listed", "cause", err)
		}
		return func() { s.offerCopy(ws, found) }, nil
	})
}

func (s *Shell) offerCopy(ws *workspace.Workspace, found []string) {
	if len(found) == 0 || s.desk == nil || s.desk.ws != ws || s.cannotWrite() != "" {
		return
	}
	text := locale.T(textConflict, filepath.Base(found[0]))
	if more := len(found) - 1; more > 0 {
		text = locale.T(textConflicts, filepath.Base(found[0]), locale.Number(more))
	}
	s.strip.Show(status.Message{Text: text, Action: locale.T(textLookAtIt), Run: func() { s.lookInto(found[0]) }})
}

// dropLabels takes files that hold labels and no articles; it reports whether
// it took them.
func (s *Shell) dropLabels(paths []string) bool {
	at := slices.IndexFunc(paths, func(path string) bool { return strings.EqualFold(filepath.Ext(path), workspace.PackageExtension) })
	if at >= 0 && s.cannotWrite() == "" {
		s.lookInto(paths[at])
		return true
	}
	at = slices.IndexFunc(paths, func(path string) bool { return strings.EqualFold(filepath.Ext(path), projectExtension) })
	if at < 0 {
		return false
	}
	if s.cannotWrite() != "" {
		s.openProject(paths[at])
		return true
	}
	s.askOne(locale.T(textOtherFile, filepath.Base(paths[at])),
		answer{locale.T(textTakeLabels), func() { s.lookInto(paths[at]) }},
		answer{locale.T(textOpenAsOne), func() { s.openProject(paths[at]) }})
	return true
}

// answer is one of the answers to a question about a file.
type answer struct {
	text string
	run  func()
}

// askOne asks a question with several answers; Escape gives none.
func (s *Shell) askOne(question string, answers ...answer) {
	buttons := []modal.Button{{Text: locale.T(textCancel)}}
	for i, a := range answers {
		buttons = append(buttons, modal.Button{Text: a.text, Primary: i == 0, Press: a.run})
	}
	text := widget.NewLabel(question)
	text.Wrapping = fyne.TextWrapWord
	m := modal.New(programName, text, s.window.Canvas(), buttons...)
	m.Resize(fyne.NewSize(newProjectWidth, 0))
	s.cover(m)
	s.window.Canvas().FocusNext()
}

// showForks shows the things that were changed on two machines.
func (s *Shell) showForks() {
	ws := s.desk.ws
	s.reads.Do(func(ctx context.Context) (func(), error) {
		forks, err := ws.Forks(ctx)
		if err != nil {
			return nil, err
		}
		return func() {
			if len(forks) == 0 {
				s.strip.Show(status.Message{Text: locale.T(textNoForks), Transient: true})
				return
			}
			s.overlay = reviewing.ShowForks(forks, s.window.Canvas(), ws.Me().UID, func(fork models.Fork, revision string) {
				s.do(func(ctx context.Context) error { return ws.SettleFork(ctx, fork.EntityUID, revision) })
			}, s.uncovered)
		}, nil
	})
}
