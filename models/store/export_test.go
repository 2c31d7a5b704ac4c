package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// exported returns the lines of an export in short.
func exported(tb testing.TB, s *store.Store, f models.ExportFilter) []string {
	tb.Helper()
	var lines []string
	for row, err := range s.ExportRows(tb.Context(), f) {
		if err != nil {
			tb.Fatal(err)
		}
		var line strings.Builder
		fmt.Fprintf(&line, "%s %d %s %s %v", row.Article.Title, row.Sentence.Seq, row.Label, row.Annotator.Name, row.Done)
		for _, d := range row.Details {
			fmt.Fprintf(&line, " %s_%s=%s", d.Label, d.Field, d.ValueText)
		}
		lines = append(lines, line.String())
	}
	return lines
}

// layered is a project with two annotators, one of whom has finished.
func layered(tb testing.TB) *room {
	tb.Helper()
	r := newRoom(tb, options(), 2, 2)
	ctx := tb.Context()
	_, berik := r.actor(tb, "Berik")
	s := r.sentences(tb, 0)
	for _, tag := range []struct {
		by    store.Actor
		label string
	}{{berik, "claim"}, {r.by, "claim"}, {r.by, "commitment"}} {
		if _, _, err := r.ToggleLabel(ctx, tag.by, s[0].ID, tag.label); err != nil {
			tb.Fatal(err)
		}
	}
	if _, err := r.PutLabel(ctx, berik, store.PutLabel{SentenceID: s[1].ID, LabelKey: "statistic", Details: map[string]string{"value": "5"}}); err != nil {
		tb.Fatal(err)
	}
	if err := r.SetFinished(ctx, r.by, r.articles[0].UID, true); err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestExportRows(t *testing.T) {
	t.Parallel()
	r := layered(t)
	all := []string{
		"Статья 0 1 commitment Asel true", "Статья 0 1 claim Asel true", "Статья 0 1 claim Berik false",
		"Статья 0 2 statistic Berik false statistic_value=5", "Статья 0 2 no_label Asel true",
	}
	_, berik := r.actor(t, "Berik")
	for name, ask := range map[string]struct {
		filter models.ExportFilter
		want   []string
	}{
		"all":           {models.ExportFilter{}, all},
		"without empty": {models.ExportFilter{WithoutEmpty: true}, all[:4]},
		"without open":  {models.ExportFilter{WithoutOpen: true}, []string{all[0], all[1], all[4]}},
		"one label":     {models.ExportFilter{LabelKeys: []string{"claim"}}, all[1:3]},
		"one annotator": {models.ExportFilter{AnnotatorUIDs: []string{berik.AnnotatorUID}}, all[2:4]},
		"one article":   {models.ExportFilter{ArticleUIDs: []string{r.articles[1].UID}}, nil},
	} {
		if got := exported(t, r.Store, ask.filter); fmt.Sprint(got) != fmt.Sprint(ask.want) {
			t.Errorf("%s:\n%v\nwant\n%v", name, got, ask.want)
		}
	}
	if err := r.DeleteArticles(t.Context(), r.by, []string{r.articles[0].UID}); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, r.Store, models.ExportFilter{}); got != nil {
		t.Errorf("deleted, but exported: %v", got)
	}
}

