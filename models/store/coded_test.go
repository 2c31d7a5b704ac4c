package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// coded tells what the store says of the coded sentences.
func (r *room) coded(t *testing.T, annotators ...string) string {
	t.Helper()
	var all []string
	err := r.Coded(t.Context(), store.CodedBy{AnnotatorUIDs: annotators}, func(c models.Coded) error {
		all = append(all, fmt.Sprintf("%d.%d %s", c.Sentence.ArticleID, c.Sentence.Seq, strings.Join(c.Labels, "+")))
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "; ")
}

func TestCodedSentencesAreThoseDecidedAbout(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 3, 3)
	one, two := r.sentences(t, 0), r.sentences(t, 1)
	other, otherActs := r.actor(t, "Boris")
	for _, key := range []string{"claim", "commitment"} {
		r.toggle(t, one[1].ID, key)
	}
	if err := r.SetReading(t.Context(), r.by, []int64{one[2].ID}, true); err != nil {
		t.Fatal(err)
	}
	if err := r.SetFinished(t.Context(), r.by, r.articles[1].UID, true); err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.ToggleLabel(t.Context(), otherActs, two[0].ID, "statistic"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.ToggleLabel(t.Context(), otherActs, one[1].ID, "claim"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want string
		who  []string
	}{
		{"1.2 commitment+claim; 1.3 ; 2.1 ; 2.2 ; 2.3 ", []string{r.annotator.UID}},
		{"1.2 claim; 2.1 statistic", []string{other.UID}},
		{"1.2 commitment+claim; 1.3 ; 2.1 statistic; 2.2 ; 2.3 ", nil},
		{"", []string{"an-nobody"}},
	} {
		if got := r.coded(t, c.who...); got != c.want {
			t.Errorf("%v: %s, want %s", c.who, got, c.want)
		}
	}
	rows, err := r.CodedSentences(t.Context(), store.CodedBy{AnnotatorUIDs: []string{other.UID}}, []int64{two[0].ID, one[1].ID, 99})
	if err != nil || len(rows) != 2 || rows[0].Article.UID != r.articles[1].UID || !slices.Equal(rows[1].Labels, []string{"claim"}) {
		t.Errorf("%+v, %v", rows, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wantCode(t, r.Coded(ctx, store.CodedBy{}, func(models.Coded) error { return nil }, nil), models.CodeCancelled)
}

func (r *room) toggle(t *testing.T, sentence int64, key string) {
	t.Helper()
	if _, _, err := r.ToggleLabel(t.Context(), r.by, sentence, key); err != nil {
		t.Fatal(err)
	}
}

func TestMakeAlikeIsOneStep(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 2)
	a, b := r.sentences(t, 0), r.sentences(t, 1)
	_, otherActs := r.actor(t, "Boris")
	r.toggle(t, a[0].ID, "claim")
	if _, err := r.SetDetails(t.Context(), r.by, r.only(t, 0).UID, []models.Detail{{FieldID: r.field(t, "claim", "speaker"), ValueText: "Ана"}}); err != nil {
		t.Fatal(err)
	}
	r.toggle(t, b[0].ID, "statistic")
	if err := r.SetReading(t.Context(), r.by, []int64{b[1].ID}, true); err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.ToggleLabel(t.Context(), otherActs, b[0].ID, "statistic"); err != nil {
		t.Fatal(err)
	}
	before := r.coded(t)
	changed, err := r.MakeAlike(t.Context(), r.by, []int64{a[0].ID, b[0].ID, b[1].ID}, []string{"commitment", "claim"})
	if err != nil || changed != 3 {
		t.Fatal(changed, err)
	}
	if got, want := r.coded(t, r.annotator.UID), "1.1 commitment+claim; 2.1 commitment+claim; 2.2 commitment+claim"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := r.coded(t); !strings.Contains(got, "2.1 commitment+statistic+claim") {
		t.Errorf("the other layer changed: %s", got)
	}
	if changed, err := r.MakeAlike(t.Context(), r.by, []int64{a[0].ID}, []string{"commitment", "claim"}); err != nil || changed != 0 {
		t.Errorf("doing it twice changes %d, %v", changed, err)
	}
	r.sound(t)
	if _, err := r.Undo(t.Context(), r.by); err != nil {
		t.Fatal(err)
	}
	if got := r.coded(t); got != before {
		t.Errorf("after undo: %s, want %s", got, before)
	}
	if _, err := r.MakeAlike(t.Context(), r.by, []int64{a[0].ID, b[0].ID}, nil); err != nil {
		t.Fatal(err)
	}
	if got, want := r.coded(t, r.annotator.UID), "1.1 ; 2.1 ; 2.2 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	r.sound(t)
	_, err = r.MakeAlike(t.Context(), r.by, []int64{a[1].ID, 999}, []string{"claim"})
	wantCode(t, err, models.CodeNotFound)
	_, err = r.MakeAlike(t.Context(), r.by, []int64{a[1].ID}, []string{"none"})
	wantCode(t, err, models.CodeNotFound)
	if got, want := r.coded(t, r.annotator.UID), "1.1 ; 2.1 ; 2.2 "; got != want {
		t.Errorf("a refused step left %s, want %s", got, want)
	}
}

// only is the one annotation of an article.
func (r *room) only(t *testing.T, article int) models.Annotation {
	t.Helper()
	list, err := r.Annotations(t.Context(), r.articles[article].UID)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	return list[0]
}

// field is the id of a field.
func (r *room) field(t *testing.T, label, field string) int64 {
	t.Helper()
	labels, err := r.Labels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range labels {
		for _, f := range l.Fields {
			if l.Key == label && f.Key == field {
				return f.ID
			}
		}
	}
	t.Fatalf("no field %s of %s", field, label)
	return 0
}
