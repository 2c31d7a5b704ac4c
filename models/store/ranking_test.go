package store_test

import (
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// The queue in another order than that of reading: from end to end in both
// directions, and always alike.
func TestQueueInOtherOrders(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	const contested = "4 open, 2 open, 5 open, 3 open"
	for name, at := range map[string]struct {
		filter models.DifferenceFilter
		want   string
	}{
		"contested":  {models.DifferenceFilter{Order: models.OrderContested}, contested},
		"backward":   {models.DifferenceFilter{Order: models.OrderContested, Backward: true}, "3 open, 5 open, 2 open, 4 open"},
		"after":      {models.DifferenceFilter{Order: models.OrderContested, After: r.placeOf(t, 1)}, "5 open, 3 open"},
		"before":     {models.DifferenceFilter{Order: models.OrderContested, After: r.placeOf(t, 4), Backward: true}, "2 open, 4 open"},
		"next":       {models.DifferenceFilter{Order: models.OrderContested, After: r.placeOf(t, 3), Limit: 1}, "2 open"},
		"same ranks": {models.DifferenceFilter{Order: models.OrderContested, LabelKeys: []string{"claim"}}, "2 open, 5 open"},
		"one layer":  {models.DifferenceFilter{Order: models.OrderContested, Layers: []string{r.by.AnnotatorUID}}, "4 open, 1 open, 2 open, 3 open"},
	} {
		if got := r.queue(t, at.filter); got != at.want {
			t.Errorf("%s: %s, want %s", name, got, at.want)
		}
	}
	random := models.DifferenceFilter{Order: models.OrderRandom}
	first, steps := r.queue(t, random), ""
	for random.Limit = 1; ; {
		page, err := r.Differences(t.Context(), random)
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Rows) == 0 {
			break
		}
		if steps != "" {
			steps += ", "
		}
		steps += r.queue(t, random)
		random.After = page.Next
	}
	if len(first) != len(contested) || steps != first {
		t.Errorf("at random: %q, step by step: %q", first, steps)
	}
}

// How much there is to do never becomes less by doing it: also not where the
// layers have come to agree since a first decision.
func TestTotalStaysAsItWas(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	count := func(what string, total, decided int) {
		t.Helper()
		counts, err := r.DifferenceCounts(ctx, models.DifferenceFilter{})
		if err != nil || counts.Total != total || counts.Decided() != decided {
			t.Errorf("%s: %d of %d decided, want %d of %d: %v", what, counts.Decided(), counts.Total, decided, total, err)
		}
	}
	accept := models.DecisionInput{SentenceID: r.at[4], LayerUID: r.berik.AnnotatorUID, Verdict: models.VerdictAccepted}
	count("at first", 4, 0)
	r.decide(t, accept)
	count("decided", 4, 1)
	note := "It is."
	for _, by := range []store.Actor{r.by, r.berik} {
		if _, err := r.PutLabel(ctx, by, store.PutLabel{SentenceID: r.at[4], LabelKey: "claim", Note: &note}); err != nil {
			t.Fatal(err)
		}
	}
	count("stale", 4, 0)
	r.decide(t, accept)
	count("decided again", 4, 1)
	if _, err := r.AcceptIdentical(ctx, r.reviewer, r.articles[0].UID); err != nil {
		t.Fatal(err)
	}
	count("identical ones accepted", 4, 1)
}

// What an author says to a decision is shown with it, and can be looked for.
func TestRepliesAreShownToTheReviewer(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	d := r.decide(t, models.DecisionInput{SentenceID: r.at[1], LayerUID: r.by.AnnotatorUID, Verdict: models.VerdictRejected})
	for _, step := range []struct {
		answer models.Answer
		found  string
	}{{models.AnswerDiscuss, "2 rejected"}, {models.AnswerDisagree, "2 rejected"}, {models.AnswerAgree, ""}} {
		if _, err := r.PutResponse(ctx, r.by, models.ResponseInput{DecisionUID: d.UID, Answer: step.answer, Comment: "Why?"}); err != nil {
			t.Fatal(err)
		}
		if got := r.queue(t, models.DifferenceFilter{Disputed: true}); got != step.found {
			t.Errorf("%s: %q, want %q", step.answer, got, step.found)
		}
	}
	page, err := r.Differences(ctx, models.DifferenceFilter{States: []models.ReviewState{models.ReviewRejected}})
	if err != nil || len(page.Rows) != 1 || len(page.Rows[0].Decisions[0].Replies) != 1 {
		t.Fatalf("%+v %v", page.Rows, err)
	}
	if reply := page.Rows[0].Decisions[0].Replies[0]; reply.Annotator != r.annotator.Name || reply.Answer != models.AnswerAgree || reply.Comment != "Why?" {
		t.Errorf("%+v", reply)
	}
}
