package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/library"
	"glossator/app/ui/locale"
	"glossator/app/ui/search"
	"glossator/app/ui/status"
	"glossator/models"
)

// What can be done with the articles of the library, one or several.

// articleMenu is the menu of the secondary mouse button on the list. It is
// about everything that is chosen when that row is.
func (s *Shell) articleMenu(uid string, at fyne.Position) {
	targets := s.desk.library.Targets(uid)
	edit := fyne.NewMenuItem(locale.T(textEditThese), func() { s.editArticles(targets) })
	remove := fyne.NewMenuItem(locale.T(textDeleteThese), func() { s.deleteArticles(targets) })
	export := fyne.NewMenuItem(locale.T(textExportThese), func() { s.exportArticles(targets) })
	if len(targets) > 1 {
		edit.Label = locale.T(textEditMany, articles(len(targets)))
		remove.Label = locale.T(textDeleteMany, articles(len(targets)))
		export.Label = locale.T(textExportMany, articles(len(targets)))
	}
	edit.Disabled, remove.Disabled = s.cannotWrite() != "", s.cannotWrite() != ""
	menu := fyne.NewMenu("", fyne.NewMenuItem(locale.T(textOpenThis), func() { s.openArticle(uid) }), edit, export,
		fyne.NewMenuItemSeparator(), remove)
	widget.ShowPopUpMenuAtPosition(menu, s.window.Canvas(), at)
}

// atHand returns the articles that a command is about: those that are chosen,
// else the open one.
func (s *Shell) atHand() []string {
	if s.desk == nil {
		return nil
	}
	if chosen := s.desk.library.Selection(); len(chosen) > 0 {
		return chosen
	}
	if content, ok := s.desk.ws.Article(); ok {
		return []string{content.Article.UID}
	}
	return nil
}

func (s *Shell) deleteOpen() {
	if content, ok := s.desk.ws.Article(); ok {
		s.deleteArticles([]string{content.Article.UID})
	}
}

// deleteArticles needs no question: the strip offers to undo it.
func (s *Shell) deleteArticles(uids []string) {
	if len(uids) == 0 || s.cannotWrite() != "" {
		return
	}
	s.flush()
	ws, text := s.desk.ws, locale.T(textDeletedMany, articles(len(uids)))
	if article, known := s.known(uids[0]); known && len(uids) == 1 {
		text = locale.T(textDeleted, article.Title)
	}
	s.run.Do(func(ctx context.Context) (func(), error) {
		if err := ws.DeleteArticles(ctx, uids); err != nil {
			return nil, err
		}
		return func() {
			s.desk.library.ClearSelection()
			s.strip.Show(status.Message{Text: text, Action: locale.T(textUndo), Transient: true, Run: s.undo})
		}, nil
	})
}

// known returns what is known about an article from memory.
func (s *Shell) known(uid string) (models.Article, bool) {
	if content, open := s.desk.ws.Article(); open && content.Article.UID == uid {
		return content.Article, true
	}
	return s.desk.library.Known(uid)
}

// editArticles asks what is said about articles; of one it also asks what its
// paragraphs are.
func (s *Shell) editArticles(uids []string) {
	switch {
	case len(uids) == 0 || s.cannotWrite() != "":
		return
	case len(uids) == 1:
		s.editDocument(uids[0])
		return
	}
	s.flush()
	ws := s.desk.ws
	form := library.NewForm(len(uids), s.window.Canvas(), func(change func(*models.Article)) {
		s.do(func(ctx context.Context) error { return ws.EditArticles(ctx, uids, change) })
	})
	s.form = form
	s.cover(form.Modal())
	s.window.Canvas().Focus(form.First())
}

// exportArticles asks how to export the annotations of some articles.
func (s *Shell) exportArticles(uids []string) {
	s.flush()
	s.askExportOf(models.ExportFilter{ArticleUIDs: uids})
}

// sortLibrary puts the list in an order; the same again turns it round.
func (s *Shell) sortLibrary(sort models.ArticleSort) {
	s.desk.library.SortBy(sort)
	s.updateMenu()
}

func (s *Shell) filterLibrary() {
	_, right := s.desk.panes.Shown()
	s.arrange(true, right)
	s.desk.library.ShowFilter()
}

// searchEverything looks for sentences in the whole project. The page comes
// back with the words and results that it had.
func (s *Shell) searchEverything() {
	s.flush()
	if s.desk.search == nil {
		s.desk.search = search.New(s.desk.ws, s.reads, s.window.Canvas(), search.Actions{Open: s.openFound, Closed: s.uncovered})
	}
	s.overlay = s.desk.search
	s.desk.search.Show()
}

// openFound goes to a sentence that was found; 0: to the article.
func (s *Shell) openFound(uid string, sentence int64) {
	if sentence == 0 {
		s.openArticle(uid)
		return
	}
	s.goToSentence(uid, sentence)
}

func (s *Shell) reindex() {
	ws := s.desk.ws
	s.strip.Show(status.Message{Text: locale.T(textIndexing), Busy: true})
	s.run.Do(func(ctx context.Context) (func(), error) {
		if err := ws.Reindex(ctx); err != nil {
			return nil, err
		}
		return func() { s.strip.Show(status.Message{Text: locale.T(textIndexed), Transient: true}) }, nil
	})
}
