package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// What the library counts by and what searches look in is derived: triggers
// keep it in step (migrations/0002), these questions say what it must be, and
// [Store.Reindex] makes it anew.

const (
	trueTallies = `SELECT n.label_id, n.annotator_id, s.article_id,
  SUM(CASE WHEN n.deleted_at IS NULL AND s.retired_at IS NULL THEN 1 ELSE 0 END) AS annotations,
  SUM(CASE WHEN n.deleted_at IS NULL AND s.retired_at IS NULL AND n.note <> '' THEN 1 ELSE 0 END) AS notes
FROM annotations n JOIN sentences s ON s.id = n.sentence_id GROUP BY n.label_id, n.annotator_id, s.article_id`

	trueCoverage = `SELECT m.annotator_id, m.article_id, SUM(m.seen) AS seen FROM (
  SELECT k.annotator_id, s.article_id, s.id, MAX(CASE WHEN k.deleted_at IS NULL AND s.retired_at IS NULL THEN 1 ELSE 0 END) AS seen
  FROM (SELECT annotator_id, sentence_id, deleted_at FROM annotations
    UNION ALL SELECT annotator_id, sentence_id, deleted_at FROM readings) k
  JOIN sentences s ON s.id = k.sentence_id GROUP BY k.annotator_id, s.article_id, s.id) m
GROUP BY m.annotator_id, m.article_id`
)

// derived are the questions that count what is wrong with the derived tables,
// and what to say about it.
var derived = []struct{ wrong, sentence string }{
	{
		`SELECT COUNT(*) FROM (` + trueTallies + `) w LEFT JOIN tallies t
  ON t.label_id = w.label_id AND t.annotator_id = w.annotator_id AND t.article_id = w.article_id
WHERE t.annotations IS NULL OR t.annotations <> w.annotations OR t.notes <> w.notes`,
		"%d counts of annotations are wrong; bring the index up to date.",
	},
	{
		`SELECT COUNT(*) FROM (` + trueCoverage + `) w LEFT JOIN coverage c
  ON c.annotator_id = w.annotator_id AND c.article_id = w.article_id WHERE c.seen IS NULL OR c.seen <> w.seen`,
		"%d counts of sentences seen are wrong; bring the index up to date.",
	},
	{
		`SELECT ABS((SELECT COUNT(*) FROM sentences) - (SELECT COUNT(*) FROM sentences_fts_docsize))`,
		"%d sentences are missing from the index of words; bring the index up to date.",
	},
}

// checkDerived compares what is derived with what it follows from.
func (i *inspector) checkDerived(ctx context.Context) error {
	for _, part := range derived {
		if err := ctx.Err(); err != nil {
			return i.store.explain(err)
		}
		err := i.store.read(ctx, func(tx *gorm.DB) error {
			wrong, _, err := first(tx, one[int], part.wrong)
			if wrong > 0 {
				i.reportf(areaDerived, part.sentence, wrong)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Reindex makes the index of words and all counts of the library anew. It
// changes nothing that anybody wrote, and nothing else is changed meanwhile: a
// million sentences take half a minute.
func (s *Store) Reindex(ctx context.Context) error {
	err := s.write(ctx, Actor{}, models.KindDo, func(c *change) error {
		c.dirty = true
		for _, step := range []string{
			"DELETE FROM tallies", "INSERT INTO tallies(label_id, annotator_id, article_id, annotations, notes) " + trueTallies,
			"DELETE FROM coverage", "INSERT INTO coverage(annotator_id, article_id, seen) " + trueCoverage,
			rebuildWords,
		} {
			if err := c.tx.Exec(step).Error; err != nil {
				return fmt.Errorf("reindex: %w", err)
			}
		}
		return nil
	})
	s.library.forget()
	return err
}