func TestExportCrossesPagesAndLetsWorkGoOn(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 30, 150)
	ctx := t.Context()
	for i := range r.articles {
		s := r.sentences(t, i)
		if _, _, err := r.ToggleLabel(ctx, r.by, s[i].ID, "claim"); err != nil {
			t.Fatal(err)
		}
		if err := r.SetFinished(ctx, r.by, r.articles[i].UID, true); err != nil {
			t.Fatal(err)
		}
	}
	lines, last := 0, 0
	for row, err := range r.ExportRows(ctx, models.ExportFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		at := int(row.Article.ID)*1000 + row.Sentence.Seq
		if at <= last {
			t.Fatalf("line %d is out of order", lines)
		}
		last = at
		if lines++; lines%500 == 0 { // the loop holds no lock
			if err := r.SetMeta(ctx, "at", strconv.Itoa(lines)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if lines != 30*150 {
		t.Errorf("%d lines", lines)
	}
}

func TestExportStops(t *testing.T) {
	t.Parallel()
	r := layered(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range r.ExportRows(ctx, models.ExportFilter{}) {
		wantCode(t, err, models.CodeCancelled)
	}
	for _, err := range r.ExportRows(t.Context(), models.ExportFilter{}) {
		if err != nil {
			t.Error(err)
		}
		break
	}
}

func TestExportCarriesDecisions(t *testing.T) {
	t.Parallel()
	r := layered(t)
	ctx := t.Context()
	sentence := r.sentences(t, 0)[0].ID
	_, berik := r.actor(t, "Berik")
	for _, label := range []string{"claim", "commitment"} {
		in := models.DecisionInput{SentenceID: sentence, LabelKey: label, LayerUID: r.by.AnnotatorUID, Verdict: models.VerdictAccepted}
		if _, err := r.PutDecision(ctx, berik, in); err != nil {
			t.Fatal(err)
		}
	}
	note := "changed since"
	if _, err := r.PutLabel(ctx, r.by, store.PutLabel{SentenceID: sentence, LabelKey: "claim", Note: &note}); err != nil {
		t.Fatal(err)
	}
	judged, stale := 0, 0
	for row, err := range r.ExportRows(ctx, models.ExportFilter{AnnotatorUIDs: []string{r.by.AnnotatorUID}}) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Decision != nil && row.Decision.Verdict == models.VerdictAccepted && row.Reviewer == "Berik" {
			judged++
			if row.Stale {
				stale++
			}
		}
	}
	if judged != 2 || stale != 1 {
		t.Errorf("%d judged, %d stale", judged, stale)
	}
}

// Every kind of damage that SQLite itself does not see is found by the check.
func TestCheckFinds(t *testing.T) {
	t.Parallel()
	for name, at := range map[string]struct{ area, damage string }{
		"text":          {"texts", "UPDATE article_texts SET body = body || '.'"},
		"sentence":      {"offsets", "UPDATE sentences SET text = 'x' WHERE id = 1"},
		"offsets":       {"offsets", "UPDATE sentences SET end_off = end_off + 500 WHERE id = 2"},
		"number":        {"offsets", "UPDATE sentences SET seq = 9 WHERE id = 2"},
		"count":         {"offsets", "UPDATE articles SET sentence_count = 7 WHERE id = 1"},
		"block":         {"offsets", "UPDATE blocks SET end_off = 100000 WHERE id = 1"},
		"part":          {"offsets", "UPDATE annotations SET start_off = 5000, end_off = 5001 WHERE id = 1"},
		"note":          {"history", "UPDATE annotations SET note = 'forged' WHERE id = 1"},
		"lost tag":      {"history", "DELETE FROM annotations WHERE id = 1"},
		"detail":        {"history", "UPDATE annotation_details SET value_text = '6'"},
		"title":         {"history", "UPDATE articles SET title = 'forged' WHERE id = 1"},
		"forged tag":    {"history", "UPDATE annotations SET uid = 'an-forged' WHERE id = 1"},
		"clock":         {"history", "UPDATE projects SET version = 1"},
		"lost sentence": {"foreign_keys", "PRAGMA foreign_keys=0; DELETE FROM sentences WHERE id = 1"},
		"schema":        {"schema", "ALTER TABLE meta ADD COLUMN extra TEXT"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := layered(t)
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
			db, err := engine.Open(r.path, engine.ReadWrite, engine.Settings())
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Exec(at.damage).Error; err != nil {
				t.Fatal(err)
			}
			if err := engine.Close(db); err != nil {
				t.Fatal(err)
			}
			if r.Store, err = store.Open(r.path, options()); err != nil {
				t.Fatal(err)
			}
			found, err := r.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Area == at.area {
					return
				}
			}
			t.Errorf("found %v, want one in %s", found, at.area)
		})
	}
}

func TestHistoryCannotBeRewritten(t *testing.T) {
	t.Parallel()
	r := layered(t)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := engine.Open(r.path, engine.ReadWrite, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close(db) }()
	for _, statement := range []string{"UPDATE history SET actor_uid = 'at-x'", "DELETE FROM history"} {
		if err := db.Exec(statement).Error; err == nil {
			t.Errorf("%s passed", statement)
		}
	}
}

func TestCancelledBackupLeavesNothing(t *testing.T) {
	t.Parallel()
	r := layered(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dest := filepath.Join(t.TempDir(), "copy")
	wantCode(t, r.Backup(ctx, dest), models.CodeCancelled)
	if entries, err := filepath.Glob(filepath.Join(filepath.Dir(dest), "*")); err != nil || len(entries) != 0 {
		t.Errorf("something was left: %v %v", entries, err)
	}
}
