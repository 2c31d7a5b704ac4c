package workspace

import (
	"context"

	"glossator/models"
	"glossator/models/store"
)

// Library returns a page of the project's articles with the annotator's
// counts, and how many there are in all.
func (w *Workspace) Library(ctx context.Context, filter models.ArticleFilter) ([]models.ArticleRow, int, error) {
	filter.AnnotatorID = w.actor().AnnotatorID
	return w.store.Articles(ctx, filter)
}

// ArticleIndex returns where an article stands in the list of a filter, from
// 0; -1 when the filter leaves it out.
func (w *Workspace) ArticleIndex(ctx context.Context, filter models.ArticleFilter, uid string) (int, error) {
	filter.AnnotatorID = w.actor().AnnotatorID
	return w.store.ArticleIndex(ctx, filter, uid)
}

// ArticleUIDs returns the UIDs of the articles of a filter, in its order and
// within its offset and limit.
func (w *Workspace) ArticleUIDs(ctx context.Context, filter models.ArticleFilter) ([]string, error) {
	filter.AnnotatorID = w.actor().AnnotatorID
	return w.store.ArticleUIDs(ctx, filter)
}

// Facets returns the values that the library can be filtered by.
func (w *Workspace) Facets(ctx context.Context) (models.Facets, error) { return w.store.Facets(ctx) }

// Layers returns everybody who has a layer in the project.
func (w *Workspace) Layers(ctx context.Context) ([]models.Annotator, error) {
	return w.store.Annotators(ctx)
}

// DeleteArticles puts articles away as one step of undo. The current article
// is closed when it is among them.
func (w *Workspace) DeleteArticles(ctx context.Context, uids []string) error {
	if len(uids) > 1 {
		w.safeguard(ctx, store.BackupDelete, 0)
	}
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

// EditArticles changes what is said about several articles as one step of
// undo.
func (w *Workspace) EditArticles(ctx context.Context, uids []string, change func(*models.Article)) error {
	return w.do(func(by actor) error {
		if err := w.store.EditArticles(ctx, by, uids, change); err != nil {
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
