package store_test

import (
	"slices"
	"testing"

	"glossator/models"
)

func TestExamples(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 3, 2)
	tagged, marked := r.sentences(t, 0), r.sentences(t, 1)
	for _, key := range []string{"claim", "commitment"} {
		if _, _, err := r.ToggleLabel(t.Context(), r.by, tagged[0].ID, key); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.SetReading(t.Context(), r.by, []int64{marked[1].ID}, true); err != nil {
		t.Fatal(err)
	}
	if err := r.SetFinished(t.Context(), r.by, r.articles[2].UID, true); err != nil {
		t.Fatal(err)
	}
	_, other := r.actor(t, "Bota")
	if _, _, err := r.ToggleLabel(t.Context(), other, tagged[1].ID, "claim"); err != nil {
		t.Fatal(err)
	}

	got, err := r.Examples(t.Context(), r.by.AnnotatorID, 10)
	if err != nil {
		t.Fatal(err)
	}
	read := func(article int) models.Example {
		return models.Example{Place: models.Place{ArticleUID: r.articles[article].UID}, Decided: true}
	}
	want := []models.Example{read(2), read(2), read(1), {Place: models.Place{ArticleUID: r.articles[0].UID}, Labels: []string{"commitment", "claim"}}}
	same := func(a, b models.Example) bool {
		return a.ArticleUID == b.ArticleUID && a.Decided == b.Decided && slices.Equal(a.Labels, b.Labels)
	}
	if last := got[len(got)-1]; last.SentenceID != tagged[0].ID || last.Sentence != 1 || last.ArticleTitle == "" || last.EndOff != tagged[0].EndOff {
		t.Errorf("the place of an example is %+v", last.Place)
	}
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("examples %+v, want %+v", got, want)
	}
	if few, err := r.Examples(t.Context(), r.by.AnnotatorID, 1); err != nil || len(few) != 1 || few[0].ArticleUID != r.articles[2].UID {
		t.Errorf("the newest is %+v, %v", few, err)
	}
}
