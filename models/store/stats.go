package store

import (
	"context"
	"fmt"
	"os"

	"gorm.io/gorm"

	"glossator/models"
)

// Stats counts what the project holds; what is deleted does not count.
func (s *Store) Stats(ctx context.Context) (models.Stats, error) {
	stats := models.Stats{Labels: map[string]int{}, Annotators: map[string]int{}}
	err := s.read(ctx, func(tx *gorm.DB) error { return countWhole(tx, &stats) })
	if err == nil {
		err = s.countAnnotations(ctx, &stats)
	}
	if err != nil {
		return stats, err
	}
	info, err := os.Stat(s.path)
	if err != nil {
		return stats, s.present()
	}
	stats.Bytes = info.Size()
	return stats, nil
}

// annotationsAtOnce is how many annotations one question counts; changes go
// through between two questions.
const annotationsAtOnce = 20_000

// countAnnotations counts annotations by label and by annotator.
func (s *Store) countAnnotations(ctx context.Context, stats *models.Stats) error {
	for from, last := int64(0), int64(1); from < last; from += annotationsAtOnce {
		if err := ctx.Err(); err != nil {
			return s.explain(err)
		}
		err := s.read(ctx, func(tx *gorm.DB) (err error) {
			if last, _, err = first(tx, one[int64], "SELECT COALESCE(MAX(id), 0) FROM annotations"); err != nil {
				return err
			}
			layers, err := collect(tx, func(r *row, l *layer) error { return r.Scan(&l.label, &l.annotator, &l.count) },
				countLayers, from, from+annotationsAtOnce)
			for _, l := range layers {
				stats.Annotations += l.count
				stats.Labels[l.label] += l.count
				stats.Annotators[l.annotator] += l.count
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

type layer struct {
	label, annotator string
	count            int
}

const countLayers = `SELECT l.key, p.name, COUNT(*) FROM annotations n JOIN sentences s ON s.id = n.sentence_id
JOIN articles a ON a.id = s.article_id JOIN labels l ON l.id = n.label_id JOIN annotators p ON p.id = n.annotator_id
WHERE n.id > ? AND n.id <= ? AND n.deleted_at IS NULL AND a.deleted_at IS NULL AND s.retired_at IS NULL GROUP BY l.key, p.id, p.name`

func countWhole(tx *gorm.DB, stats *models.Stats) error {
	type question struct {
		into *int
		text string
	}
	for _, q := range []question{
		{&stats.Articles, "SELECT COUNT(*) FROM articles WHERE deleted_at IS NULL"},
		{&stats.Sentences, "SELECT COALESCE(SUM(sentence_count), 0) FROM articles WHERE deleted_at IS NULL"},
		{&stats.Finished, `SELECT COUNT(*) FROM progress g JOIN articles a ON a.id = g.article_id
			WHERE g.finished_at IS NOT NULL AND a.deleted_at IS NULL`},
		{&stats.Events, "SELECT COUNT(*) FROM history"},
	} {
		var err error
		if *q.into, _, err = first(tx, one[int], q.text); err != nil {
			return fmt.Errorf("count: %w", err)
		}
	}
	return nil
}
