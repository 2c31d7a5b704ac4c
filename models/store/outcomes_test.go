package store_test

import (
	"slices"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

func (r *room) answers(t *testing.T) []models.Outcome {
	t.Helper()
	list, err := r.Outcomes(t.Context(), r.by.AnnotatorID, 10)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func (r *room) turn(t *testing.T, turn func(*store.Store) (models.Step, error)) {
	t.Helper()
	if _, err := turn(r.Store); err != nil {
		t.Fatal(err)
	}
	if err := store.Replay(t.Context(), r.Store); err != nil {
		t.Error(err)
	}
}

func TestAcceptedSuggestion(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	at := r.sentences(t, 0)[1]
	labels, err := r.Labels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	answer := models.Outcome{SentenceID: at.ID, LabelKey: "commitment", Strength: "strong", Probability: 0.81}
	detail, err := models.ReadDetail(labels[0].Fields[1], 0, "2030")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.SetReading(t.Context(), r.by, []int64{at.ID}, true); err != nil {
		t.Fatal(err)
	}
	made, err := r.AcceptSuggestion(t.Context(), r.by, answer, []models.Detail{detail})
	if err != nil {
		t.Fatal(err)
	}
	if made.Origin != models.OriginSuggested || len(made.Details) != 1 || made.Details[0].ValueISO != "2030" {
		t.Errorf("the annotation is %+v", made)
	}
	if read, err := r.Readings(t.Context(), r.articles[0].UID, r.by.AnnotatorID); err != nil || len(read) > 0 {
		t.Errorf("the mark that there is nothing stays: %v, %v", read, err)
	}
	answer.Kept = true
	if got := r.answers(t); !slices.Equal(got, []models.Outcome{answer}) {
		t.Errorf("the answers are %+v", got)
	}
	_, err = r.AcceptSuggestion(t.Context(), r.by, answer, nil)
	wantCode(t, err, models.CodeInvalid)
	wantCode(t, r.RejectSuggestion(t.Context(), r.by, answer), models.CodeInvalid)

	r.turn(t, func(s *store.Store) (models.Step, error) { return s.Undo(t.Context(), r.by) })
	if left, err := r.Annotations(t.Context(), r.articles[0].UID); err != nil || len(left) > 0 || len(r.answers(t)) > 0 {
		t.Errorf("after one undo there are %+v and %+v, %v", left, r.answers(t), err)
	}
	r.turn(t, func(s *store.Store) (models.Step, error) { return s.Redo(t.Context(), r.by) })
	if got := r.answers(t); !slices.Equal(got, []models.Outcome{answer}) {
		t.Errorf("after redo the answers are %+v", got)
	}
	r.sound(t)
}

func TestRejectedSuggestion(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	at := r.sentences(t, 0)[1]
	answer := models.Outcome{SentenceID: at.ID, LabelKey: "claim", Strength: "possible", Probability: 0.55}
	if err := r.RejectSuggestion(t.Context(), r.by, answer); err != nil {
		t.Fatal(err)
	}
	r.reopen(t, options())
	list, err := r.Rejections(t.Context(), r.articles[0].UID, r.by.AnnotatorID)
	if err != nil || !slices.Equal(list, []models.Outcome{answer}) {
		t.Errorf("the rejections are %+v, %v", list, err)
	}
	if got := r.learnt(t); len(got) != 1 || !slices.Equal(got[0].Rejected, []string{"claim"}) || got[0].Decided {
		t.Errorf("the examples are %+v", got)
	}
	steps, err := r.Steps(t.Context(), 0, 1)
	if err != nil || len(steps) != 1 || steps[0].LabelKey != "claim" || steps[0].Sentence != 2 || steps[0].Entity != models.EntityOutcome {
		t.Errorf("the last step is %+v, %v", steps, err)
	}
	events, err := r.SentenceHistory(t.Context(), at.ID)
	if err != nil || len(events) != 1 || events[0].Entity != models.EntityOutcome {
		t.Errorf("the history of the sentence is %+v, %v", events, err)
	}
	if _, other := r.actor(t, "Bota"); len(r.learntBy(t, other)) > 0 {
		t.Error("a colleague learns from it")
	}
	if _, _, err := r.ToggleLabel(t.Context(), r.by, at.ID, "claim"); err != nil {
		t.Fatal(err)
	}
	if got := r.learnt(t); len(got) != 1 || len(got[0].Rejected) > 0 {
		t.Errorf("a label that is on is refused: %+v", got)
	}
	for range 2 {
		r.turn(t, func(s *store.Store) (models.Step, error) { return s.Undo(t.Context(), r.by) })
	}
	if got := r.learnt(t); len(got) > 0 {
		t.Errorf("after undo the examples are %+v", got)
	}
	r.turn(t, func(s *store.Store) (models.Step, error) { return s.Redo(t.Context(), r.by) })
	if got := r.answers(t); !slices.Equal(got, []models.Outcome{answer}) {
		t.Errorf("after redo the answers are %+v", got)
	}
	r.sound(t)
}

func TestAnswersOutliveARepair(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	list := r.sentences(t, 0)
	answer := models.Outcome{SentenceID: list[0].ID, LabelKey: "claim", Strength: "strong", Probability: 0.9}
	if err := r.RejectSuggestion(t.Context(), r.by, answer); err != nil {
		t.Fatal(err)
	}
	if _, err := r.JoinSentences(t.Context(), r.by, list[0].ID); err != nil {
		t.Fatal(err)
	}
	refused, err := r.Rejections(t.Context(), r.articles[0].UID, r.by.AnnotatorID)
	if err != nil || len(refused) > 0 || len(r.learnt(t)) > 0 || len(r.answers(t)) != 1 {
		t.Errorf("rejections %+v, examples %+v, answers %+v, %v", refused, r.learnt(t), r.answers(t), err)
	}
	r.sound(t)
}

func (r *room) learnt(t *testing.T) []models.Example {
	t.Helper()
	return r.learntBy(t, r.by)
}

func (r *room) learntBy(t *testing.T, by store.Actor) []models.Example {
	t.Helper()
	list, err := r.Examples(t.Context(), by.AnnotatorID, 10)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestTagsByHandAnswerSuggestions(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	at := r.sentences(t, 0)
	answer := models.Outcome{SentenceID: at[0].ID, LabelKey: "claim", Strength: "strong", Probability: 0.9}
	made, err := r.LabelSuggested(t.Context(), r.by, answer)
	if err != nil || made.Origin != models.OriginManual {
		t.Fatalf("%+v, %v", made, err)
	}
	kept := func() (list []bool) {
		for _, o := range r.answers(t) {
			list = append(list, o.Kept)
		}
		return list
	}
	if got := kept(); !slices.Equal(got, []bool{true}) {
		t.Errorf("a tag by hand gives %v", got)
	}
	for range 2 { // off, and on again
		if _, _, err := r.ToggleLabel(t.Context(), r.by, at[0].ID, "claim"); err != nil {
			t.Fatal(err)
		}
	}
	if got := kept(); !slices.Equal(got, []bool{true}) {
		t.Errorf("taken off and put on again gives %v", got)
	}
	r.turn(t, func(s *store.Store) (models.Step, error) { return s.Undo(t.Context(), r.by) })
	if got := kept(); !slices.Equal(got, []bool{false}) {
		t.Errorf("taken off gives %v", got)
	}
	shown := []models.Outcome{{SentenceID: at[1].ID, LabelKey: "statistic", Strength: "possible", Probability: 0.6}}
	if err := r.PassSuggested(t.Context(), r.by, at[1].ID, shown); err != nil {
		t.Fatal(err)
	}
	if read, err := r.Readings(t.Context(), r.articles[0].UID, r.by.AnnotatorID); err != nil || !read[at[1].ID] {
		t.Errorf("the mark is not there: %v, %v", read, err)
	}
	if got := kept(); !slices.Equal(got, []bool{false, false}) {
		t.Errorf("a sentence that holds nothing gives %v", got)
	}
	if err := r.SetReading(t.Context(), r.by, []int64{at[1].ID}, false); err != nil {
		t.Fatal(err)
	}
	if got := kept(); !slices.Equal(got, []bool{false}) {
		t.Errorf("the mark taken back gives %v", got)
	}
	r.sound(t)
}
