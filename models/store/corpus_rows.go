package store

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

const selectDetailTexts = "SELECT d.annotation_id, d.value_text FROM annotation_details d WHERE d.annotation_id IN ?"

// foundInDetails takes from the missing keywords of annotations those that
// stand in their details.
func foundInDetails(tx *gorm.DB, missing map[int64]models.Keywords) error {
	for part := range slices.Chunk(slices.Collect(maps.Keys(missing)), countedAtOnce) {
		list, err := collect(tx, func(r *row, d *models.Detail) error { return r.Scan(&d.AnnotationID, &d.ValueText) },
			selectDetailTexts, part)
		if err != nil {
			return err
		}
		for _, d := range list {
			missing[d.AnnotationID] = missing[d.AnnotationID].Missing(d.ValueText)
		}
	}
	return nil
}

const selectCorpusRows = "SELECT " + annotationColumns + ", " + sentenceColumns + ", " + annotatorColumns + `, l.key, a.id, a.uid, a.title
FROM annotations n JOIN sentences s ON s.id = n.sentence_id JOIN articles a ON a.id = s.article_id
JOIN labels l ON l.id = n.label_id JOIN annotators p ON p.id = n.annotator_id WHERE n.id IN ?`

const selectCorpusDetails = "SELECT l.key, f.key, " + detailColumns + ` FROM annotation_details d
JOIN label_fields f ON f.id = d.field_id JOIN labels l ON l.id = f.label_id
WHERE d.annotation_id IN ? ORDER BY f.position, f.id, d.n`

// corpusRows reads annotations with everything that the table shows, in the
// order of ids.
func corpusRows(tx *gorm.DB, ids []int64) ([]models.ExportRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := collect(tx, func(r *row, e *models.ExportRow) error {
		s, p, a := &e.Sentence, &e.Annotator, &e.Article
		return r.Scan(append(annotationFields(&e.Annotation),
			&s.ID, &s.ArticleID, &s.BlockSeq, &s.Seq, &s.StartOff, &s.EndOff, &s.Text, &s.RetiredAt,
			&p.ID, &p.UID, &p.ProjectID, &p.Name, &p.Role, &p.Color, &p.Version, &p.CreatedAt, &p.ArchivedAt,
			&e.Label, &a.ID, &a.UID, &a.Title)...)
	}, selectCorpusRows, ids)
	if err != nil {
		return nil, err
	}
	details, err := collect(tx, func(r *row, d *models.NamedDetail) error {
		return r.Scan(append([]any{&d.Label, &d.Field}, detailFields(&d.Detail)...)...)
	}, selectCorpusDetails, ids)
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(rows, func(a, b models.ExportRow) int { return place[a.Annotation.ID] - place[b.Annotation.ID] })
	for i := range rows {
		place[rows[i].Annotation.ID] = i
	}
	for _, d := range details {
		if i, ok := place[d.AnnotationID]; ok {
			rows[i].Details = append(rows[i].Details, d)
			rows[i].Annotation.Details = append(rows[i].Annotation.Details, d.Detail)
		}
	}
	return rows, err
}

const countCorpus = `SELECT COALESCE(SUM(t.annotations), 0) FROM tallies t JOIN articles a ON a.id = t.article_id
WHERE t.label_id IN ? AND t.annotator_id IN ? AND a.deleted_at IS NULL`

// CorpusCount counts the annotations of these labels and annotators by the
// counts that are kept of each article. Words and dates are not regarded.
func (s *Store) CorpusCount(ctx context.Context, ask models.Corpus) (count int, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		ask.By = models.CorpusDate
		w, err := newWalk(tx, ask)
		if err != nil {
			return err
		}
		count, _, err = first(tx, one[int], countCorpus, w.groups[0].labels, w.groups[0].annotators)
		return err
	})
	return count, err
}
