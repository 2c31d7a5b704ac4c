package workspace

import (
	"context"

	"glossator/models"
)

// Library returns a page of the project's articles with the annotator's
// counts, and how many there are in all.
func (w *Workspace) Library(ctx context.Context, filter models.ArticleFilter) ([]models.ArticleRow, int, error) {
	filter.AnnotatorID = w.actor().AnnotatorID
	return w.store.Articles(ctx, filter)
}

// DeleteArticles puts articles away as one step of undo. The current article
// is closed when it is among them.
func (w *Workspace) DeleteArticles(ctx context.Context, uids []string) error {
	return w.do(func(by actor) error {
		if err := w.store.DeleteArticles(ctx, by, uids); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

// EditArticle changes what is said about an article: title, source, date. Its
// text never changes.
func (w *Workspace) EditArticle(ctx context.Context, uid string, change func(*models.Article)) error {
	return w.do(func(by actor) error {
		if _, err := w.store.EditArticle(ctx, by, uid, change); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

func (w *Workspace) articlesChanged(ctx context.Context) error {
	if err := w.reload(ctx); err != nil {
		return err
	}
	w.events.emit(Event{Kind: LibraryChanged})
	return w.refreshUndo(ctx)
}
