package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

func TestProjectKeepsWhatWasPutIn(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 2, 5)
	ctx := t.Context()
	first := r.sentences(t, 0)[0]
	made, on, err := r.ToggleLabel(ctx, r.by, first.ID, "claim")
	if err != nil || !on {
		t.Fatal(on, err)
	}
	note := "first in the region"
	put, err := r.PutLabel(ctx, r.by, store.PutLabel{SentenceID: first.ID, LabelKey: "statistic", Note: &note,
		Details: map[string]string{"value": "1 234,5", "measure": "share"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(put.Details) != 2 || put.Details[0].ValueNum == nil || *put.Details[0].ValueNum != 1234.5 {
		t.Errorf("details %+v", put.Details)
	}
	if err := r.SetReading(ctx, r.by, []int64{r.sentences(t, 0)[1].ID}, true); err != nil {
		t.Fatal(err)
	}
	if err := r.SetFinished(ctx, r.by, r.articles[0].UID, true); err != nil {
		t.Fatal(err)
	}
	r.reopen(t, options())
	list, err := r.Annotations(ctx, r.articles[0].UID)
	if err != nil || len(list) != 2 || list[0].UID != put.UID || list[1].UID != made.UID || list[0].Note != note || len(list[0].Details) != 2 {
		t.Errorf("annotations %+v, %v", list, err)
	}
	rows, total, err := r.Articles(ctx, models.ArticleFilter{AnnotatorID: r.annotator.ID, Search: "СТАТЬЯ 0"})
	if err != nil || total != 1 || rows[0].Annotations != 2 || rows[0].Read != 2 || !rows[0].Finished {
		t.Errorf("library %+v, %d, %v", rows, total, err)
	}
	original, err := r.Original(ctx, r.articles[1].UID)
	if err != nil || !bytes.Equal(original.Data, draft(1, 5).Original) {
		t.Errorf("original %q, %v", original.Data, err)
	}
	r.sound(t)
}

func TestClosedProjectIsOneFile(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(r.path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestUndoSurvivesRestart(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 3)
	ctx := t.Context()
	s := r.sentences(t, 0)[0]
	if _, _, err := r.ToggleLabel(ctx, r.by, s.ID, "claim"); err != nil {
		t.Fatal(err)
	}
	r.reopen(t, options())
	undo, redo, err := r.UndoState(ctx, r.by)
	if err != nil || undo == nil || redo != nil || undo.LabelKey != "claim" || undo.SentenceID != s.ID {
		t.Fatalf("%+v %+v %v", undo, redo, err)
	}
	if _, err := r.Undo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	r.reopen(t, options())
	if list, err := r.Annotations(ctx, r.articles[0].UID); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := r.Redo(ctx, r.by); err != nil {
		t.Fatal(err)
	}
	if list, err := r.Annotations(ctx, r.articles[0].UID); err != nil || len(list) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	_, err = r.Redo(ctx, r.by)
	wantCode(t, err, models.CodeNothing)
	r.sound(t)
}
