package store_test

import (
	"slices"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

func TestUndecidedLeavesOutWhatWasDecided(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 3, 4)
	begun, done := r.sentences(t, 0), r.articles[2].UID
	if _, err := r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: begun[0].ID, LabelKey: "claim"}); err != nil {
		t.Fatal(err)
	}
	if err := r.SetReading(t.Context(), r.by, []int64{begun[1].ID}, true); err != nil {
		t.Fatal(err)
	}
	if err := r.SetFinished(t.Context(), r.by, done, true); err != nil {
		t.Fatal(err)
	}
	list, err := r.Undecided(t.Context(), r.by.AnnotatorID, 100, 7)
	if err != nil {
		t.Fatal(err)
	}
	opened := 0
	for _, u := range list {
		if u.ArticleUID == done || u.SentenceID == begun[0].ID || u.SentenceID == begun[1].ID || u.Text == "" || u.Sentence == 0 {
			t.Errorf("decided, but there: %+v", u)
		}
		if u.Opened {
			opened++
		}
	}
	if len(list) != 6 || opened != 2 {
		t.Errorf("%d sentences, %d of begun articles", len(list), opened)
	}
	again, err := r.Undecided(t.Context(), r.by.AnnotatorID, 100, 7)
	if err != nil || !slices.Equal(list, again) {
		t.Errorf("the same draw gave other sentences: %v", err)
	}
	if few, err := r.Undecided(t.Context(), r.by.AnnotatorID, 3, 7); err != nil || len(few) != 3 {
		t.Errorf("%d of at most 3, %v", len(few), err)
	}
	ids := []int64{begun[0].ID, begun[1].ID, begun[2].ID, r.sentences(t, 2)[0].ID}
	decided, err := r.Decided(t.Context(), r.by.AnnotatorID, ids)
	if err != nil || !decided[ids[0]] || !decided[ids[1]] || decided[ids[2]] || !decided[ids[3]] {
		t.Errorf("decided are %v, %v", decided, err)
	}
	if p := (models.Place{StartOff: 3, EndOff: 9, ArticleUID: "ar-1"}); p.PublicID() != "st-1-3-9" {
		t.Errorf("the sentence is called %q", p.PublicID())
	}
}
