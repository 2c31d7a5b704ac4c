package store

import (
	"testing"

	"glossator/models"
)

// refuses fails the test unless a merge cannot be taken back because of later
// work.
func (c *copyOf) refuses(t testing.TB, group, why string) {
	t.Helper()
	if _, err := c.UndoMerge(t.Context(), c.actors[0], group); models.CodeOf(err) != models.CodeConflict {
		t.Errorf("%s: %v", why, err)
	}
}

// undoes takes a merge back and looks whether everything still fits.
func (c *copyOf) undoes(t testing.TB, group string) {
	t.Helper()
	if _, err := c.UndoMerge(t.Context(), c.actors[0], group); err != nil {
		t.Error(err)
	}
	c.sound(t)
	c.reckoned(t)
}

// A merge is not taken away from under what was built on it: a finished article,
// an answer, more work of the same people. Without that it goes alone.
func TestMergeIsNotUndoneUnderLaterWork(t *testing.T) {
	t.Parallel()
	author, reviewer := openCopy(t, ancestor(t, 1, 3), "dv-author"), reviewer(t, "Zoya")
	ctx, layer := t.Context(), author.actors[0].AnnotatorUID
	mine := models.BundleFilter{Layers: []string{layer}}
	author.label(t, 0, 0, "claim", "")
	first := reviewer.receive(t, author.bundle(t, mine)).Group
	uid, by := reviewer.articleUID(t), reviewer.actors[0]
	if err := reviewer.SetFinished(ctx, by, uid, true); err != nil {
		t.Fatal(err)
	}
	reviewer.refuses(t, first, "its article is finished")
	if err := reviewer.SetFinished(ctx, by, uid, false); err != nil {
		t.Fatal(err)
	}
	author.label(t, 0, 1, "claim", "")
	second := reviewer.receive(t, author.bundle(t, mine)).Group
	reviewer.refuses(t, first, "more came of the same person")

	decision, err := reviewer.PutDecision(ctx, by, models.DecisionInput{SentenceID: reviewer.at(t, 0), LayerUID: layer, Verdict: models.VerdictRejected})
	if err != nil {
		t.Fatal(err)
	}
	back := author.receive(t, reviewer.bundle(t, models.BundleFilter{WithDecisions: true})).Group
	if _, err := author.PutResponse(ctx, author.actors[0], models.ResponseInput{DecisionUID: decision.UID, Answer: models.AnswerDiscuss}); err != nil {
		t.Fatal(err)
	}
	author.refuses(t, back, "a decision is answered")
	if _, err := author.Undo(ctx, author.actors[0]); err != nil {
		t.Fatal(err)
	}
	author.undoes(t, back)

	if err := reviewer.ClearDecision(ctx, by, decision.UID); err != nil {
		t.Fatal(err)
	}
	reviewer.undoes(t, second)
	reviewer.undoes(t, first)
	if rows, _, err := reviewer.Articles(ctx, models.ArticleFilter{}); err != nil || len(rows) != 0 {
		t.Errorf("%d articles stay: %v", len(rows), err)
	}
}

// A merge tells how far it is, up to the end.
func TestMergeTellsHowFarItIs(t *testing.T) {
	t.Parallel()
	author, reviewer := openCopy(t, ancestor(t, 2, 3), "dv-author"), reviewer(t, "Zoya")
	author.label(t, 0, 0, "claim", "")
	author.label(t, 0, 1, "claim", "")
	last, all := 0, -1
	options := models.MergeOptions{Progress: func(done, total int) {
		if done < last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last, all = done, total
	}}
	_, err := reviewer.Merge(t.Context(), reviewer.actors[0], author.bundle(t, models.BundleFilter{}), options)
	if err != nil || last == 0 || last != all {
		t.Errorf("%d of %d at the end: %v", last, all, err)
	}
}
