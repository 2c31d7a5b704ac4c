package store

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// Examples returns up to limit sentences that an annotator has decided about,
// the last added first: those with a label of hers, those that she marked
// as holding nothing or left without one in an article that she has finished,
// and those for which she refused a suggestion.
// Sentences of deleted articles are left out.
func (s *Store) Examples(ctx context.Context, annotatorID int64, limit int) (list []models.Example, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanExample, selectExamples,
			annotatorID, annotatorID, annotatorID, annotatorID, limit, annotatorID, annotatorID, annotatorID, annotatorID)
		return err
	})
	return list, err
}

// placeColumns are in the order of placeFields.
const placeColumns = "s.id, s.seq, s.start_off, s.end_off, a.uid, a.title, a.published_on"

func placeFields(p *models.Place) []any {
	return []any{&p.SentenceID, &p.Sentence, &p.StartOff, &p.EndOff, &p.ArticleUID, &p.ArticleTitle, &p.PublishedOn}
}

// ExamplesOf is [Store.Examples] for some sentences: those of them that the
// annotator has decided about, the last added first.
func (s *Store) ExamplesOf(ctx context.Context, annotatorID int64, sentenceIDs []int64) (list []models.Example, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanExample, selectExamplesOf,
			sentenceIDs, annotatorID, annotatorID, annotatorID, annotatorID, annotatorID, annotatorID, annotatorID, annotatorID)
		return err
	})
	return list, err
}

const selectExamplesOf = `WITH newest AS (SELECT c.id FROM sentences c WHERE c.id IN ? AND (
  EXISTS (SELECT 1 FROM annotations n WHERE n.sentence_id = c.id AND n.annotator_id = ? AND n.deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM readings r WHERE r.sentence_id = c.id AND r.annotator_id = ? AND r.deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM progress g WHERE g.article_id = c.article_id AND g.annotator_id = ? AND g.finished_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM outcomes o WHERE o.sentence_id = c.id AND o.annotator_id = ? AND o.kept = 0 AND o.deleted_at IS NULL)))
` + examplesOfNewest

const selectExamples = `
WITH decided AS (
  SELECT sentence_id AS id FROM annotations WHERE annotator_id = ? AND deleted_at IS NULL
  UNION SELECT sentence_id FROM readings WHERE annotator_id = ? AND deleted_at IS NULL
  UNION SELECT s.id FROM progress g JOIN sentences s ON s.article_id = g.article_id AND s.retired_at IS NULL
    WHERE g.annotator_id = ? AND g.finished_at IS NOT NULL
  UNION SELECT sentence_id FROM outcomes WHERE annotator_id = ? AND kept = 0 AND deleted_at IS NULL
), newest AS (SELECT id FROM decided ORDER BY id DESC LIMIT ?)
` + examplesOfNewest

const examplesOfNewest = `SELECT s.text, a.language, ` + placeColumns + `,
  COALESCE((SELECT string_agg(l.key, '|' ORDER BY l.position) FROM annotations n JOIN labels l ON l.id = n.label_id
    WHERE n.sentence_id = s.id AND n.annotator_id = ? AND n.deleted_at IS NULL), ''),
  COALESCE((SELECT string_agg(l.key, '|' ORDER BY l.position) FROM outcomes o JOIN labels l ON l.id = o.label_id
    WHERE o.sentence_id = s.id AND o.annotator_id = ? AND o.kept = 0 AND o.deleted_at IS NULL), ''),
  EXISTS (SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id = ? AND r.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM progress g WHERE g.article_id = a.id AND g.annotator_id = ? AND g.finished_at IS NOT NULL)
FROM newest JOIN sentences s ON s.id = newest.id AND s.retired_at IS NULL
JOIN articles a ON a.id = s.article_id AND a.deleted_at IS NULL
ORDER BY s.id DESC`

func scanExample(r *row, e *models.Example) error {
	var labels, rejected string
	err := r.Scan(slices.Concat([]any{&e.Text, &e.Language}, placeFields(&e.Place), []any{&labels, &rejected, &e.Decided})...)
	if err != nil {
		return err
	}
	if labels != "" {
		e.Labels = strings.Split(labels, "|")
	}
	if rejected != "" { // a label that she has put on since is refused no longer
		e.Rejected = slices.DeleteFunc(strings.Split(rejected, "|"), func(key string) bool { return slices.Contains(e.Labels, key) })
	}
	return nil
}
