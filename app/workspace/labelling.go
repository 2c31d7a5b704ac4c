package workspace

import (
	"context"

	"glossator/models"
)

// ToggleLabel puts a label on the sentence at position, or takes it off, and
// reports whether it is on now. The position is given, not taken from the
// cursor, because the cursor may have moved on while the action waited.
// Errors: models.CodeNotFound for an unknown label or a position outside the
// article, and those of the store.
func (w *Workspace) ToggleLabel(ctx context.Context, position int, labelKey string) (bool, error) {
	var on bool
	err := w.onSentence(ctx, position, func(by actor, sentence Sentence) error {
		annotation, now, err := w.toggled(ctx, by, position, sentence.ID, labelKey)
		if err != nil {
			return err
		}
		on = now
		w.lay(annotation)
		return nil
	})
	return on, err
}

// ClearLabels takes all of the annotator's labels off the sentence at
// position, as one step of undo.
func (w *Workspace) ClearLabels(ctx context.Context, position int) error {
	return w.onSentence(ctx, position, func(by actor, sentence Sentence) error {
		if _, err := w.store.ClearLabels(ctx, by, sentence.ID); err != nil {
			return err
		}
		w.mu.Lock()
		delete(w.open.mine, sentence.ID)
		w.mu.Unlock()
		return nil
	})
}

// MarkEmpty says that the sentence at position was read and holds nothing, or
// takes that back. A sentence with labels cannot be marked:
// models.CodeInvalid.
func (w *Workspace) MarkEmpty(ctx context.Context, position int, empty bool) error {
	return w.onSentence(ctx, position, func(by actor, sentence Sentence) error {
		if empty && len(sentence.Mine) > 0 {
			return models.Errorf(models.CodeInvalid,
				"Sentence %d has a label, so it cannot be marked as holding nothing; take the label off first.", position+1)
		}
		if err := w.marked(ctx, by, position, sentence.ID, empty); err != nil {
			return err
		}
		w.mu.Lock()
		w.open.read[sentence.ID] = empty
		w.mu.Unlock()
		return nil
	})
}

// SetNote replaces the note of one of the annotator's annotations on the
// sentence at position.
func (w *Workspace) SetNote(ctx context.Context, position int, annotationUID, note string) error {
	return w.onSentence(ctx, position, func(by actor, _ Sentence) error {
		annotation, err := w.store.SetNote(ctx, by, annotationUID, note)
		if err != nil {
			return err
		}
		w.lay(annotation)
		return nil
	})
}

// SetDetails replaces the details of one of the annotator's annotations on the
// sentence at position.
func (w *Workspace) SetDetails(ctx context.Context, position int, annotationUID string, details []models.Detail) error {
	return w.onSentence(ctx, position, func(by actor, _ Sentence) error {
		annotation, err := w.store.SetDetails(ctx, by, annotationUID, details)
		if err != nil {
			return err
		}
		w.lay(annotation)
		return nil
	})
}

// SetFinished marks the current article as done, or takes that back. From then
// on an untagged sentence of it means "nothing here".
func (w *Workspace) SetFinished(ctx context.Context, finished bool) error {
	return w.do(func(by actor) error {
		content, ok := w.Article()
		if !ok {
			return errNoArticle()
		}
		if err := w.store.SetFinished(ctx, by, content.Article.UID, finished); err != nil {
			return err
		}
		w.forgetShown()
		w.mu.Lock()
		w.open.finished = finished
		alone := len(w.open.others)+len(w.open.hidden) == 0
		w.mu.Unlock()
		if alone {
			return w.changed(ctx, nil)
		}
		return w.articlesChanged(ctx) // the labels of others appear, or hide
	})
}

// onSentence runs an action on one sentence of the current article and tells
// the subscribers.
func (w *Workspace) onSentence(ctx context.Context, position int, run func(actor, Sentence) error) error {
	return w.do(func(by actor) error {
		sentence, ok := w.Sentence(position)
		if !ok {
			return models.Errorf(models.CodeNotFound, "The article has no sentence %d.", position+1)
		}
		if err := run(by, sentence); err != nil {
			return err
		}
		w.decisions.only(sentence.ID)
		return w.changed(ctx, []int{position})
	})
}

// lay puts an annotation that the store has saved on the desk. A label on a
// sentence contradicts the mark that it holds nothing; the store has taken
// that mark off in the same step.
func (w *Workspace) lay(annotation models.Annotation) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open.put(annotation, w.Labels())
	w.meet(annotation)
	if annotation.DeletedAt == nil {
		delete(w.open.read, annotation.SentenceID)
	}
}

func (w *Workspace) changed(ctx context.Context, positions []int) error {
	w.events.emit(Event{Kind: SentencesChanged, Sentences: positions})
	w.events.emit(Event{Kind: LibraryChanged})
	return w.refreshUndo(ctx)
}

func errNoArticle() error {
	return models.Errorf(models.CodeNotFound, "No article is open; open one from the list at the left first.")
}
