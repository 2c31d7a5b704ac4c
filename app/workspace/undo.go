package workspace

import (
	"context"
	"slices"

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

// UndoTo takes back the annotator's steps from the newest to the one of this
// group, and that one too: all of them or none. It returns that step and goes
// to where it happened. Errors: models.CodeNothing when the step does not
// stand, models.CodeConflict when it is somebody else's or somebody changed the
// same thing since.
func (w *Workspace) UndoTo(ctx context.Context, groupUID string) (models.Step, error) {
	return w.turn(ctx, func(ctx context.Context, by actor) (models.Step, error) { return w.store.UndoTo(ctx, by, groupUID) })
}

// RedoTo brings undone steps back, from the one that was undone last to the one
// of this group, and that one too. The rest is as for [Workspace.UndoTo].
func (w *Workspace) RedoTo(ctx context.Context, groupUID string) (models.Step, error) {
	return w.turn(ctx, func(ctx context.Context, by actor) (models.Step, error) { return w.store.RedoTo(ctx, by, groupUID) })
}

// GoTo opens the article of a step with the cursor where it happened. A step
// without a place leaves everything as it is. Errors: models.CodeNotFound for
// an article that is deleted, and those of the store.
func (w *Workspace) GoTo(ctx context.Context, step models.Step) error {
	w.action.Lock()
	defer w.action.Unlock()
	content, open := w.Article()
	if step.ArticleUID == "" {
		return nil
	}
	if !open || content.Article.UID != step.ArticleUID {
		if err := w.openAt(ctx, step.ArticleUID, 0); err != nil {
			return err
		}
	}
	w.moveToStep(step)
	return nil
}

// Restore brings one of the annotator's annotations back to the state in which
// an event of [Workspace.SentenceHistory] left it, as a new step. Errors:
// models.CodeConflict when the annotation is somebody else's or the sentence
// has the label again, models.CodeInvalid when the event is not about an
// annotation, and those of the store.
func (w *Workspace) Restore(ctx context.Context, eventUID string) error {
	return w.do(func(by actor) error {
		if _, err := w.store.Restore(ctx, by, eventUID); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

func (w *Workspace) turn(ctx context.Context, run func(context.Context, actor) (models.Step, error)) (models.Step, error) {
	var step models.Step
	err := w.do(func(by actor) error {
		var err error
		if step, err = run(ctx, by); err != nil {
			return err
		}
		if err := w.refreshCodebook(ctx); err != nil {
			return err
		}
		w.forgetShown()
		if err := w.show(ctx, step); err != nil {
			return err
		}
		w.events.emit(Event{Kind: LibraryChanged})
		w.events.emit(Event{Kind: ReviewChanged})
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
	w.moveToStep(step)
	return w.showArticle(ctx, step)
}

// showArticle opens the article of a step when none is open: one that was
// deleted and came back is what the user wants to see.
func (w *Workspace) showArticle(ctx context.Context, step models.Step) error {
	if _, open := w.Article(); open || step.ArticleUID == "" {
		return nil
	}
	err := w.openAt(ctx, step.ArticleUID, 0)
	if models.CodeOf(err) == models.CodeNotFound {
		return nil
	}
	return err
}

// moveToStep puts the cursor on the sentence of a step, if the current article
// has it.
func (w *Workspace) moveToStep(step models.Step) {
	w.mu.RLock()
	position, found := 0, false
	if w.open != nil && step.SentenceID != 0 {
		position, found = w.open.position[step.SentenceID]
	}
	w.mu.RUnlock()
	if found {
		w.MoveTo(position)
	}
}

// Steps returns up to limit steps of everybody, newest first, older than the
// history line before; 0 starts at the newest. Which labels others gave where
// the person at work codes blind is not told.
func (w *Workspace) Steps(ctx context.Context, before int64, limit int) ([]models.Step, error) {
	steps, err := w.store.Steps(ctx, before, limit)
	me, screen := w.actor().AnnotatorUID, w.newScreen()
	for i := range steps {
		if steps[i].ActorUID == me || err != nil {
			continue
		}
		var hidden bool
		if hidden, err = screen.hides(ctx, steps[i].ArticleUID); hidden {
			steps[i].LabelKey = ""
		}
	}
	return steps, err
}

// SentenceHistory returns what happened to the sentence at position, oldest
// first; of a sentence that is coded blind only what is the person's at work.
func (w *Workspace) SentenceHistory(ctx context.Context, position int) ([]models.Event, error) {
	sentence, ok := w.Sentence(position)
	if !ok {
		return nil, nil
	}
	events, err := w.store.SentenceHistory(ctx, sentence.ID)
	if me := w.actor().AnnotatorUID; w.Blind() {
		events = slices.DeleteFunc(events, func(e models.Event) bool { return foreign(e, me) })
	}
	return events, err
}
