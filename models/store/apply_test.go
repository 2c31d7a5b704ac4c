package store_test

import (
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// applied is an annotation of a sentence as a file asks for it.
func applied(r *room, s models.Sentence, uid, annotator, label string) store.Applied {
	return store.Applied{
		UID: uid, ArticleUID: r.articles[0].UID, Start: s.StartOff, End: s.EndOff, AnnotatorUID: annotator, LabelKey: label,
		Origin: models.OriginImported,
	}
}

// TestApplyIsOneStep: articles, annotations and finished articles of a file come
// together and go together; people stay.
func TestApplyIsOneStep(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	s := r.sentences(t, 0)
	const id, other = "an-0190f5b2-0000-7000-8000-000000000001", "at-0190f5b2-0000-7000-8000-000000000002"
	if err := r.SetReading(t.Context(), r.by, []int64{s[0].ID}, true); err != nil {
		t.Fatal(err)
	}
	before := exported(t, r.Store, models.ExportFilter{})
	in := store.Application{
		Articles: []models.Draft{draft(7, 2)}, People: []models.Annotator{{UID: other, Name: "Ben"}},
		Annotations: []store.Applied{applied(r, s[0], id, r.annotator.UID, "claim"), applied(r, s[1], "an-x", other, "statistic")},
		Finished:    []store.Finish{{ArticleUID: r.articles[0].UID, AnnotatorUID: other}},
		Columns:     []string{"Region"},
	}
	in.Annotations[0].Extra = models.NewExtra(map[string]string{"Region": "south"})
	group, err := r.Apply(t.Context(), r.by, in)
	if err != nil || group == "" {
		t.Fatal(group, err)
	}
	if again, err := r.Apply(t.Context(), r.by, in); err != nil || again != "" {
		t.Errorf("doing it twice: step %q, %v", again, err)
	}
	if names, err := r.ExtraColumns(t.Context()); err != nil || len(names) != 1 || names[0] != "Region" {
		t.Errorf("columns %q, %v", names, err)
	}
	if read, err := r.Readings(t.Context(), r.articles[0].UID, r.annotator.ID); err != nil || len(read) != 0 {
		t.Errorf("the sentence still holds nothing: %v, %v", read, err)
	}
	r.sound(t)
	if _, err := r.Undo(t.Context(), r.by); err != nil {
		t.Fatal(err)
	}
	if after := exported(t, r.Store, models.ExportFilter{}); len(after) != len(before) {
		t.Errorf("undo left %v, there were %v", after, before)
	}
	if names, err := r.ExtraColumns(t.Context()); err != nil || len(names) != 0 {
		t.Errorf("columns without a value: %q, %v", names, err)
	}
	if people, err := r.Annotators(t.Context()); err != nil || len(people) != 2 {
		t.Errorf("%d people, %v", len(people), err)
	}
	r.sound(t)
}

// TestApplyDoesAllOrNothing: one row that has no place keeps the others out.
func TestApplyDoesAllOrNothing(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	s := r.sentences(t, 0)
	good := applied(r, s[0], "an-1", r.annotator.UID, "claim")
	for name, c := range map[string]struct {
		bad  store.Applied
		code models.Code
	}{
		"unknown label":     {applied(r, s[1], "an-2", r.annotator.UID, "praise"), models.CodeNotFound},
		"unknown annotator": {applied(r, s[1], "an-2", "at-none", "claim"), models.CodeNotFound},
		"no such sentence":  {applied(r, models.Sentence{StartOff: 1, EndOff: 2}, "an-2", r.annotator.UID, "claim"), models.CodeNotFound},
		"an identity twice": {applied(r, s[1], "an-1", r.annotator.UID, "statistic"), models.CodeConflict},
	} {
		_, err := r.Apply(t.Context(), r.by, store.Application{Annotations: []store.Applied{good, c.bad}})
		wantCode(t, err, c.code)
		if rows := exported(t, r.Store, models.ExportFilter{}); len(rows) != 0 {
			t.Errorf("%s: %v came in", name, rows)
		}
	}
	r.sound(t)
}
