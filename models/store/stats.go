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
	err := s.read(ctx, func(tx *gorm.DB) error {
		if err := countWhole(tx, &stats); err != nil {
			return err
		}
		return countLayers(tx, &stats)
	})
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

// countLayers counts annotations by label and by annotator, from the
// tallies of the articles: a project may hold millions of annotations.
func countLayers(tx *gorm.DB, stats *models.Stats) error {
	layers, err := collect(tx, func(r *row, l *layer) error { return r.Scan(&l.label, &l.annotator, &l.count) }, selectLayers)
	for _, l := range layers {
		stats.Annotations += l.count
		stats.Labels[l.label] += l.count
		stats.Annotators[l.annotator] += l.count
	}
	return err
}

type layer struct {
	label, annotator string
	count            int
}

const selectLayers = `SELECT l.key, p.name, SUM(t.annotations) FROM tallies t JOIN articles a ON a.id = t.article_id
JOIN labels l ON l.id = t.label_id JOIN annotators p ON p.id = t.annotator_id
WHERE t.annotations > 0 AND a.deleted_at IS NULL GROUP BY l.key, p.id, p.name`

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
