package store_test

import (
	"slices"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// codebook returns the project's codebook as it is now.
func codebook(t *testing.T, s *store.Store) models.Codebook {
	t.Helper()
	now, err := s.Codebook(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return now
}

// edited is the test's codebook after somebody has worked on it: a label is
// gone, one is new, a field is gone, one is new, a choice has other options.
func edited() models.Codebook {
	own := models.Codebook{Version: "1", General: []string{"Read first."}, TieBreaks: []string{"The first fits."}}
	own.Labels = []models.CodebookLabel{
		{Key: "threat", Name: "Threat", Shortcut: "4", Badge: "T", Color: "#8f1d5f", Definition: "Says that harm will come.",
			Include: []string{"warnings"}, Negative: []string{"It rains."}, Fields: []models.CodebookField{
				{Key: "who", Name: "Who", Type: models.FieldPerson, Hint: "Who is threatened."}}},
		{Key: "statistic", Name: "Figure", Shortcut: "2", Fields: []models.CodebookField{
			{Key: "measure", Name: "Measure", Type: models.FieldChoice, Options: []string{"share", "rate"}},
			{Key: "value", Name: "Value", Type: models.FieldNumber, Repeats: true, Group: "rows"}}},
		{Key: "commitment", Name: "Commitment", Shortcut: "1"},
	}
	return own
}

func TestCodebookIsEditedAsOneStep(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	before := codebook(t, r.Store)
	after, err := r.SetCodebook(t.Context(), r.by, edited(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Labels) != 3 || after.Labels[0].Key != "threat" || after.Labels[1].Name != "Figure" || after.Version != "1" || len(after.Revisions) > 0 {
		t.Errorf("the codebook is %+v", after)
	}
	threat := after.Labels[0]
	if threat.Badge != "T" || threat.Color != "#8f1d5f" || !slices.Equal(threat.Include, []string{"warnings"}) || threat.Fields[0].Hint == "" {
		t.Errorf("the new label is %+v", threat)
	}
	r.sound(t)
	if _, err := r.Undo(t.Context(), r.by); err != nil {
		t.Fatal(err)
	}
	if now := codebook(t, r.Store); len(now.Labels) != len(before.Labels) || now.Labels[0].Key != "commitment" || len(now.Labels[0].Fields) != 2 {
		t.Errorf("undo left %+v", now)
	}
	r.sound(t)
	if _, err := r.Redo(t.Context(), r.by); err != nil {
		t.Fatal(err)
	}
	r.reopen(t, options())
	if now := codebook(t, r.Store); len(now.Labels) != 3 || now.Labels[0].Key != "threat" || len(now.General) != 1 {
		t.Errorf("redo and a restart left %+v", now)
	}
	r.sound(t)
}

func TestArchivedPartsKeepWhatWasTagged(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	at := r.sentences(t, 0)
	claim, err := r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: at[0].ID, LabelKey: "claim", Details: map[string]string{"speaker": "Anna"}})
	if err != nil {
		t.Fatal(err)
	}
	statistic, err := r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: at[1].ID, LabelKey: "statistic",
		Details: map[string]string{"measure": "count", "forecast": "true"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.SetCodebook(t.Context(), r.by, edited(), nil, ""); err != nil {
		t.Fatal(err)
	}
	retired, err := r.RetiredLabels(t.Context())
	if err != nil || len(retired) != 2 || retired[1].Key != "claim" || len(retired[1].Fields) != 1 || retired[0].Fields[0].Key != "forecast" {
		t.Errorf("retired are %+v, %v", retired, err)
	}
	// What is no choice or field any more stays where it is, but is not written anew.
	if _, err := r.SetDetails(t.Context(), r.by, statistic.UID, statistic.Details); err != nil {
		t.Errorf("keeping old details: %v", err)
	}
	_, err = r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: at[2].ID, LabelKey: "statistic", Details: map[string]string{"forecast": "true"}})
	wantCode(t, err, models.CodeInvalid)
	if _, err := r.SetNote(t.Context(), r.by, claim.UID, "still here"); err != nil {
		t.Errorf("a note on an archived label: %v", err)
	}
	rows := 0
	for row, err := range r.ExportRows(t.Context(), models.ExportFilter{WithoutEmpty: true}) {
		if err != nil {
			t.Fatal(err)
		}
		rows += len(row.Details)
	}
	if rows != 3 {
		t.Errorf("%d details are exported, want 3", rows)
	}
	r.sound(t)
}

