package store

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// What is counted by article is counted by the tallies that are kept of each
// article, label and annotator, so that a million annotations are counted by
// some ten thousand rows.
const (
	countByDay = `SELECT substr(a.published_on, 1, 10), l.key, SUM(t.annotations)
FROM tallies t CROSS JOIN articles a ON a.id = t.article_id JOIN labels l ON l.id = t.label_id
WHERE t.annotator_id IN ? AND a.deleted_at IS NULL AND t.annotations > 0
GROUP BY substr(a.published_on, 1, 10), l.id, l.key, l.position ORDER BY 1, l.position`
	countBySource = `SELECT a.source, l.key, SUM(t.annotations)
FROM tallies t CROSS JOIN articles a ON a.id = t.article_id JOIN labels l ON l.id = t.label_id
WHERE t.annotator_id IN ? AND a.deleted_at IS NULL AND t.annotations > 0
GROUP BY a.source, l.id, l.key, l.position ORDER BY 1, l.position`
	countWork = `SELECT p.uid,
  COALESCE((SELECT COUNT(*) FROM progress g JOIN articles a ON a.id = g.article_id
    WHERE g.annotator_id = p.id AND g.finished_at IS NOT NULL AND a.deleted_at IS NULL), 0),
  COALESCE((SELECT SUM(a.sentence_count) FROM progress g JOIN articles a ON a.id = g.article_id
    WHERE g.annotator_id = p.id AND g.finished_at IS NOT NULL AND a.deleted_at IS NULL), 0),
  COALESCE((SELECT COUNT(*) FROM coverage v JOIN articles a ON a.id = v.article_id
    WHERE v.annotator_id = p.id AND v.seen > 0 AND a.deleted_at IS NULL AND NOT EXISTS(SELECT 1 FROM progress g
      WHERE g.article_id = v.article_id AND g.annotator_id = v.annotator_id AND g.finished_at IS NOT NULL)), 0),
  COALESCE((SELECT SUM(v.seen) FROM coverage v JOIN articles a ON a.id = v.article_id
    WHERE v.annotator_id = p.id AND v.seen > 0 AND a.deleted_at IS NULL AND NOT EXISTS(SELECT 1 FROM progress g
      WHERE g.article_id = v.article_id AND g.annotator_id = v.annotator_id AND g.finished_at IS NOT NULL)), 0),
  (SELECT COUNT(*) FROM articles a WHERE a.deleted_at IS NULL),
  (SELECT COALESCE(SUM(a.sentence_count), 0) FROM articles a WHERE a.deleted_at IS NULL)
FROM annotators p WHERE p.id IN ? ORDER BY p.name, p.id`
)

// CountByDay counts live annotations by the publication date of their article,
// the time of day left out, and by label, in the order of dates and of the
// codebook. No UIDs stand for all annotators.
func (s *Store) CountByDay(ctx context.Context, annotatorUIDs []string) ([]models.LabelCount, error) {
	return s.countLabels(ctx, countByDay, annotatorUIDs)
}

// CountBySource counts live annotations by the source of their article and by
// label, in the order of names and of the codebook.
func (s *Store) CountBySource(ctx context.Context, annotatorUIDs []string) ([]models.LabelCount, error) {
	return s.countLabels(ctx, countBySource, annotatorUIDs)
}

func (s *Store) countLabels(ctx context.Context, query string, annotatorUIDs []string) (list []models.LabelCount, err error) {
	if err := ctx.Err(); err != nil {
		return nil, s.explain(err)
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		layers, err := layersOf(tx, annotatorUIDs)
		if err != nil {
			return err
		}
		list, err = collect(tx, func(r *row, c *models.LabelCount) error { return r.Scan(&c.Of, &c.LabelKey, &c.Count) }, query, layers)
		return err
	})
	return list, err
}

// CountWork counts how far annotators are, by name. No UIDs stand for all.
func (s *Store) CountWork(ctx context.Context, annotatorUIDs []string) (list []models.WorkCount, err error) {
	if err := ctx.Err(); err != nil {
		return nil, s.explain(err)
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		layers, err := layersOf(tx, annotatorUIDs)
		if err != nil {
			return err
		}
		list, err = collect(tx, func(r *row, w *models.WorkCount) error {
			var ended, begun int
			err := r.Scan(&w.AnnotatorUID, &w.Finished, &ended, &w.Begun, &begun, &w.Articles, &w.AllSentences)
			w.Sentences = ended + begun
			return err //nolint:wrapcheck // collect does
		}, countWork, layers)
		return err
	})
	return list, err
}

// selectDetailsOf reads the details of a stretch of annotations, which leads
// (CROSS JOIN): neither an index of labels nor one of sentences does.
const selectDetailsOf = "SELECT " + detailColumns + ` FROM annotations n CROSS JOIN sentences s ON s.id = n.sentence_id
CROSS JOIN articles a ON a.id = s.article_id CROSS JOIN annotation_details d ON d.annotation_id = n.id
WHERE n.id > ? AND n.id <= ? AND +d.field_id IN ? AND n.annotator_id IN ?
  AND n.deleted_at IS NULL AND s.retired_at IS NULL AND a.deleted_at IS NULL ORDER BY n.id, d.field_id, d.n`

// annotationsAtOnce is how many annotations one question goes through; changes
// go in between two questions.
const annotationsAtOnce = 20_000

// DetailsOf goes through the details of some fields of live annotations, those
// of one annotation together. progress hears from 0 to 1 how far it is and may
// be nil. It ends with the first error.
func (s *Store) DetailsOf(
	ctx context.Context, ask models.DetailQuestion, take func(models.NamedDetail), progress func(done float64),
) error {
	for from, last := int64(0), int64(1); from < last; from += annotationsAtOnce {
		if err := ctx.Err(); err != nil {
			return s.explain(err)
		}
		err := s.read(ctx, func(tx *gorm.DB) (err error) {
			if last, _, err = first(tx, one[int64], "SELECT COALESCE(MAX(id), 0) FROM annotations"); err != nil {
				return err
			}
			list, err := detailsOf(tx, ask, from, from+annotationsAtOnce)
			for _, d := range list {
				take(d)
			}
			return err
		})
		if err != nil {
			return err
		}
		if progress != nil {
			progress(min(1, float64(from+annotationsAtOnce)/float64(max(last, 1))))
		}
	}
	return nil
}

func detailsOf(tx *gorm.DB, ask models.DetailQuestion, after, last int64) ([]models.NamedDetail, error) {
	layers, err := layersOf(tx, ask.AnnotatorUIDs)
	if err != nil {
		return nil, err
	}
	names := map[int64]models.FieldName{} // joining them to every detail would take a quarter longer
	for _, name := range ask.Fields {
		ids, err := fieldsNamed(tx, name)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			names[id] = name
		}
	}
	return collect(tx, func(r *row, d *models.NamedDetail) error {
		err := r.Scan(detailFields(&d.Detail)...)
		d.Label, d.Field = names[d.FieldID].Label, names[d.FieldID].Field
		return err //nolint:wrapcheck // collect does
	}, selectDetailsOf, after, last, slices.Sorted(maps.Keys(names)), layers)
}

// fieldsNamed returns the id of a field by its keys; none when the project does
// not have it.
func fieldsNamed(tx *gorm.DB, name models.FieldName) ([]int64, error) {
	return collect(tx, one[int64],
		"SELECT f.id FROM label_fields f JOIN labels l ON l.id = f.label_id WHERE l.key = ? AND f.key = ?", name.Label, name.Field)
}
