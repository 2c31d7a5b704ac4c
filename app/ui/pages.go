package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/corpus"
	"glossator/app/ui/history"
	"glossator/app/ui/inspector"
	"glossator/app/ui/library"
	"glossator/app/ui/locale"
	"glossator/app/ui/reader"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/status"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/panes"
	"glossator/app/ui/widgets/tabs"
	"glossator/app/workspace"
	"glossator/models"
)

// newDesk makes the pages of a project and tells each what the parts do for it.
func (s *Shell) newDesk(ws *workspace.Workspace) (*desk, error) {
	badges := badges(ws.Labels())
	ws.SetSuggesting(s.memory.Suggesting())
	d := &desk{ws: ws, check: s.work.Another(), counts: s.work.Another()}
	var err error
	d.reader, err = reader.New(ws, s.work.Post, badges, setting(s.memory), reader.Actions{
		Toggle: s.tagging.toggle, Finish: s.tagging.finish, OpenFiles: s.arrivals.askArticle, Details: s.sides.details,
		Menu: s.scene.contextMenu,
		Key:  s.keys.Key, Rune: s.keys.Rune, Shortcut: s.keys.Chord,
	})
	if err != nil {
		return nil, err
	}
	d.library = library.New(ws, s.work.Reads, s.work.Post, library.Actions{
		Open: s.route.openArticle, OpenFiles: s.arrivals.askArticle, Menu: s.shelf.articleMenu, Leave: d.reader.Focus,
		Key: s.keys.Key, Rune: s.keys.Rune, Shortcut: s.keys.Chord,
		Cover:  func(o interface{ Hide() }) { s.over.Put(o) },
		Export: s.shelf.export, Edit: s.shelf.edit, Delete: s.shelf.deleteArticles,
	})
	d.inspector = inspector.New(ws, s.work.Actions, s.work.Post)
	d.inspector.OnDone = d.reader.Focus
	d.inspector.OnCodebook = s.guide.showCodebook
	d.inspector.OnPlace = s.route.goToPlace
	d.inspector.OnSource = d.reader.ShowSource
	d.history = history.New(ws, s.work.Reads, s.work.Post, history.Actions{
		Go: s.route.goToStep, UndoTo: s.tagging.undoTo, UndoMerge: s.tagging.undoMerge, RedoTo: s.tagging.redoTo,
		Leave: d.reader.Focus, Key: s.keys.Key, Rune: s.keys.Rune, Shortcut: s.keys.Chord,
	})
	d.right = tabs.New(
		tabs.Page{Title: locale.T(titleDetails), Object: d.inspector.Object()},
		tabs.Page{Title: locale.T(titleHistory), Object: d.history.Object()})
	d.right.OnChanged = func(int) { s.sides.follow() }
	d.line = status.NewLine(ws, badges, s.work.Post, status.Actions{Annotator: s.identity.ask, Explain: s.failures.explain})
	s.newReview(d)
	d.panes = panes.New(container.NewStack(d.library.Object(), d.review.Articles()), d.reader.Object(),
		container.NewStack(d.right.Object(), d.review.Panel()), s.memory.Widths(),
		panes.Limits{Side: theme.PaneWidth, Middle: theme.ReaderWidth})
	d.panes.OnDragged = s.memory.SetWidths
	d.around = frame.New([]fyne.CanvasObject{d.review.Bar()}, d.panes, nil)
	s.newTable(d)
	d.cancel = ws.Subscribe(s.heard)
	d.refits = s.advice.follow(ws)
	return d, nil
}

// newReview makes check mode, which begins when it is asked for.
func (s *Shell) newReview(d *desk) {
	letters := badges(d.ws.Labels())
	d.review = reviewing.New(d.ws, s.work.Actions, s.work.Reads, s.work.Post, reviewing.Actions{
		Say:     func(text string) { s.strip.Show(status.Message{Text: text, Transient: true}) },
		SayUndo: s.tagging.offerUndo,
		Focus:   d.reader.Focus, Leave: s.scene.leaveChecking, OpenLabels: s.colleagues.ask, Forks: s.colleagues.showForks,
		Badge: func(label models.Label) string { return letters[label.Key] },
	})
	d.fronts = container.NewStack()
	d.fronts.Hide()
}

// newTable makes the page with all annotations, which stands in front of the
// panes while it is looked at.
func (s *Shell) newTable(d *desk) {
	d.table = corpus.New(d.ws, s.work.Reads, s.work.Post, corpus.Actions{
		Open: s.route.goToSentence, Export: s.exports.askOf, Leave: s.scene.leaveTable,
	})
	d.table.Object().Hide()
}