func TestChangeOfMeaningRaisesTheVersion(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	at := r.sentences(t, 0)
	var uids []string
	for i, key := range []string{"claim", "statistic"} {
		made, err := r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: at[i].ID, LabelKey: key})
		if err != nil {
			t.Fatal(err)
		}
		uids = append(uids, made.UID)
	}
	now := codebook(t, r.Store)
	now.Labels[2].Definition = "Says that something is so."
	now, err := r.SetCodebook(t.Context(), r.by, now, []string{"claim"}, "narrower")
	if err != nil || now.Version != "2" || len(now.Revisions) != 2 || now.Stands("claim", "1") || !now.Stands("statistic", "1") {
		t.Fatalf("the codebook is %+v, %v", now, err)
	}
	if late, err := r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: at[2].ID, LabelKey: "claim"}); err != nil || late.CodebookVersion != "2" {
		t.Errorf("a new tag is of version %q, %v", late.CodebookVersion, err)
	}
	outdated := func() (list []string) {
		for _, by := range []models.CorpusColumn{models.CorpusDate, models.CorpusArticle} {
			page, err := r.Corpus(t.Context(), models.Corpus{By: by, Outdated: true})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range page.Rows {
				list = append(list, row.Annotation.UID)
			}
		}
		for row, err := range r.ExportRows(t.Context(), models.Corpus{Outdated: true}.Export()) {
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, row.Annotation.UID)
		}
		return list
	}
	if got := outdated(); !slices.Equal(got, []string{uids[0], uids[0], uids[0]}) {
		t.Errorf("to be looked at are %q, want %q", got, uids[0])
	}
	if _, err := r.Reaffirm(t.Context(), r.by, uids[0]); err != nil {
		t.Fatal(err)
	}
	if got := outdated(); len(got) > 0 {
		t.Errorf("after a look there are still %q", got)
	}
	r.sound(t)
}

func TestBadCodebooksAreRefused(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	value, rows := 1.0, []models.Detail{}
	labels, err := r.Labels(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n := range 2 {
		rows = append(rows, models.Detail{FieldID: labels[1].Fields[0].ID, N: n, ValueText: "1", ValueNum: &value})
	}
	made, err := r.PutLabel(t.Context(), r.by, store.PutLabel{SentenceID: r.sentences(t, 0)[0].ID, LabelKey: "statistic"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.SetDetails(t.Context(), r.by, made.UID, rows); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*models.Codebook){
		"no label":          func(b *models.Codebook) { b.Labels = nil },
		"a key twice":       func(b *models.Codebook) { b.Labels[1].Key = "threat" },
		"a key with spaces": func(b *models.Codebook) { b.Labels[0].Key = "a threat" },
		"no_label":          func(b *models.Codebook) { b.Labels[0].Key = models.NoLabel },
		"a shortcut twice":  func(b *models.Codebook) { b.Labels[0].Shortcut = "2" },
		"a bad colour":      func(b *models.Codebook) { b.Labels[0].Color = "red" },
		"another type":      func(b *models.Codebook) { b.Labels[1].Fields[1].Type = models.FieldText },
		"rows lost":         func(b *models.Codebook) { b.Labels[1].Fields[1].Repeats, b.Labels[1].Fields[1].Group = false, "" },
		"no options":        func(b *models.Codebook) { b.Labels[1].Fields[0].Options = nil },
	} {
		bad := edited()
		spoil(&bad)
		if _, err := r.SetCodebook(t.Context(), r.by, bad, nil, ""); models.CodeOf(err) != models.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if now := codebook(t, r.Store); len(now.Labels) != 3 || now.Labels[0].Key != "commitment" {
		t.Errorf("a refused codebook has changed %+v", now)
	}
}
