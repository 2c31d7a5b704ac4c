package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/storage"

	"glossator/app/ui/incoming"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/app/workspace"
)

// The texts about annotations that come back.
const (
	textComparing   = "Comparing %s with the project"
	textTaking      = "Importing %s"
	textTaken       = "%s changed, %s new from %s."
	textNotTaken    = "%s could not be used; they are listed in %s."
	textArticlesToo = "It holds articles to add"
)

// comingExtensions end the names of files that may hold annotations.
var comingExtensions = []string{".csv", ".tsv", ".zip", ".json", ".jsonl", ".qdpx"}

// askComing asks for a file of annotations that come back.
func (s *Shell) askComing() {
	if s.cannotWrite() == "" {
		s.askFile(s.projects.Folder(), storage.NewExtensionFileFilter(comingExtensions), s.importAnnotations)
	}
}

// importAnnotations reads a file of one's own annotations and shows what it
// would change.
func (s *Shell) importAnnotations(path string) {
	if s.cannotWrite() != "" {
		return
	}
	s.flush()
	ws := s.desk.ws
	wanted, cancel := context.WithCancel(context.Background())
	s.strip.Show(status.Message{Text: locale.T(textComparing, filepath.Base(path)), Busy: true, Action: locale.T(textCancel), Run: cancel})
	s.long.Do(func(ctx context.Context) (func(), error) {
		stop := context.AfterFunc(ctx, cancel)
		defer stop()
		coming, err := ws.ReadComing(wanted, path, workspace.ComingOptions{})
		cancel()
		if err != nil {
			return nil, err
		}
		return func() {
			s.strip.Dismiss()
			s.showComing(ws, coming)
		}, nil
	})
}

func (s *Shell) showComing(ws *workspace.Workspace, coming workspace.Coming) {
	if s.desk == nil || s.desk.ws != ws {
		return
	}
	s.overlay = incoming.Show(ws, s.reads, s.window, coming, incoming.Actions{Apply: s.takeComing, Closed: s.uncovered})
}

// takeComing takes the rows over, and lists those that were of no use beside
// the file.
func (s *Shell) takeComing(coming workspace.Coming, options workspace.ComingOptions) {
	ws, path := s.desk.ws, coming.File.Path
	s.strip.Show(status.Message{Text: locale.T(textTaking, filepath.Base(path)), Busy: true})
	s.run.Do(func(ctx context.Context) (func(), error) {
		taken, err := ws.Take(ctx, coming, options)
		if err != nil {
			return nil, err
		}
		rejected, err := s.saveRejected(&taken)
		return func() { s.took(&taken, rejected) }, err
	})
}

// saveRejected lists the rows that were of no use beside the file, or, where
// nothing can be written there, among the projects.
func (s *Shell) saveRejected(taken *workspace.Coming) (string, error) {
	path := taken.File.Path
	if taken.Result.Unmatched+taken.Result.Unsure == 0 {
		return "", nil
	}
	var err error
	for _, folder := range []string{filepath.Dir(path), s.projects.Folder()} {
		var list string
		if list, err = workspace.RejectedName(filepath.Join(folder, filepath.Base(path))); err != nil {
			continue
		}
		if _, err = taken.SaveRejected(list, locale.Say); err == nil {
			return list, nil
		}
	}
	return "", err
}

func (s *Shell) took(taken *workspace.Coming, rejected string) {
	r := &taken.Result
	message := status.Message{
		Text:   locale.T(textTaken, locale.Number(r.Changed), locale.Number(r.New), filepath.Base(taken.File.Path)),
		Action: locale.T(textUndo), Run: s.undo,
	}
	if rejected != "" {
		message.Text += " " + locale.T(textNotTaken, locale.N(r.Unmatched+r.Unsure, "%s row", "%s rows",
			locale.Number(r.Unmatched+r.Unsure)), rejected)
		message.Second, message.RunSecond = locale.T(textShowIt), func() { s.showFolder(rejected) }
	}
	s.strip.Show(message)
}

// sortOut asks what a dropped file is that may hold annotations, and reports
// whether it takes care of the file.
func (s *Shell) sortOut(paths []string) bool {
	if s.desk == nil || len(paths) != 1 || s.cannotWrite() != "" {
		return false
	}
	path, like := paths[0], s.desk.ws.LooksComing(paths[0])
	if like == workspace.Unlike {
		return false
	}
	answers := []answer{
		{locale.T(textMineBack), func() { s.importAnnotations(path) }},
		{locale.T(textColleagues), func() { s.lookInto(path) }},
	}
	if like == workspace.Maybe {
		answers = append(answers, answer{locale.T(textArticlesToo), func() { s.addPaths(paths) }})
	}
	s.askOne(locale.T(textWhoseFile, filepath.Base(path)), answers...)
	return true
}
