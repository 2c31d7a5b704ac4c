package workspace

import (
	"context"

	"glossator/models"
)

// Search finds sentences of the whole project by their words; see the store.s
// [models.Search] for what may be typed.
func (w *Workspace) Search(ctx context.Context, ask models.Search) (models.SearchPage, error) {
	return w.store.Search(ctx, ask)
}

// Reindex makes the index of words and the counts of the library anew. It
// changes nothing that anybody wrote.
func (w *Workspace) Reindex(ctx context.Context) error {
	return w.do(func(actor) error {
		if err := w.store.Reindex(ctx); err != nil {
			return err
		}
		w.events.emit(Event{Kind: LibraryChanged})
		return nil
	})
}
