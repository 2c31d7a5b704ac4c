package workspace

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"glossator/models"
)

// Corpus makes one step through the annotations of everybody in the whole
// project, see [models.Corpus]. Errors are those of the store.
func (w *Workspace) Corpus(ctx context.Context, ask models.Corpus) (models.CorpusPage, error) {
	return w.store.Corpus(ctx, ask)
}

// CorpusCount counts the annotations of the labels and annotators of a
// question; its words and dates are not regarded.
func (w *Workspace) CorpusCount(ctx context.Context, ask models.Corpus) (int, error) {
	return w.store.CorpusCount(ctx, ask)
}

// Annotators returns everybody with a layer in the project, by name.
func (w *Workspace) Annotators() []models.Annotator {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return byName(w.names)
}

func byName(names map[int64]models.Annotator) []models.Annotator {
	return slices.SortedFunc(maps.Values(names), func(a, b models.Annotator) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
}
