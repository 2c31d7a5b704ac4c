package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/controls"
	"glossator/app/ui/library"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/models"
)

// shelf is what can be done with the articles of the library, one or several.
type shelf struct {
	*bench

	keys      *controls.Controls
	route     *route
	tagging   *tagging
	documents *documents
	exports   *exports
	form      *library.Form // the form about articles that was shown last
}

// articleMenu is the menu of the secondary mouse button on the list. It is
// about everything that is chosen when that row is.
func (s *shelf) articleMenu(uid string, at fyne.Position) {
	targets := s.desk.library.Targets(uid)
	edit := fyne.NewMenuItem(locale.T(textEditThese), func() { s.edit(targets) })
	remove := fyne.NewMenuItem(locale.T(textDeleteThese), func() { s.deleteArticles(targets) })
	export := fyne.NewMenuItem(locale.T(textExportThese), func() { s.export(targets) })
	if len(targets) > 1 {
		edit.Label = locale.T(textEditMany, articles(len(targets)))
		remove.Label = locale.T(textDeleteMany, articles(len(targets)))
		export.Label = locale.T(textExportMany, articles(len(targets)))
	}
	edit.Disabled, remove.Disabled = s.cannotWrite() != "", s.cannotWrite() != ""
	menu := fyne.NewMenu("", fyne.NewMenuItem(locale.T(textOpenThis), func() { s.route.openArticle(uid) }), edit, export,
		fyne.NewMenuItemSeparator(), remove)
	s.over.Menu(menu, at)
}

func (s *shelf) deleteOpen() {
	if content, ok := s.desk.ws.Article(); ok {
		s.deleteArticles([]string{content.Article.UID})
	}
}

// deleteArticles needs no question: the strip offers to undo it.
func (s *shelf) deleteArticles(uids []string) {
	if len(uids) == 0 || s.cannotWrite() != "" {
		return
	}
	s.flush()
	ws, text := s.desk.ws, locale.T(textDeletedMany, articles(len(uids)))
	if article, known := s.known(uids[0]); known && len(uids) == 1 {
		text = locale.T(textDeleted, article.Title)
	}
	s.work.Actions.Do(func(ctx context.Context) (func(), error) {
		if err := ws.DeleteArticles(ctx, uids); err != nil {
			return nil, err
		}
		return func() {
			s.desk.library.ClearSelection()
			s.tagging.offerUndo(text)
		}, nil
	})
}

// known returns what is known about an article from memory.
func (s *shelf) known(uid string) (models.Article, bool) {
	if content, open := s.desk.ws.Article(); open && content.Article.UID == uid {
		return content.Article, true
	}
	return s.desk.library.Known(uid)
}

// edit asks what is said about articles; of one it also asks what its
// paragraphs are.
func (s *shelf) edit(uids []string) {
	switch {
	case len(uids) == 0 || s.cannotWrite() != "":
		return
	case len(uids) == 1:
		s.documents.edit(uids[0])
		return
	}
	s.flush()
	ws := s.desk.ws
	form := library.NewForm(len(uids), s.over.Canvas(), func(change func(*models.Article)) {
		s.work.Change(func(ctx context.Context) error { return ws.EditArticles(ctx, uids, change) })
	})
	s.form = form
	s.over.Show(form.Modal())
	s.over.Focus(form.First())
}

// export asks how to export the annotations of some articles.
func (s *shelf) export(uids []string) {
	s.flush()
	s.exports.askOf(models.ExportFilter{ArticleUIDs: uids})
}

// sort puts the list in an order; the same again turns it round.
func (s *shelf) sort(sort models.ArticleSort) {
	s.desk.library.SortBy(sort)
	s.keys.Update()
}

func (s *shelf) reindex() {
	ws := s.desk.ws
	s.strip.Show(status.Message{Text: locale.T(textIndexing), Busy: true})
	s.work.Actions.Do(func(ctx context.Context) (func(), error) {
		if err := ws.Reindex(ctx); err != nil {
			return nil, err
		}
		return func() { s.strip.Show(status.Message{Text: locale.T(textIndexed), Transient: true}) }, nil
	})
}
