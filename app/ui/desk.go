package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/background"
	"glossator/app/ui/consistency"
	"glossator/app/ui/corpus"
	"glossator/app/ui/deciding"
	"glossator/app/ui/history"
	"glossator/app/ui/insights"
	"glossator/app/ui/inspector"
	"glossator/app/ui/library"
	"glossator/app/ui/locale"
	"glossator/app/ui/reader"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/search"
	"glossator/app/ui/status"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/panes"
	"glossator/app/ui/widgets/tabs"
	"glossator/app/workspace"
	"glossator/models"
)

// desk is the pages of one open project.
type desk struct {
	ws        *workspace.Workspace
	library   *library.Page
	search    *search.Page // nil before it was first shown
	reader    *reader.Page
	inspector *inspector.Page
	history   *history.Page
	right     *tabs.Tabs       // details or history
	opened    bool             // the right pane is there for the history only
	table     *corpus.Page     // in front of the panes, or hidden
	review    *reviewing.Page  // around the text while labels are checked
	around    *frame.Frame     // the panes with the bar of check mode
	front     front            // the page in front of everything; nil: none
	fronts    *fyne.Container  // where it stands
	queue     deciding.Queue   // what to decide next
	unsaved   *models.Codebook // changes to the codebook that were left without saving; nil: none
	line      *status.Line
	panes     *panes.Panes
	refits    *refitter            // keeps the suggestions up to date
	received  []workspace.Imported // what became of the last import
	check     *background.Runner   // looks for faults in the file; stopped before it closes
	counts    *background.Runner   // counts for charts and compares sentences; stopped before the file closes
	charts    *insights.Page       // nil before it was first shown
	likes     *consistency.Page    // the same
	cancel    func()
}

func (s *Shell) newDesk(ws *workspace.Workspace) (*desk, error) {
	badges := badges(ws.Labels())
	ws.SetSuggesting(s.memory.suggesting())
	d := &desk{ws: ws, check: background.New(s.post, s.fail), counts: background.New(s.post, s.fail)}
	var err error
	d.reader, err = reader.New(ws, s.post, badges, s.memory.setting(), reader.Actions{
		Toggle: s.toggle, Finish: s.finish, OpenFiles: s.askArticle, Details: s.details, Menu: s.contextMenu,
		Key: s.key, Rune: s.typed, Shortcut: s.chord,
	})
	if err != nil {
		return nil, err
	}
	d.library = library.New(ws, s.reads, s.post, library.Actions{
		Open: s.openArticle, OpenFiles: s.askArticle, Menu: s.articleMenu, Leave: d.reader.Focus,
		Key: s.key, Rune: s.typed, Shortcut: s.chord,
		Cover:  func(o interface{ Hide() }) { s.overlay = o },
		Export: s.exportArticles, Edit: s.editArticles, Delete: s.deleteArticles,
	})
	d.inspector = inspector.New(ws, s.run, s.post)
	d.inspector.OnDone = d.reader.Focus
	d.inspector.OnCodebook = s.showCodebook
	d.inspector.OnPlace = s.goToPlace
	d.inspector.OnSource = d.reader.ShowSource
	d.history = history.New(ws, s.reads, s.post, history.Actions{
		Go: s.goToStep, UndoTo: s.undoTo, RedoTo: s.redoTo, Leave: d.reader.Focus, Key: s.key, Rune: s.typed, Shortcut: s.chord,
	})
	d.right = tabs.New(
		tabs.Page{Title: locale.T(titleDetails), Object: d.inspector.Object()},
		tabs.Page{Title: locale.T(titleHistory), Object: d.history.Object()})
	d.right.OnChanged = func(int) { s.front() }
	d.line = status.NewLine(ws, badges, s.post, status.Actions{Annotator: s.askAnnotator, Explain: s.explainFailure})
	s.newReview(d)
	d.panes = panes.New(container.NewStack(d.library.Object(), d.review.Articles()), d.reader.Object(),
		container.NewStack(d.right.Object(), d.review.Panel()), s.memory.widths(),
		panes.Limits{Side: theme.PaneWidth, Middle: theme.ReaderWidth})
	d.panes.OnDragged = s.memory.setWidths
	d.around = frame.New([]fyne.CanvasObject{d.review.Bar()}, d.panes, nil)
	s.newTable(d)
	d.cancel = ws.Subscribe(s.heard)
	d.refits = newRefitter(ws, s.learn, s.pause)
	d.refits.refit(0)
	return d, nil
}

func (d *desk) close() {
	d.cancel()
	d.refits.close()
	d.library.Close()
	d.reader.Close()
	d.inspector.Close()
	d.history.Close()
	d.table.Close()
	d.review.Close()
	d.closeFront()
	d.counts.Stop()
	d.line.Close()
}

// heard keeps menu and strip in step with what can be done and was done.
func (s *Shell) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.UndoChanged, workspace.ArticleOpened, workspace.AnnotatorChanged:
		s.post(s.updateMenu)
	case workspace.SentencesChanged:
		if event.Sentences == nil {
			s.post(s.updateMenu)
		}
	case workspace.SavedChanged:
		s.post(s.saved)
	case workspace.BackupFailed:
		s.post(s.warnUnsafe)
	case workspace.CodebookChanged:
		s.post(s.recode)
	case workspace.LibraryChanged, workspace.CursorMoved, workspace.SuggestionsChanged, workspace.ReviewChanged:
	}
}

// saved takes away what an action that succeeded has made out of date.
func (s *Shell) saved() {
	if s.desk != nil && s.desk.ws.Failure() == nil {
		s.strip.Succeeded()
	}
}

// badges gives each label the letter that stands for it: that of the codebook,
// else the first of its name.
func badges(labels []models.Label) map[string]string {
	letters := make(map[string]string, len(labels))
	for _, label := range labels {
		if label.Badge != "" {
			letters[label.Key] = label.Badge
			continue
		}
		first, _ := utf8.DecodeRuneInString(label.Name)
		letters[label.Key] = strings.ToUpper(string(first))
	}
	return letters
}
