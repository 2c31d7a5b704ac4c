package workspace

import (
	"cmp"
	"context"
	"slices"

	"glossator/models"
)

// Differences returns a page of the queue of review. Articles that the person
// at work codes blind and has not finished are left out, here and below, so
// that a page may have fewer rows than asked for and yet not be the last.
// Errors are those of the store.
func (w *Workspace) Differences(ctx context.Context, filter models.DifferenceFilter) (models.DifferencePage, error) {
	page, err := w.store.Differences(ctx, filter)
	if err != nil {
		return models.DifferencePage{}, err
	}
	screen := w.newScreen()
	shown := page.Rows[:0]
	for _, row := range page.Rows {
		hidden, err := screen.hides(ctx, row.ArticleUID)
		if err != nil {
			return models.DifferencePage{}, err
		}
		if !hidden {
			shown = append(shown, row)
		}
	}
	page.Rows = shown
	return page, w.noteSeen(ctx, glancesAt(page.Rows))
}

// glancesAt lists what somebody sees of the layers of differences.
func glancesAt(rows []models.Difference) []glance {
	var seen []glance
	for _, row := range rows {
		for _, layer := range row.Layers {
			seen = append(seen, glance{article: row.ArticleUID, sentence: row.Sentence.ID, layer: layer.Annotator.ID})
		}
	}
	return seen
}

// DifferenceCounts sums the queue of a filter up, whatever its states.
func (w *Workspace) DifferenceCounts(ctx context.Context, filter models.DifferenceFilter) (models.DifferenceCounts, error) {
	counts, err := w.store.DifferenceCounts(ctx, filter)
	if err != nil {
		return models.DifferenceCounts{}, err
	}
	screen := w.newScreen()
	var shown []string
	for _, article := range counts.Articles {
		hidden, err := screen.hides(ctx, article.UID)
		if err != nil {
			return models.DifferenceCounts{}, err
		}
		if !hidden {
			shown = append(shown, article.UID)
		}
	}
	switch len(shown) {
	case len(counts.Articles):
		return counts, nil
	case 0:
		return models.DifferenceCounts{}, nil
	}
	filter.ArticleUIDs = shown
	return w.store.DifferenceCounts(ctx, filter)
}

// undecided are the states of review that ask for a decision.
var undecided = []models.ReviewState{models.ReviewOpen, models.ReviewStale}

// NextDifference returns the next sentence of the queue after a place that asks
// for a decision, across articles; false when none follows.
func (w *Workspace) NextDifference(ctx context.Context, filter models.DifferenceFilter, after models.DifferencePlace) (
	models.Difference, bool, error,
) {
	filter.Backward = false
	return w.step(ctx, filter, after)
}

// PreviousDifference returns the last sentence of the queue before a place that
// asks for a decision; false when there is none.
func (w *Workspace) PreviousDifference(ctx context.Context, filter models.DifferenceFilter, before models.DifferencePlace) (
	models.Difference, bool, error,
) {
	filter.Backward = true
	return w.step(ctx, filter, before)
}

// step looks for one row at a time: the next one is nearly always near.
func (w *Workspace) step(ctx context.Context, filter models.DifferenceFilter, from models.DifferencePlace) (
	models.Difference, bool, error,
) {
	filter.States, filter.After, filter.Limit = undecided, from, 1
	for {
		page, err := w.Differences(ctx, filter)
		switch {
		case err != nil:
			return models.Difference{}, false, err
		case len(page.Rows) > 0:
			return page.Rows[0], true, nil
		case page.Done || page.Next == filter.After:
			return models.Difference{}, false, nil
		}
		filter.After = page.Next
	}
}

