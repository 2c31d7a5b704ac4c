package store_test

import (
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// annotated is a project with an annotation on every sentence, two details on
// each.
func annotated(b *testing.B, sentences int) *room {
	b.Helper()
	r := filled(b, max(1, sentences/30), sentences)
	if err := r.Close(); err != nil {
		b.Fatal(err)
	}
	db, err := engine.Open(r.path, engine.ReadWrite, engine.Settings())
	if err != nil {
		b.Fatal(err)
	}
	for _, step := range []string{
		"DELETE FROM tallies", "DELETE FROM coverage",
		`INSERT INTO annotations(uid, sentence_id, annotator_id, label_id, origin, version, device_uid, created_at, updated_at)
		SELECT printf('an-%036d', s.id), s.id, 1, s.id % 3 + 1, 'manual', 1, 'dv-one', s.id, s.id FROM sentences s`,
		`INSERT INTO annotation_details(annotation_id, field_id, n, value_text, value_num, value_iso)
		SELECT n.id, f.id, 0, f.key || n.id % 500, n.id % 500, '2026-0' || (n.id % 9 + 1)
		FROM annotations n JOIN label_fields f ON f.label_id = n.label_id AND f.position < 2`,
	} {
		if err := db.Exec(step).Error; err != nil {
			b.Fatal(err)
		}
	}
	if err := engine.Close(db); err != nil {
		b.Fatal(err)
	}
	if r.Store, err = store.Open(r.path, options()); err != nil {
		b.Fatal(err)
	}
	return r
}

func BenchmarkInsights(b *testing.B) {
	r := annotated(b, *benchSearchable)
	fields := []models.FieldName{
		{Label: "commitment", Field: "actor"}, {Label: "commitment", Field: "deadline"},
		{Label: "statistic", Field: "value"}, {Label: "statistic", Field: "measure"}, {Label: "claim", Field: "speaker"},
	}
	times := map[string][]time.Duration{}
	timed := func(name string, run func() error) {
		start := time.Now()
		if err := run(); err != nil {
			b.Fatal(err)
		}
		times[name] = append(times[name], time.Since(start))
	}
	seen := 0
	for b.Loop() {
		timed("days", func() error { _, err := r.CountByDay(b.Context(), nil); return err })
		timed("sources", func() error { _, err := r.CountBySource(b.Context(), nil); return err })
		timed("work", func() error { _, err := r.CountWork(b.Context(), nil); return err })
		seen = 0
		timed("details", func() error {
			return r.DetailsOf(b.Context(), models.DetailQuestion{Fields: fields}, func(models.NamedDetail) { seen++ }, nil)
		})
		timed("coded", func() error {
			return r.Coded(b.Context(), store.CodedBy{}, func(models.Coded) error { return nil }, nil)
		})
	}
	for name, list := range times {
		percentiles(b, list, name)
	}
	b.ReportMetric(float64(seen), "details")
}
