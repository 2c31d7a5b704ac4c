package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// How much of a large project is looked through for what to decide next.
const (
	openedArticles   = 60 // that the annotator has begun, the last added first
	unopenedArticles = 60 // drawn at random
)

// Undecided returns sentences that an annotator has neither tagged nor marked as
// holding nothing, in articles that she has not finished, at most limit: those
// of articles that she has begun, and those of others, drawn by seed. The same
// seed draws the same.
func (s *Store) Undecided(ctx context.Context, annotatorID int64, limit int, seed uint32) (list []models.Undecided, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		articles, err := collect(tx, scanChance, selectBegun, annotatorID, annotatorID, openedArticles)
		if err != nil {
			return err
		}
		others, err := collect(tx, scanChance, selectOthers, annotatorID, annotatorID, seed, unopenedArticles)
		if err != nil {
			return err
		}
		for _, article := range slices.Concat(articles, others) {
			found, err := collect(tx, scanUndecided, selectUndecided, article.id, annotatorID, annotatorID, limit-len(list))
			if err != nil {
				return err
			}
			for i := range found {
				found[i].Opened = article.opened
			}
			if list = append(list, found...); len(list) >= limit {
				break
			}
		}
		return nil
	})
	return list, err
}

// chance is an article whose sentences may be drawn.
type chance struct {
	id     int64
	opened bool
}

func scanChance(r *row, c *chance) error { return r.Scan(&c.id, &c.opened) }

const unfinished = ` AND a.deleted_at IS NULL AND a.id NOT IN (
  SELECT g.article_id FROM progress g WHERE g.annotator_id = ? AND g.finished_at IS NOT NULL)`

const selectBegun = `SELECT a.id, 1 FROM coverage c JOIN articles a ON a.id = c.article_id
WHERE c.annotator_id = ? AND c.seen > 0 AND c.seen < a.sentence_count` + unfinished + ` ORDER BY a.id DESC LIMIT ?`

// The draw mixes the ids with the seed (Knuth's multiplicative hash, The Art of
// Computer Programming, volume 3, section 6.4).
const selectOthers = `SELECT a.id, 0 FROM articles a WHERE a.id NOT IN (
  SELECT c.article_id FROM coverage c WHERE c.annotator_id = ? AND c.seen > 0)` + unfinished +
	` ORDER BY ((a.id + ?) * 2654435761) % 4294967296, a.id LIMIT ?`

const selectUndecided = "SELECT s.text, a.language, " + placeColumns + ` FROM sentences s JOIN articles a ON a.id = s.article_id
WHERE s.article_id = ? AND s.retired_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.annotator_id = ? AND n.deleted_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id = ? AND r.deleted_at IS NULL)
ORDER BY s.start_off LIMIT ?`

func scanUndecided(r *row, u *models.Undecided) error {
	return r.Scan(slices.Concat([]any{&u.Text, &u.Language}, placeFields(&u.Place))...)
}

// Decided reports which of the sentences an annotator has decided about by now.
func (s *Store) Decided(ctx context.Context, annotatorID int64, sentenceIDs []int64) (decided map[int64]bool, err error) {
	decided = make(map[int64]bool, len(sentenceIDs))
	if len(sentenceIDs) == 0 {
		return decided, nil
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		ids, err := collect(tx, one[int64], `SELECT s.id FROM sentences s WHERE s.id IN ? AND (s.retired_at IS NOT NULL
			OR EXISTS (SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.annotator_id = ? AND n.deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id = ? AND r.deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM progress g WHERE g.article_id = s.article_id AND g.annotator_id = ? AND g.finished_at IS NOT NULL)
			OR EXISTS (SELECT 1 FROM articles a WHERE a.id = s.article_id AND a.deleted_at IS NOT NULL))`,
			sentenceIDs, annotatorID, annotatorID, annotatorID)
		for _, id := range ids {
			decided[id] = true
		}
		return err
	})
	return decided, err
}
