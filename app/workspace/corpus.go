package workspace

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"glossator/models"
)

// Corpus makes one step through the annotations of everybody in the whole
// project, see [models.Corpus]. Those of others on articles that the person at
// work codes blind and has not finished are left out. Errors are those of the
// store.
func (w *Workspace) Corpus(ctx context.Context, ask models.Corpus) (models.CorpusPage, error) {
	page, err := w.store.Corpus(ctx, ask)
	if err != nil {
		return models.CorpusPage{}, err
	}
	me, screen := w.actor().AnnotatorID, w.newScreen()
	shown := page.Rows[:0]
	var seen []glance
	for _, row := range page.Rows {
		if row.Annotator.ID != me {
			hidden, err := screen.hides(ctx, row.Article.UID)
			if err != nil {
				return models.CorpusPage{}, err
			}
			if hidden {
				continue
			}
			seen = append(seen, glance{article: row.Article.UID, sentence: row.Sentence.ID, layer: row.Annotator.ID})
		}
		shown = append(shown, row)
	}
	page.Rows = shown
	return page, w.noteSeen(ctx, seen)
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
