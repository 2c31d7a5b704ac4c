package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/storage"

	"glossator/app/ui/incoming"
	"glossator/app/ui/locale"
	"glossator/app/ui/overlay"
	"glossator/app/ui/status"
	"glossator/app/workspace"
)

// The texts about annotations that come back.
const (
	textComparing   = "Comparing %s with the project"
	textTaking      = "Importing %s"
	textTakingCount = "Importing %s: %s of %s annotations"
	textTaken       = "%s changed, %s new from %s."
	textNotTaken    = "%s could not be used; they are listed in %s."
	textArticlesToo = "It holds articles to add"
)

// comingExtensions end the names of files that may hold annotations.
var comingExtensions = []string{".csv", ".tsv", ".xlsx", ".zip", ".json", ".jsonl", ".qdpx"}

// returns are one's own annotations that come back from other programs.
type returns struct {
	*bench

	projects   Projects
	arrivals   *arrivals
	colleagues *colleagues
	exports    *exports
	tagging    *tagging
}

// ask asks for a file of annotations that come back.
func (rt *returns) ask() {
	if rt.cannotWrite() == "" {
		rt.over.AskFile(rt.projects.Folder(), storage.NewExtensionFileFilter(comingExtensions), rt.read)
	}
}

// read reads a file of one's own annotations and shows what it would change.
func (rt *returns) read(path string) {
	if rt.cannotWrite() != "" {
		return
	}
	rt.flush()
	ws := rt.desk.ws
	rt.busily(rt.work.Long, locale.T(textComparing, filepath.Base(path)), func(wanted context.Context) (func(), error) {
		coming, err := ws.ReadComing(wanted, path, workspace.ComingOptions{})
		if err != nil {
			return nil, err
		}
		return func() {
			rt.strip.Dismiss()
			rt.show(ws, coming)
		}, nil
	})
}

func (rt *returns) show(ws *workspace.Workspace, coming workspace.Coming) {
	if !rt.shows(ws) {
		return
	}
	rt.over.Put(incoming.Show(ws, rt.work.Reads, rt.over.Window(), coming, incoming.Actions{Apply: rt.take, Closed: rt.over.Gone}))
}

// take takes the rows over, all or none, and lists those that were of no use
// beside the file.
func (rt *returns) take(coming workspace.Coming, options workspace.ComingOptions) {
	ws, name := rt.desk.ws, filepath.Base(coming.File.Path)
	progress := rt.telling(func(done, total string) string { return locale.T(textTakingCount, name, done, total) })
	rt.busily(rt.work.Actions, locale.T(textTaking, name), func(wanted context.Context) (func(), error) {
		taken, err := ws.Take(wanted, coming, options, progress)
		if err != nil {
			return nil, err
		}
		rejected, err := rt.saveRejected(&taken)
		return func() { rt.took(&taken, rejected) }, err
	})
}

// saveRejected lists the rows that were of no use beside the file, or, where
// nothing can be written there, among the projects.
func (rt *returns) saveRejected(taken *workspace.Coming) (string, error) {
	path := taken.File.Path
	if taken.Result.Unmatched+taken.Result.Unsure == 0 {
		return "", nil
	}
	var err error
	for _, folder := range []string{filepath.Dir(path), rt.projects.Folder()} {
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

func (rt *returns) took(taken *workspace.Coming, rejected string) {
	r := &taken.Result
	message := status.Message{
		Text:   locale.T(textTaken, locale.Number(r.Changed), locale.Number(r.New), filepath.Base(taken.File.Path)),
		Action: locale.T(textUndo), Run: rt.tagging.undo,
	}
	if rejected != "" {
		message.Text += " " + locale.T(textNotTaken, locale.N(r.Unmatched+r.Unsure, "%s row", "%s rows",
			locale.Number(r.Unmatched+r.Unsure)), rejected)
		message.Second, message.RunSecond = locale.T(textShowIt), func() { rt.exports.showFolder(rejected) }
	}
	rt.strip.Show(message)
}

// sortOut asks what a dropped file is that may hold annotations, and reports
// whether it takes care of the file.
func (rt *returns) sortOut(paths []string) bool {
	if rt.desk == nil || len(paths) != 1 || rt.cannotWrite() != "" {
		return false
	}
	path, like := paths[0], rt.desk.ws.LooksComing(paths[0])
	if like == workspace.Unlike {
		return false
	}
	answers := []overlay.Answer{
		{Text: locale.T(textMineBack), Run: func() { rt.read(path) }},
		{Text: locale.T(textColleagues), Run: func() { rt.colleagues.lookInto(path) }},
	}
	if like == workspace.Maybe {
		answers = append(answers, overlay.Answer{Text: locale.T(textArticlesToo), Run: func() { rt.arrivals.addPaths(paths) }})
	}
	rt.over.Ask(programName, locale.T(textWhoseFile, filepath.Base(path)), answers...)
	return true
}
