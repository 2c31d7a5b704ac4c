package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// Progress returns an annotator's state on an article; whoever never started
// is open and not finished.
func (s *Store) Progress(ctx context.Context, articleUID string, annotatorID int64) (progress models.Progress, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		var ok bool
		progress, ok, err = first(tx, func(r *row, p *models.Progress) error {
			return r.Scan(&p.ID, &p.UID, &p.ArticleID, &p.AnnotatorID, &p.Coding, &p.FinishedAt,
				&p.Version, &p.DeviceUID, &p.CreatedAt, &p.UpdatedAt)
		}, `SELECT id, uid, article_id, annotator_id, coding, finished_at, version, device_uid, created_at, updated_at
			FROM progress WHERE article_id = ? AND annotator_id = ?`, article.ID, annotatorID)
		if err == nil && !ok {
			progress = models.Progress{ArticleID: article.ID, AnnotatorID: annotatorID, Coding: models.CodingOpen}
		}
		return err
	})
	return progress, err
}

// SetFinished marks an article as done by the annotator, or as not yet done.
// The error has [models.CodeNotFound] when it is not there.
func (s *Store) SetFinished(ctx context.Context, by Actor, articleUID string, finished bool) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		if _, err := liveArticle(c.tx, articleUID); err != nil {
			return err
		}
		uid := derivedUID(models.PrefixProgress, by.AnnotatorUID, articleUID)
		before, err := codecs[models.EntityProgress].loadOne(c.tx, uid)
		if err != nil {
			return err
		}
		state := progressSnapshot{Article: articleUID, Annotator: by.AnnotatorUID, Coding: models.CodingOpen, CreatedAt: c.at}
		if before != "" {
			if state, err = decode[progressSnapshot](before); err != nil {
				return err
			}
		}
		if finished == (state.FinishedAt != 0) {
			return nil
		}
		state.FinishedAt = 0
		if finished {
			state.FinishedAt = c.at
		}
		after, err := encode(state)
		if err != nil {
			return err
		}
		return c.save(models.EntityProgress, uid, before, after)
	})
}
