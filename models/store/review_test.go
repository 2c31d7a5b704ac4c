package store_test

import (
	"slices"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// reviewRoom is a project in which two annotators have finished an article of
// seven sentences:
//
//	1  Asel and Berik: claim                          same
//	2  Asel: claim; Berik: statistic                  labels differ
//	3  both: statistic, of 5 and of 6                 details differ
//	4  Asel: commitment, of low confidence            labels differ
//	5  Berik: claim with a note                       labels differ
//	6  nobody                                         nothing
//	7  nobody                                         nothing
type reviewRoom struct {
	*room

	berik    store.Actor
	reviewer store.Actor
	at       []int64
}

func newReviewRoom(t *testing.T) *reviewRoom {
	t.Helper()
	r := &reviewRoom{room: newRoom(t, options(), 2, 7)}
	_, r.berik = r.actor(t, "Berik")
	_, r.reviewer = r.actor(t, "Cholpon")
	for _, s := range r.sentences(t, 0) {
		r.at = append(r.at, s.ID)
	}
	low, note := models.ConfidenceLow, "Is it?"
	for _, tag := range []struct {
		by store.Actor
		in store.PutLabel
	}{
		{r.by, store.PutLabel{SentenceID: r.at[0], LabelKey: "claim"}},
		{r.berik, store.PutLabel{SentenceID: r.at[0], LabelKey: "claim"}},
		{r.by, store.PutLabel{SentenceID: r.at[1], LabelKey: "claim"}},
		{r.berik, store.PutLabel{SentenceID: r.at[1], LabelKey: "statistic"}},
		{r.by, store.PutLabel{SentenceID: r.at[2], LabelKey: "statistic", Details: map[string]string{"value": "5"}}},
		{r.berik, store.PutLabel{SentenceID: r.at[2], LabelKey: "statistic", Details: map[string]string{"value": "6"}}},
		{r.by, store.PutLabel{SentenceID: r.at[3], LabelKey: "commitment", Confidence: &low}},
		{r.berik, store.PutLabel{SentenceID: r.at[4], LabelKey: "claim", Note: &note}},
	} {
		if _, err := r.PutLabel(t.Context(), tag.by, tag.in); err != nil {
			t.Fatal(err)
		}
	}
	for _, by := range []store.Actor{r.by, r.berik} {
		if err := r.SetFinished(t.Context(), by, r.articles[0].UID, true); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// queue returns the numbers of the sentences of a queue, with their states.
func (r *reviewRoom) queue(t *testing.T, f models.DifferenceFilter) string {
	t.Helper()
	page, err := r.Differences(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, row := range page.Rows {
		list = append(list, string(rune('0'+row.Sentence.Seq))+" "+string(row.State))
	}
	return strings.Join(list, ", ")
}

func (r *reviewRoom) decide(t *testing.T, in models.DecisionInput) models.SentenceDecision {
	t.Helper()
	d, err := r.PutDecision(t.Context(), r.reviewer, in)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// gold returns the gold lines as "number label details provenance".
func (r *reviewRoom) gold(t *testing.T, f models.ExportFilter) []string {
	t.Helper()
	f.Layer = models.LayerGold
	var lines []string
	for row, err := range r.ExportRows(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Annotator.Name != "gold" || row.Annotator.Role != models.RoleGold {
			t.Errorf("the line is %s's", row.Annotator.Name)
		}
		line := []string{string(rune('0' + row.Sentence.Seq)), row.Label}
		for _, d := range row.Details {
			line = append(line, d.Field+"="+d.ValueText)
		}
		lines = append(lines, strings.Join(append(line, string(row.Provenance), row.DecidedBy), " "))
	}
	return lines
}

func TestQueueOfReview(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	for name, at := range map[string]struct {
		filter models.DifferenceFilter
		want   string
	}{
		"all":        {models.DifferenceFilter{}, "2 open, 3 open, 4 open, 5 open"},
		"backward":   {models.DifferenceFilter{Backward: true}, "5 open, 4 open, 3 open, 2 open"},
		"details":    {models.DifferenceFilter{Comparisons: []models.Comparison{models.DetailsDiffer}}, "3 open"},
		"same":       {models.DifferenceFilter{Comparisons: []models.Comparison{models.Same}}, "1 open"},
		"label":      {models.DifferenceFilter{LabelKeys: []string{"statistic"}}, "2 open, 3 open"},
		"person":     {models.DifferenceFilter{AnnotatorUIDs: []string{r.by.AnnotatorUID}}, "2 open, 3 open, 4 open"},
		"confidence": {models.DifferenceFilter{LowConfidence: true}, "4 open"},
		"comment":    {models.DifferenceFilter{HasComment: true}, "5 open"},
		"words":      {models.DifferenceFilter{Words: "предложение 3"}, "3 open"},
		"one layer":  {models.DifferenceFilter{Layers: []string{r.berik.AnnotatorUID}}, "1 open, 2 open, 3 open, 5 open"},
		"unfinished": {models.DifferenceFilter{Layers: []string{r.berik.AnnotatorUID, r.reviewer.AnnotatorUID}}, ""},
		"no article": {models.DifferenceFilter{ArticleUIDs: []string{r.articles[1].UID}}, ""},
		"decided":    {models.DifferenceFilter{States: []models.ReviewState{models.ReviewAccepted}}, ""},
		"first two":  {models.DifferenceFilter{Limit: 2}, "2 open, 3 open"},
		"after":      {models.DifferenceFilter{After: r.placeOf(t, 2)}, "4 open, 5 open"},
		"before":     {models.DifferenceFilter{After: r.placeOf(t, 2), Backward: true}, "2 open"},
	} {
		if got := r.queue(t, at.filter); got != at.want {
			t.Errorf("%s: %s, want %s", name, got, at.want)
		}
	}
	page, err := r.Differences(t.Context(), models.DifferenceFilter{Comparisons: []models.Comparison{models.DetailsDiffer}})
	if err != nil || !page.Done {
		t.Fatal(err)
	}
	for _, layer := range page.Rows[0].Layers {
		if len(layer.Annotations) != 1 || !layer.Annotations[0].Differs || layer.Annotations[0].Alone || !layer.Finished {
			t.Errorf("%+v", layer)
		}
	}
}

// placeOf is the place of a sentence, by its number from 0, in the queue.
func (r *reviewRoom) placeOf(t *testing.T, n int) models.DifferencePlace {
	t.Helper()
	return models.DifferencePlace{Article: r.articles[0].ID, Offset: r.sentences(t, 0)[n].StartOff + 1}
}

func TestDecisionsMoveTheQueueAndMakeTheGoldLayer(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	undecided := []string{"1 claim unanimous ", "6 no_label unanimous ", "7 no_label unanimous "}
	if got := r.gold(t, models.ExportFilter{}); !slices.Equal(got, undecided) {
		t.Errorf("%q", got)
	}
	unresolved := []string{
		"1 claim unanimous ", "2 statistic unresolved ", "2 claim unresolved ", "3 statistic value=5 unresolved ",
		"4 commitment unresolved ", "5 claim unresolved ", "6 no_label unanimous ", "7 no_label unanimous ",
	}
	if got := r.gold(t, models.ExportFilter{Unresolved: true}); !slices.Equal(got, unresolved) {
		t.Errorf("%q", got)
	}
	r.decide(t, models.DecisionInput{SentenceID: r.at[1], LayerUID: r.berik.AnnotatorUID, Verdict: models.VerdictAccepted})
	changed := []models.ResultLabel{{Label: "statistic", Details: []models.ResultDetail{{Field: "value", Text: "5.5"}}}}
	r.decide(t, models.DecisionInput{SentenceID: r.at[2], Verdict: models.VerdictChanged, Labels: changed, Reason: models.ReasonSlip, Comment: " between "})
	r.decide(t, models.DecisionInput{SentenceID: r.at[3], Verdict: models.VerdictAccepted}) // no label here
	r.decide(t, models.DecisionInput{SentenceID: r.at[4], Verdict: models.VerdictDeferred, Comment: "ask"})
	r.decide(t, models.DecisionInput{SentenceID: r.at[5], Verdict: models.VerdictAdded, Labels: []models.ResultLabel{{Label: "claim"}}})
	if got, want := r.queue(t, models.DifferenceFilter{}), "2 accepted, 3 changed, 4 accepted, 5 deferred"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := r.queue(t, models.DifferenceFilter{Reasons: []models.Reason{models.ReasonSlip}}), "3 changed"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	counts, err := r.DifferenceCounts(ctx, models.DifferenceFilter{})
	if err != nil || counts.Total != 4 || counts.Decided() != 4 || counts.ByState[models.ReviewChanged] != 1 || counts.Articles[0].Open != 0 {
		t.Errorf("%+v %v", counts, err)
	}
	decided := []string{
		"1 claim unanimous ", "2 statistic accepted Cholpon", "3 statistic value=5.5 changed Cholpon", "4 no_label accepted Cholpon",
		"6 claim added Cholpon", "7 no_label unanimous ",
	}
	if got := r.gold(t, models.ExportFilter{}); !slices.Equal(got, decided) {
		t.Errorf("%q", got)
	}
	// What was judged changes: the decision is stale, visible and out of gold.
	if _, _, err := r.ToggleLabel(ctx, r.berik, r.at[1], "claim"); err != nil {
		t.Fatal(err)
	}
	if got, want := r.queue(t, models.DifferenceFilter{States: []models.ReviewState{models.ReviewStale}}), "2 stale"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := r.gold(t, models.ExportFilter{}); slices.Contains(got, "2 statistic accepted Cholpon") {
		t.Errorf("a stale decision is gold: %q", got)
	}
	if _, err := r.Undo(ctx, r.berik); err != nil {
		t.Fatal(err)
	}
	if got, want := r.queue(t, models.DifferenceFilter{Words: "предложение 2"}), "2 accepted"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for range 5 {
		if _, err := r.Undo(ctx, r.reviewer); err != nil {
			t.Fatal(err)
		}
	}
	if got := r.gold(t, models.ExportFilter{}); !slices.Equal(got, undecided) {
		t.Errorf("after undo: %q", got)
	}
	r.sound(t)
}

func TestBadDecisionsAreRefused(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	for name, at := range map[string]struct {
		in   models.DecisionInput
		code models.Code
	}{
		"sentence": {models.DecisionInput{SentenceID: 999, Verdict: models.VerdictAccepted}, models.CodeNotFound},
		"label":    {models.DecisionInput{SentenceID: r.at[0], LabelKey: "nonsense", Verdict: models.VerdictAccepted}, models.CodeNotFound},
		"layer":    {models.DecisionInput{SentenceID: r.at[0], LayerUID: "at-nobody", Verdict: models.VerdictAccepted}, models.CodeNotFound},
		"verdict":  {models.DecisionInput{SentenceID: r.at[0], Verdict: "maybe"}, models.CodeInvalid},
		"nothing":  {models.DecisionInput{SentenceID: r.at[0], Verdict: models.VerdictAdded}, models.CodeInvalid},
		"reason":   {models.DecisionInput{SentenceID: r.at[0], Verdict: models.VerdictRejected, Reason: "mood"}, models.CodeInvalid},
		"field": {models.DecisionInput{SentenceID: r.at[0], Verdict: models.VerdictChanged, Labels: []models.ResultLabel{
			{Label: "claim", Details: []models.ResultDetail{{Field: "value", Text: "1"}}},
		}}, models.CodeInvalid},
	} {
		if _, err := r.PutDecision(ctx, r.reviewer, at.in); models.CodeOf(err) != at.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	d := r.decide(t, models.DecisionInput{SentenceID: r.at[0], Verdict: models.VerdictRejected, LayerUID: r.by.AnnotatorUID})
	wantCode(t, r.ClearDecision(ctx, r.by, d.UID), models.CodeConflict)
	if err := r.ClearDecision(ctx, r.reviewer, d.UID); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.ClearDecision(ctx, r.reviewer, d.UID), models.CodeNotFound)
	r.sound(t)
}

func TestIdenticalSentencesAreAcceptedOnce(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	for want := 1; want >= 0; want-- {
		if n, err := r.AcceptIdentical(ctx, r.reviewer, r.articles[0].UID); err != nil || n != want {
			t.Errorf("%d accepted, want %d: %v", n, want, err)
		}
	}
	list, err := r.Decisions(ctx, r.articles[0].UID)
	if err != nil || len(list) != 1 || list[0].Verdict != models.VerdictAccepted || list[0].Stale || list[0].Labels[0].Label != "claim" {
		t.Errorf("%+v %v", list, err)
	}
	if _, err := r.Undo(ctx, r.reviewer); err != nil {
		t.Fatal(err)
	}
	if list, err := r.Decisions(ctx, r.articles[0].UID); err != nil || len(list) != 0 {
		t.Errorf("%+v %v", list, err)
	}
}

// Only the author changes the own layer: to agree is a step of the author's.
func TestAuthorAnswersDecisions(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	labels := []models.ResultLabel{{Label: "statistic", Details: []models.ResultDetail{{Field: "value", Text: "1 234,5"}}}}
	d := r.decide(t, models.DecisionInput{SentenceID: r.at[1], LayerUID: r.by.AnnotatorUID, Verdict: models.VerdictChanged, Labels: labels})
	r.decide(t, models.DecisionInput{SentenceID: r.at[0], LayerUID: r.by.AnnotatorUID, Verdict: models.VerdictAccepted})
	list, err := r.Responses(ctx, r.by.AnnotatorUID)
	if err != nil || len(list) != 1 || list[0].Response != nil || list[0].Sentence.ID != r.at[1] {
		t.Fatalf("%+v %v", list, err)
	}
	_, err = r.PutResponse(ctx, r.berik, models.ResponseInput{DecisionUID: d.UID, Answer: models.AnswerAgree})
	wantCode(t, err, models.CodeConflict)
	before := exported(t, r.Store, models.ExportFilter{AnnotatorUIDs: []string{r.by.AnnotatorUID}})
	if _, err := r.PutResponse(ctx, r.by, models.ResponseInput{DecisionUID: d.UID, Answer: models.AnswerAgree}); err != nil {
		t.Fatal(err)
	}
	after := exported(t, r.Store, models.ExportFilter{AnnotatorUIDs: []string{r.by.AnnotatorUID}})
	if at := slices.IndexFunc(after, func(line string) bool { return strings.Contains(line, " 2 ") }); !strings.Contains(after[at], "statistic_value=1 234,5") {
		t.Errorf("%q", after)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, r.Store, models.ExportFilter{AnnotatorUIDs: []string{r.by.AnnotatorUID}}); !slices.Equal(got, before) {
		t.Errorf("%q", got)
	}
	if _, err := r.PutResponse(ctx, r.by, models.ResponseInput{DecisionUID: d.UID, Answer: models.AnswerDisagree, Comment: "No."}); err != nil {
		t.Fatal(err)
	}
	r.decide(t, models.DecisionInput{SentenceID: r.at[1], LayerUID: r.by.AnnotatorUID, Verdict: models.VerdictRejected})
	list, err = r.Responses(ctx, r.by.AnnotatorUID)
	if err != nil || len(list) != 1 || list[0].Response == nil || list[0].Response.Comment != "No." || !list[0].Outdated {
		t.Errorf("%+v %v", list, err)
	}
	r.sound(t)
}

// Sentences on which one had seen the other's labels first are told apart.
func TestIndependenceIsRemembered(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	article := r.articles[0].UID
	if err := r.SetFinished(ctx, r.berik, article, false); err != nil {
		t.Fatal(err)
	}
	if err := r.SetCoding(ctx, r.berik, article, models.CodingBlind); err != nil {
		t.Fatal(err)
	}
	layers := []int64{r.by.AnnotatorID, r.berik.AnnotatorID}
	for _, by := range []store.Actor{r.berik, r.by} { // Asel has finished
		for range 2 {
			if err := r.Expose(ctx, by, r.at[:2], layers); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := r.SetFinished(ctx, r.berik, article, true); err != nil {
		t.Fatal(err)
	}
	if err := r.Expose(ctx, r.berik, r.at, layers); err != nil {
		t.Fatal(err)
	}
	if list, err := r.Exposures(ctx, article); err != nil || len(list) != 2 || list[0].AnnotatorID != r.berik.AnnotatorID {
		t.Errorf("%+v %v", list, err)
	}
	independent, seen := 0, 0
	for row, err := range r.AgreementRows(ctx, models.AgreementFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if len(row.Votes) != 2 || row.Votes[0].AnnotatorUID != r.by.AnnotatorUID || row.Votes[0].Blind || !row.Votes[1].Blind {
			t.Errorf("%+v", row.Votes)
		}
		if row.Sentence.ID == r.at[1] && (row.Votes[0].Labels[0] != "claim" || row.Votes[1].Labels[0] != "statistic") {
			t.Errorf("%+v", row.Votes)
		}
		if row.Independent() {
			independent++
		} else {
			seen++
		}
	}
	if independent != 5 || seen != 2 {
		t.Errorf("%d independent, %d seen first", independent, seen)
	}
	only := models.AgreementFilter{Layers: []string{r.by.AnnotatorUID}}
	for row, err := range r.AgreementRows(ctx, only) {
		t.Errorf("one alone is compared: %+v %v", row, err)
	}
	r.sound(t)
}

// A decision goes with its sentence when that is repaired, and is stale there.
func TestDecisionFollowsARepair(t *testing.T) {
	t.Parallel()
	r := newReviewRoom(t)
	ctx := t.Context()
	r.decide(t, models.DecisionInput{SentenceID: r.at[3], LayerUID: r.by.AnnotatorUID, Verdict: models.VerdictAccepted})
	joined, err := r.JoinSentences(ctx, r.by, r.at[3])
	if err != nil {
		t.Fatal(err)
	}
	list, err := r.Decisions(ctx, r.articles[0].UID)
	if err != nil || len(list) != 1 || list[0].SentenceID != joined.ID || !list[0].Stale {
		t.Errorf("%+v %v", list, err)
	}
	r.sound(t)
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if list, err := r.Decisions(ctx, r.articles[0].UID); err != nil || len(list) != 1 || list[0].SentenceID != r.at[3] {
		t.Errorf("%+v %v", list, err)
	}
	r.sound(t)
}
