package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// codedAtOnce is how many articles one question goes through; changes go
// through between two questions.
const codedAtOnce = 200

// CodedBy says whose coding is asked for.
type CodedBy struct {
	AnnotatorUIDs []string // empty: everybody's
	// Viewer is the annotator who looks on; articles that she codes blind and
	// has not finished are left out. 0: nothing is hidden.
	Viewer int64
}

// Coded goes through the sentences that annotators have coded, in the order of
// articles and within one of them in reading order. Each has the labels that
// any of them put on it, as keys in the order of the codebook. progress hears
// from 0 to 1 how far it is and may be nil. It ends with the first error, which
// may be that of take.
func (s *Store) Coded(ctx context.Context, by CodedBy, take func(models.Coded) error, progress func(done float64)) error {
	for from, last := int64(0), int64(1); from < last; from += codedAtOnce {
		if err := ctx.Err(); err != nil { // the driver itself does not stop a question
			return s.explain(err)
		}
		var list []models.Coded
		err := s.read(ctx, func(tx *gorm.DB) (err error) {
			if last, _, err = first(tx, one[int64], "SELECT COALESCE(MAX(id), 0) FROM articles"); err != nil {
				return err
			}
			list, err = codedSentences(tx, by, from, from+codedAtOnce)
			return err
		})
		if err != nil {
			return err
		}
		for _, c := range list {
			if err := take(c); err != nil {
				return err
			}
		}
		if progress != nil {
			progress(min(1, float64(from+codedAtOnce)/float64(max(last, 1))))
		}
	}
	return nil
}

// selectCoded passes over the articles in which nobody has done anything by the
// counts that are kept of them.
const selectCoded = "SELECT " + sentenceColumns + `, COALESCE(l.key, '')
FROM articles a CROSS JOIN sentences s ON s.article_id = a.id AND s.retired_at IS NULL
LEFT JOIN annotations n ON n.sentence_id = s.id AND n.deleted_at IS NULL AND n.annotator_id IN ?
LEFT JOIN labels l ON l.id = n.label_id
WHERE a.id > ? AND a.id <= ? AND a.deleted_at IS NULL
  AND (EXISTS(SELECT 1 FROM coverage v WHERE v.annotator_id IN ? AND v.article_id = a.id AND v.seen > 0)
    OR EXISTS(SELECT 1 FROM progress g WHERE g.article_id = a.id AND g.annotator_id IN ? AND g.finished_at IS NOT NULL))
  AND (n.id IS NOT NULL
    OR EXISTS(SELECT 1 FROM progress g WHERE g.article_id = a.id AND g.annotator_id IN ? AND g.finished_at IS NOT NULL)
    OR EXISTS(SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id IN ? AND r.deleted_at IS NULL))` + notBlind + `
ORDER BY s.article_id, s.start_off, l.position`

// notBlind leaves out the articles that somebody codes blind still.
const notBlind = ` AND NOT EXISTS(SELECT 1 FROM progress b WHERE b.article_id = a.id AND b.annotator_id = ? AND b.coding = 'blind'
  AND b.finished_at IS NULL)`

func codedSentences(tx *gorm.DB, by CodedBy, after, last int64) ([]models.Coded, error) {
	layers, err := layersOf(tx, by.AnnotatorUIDs)
	if err != nil {
		return nil, err
	}
	rows, err := collect(tx, scanCoded, selectCoded, layers, after, last, layers, layers, layers, layers, by.Viewer)
	return merged(rows), err
}

// layersOf returns the ids of annotators by their UIDs, of all when there are
// none.
func layersOf(tx *gorm.DB, uids []string) ([]int64, error) {
	return chosen(tx, "SELECT p.id, p.uid FROM annotators p", uids)
}

func scanCoded(r *row, c *models.Coded) error { return scanCodedWith(r, c) }

func scanCodedRow(r *row, c *models.Coded) error {
	return scanCodedWith(r, c, &c.Article.UID, &c.Article.Title, &c.Article.Source, &c.Article.PublishedOn)
}

// scanCodedWith reads a sentence with one of its labels, and what follows.
func scanCodedWith(r *row, c *models.Coded, further ...any) error {
	s := &c.Sentence
	var label string
	fields := []any{&s.ID, &s.ArticleID, &s.BlockSeq, &s.Seq, &s.StartOff, &s.EndOff, &s.Text, &s.RetiredAt, &label}
	err := r.Scan(append(fields, further...)...)
	if label != "" {
		c.Labels = []string{label}
	}
	return err //nolint:wrapcheck // collect does
}

// merged puts the labels of one sentence together.
func merged(rows []models.Coded) []models.Coded {
	var list []models.Coded
	for _, c := range rows {
		at := len(list) - 1
		if at < 0 || list[at].Sentence.ID != c.Sentence.ID {
			list = append(list, c)
			continue
		}
		if known := &list[at].Labels; len(c.Labels) > 0 && !slices.Contains(*known, c.Labels[0]) {
			*known = append(*known, c.Labels[0])
		}
	}
	return list
}

const selectCodedRows = "SELECT " + sentenceColumns + `, COALESCE(l.key, ''), a.uid, a.title, a.source, a.published_on
FROM sentences s JOIN articles a ON a.id = s.article_id
LEFT JOIN annotations n ON n.sentence_id = s.id AND n.deleted_at IS NULL AND n.annotator_id IN ?
LEFT JOIN labels l ON l.id = n.label_id
WHERE s.id IN ? AND s.retired_at IS NULL AND a.deleted_at IS NULL` + notBlind + " ORDER BY s.id, l.position"

// CodedSentences returns sentences as they are now, with their articles, in the
// order of ids. Those that are no longer there are left out.
func (s *Store) CodedSentences(ctx context.Context, by CodedBy, ids []int64) (list []models.Coded, err error) {
	byID := make(map[int64]models.Coded, len(ids))
	for part := range slices.Chunk(ids, countedAtOnce) {
		if err := ctx.Err(); err != nil {
			return nil, s.explain(err)
		}
		err := s.read(ctx, func(tx *gorm.DB) error {
			layers, err := layersOf(tx, by.AnnotatorUIDs)
			if err != nil {
				return err
			}
			rows, err := collect(tx, scanCodedRow, selectCodedRows, layers, part, by.Viewer)
			for _, c := range merged(rows) {
				byID[c.Sentence.ID] = c
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, id := range ids {
		if c, ok := byID[id]; ok {
			list = append(list, c)
		}
	}
	return list, nil
}
