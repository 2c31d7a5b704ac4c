package store_test

import (
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

func TestLabelsComeFromTheCodebook(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 1)
	labels, err := r.Labels(t.Context())
	if err != nil || len(labels) != 3 {
		t.Fatal(labels, err)
	}
	for i, want := range book.Labels {
		if labels[i].Key != want.Key || labels[i].Shortcut != want.Shortcut || len(labels[i].Fields) != len(want.Fields) {
			t.Errorf("%+v, want %+v", labels[i], want)
		}
	}
	if choices := labels[1].Fields[1].Choices(); strings.Join(choices, " ") != "count share" {
		t.Errorf("choices %v", choices)
	}
	if r.Project().CodebookVersion != "1" {
		t.Errorf("project %+v", r.Project())
	}
}

func TestPutLabelTwiceIsOnce(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	high := models.ConfidenceHigh
	in := store.PutLabel{SentenceID: r.sentences(t, 0)[0].ID, LabelKey: "statistic", Confidence: &high, Origin: models.OriginSuggested,
		Details: map[string]string{"value": "-3", "forecast": "true"}}
	one, err := r.PutLabel(ctx, r.by, in)
	if err != nil {
		t.Fatal(err)
	}
	two, err := r.PutLabel(ctx, r.by, in)
	if err != nil || one.UID != two.UID || one.Version != two.Version || two.Origin != models.OriginSuggested || two.Confidence != high {
		t.Errorf("%+v, %+v, %v", one, two, err)
	}
	in.Details = map[string]string{"value": "", "measure": "count"}
	three, err := r.PutLabel(ctx, r.by, in)
	if err != nil || len(three.Details) != 2 || three.Details[0].ValueText != "count" || three.Details[1].ValueText != "true" {
		t.Errorf("%+v, %v", three, err)
	}
	r.sound(t)
}

func TestDetailsAreReadAsTheyAreMeant(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	s := r.sentences(t, 0)[0].ID
	number := func(f float64) *float64 { return &f }
	for text, want := range map[string]*float64{
		"7": number(7), "1 234,5": number(1234.5), "1\u00a0000": number(1000), "-0.25": number(-0.25), "3,14": number(3.14),
		"1,234": number(1234), "1.234,5": number(1234.5), "30%": number(30), "many": nil, "about 5": nil, "inf": nil, "NaN": nil,
	} {
		a, err := r.PutLabel(ctx, r.by, store.PutLabel{SentenceID: s, LabelKey: "statistic", Details: map[string]string{"value": text}})
		if err != nil {
			t.Fatal(err)
		}
		got := a.Details[0].ValueNum
		if a.Details[0].ValueText != text || (got == nil) != (want == nil) || (got != nil && *got != *want) {
			t.Errorf("%q became %+v", text, a.Details[0])
		}
	}
	a, err := r.PutLabel(ctx, r.by, store.PutLabel{SentenceID: s, LabelKey: "commitment", Details: map[string]string{"deadline": "15.06.2030"}})
	if err != nil || a.Details[0].ValueISO != "2030-06-15" {
		t.Errorf("%+v, %v", a.Details, err)
	}
	r.sound(t)
}

