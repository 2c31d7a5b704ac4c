package ui

import (
	"context"

	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/models"
)

// reasonStands is why no label of the sentence need be looked at again.
const reasonStands = "every label here stands as the codebook says"

// tagging is what one says about the sentences of the open article, and how
// it is taken back.
type tagging struct {
	*bench

	identity *identity
}

// toggle puts a label on the sentence under the cursor, or takes it off. The
// position is that of the moment of the key.
func (t *tagging) toggle(key string) {
	if t.checking() {
		t.desk.review.Toggle(key)
		return
	}
	if reason := t.cannotTag(); reason != "" {
		return
	}
	ws, at := t.desk.ws, t.desk.ws.Cursor()
	t.work.Change(func(ctx context.Context) error {
		_, err := ws.ToggleLabel(ctx, at, key)
		return err
	})
	t.identity.introduce()
}

// clearLabels takes the labels off a sentence. On one without labels the key
// says that there is nothing: no label was put, and none is meant to be.
func (t *tagging) clearLabels() {
	ws, at := t.desk.ws, t.desk.ws.Cursor()
	t.work.Change(func(ctx context.Context) error {
		sentence, _ := ws.Sentence(at)
		switch {
		case len(sentence.Mine) > 0:
			return ws.ClearLabels(ctx, at)
		case sentence.Empty:
			return nil
		}
		return ws.MarkEmpty(ctx, at, true)
	})
}

func (t *tagging) markEmpty() {
	ws, at := t.desk.ws, t.desk.ws.Cursor()
	t.work.Change(func(ctx context.Context) error {
		sentence, _ := ws.Sentence(at)
		return ws.MarkEmpty(ctx, at, !sentence.Empty)
	})
}

func (t *tagging) finish() {
	t.flush()
	ws := t.desk.ws
	t.work.Change(func(ctx context.Context) error { return ws.SetFinished(ctx, !ws.Finished()) })
}

func (t *tagging) finished() bool { return t.desk != nil && t.desk.ws.Finished() }

// joinSentences joins the sentence under the cursor with the next one.
func (t *tagging) joinSentences() {
	t.flush()
	ws, at := t.desk.ws, t.desk.ws.Cursor()
	t.work.Change(func(ctx context.Context) error { return ws.MergeWithNext(ctx, at) })
}

// splitSentence cuts the sentence under the cursor where the user points.
func (t *tagging) splitSentence() {
	t.flush()
	ws, at := t.desk.ws, t.desk.ws.Cursor()
	offset, ok := t.desk.reader.Caret()
	if !ok {
		return
	}
	t.work.Change(func(ctx context.Context) error { return ws.Split(ctx, at, offset) })
}

// codingBlind reports whether the open article is coded without seeing the
// labels of others.
func (t *tagging) codingBlind() bool {
	return t.desk != nil && t.desk.ws.Coding() == models.CodingBlind
}

// toggleBlind hides the labels of others on the selected articles or the open
// one until they are finished, or shows them.
func (t *tagging) toggleBlind() {
	ws, uids := t.desk.ws, t.atHand()
	coding := models.CodingBlind
	if t.codingBlind() {
		coding = models.CodingOpen
	}
	t.flush()
	t.work.Change(func(ctx context.Context) error { return ws.SetCodings(ctx, uids, coding) })
}

// offerUndo says what was done, with a button that takes it back.
func (t *tagging) offerUndo(text string) {
	t.strip.Show(status.Message{Text: text, Action: locale.T(textUndo), Run: t.undo, Transient: true})
}

func (t *tagging) undo() { t.walk(t.desk.ws.Undo) }

func (t *tagging) redo() { t.walk(t.desk.ws.Redo) }

// undoTo takes back everything down to a group of steps.
func (t *tagging) undoTo(group string) {
	ws := t.desk.ws
	t.walk(func(ctx context.Context) (models.Step, error) { return ws.UndoTo(ctx, group) })
}

// redoTo does once more everything up to a group of steps.
func (t *tagging) redoTo(group string) {
	ws := t.desk.ws
	t.walk(func(ctx context.Context) (models.Step, error) { return ws.RedoTo(ctx, group) })
}

// undoMerge takes back what came from a colleague.
func (t *tagging) undoMerge(group string) {
	ws := t.desk.ws
	t.walk(func(ctx context.Context) (models.Step, error) { return ws.UndoMerge(ctx, group) })
}

// walk goes through the history of the project.
func (t *tagging) walk(through func(ctx context.Context) (models.Step, error)) {
	t.flush()
	t.work.Change(func(ctx context.Context) error {
		_, err := through(ctx)
		return err
	})
}

// reaffirm says of all labels of the current sentence that they stand.
func (t *tagging) reaffirm() {
	ws, at := t.desk.ws, t.desk.ws.Cursor()
	sentence, _ := ws.Sentence(at)
	t.work.Change(func(ctx context.Context) error {
		for _, annotation := range sentence.Mine {
			if ws.Codebook().Stands(annotation.Label.Key, annotation.CodebookVersion) {
				continue
			}
			if err := ws.Reaffirm(ctx, at, annotation.UID); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *tagging) allStand() string {
	sentence, _ := t.desk.ws.Current()
	for _, annotation := range sentence.Mine {
		if !t.desk.ws.Codebook().Stands(annotation.Label.Key, annotation.CodebookVersion) {
			return ""
		}
	}
	return locale.T(reasonStands)
}

// labelled reports whether the sentence of the cursor has the user's label.
func (t *tagging) labelled(label string) bool {
	sentence, ok := t.desk.ws.Current()
	return ok && sentence.Has(label)
}
