package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// Expose notes that the acting annotator sees others' layers on sentences. It
// notes nothing of articles that she has finished, nor of her own layer, and
// only the first time; it is no step and is not undone.
func (s *Store) Expose(ctx context.Context, by Actor, sentenceIDs, layerIDs []int64) error {
	const note = `INSERT INTO exposures(sentence_id, annotator_id, layer_id, seen_at)
		SELECT s.id, ?, ?, ? FROM sentences s LEFT JOIN progress g ON g.article_id = s.article_id AND g.annotator_id = ?
		WHERE s.id = ? AND g.finished_at IS NULL ON CONFLICT DO NOTHING`
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, sentence := range sentenceIDs {
			for _, layer := range layerIDs {
				if layer == by.AnnotatorID {
					continue
				}
				done := c.tx.Exec(note, by.AnnotatorID, layer, c.at, by.AnnotatorID, sentence)
				if done.Error != nil {
					return fmt.Errorf("note what was seen: %w", done.Error)
				}
				c.dirty = c.dirty || done.RowsAffected > 0
			}
		}
		return nil
	})
}

const selectExposures = `SELECT x.sentence_id, x.annotator_id, x.layer_id, x.seen_at FROM sentences s
CROSS JOIN exposures x ON x.sentence_id = s.id WHERE s.article_id IN ? ORDER BY s.start_off, x.annotator_id, x.layer_id`

func scanExposure(r *row, x *models.Exposure) error {
	return r.Scan(&x.SentenceID, &x.AnnotatorID, &x.LayerID, &x.SeenAt)
}

// Exposures returns who had seen whose layer on the sentences of an article
// before finishing it.
func (s *Store) Exposures(ctx context.Context, articleUID string) (list []models.Exposure, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		list, err = collect(tx, scanExposure, selectExposures, []int64{article.ID})
		return err
	})
	return list, err
}