func TestBadTaggingIsRefused(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	s := r.sentences(t, 0)[0].ID
	_, berik := r.actor(t, "Berik")
	hers, _, err := r.ToggleLabel(ctx, r.by, s, "statistic")
	if err != nil {
		t.Fatal(err)
	}
	labels, err := r.Labels(ctx)
	if err != nil {
		t.Fatal(err)
	}
	field := labels[1].Fields[0].ID
	for name, bad := range map[string]struct {
		call func() error
		code models.Code
	}{
		"unknown label":    {func() error { _, _, err := r.ToggleLabel(ctx, r.by, s, "poem"); return err }, models.CodeNotFound},
		"unknown sentence": {func() error { _, _, err := r.ToggleLabel(ctx, r.by, 1<<40, "claim"); return err }, models.CodeNotFound},
		"nobody":           {func() error { _, _, err := r.ToggleLabel(ctx, store.Actor{}, s, "claim"); return err }, models.CodeNotFound},
		"unknown field": {func() error {
			_, err := r.PutLabel(ctx, r.by, store.PutLabel{SentenceID: s, LabelKey: "claim", Details: map[string]string{"colour": "red"}})
			return err
		}, models.CodeInvalid},
		"no choice": {func() error {
			_, err := r.PutLabel(ctx, r.by, store.PutLabel{SentenceID: s, LabelKey: "statistic", Details: map[string]string{"measure": "weight"}})
			return err
		}, models.CodeInvalid},
		"another's note": {func() error { _, err := r.SetNote(ctx, berik, hers.UID, "mine"); return err }, models.CodeConflict},
		"unknown note":   {func() error { _, err := r.SetNote(ctx, r.by, "an-none", "x"); return err }, models.CodeNotFound},
		"foreign field":  {func() error { _, err := r.SetDetails(ctx, r.by, hers.UID, []models.Detail{{FieldID: 1}}); return err }, models.CodeInvalid},
		"same row twice": {func() error {
			_, err := r.SetDetails(ctx, r.by, hers.UID, []models.Detail{{FieldID: field}, {FieldID: field}})
			return err
		}, models.CodeInvalid},
		"unknown reading": {func() error { return r.SetReading(ctx, r.by, []int64{s, 1 << 40}, true) }, models.CodeNotFound},
		"unknown article": {func() error { return r.SetFinished(ctx, r.by, "ar-none", true) }, models.CodeNotFound},
		"taken name":      {func() error { _, err := r.RenameAnnotator(ctx, r.by, " Berik "); return err }, models.CodeConflict},
		"no name":         {func() error { _, err := r.Annotator(ctx, " "); return err }, models.CodeInvalid},
	} {
		wantCode(t, bad.call(), bad.code)
		if t.Failed() {
			t.Fatal(name)
		}
	}
	if read, err := r.Readings(ctx, r.articles[0].UID, r.annotator.ID); err != nil || len(read) != 0 {
		t.Errorf("half a step was kept: %v, %v", read, err)
	}
	r.sound(t)
}

func TestSetDetailsKeepsRepeatedRows(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	a, _, err := r.ToggleLabel(ctx, r.by, r.sentences(t, 0)[0].ID, "statistic")
	if err != nil {
		t.Fatal(err)
	}
	labels, err := r.Labels(ctx)
	if err != nil {
		t.Fatal(err)
	}
	field, n := labels[1].Fields[0].ID, 74.0
	a, err = r.SetDetails(ctx, r.by, a.UID, []models.Detail{{FieldID: field, N: 1, ValueText: "74", ValueNum: &n}, {FieldID: field, ValueText: "192"}})
	if err != nil || len(a.Details) != 2 || a.Details[0].ValueText != "192" || a.Details[1].N != 1 || *a.Details[1].ValueNum != n {
		t.Errorf("%+v, %v", a.Details, err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 1 || len(list[0].Details) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	r.sound(t)
}

func TestRenamedAnnotatorKeepsHerWork(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	ctx := t.Context()
	renamed, err := r.RenameAnnotator(ctx, r.by, "  Asel   B. ")
	if err != nil || renamed.Name != "Asel B." || renamed.UID != r.annotator.UID {
		t.Errorf("%+v, %v", renamed, err)
	}
	again, err := r.Annotator(ctx, "Asel B.")
	if err != nil || again.UID != r.annotator.UID {
		t.Errorf("%+v, %v", again, err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	list, err := r.Annotators(ctx)
	if err != nil || len(list) != 1 || list[0].Name != "Asel" {
		t.Errorf("%+v, %v", list, err)
	}
	r.sound(t)
}
