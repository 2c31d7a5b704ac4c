package workspace

import (
	"context"

	"glossator/models"
)

// NextUndo returns the step that Undo would take back, nil when there is none.
func (w *Workspace) NextUndo() *models.Step {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.undo
}

// NextRedo returns the step that Redo would bring back, nil when there is
// none.
func (w *Workspace) NextRedo() *models.Step {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.redo
}

// Undo takes the annotator's last step back and goes to where it happened. It
// works across articles and restarts. Errors: models.CodeNothing when there is
// no step, models.CodeConflict when somebody changed the same thing since.
func (w *Workspace) Undo(ctx context.Context) (models.Step, error) {
	return w.turn(ctx, w.store.Undo)
}

// Redo brings the step that was last taken back once more. The errors are
// those of [Workspace.Undo].
func (w *Workspace) Redo(ctx context.Context) (models.Step, error) {
	return w.turn(ctx, w.store.Redo)
}

func (w *Workspace) turn(ctx context.Context, run func(context.Context, actor) (models.Step, error)) (models.Step, error) {
	var step models.Step
	err := w.do(func(by actor) error {
		var err error
		if step, err = run(ctx, by); err != nil {
			return err
		}
		if err := w.show(ctx, step); err != nil {
			return err
		}
		w.events.emit(Event{Kind: LibraryChanged})
		return w.refreshUndo(ctx)
	})
	return step, err
}

// show reads the article of a step anew and puts the cursor where the step
// happened.
func (w *Workspace) show(ctx context.Context, step models.Step) error {
	content, open := w.Article()
	elsewhere := step.ArticleUID == "" || step.SentenceID == 0
	if elsewhere || (open && content.Article.UID == step.ArticleUID) {
		if err := w.reload(ctx); err != nil {
			return err
		}
	} else if err := w.openAt(ctx, step.ArticleUID, 0); err != nil {
		return err
	}
	w.mu.RLock()
	position, found := 0, false
	if w.open != nil && step.SentenceID != 0 {
		position, found = w.open.position[step.SentenceID]
	}
	w.mu.RUnlock()
	if found {
		w.MoveTo(position)
	}
	return nil
}

// Steps returns up to limit steps of everybody, newest first, older than the
// history line before; 0 starts at the newest.
func (w *Workspace) Steps(ctx context.Context, before int64, limit int) ([]models.Step, error) {
	return w.store.Steps(ctx, before, limit)
}

// SentenceHistory returns what happened to the sentence at position, oldest
// first.
func (w *Workspace) SentenceHistory(ctx context.Context, position int) ([]models.Event, error) {
	sentence, ok := w.Sentence(position)
	if !ok {
		return nil, nil
	}
	return w.store.SentenceHistory(ctx, sentence.ID)
}
