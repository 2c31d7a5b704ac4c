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
		return c.setFinished(articleUID, by.AnnotatorUID, finished)
	})
}

// SetCoding says how the annotator works on an article: open, or blind to the
// other layers until it is finished. The error has [models.CodeNotFound] when
// the article is not there and [models.CodeInvalid] for another word.
func (s *Store) SetCoding(ctx context.Context, by Actor, articleUID string, coding models.Coding) error {
	return s.SetCodings(ctx, by, []string{articleUID}, coding)
}

// SetCodings is [Store.SetCoding] for several articles, as one step of undo:
// all of them or none.
func (s *Store) SetCodings(ctx context.Context, by Actor, articleUIDs []string, coding models.Coding) error {
	if coding != models.CodingOpen && coding != models.CodingBlind {
		return models.Errorf(models.CodeInvalid, "%q is no way of coding; it is open or blind.", coding)
	}
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, uid := range articleUIDs {
			if err := c.editProgress(uid, by.AnnotatorUID, func(state *progressSnapshot) { state.Coding = coding }); err != nil {
				return err
			}
		}
		return nil
	})
}

// setFinished marks an article as done in an annotator's layer, or as not done.
func (c *change) setFinished(articleUID, annotatorUID string, finished bool) error {
	return c.editProgress(articleUID, annotatorUID, func(state *progressSnapshot) {
		switch {
		case !finished:
			state.FinishedAt = 0
		case state.FinishedAt == 0:
			state.FinishedAt = c.at
		}
	})
}

// editProgress changes an annotator's state on an article if that makes a
// difference.
func (c *change) editProgress(articleUID, annotatorUID string, edit func(*progressSnapshot)) error {
	if _, err := liveArticle(c.tx, articleUID); err != nil {
		return err
	}
	uid := derivedUID(models.PrefixProgress, annotatorUID, articleUID)
	before, err := codecs[models.EntityProgress].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	state := progressSnapshot{Article: articleUID, Annotator: annotatorUID, Coding: models.CodingOpen, CreatedAt: c.at}
	if before != "" {
		if state, err = decode[progressSnapshot](before); err != nil {
			return err
		}
	}
	was := state
	edit(&state)
	if state == was {
		return nil
	}
	after, err := encode(state)
	if err != nil {
		return err
	}
	return c.save(models.EntityProgress, uid, before, after)
}
