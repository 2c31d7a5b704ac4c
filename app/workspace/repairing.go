package workspace

import (
	"context"

	"glossator/models"
)

// MergeWithNext joins the sentence at position with the next one of its
// paragraph, as one step of undo. What stands on the two goes to the joined
// sentence, in every layer; the rules are those of package store. The cursor
// stays on it. Errors: models.CodeNotFound for a position outside the article,
// models.CodeInvalid for the last sentence of a paragraph, and those of the
// store.
func (w *Workspace) MergeWithNext(ctx context.Context, position int) error {
	return w.repair(ctx, position, func(by actor, id int64) error {
		_, err := w.store.JoinSentences(ctx, by, id)
		return err
	})
}

// Split cuts the sentence at position in two at an offset, in code points into
// the article's text, as one step of undo. The cursor stays on the first part.
// Errors: models.CodeNotFound for a position outside the article,
// models.CodeInvalid for an offset that has no word of the sentence on each
// side, and those of the store.
func (w *Workspace) Split(ctx context.Context, position, offset int) error {
	return w.repair(ctx, position, func(by actor, id int64) error {
		_, err := w.store.SplitSentence(ctx, by, id, offset)
		return err
	})
}

// repair changes the sentences of the current article and reads it anew: all
// numbers after the repair are others.
func (w *Workspace) repair(ctx context.Context, position int, run func(by actor, sentenceID int64) error) error {
	return w.do(func(by actor) error {
		sentence, ok := w.Sentence(position)
		if !ok {
			return models.Errorf(models.CodeNotFound, "The article has no sentence %d.", position+1)
		}
		if err := run(by, sentence.ID); err != nil {
			return err
		}
		w.MoveTo(position)
		return w.articlesChanged(ctx)
	})
}

// LastOfParagraph reports whether no sentence of the same paragraph follows
// the one at position, so that there is nothing to join it with. It answers
// from memory.
func (w *Workspace) LastOfParagraph(position int) bool {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.open == nil || position < 0 || position+1 >= len(w.open.content.Sentences) {
		return true
	}
	list := w.open.content.Sentences
	return list[position].BlockSeq != list[position+1].BlockSeq
}