// DifferenceAt returns one sentence as it stands in the queue now, whatever its
// state and comparison; false when the rest of the filter leaves it out.
func (w *Workspace) DifferenceAt(ctx context.Context, filter models.DifferenceFilter, sentence models.Sentence) (
	models.Difference, bool, error,
) {
	filter.States, filter.Backward, filter.Limit = nil, false, 1
	filter.Comparisons = []models.Comparison{models.NotComparable, models.Same, models.DetailsDiffer, models.LabelsDiffer}
	filter.After = models.DifferencePlace{Article: sentence.ArticleID, Offset: sentence.StartOff - 1}
	page, err := w.Differences(ctx, filter)
	if err != nil || len(page.Rows) == 0 || page.Rows[0].Sentence.ID != sentence.ID {
		return models.Difference{}, false, err
	}
	return page.Rows[0], true, nil
}

// Decisions returns the decisions of everybody about an article, in the order
// of sentences. Errors are those of the store.
func (w *Workspace) Decisions(ctx context.Context, articleUID string) ([]models.SentenceDecision, error) {
	hidden, err := w.newScreen().hides(ctx, articleUID)
	if err != nil || hidden {
		return nil, err
	}
	return w.store.Decisions(ctx, articleUID)
}

// Decide makes a decision, in place of the earlier one about the same. It is a
// step of undo. Errors: models.CodeNotFound for a sentence, label or layer that
// is not there, models.CodeInvalid when the verdict does not fit, and those of
// the store.
func (w *Workspace) Decide(ctx context.Context, in models.DecisionInput) (models.SentenceDecision, error) {
	var made models.SentenceDecision
	err := w.reviewing(ctx, func(by actor) error {
		var err error
		made, err = w.store.PutDecision(ctx, by, in)
		return err
	})
	return made, err
}

// Withdraw takes one of the reviewer's own decisions back: what it was about is
// open again. Errors: models.CodeNotFound, models.CodeConflict for somebody
// else's, and those of the store.
func (w *Workspace) Withdraw(ctx context.Context, decisionUID string) error {
	return w.reviewing(ctx, func(by actor) error { return w.store.ClearDecision(ctx, by, decisionUID) })
}

// AcceptIdentical accepts all sentences of an article on which the layers say
// the same and nobody has decided, as one step of undo, and returns how many
// there were. No layers: all.
func (w *Workspace) AcceptIdentical(ctx context.Context, articleUID string, layers ...string) (int, error) {
	var count int
	err := w.reviewing(ctx, func(by actor) error {
		var err error
		count, err = w.store.AcceptIdentical(ctx, by, articleUID, layers...)
		return err
	})
	return count, err
}

// IdenticalCount says how many sentences [Workspace.AcceptIdentical] would
// accept.
func (w *Workspace) IdenticalCount(ctx context.Context, articleUID string, layers ...string) (int, error) {
	counts, err := w.DifferenceCounts(ctx, models.DifferenceFilter{
		Layers: layers, ArticleUIDs: []string{articleUID}, Comparisons: []models.Comparison{models.Same}, LabelKeys: w.labelKeys(),
	})
	return counts.ByState[models.ReviewOpen], err
}

// reviewing runs an action of review and tells the subscribers.
func (w *Workspace) reviewing(ctx context.Context, run func(by actor) error) error {
	return w.do(func(by actor) error {
		if err := run(by); err != nil {
			return err
		}
		w.events.emit(Event{Kind: ReviewChanged})
		return w.refreshUndo(ctx)
	})
}

// Responses returns the decisions of others about the layer of the person at
// work, those without an answer first.
func (w *Workspace) Responses(ctx context.Context) ([]models.DecisionResponse, error) {
	list, err := w.store.Responses(ctx, w.actor().AnnotatorUID)
	slices.SortStableFunc(list, func(a, b models.DecisionResponse) int { return cmp.Compare(answered(a), answered(b)) })
	return list, err
}

func answered(r models.DecisionResponse) int {
	if r.Response == nil || r.Outdated {
		return 0
	}
	return 1
}

// Respond answers a decision about the own layer, as one step of undo. To agree
// makes the own labels on the sentence what the decision says. Errors:
// models.CodeNotFound, models.CodeConflict when the decision is about somebody
// else's layer, and those of the store.
func (w *Workspace) Respond(ctx context.Context, in models.ResponseInput) error {
	return w.reviewing(ctx, func(by actor) error {
		if _, err := w.store.PutResponse(ctx, by, in); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}
