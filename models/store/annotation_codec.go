package store

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// annotationSnapshot is an annotation in public terms.
type annotationSnapshot struct {
	Article    string            `json:"article"`
	Start      int               `json:"start"` // of the sentence
	End        int               `json:"end"`
	Annotator  string            `json:"annotator"`
	Label      string            `json:"label"`
	PartStart  *int              `json:"part_start,omitempty"`
	PartEnd    *int              `json:"part_end,omitempty"`
	Quote      string            `json:"quote,omitempty"`
	Note       string            `json:"note,omitempty"`
	Confidence models.Confidence `json:"confidence,omitempty"`
	Origin     models.Origin     `json:"origin"`
	Codebook   string            `json:"codebook,omitempty"`
	Extra      models.Extra      `json:"extra,omitempty"`
	Details    []detailSnapshot  `json:"details,omitempty"`
	CreatedAt  int64             `json:"created_at"`
	DeletedAt  int64             `json:"deleted_at,omitempty"`
}

type detailSnapshot struct {
	Field string   `json:"field"`
	N     int      `json:"n,omitempty"`
	Text  string   `json:"text"`
	Num   *float64 `json:"num,omitempty"`
	ISO   string   `json:"iso,omitempty"`
}

const selectAnnotationSnapshots = `SELECT n.uid, a.uid, s.start_off, s.end_off, p.uid, l.key,
  n.start_off, n.end_off, n.quote, n.note, n.confidence, n.origin, n.codebook_version, n.extra, n.created_at, n.deleted_at
FROM annotations n JOIN sentences s ON s.id = n.sentence_id JOIN articles a ON a.id = s.article_id
JOIN annotators p ON p.id = n.annotator_id JOIN labels l ON l.id = n.label_id WHERE n.uid IN ?`

const selectDetailSnapshots = `SELECT n.uid, f.key, d.n, d.value_text, d.value_num, d.value_iso
FROM annotations n JOIN annotation_details d ON d.annotation_id = n.id JOIN label_fields f ON f.id = d.field_id
WHERE n.uid IN ? ORDER BY n.uid, f.position, f.key, d.n`

// named is a value with the UID that it belongs to.
type named[T any] struct {
	uid   string
	value T
}

func loadAnnotations(tx *gorm.DB, uids []string) (map[string]annotationSnapshot, error) {
	list, err := collect(tx, scanAnnotationSnapshot, selectAnnotationSnapshots, uids)
	if err != nil {
		return nil, err
	}
	details, err := collect(tx, func(r *row, d *named[detailSnapshot]) error {
		return r.Scan(&d.uid, &d.value.Field, &d.value.N, &d.value.Text, &d.value.Num, &d.value.ISO)
	}, selectDetailSnapshots, uids)
	if err != nil {
		return nil, err
	}
	found := make(map[string]annotationSnapshot, len(list))
	for _, item := range list {
		found[item.uid] = item.value
	}
	for _, d := range details {
		state := found[d.uid]
		state.Details = append(state.Details, d.value)
		found[d.uid] = state
	}
	return found, nil
}

func scanAnnotationSnapshot(r *row, item *named[annotationSnapshot]) error {
	var deleted *int64
	s := &item.value
	err := r.Scan(&item.uid, &s.Article, &s.Start, &s.End, &s.Annotator, &s.Label, &s.PartStart, &s.PartEnd,
		&s.Quote, &s.Note, &s.Confidence, &s.Origin, &s.Codebook, &s.Extra, &s.CreatedAt, &deleted)
	s.DeletedAt = moment(deleted)
	return err
}

const insertAnnotation = `INSERT INTO annotations(uid, sentence_id, annotator_id, label_id, start_off, end_off, quote, note,
  confidence, origin, codebook_version, extra, version, device_uid, created_at, updated_at, deleted_at)
VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// updateAnnotation sets the same columns, but for those that never change.
const updateAnnotation = `UPDATE annotations SET sentence_id = ?, start_off = ?, end_off = ?, quote = ?, note = ?,
  confidence = ?, origin = ?, codebook_version = ?, extra = ?, version = ?, device_uid = ?, created_at = ?, updated_at = ?,
  deleted_at = ? WHERE uid = ?`

// saveAnnotation inserts or updates. One statement for both would be read with
// the triggers of both each time, which is much of what a tag costs.
func saveAnnotation(tx *gorm.DB, uid string, s annotationSnapshot, mark stamp) error {
	at, err := locate(tx, s.Article, s.Start, s.End, s.Annotator, s.Label)
	if err != nil {
		return err
	}
	if at.label == 0 {
		return models.Errorf(models.CodeNotFound, "The codebook of this project has no label %q; look at its labels.", s.Label)
	}
	if !mark.fresh {
		if err := makeWay(tx, uid, at.sentence, mark.at); err != nil {
			return err
		}
	}
	state := []any{
		s.PartStart, s.PartEnd, s.Quote, s.Note, s.Confidence, s.Origin, s.Codebook, s.Extra,
		mark.version, mark.device, s.CreatedAt, mark.at, optional(s.DeletedAt),
	}
	if mark.fresh {
		err = tx.Exec(insertAnnotation, append([]any{uid, at.sentence, at.annotator, at.label}, state...)...).Error
	} else {
		err = tx.Exec(updateAnnotation, slices.Concat([]any{at.sentence}, state, []any{uid})...).Error
	}
	if err != nil {
		return fmt.Errorf("write annotation: %w", err)
	}
	return saveDetails(tx, uid, at.label, s.Details)
}

const selectStored = `SELECT n.sentence_id, EXISTS(SELECT 1 FROM annotation_details d WHERE d.annotation_id = n.id)
FROM annotations n WHERE n.uid = ?`

// makeWay takes away what a new state of an annotation does not overwrite: its
// details, and its place where it moves to another sentence, so that the counts
// of the library see it go and come.
func makeWay(tx *gorm.DB, uid string, to, at int64) error {
	var stored struct {
		sentence int64
		detailed bool
	}
	if err := tx.Raw(selectStored, uid).Row().Scan(&stored.sentence, &stored.detailed); err != nil {
		return fmt.Errorf("look at annotation: %w", err)
	}
	if stored.sentence != to {
		const lift = "UPDATE annotations SET deleted_at = ? WHERE uid = ? AND deleted_at IS NULL"
		if err := tx.Exec(lift, at, uid).Error; err != nil {
			return fmt.Errorf("lift annotation: %w", err)
		}
	}
	if !stored.detailed {
		return nil
	}
	const clearDetails = "DELETE FROM annotation_details WHERE annotation_id = (SELECT n.id FROM annotations n WHERE n.uid = ?)"
	if err := tx.Exec(clearDetails, uid).Error; err != nil {
		return fmt.Errorf("clear details: %w", err)
	}
	return nil
}

const insertDetail = `INSERT INTO annotation_details(annotation_id, field_id, n, value_text, value_num, value_iso)
SELECT n.id, f.id, ?, ?, ?, ? FROM annotations n JOIN label_fields f ON f.label_id = ? AND f.key = ? WHERE n.uid = ?`

func saveDetails(tx *gorm.DB, annotation string, label int64, details []detailSnapshot) error {
	for _, d := range details {
		done := tx.Exec(insertDetail, d.N, d.Text, d.Num, d.ISO, label, d.Field, annotation)
		if done.Error != nil {
			return fmt.Errorf("write detail: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return models.Errorf(models.CodeNotFound, "The codebook of this project has no field %q for this label.", d.Field)
		}
	}
	return nil
}

// spot holds the ids of what a snapshot names by public terms.
type spot struct{ sentence, annotator, label int64 }

const selectSpot = `SELECT s.id, p.id, COALESCE(l.id, 0) FROM articles a
JOIN sentences s ON s.article_id = a.id AND s.start_off = ? AND s.end_off = ?
JOIN annotators p ON p.uid = ? LEFT JOIN labels l ON l.key = ? WHERE a.uid = ?`

// locate finds the sentence, annotator and label that a snapshot names. The
// label is 0 when there is no such one; the others must be there.
func locate(tx *gorm.DB, article string, start, end int, annotator, label string) (spot, error) {
	at, ok, err := first(tx, func(r *row, v *spot) error { return r.Scan(&v.sentence, &v.annotator, &v.label) },
		selectSpot, start, end, annotator, label, article)
	if err == nil && !ok {
		err = models.Errorf(models.CodeNotFound, "The sentence or the annotator is not in this project; look at the newest state.")
	}
	return at, err
}
