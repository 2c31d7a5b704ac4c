package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

const annotationColumns = `n.id, n.uid, n.sentence_id, n.annotator_id, n.label_id, n.start_off, n.end_off, n.quote, n.note,
  n.confidence, n.origin, n.codebook_version, n.extra, n.version, n.device_uid, n.created_at, n.updated_at, n.deleted_at`

func annotationFields(a *models.Annotation) []any {
	return []any{&a.ID, &a.UID, &a.SentenceID, &a.AnnotatorID, &a.LabelID, &a.StartOff, &a.EndOff, &a.Quote, &a.Note,
		&a.Confidence, &a.Origin, &a.CodebookVersion, &a.Extra, &a.Version, &a.DeviceUID, &a.CreatedAt, &a.UpdatedAt, &a.DeletedAt}
}

func scanAnnotation(r *row, a *models.Annotation) error { return r.Scan(annotationFields(a)...) }

const detailColumns = "d.annotation_id, d.field_id, d.n, d.value_text, d.value_num, d.value_iso"

func detailFields(d *models.Detail) []any {
	return []any{&d.AnnotationID, &d.FieldID, &d.N, &d.ValueText, &d.ValueNum, &d.ValueISO}
}

func scanDetail(r *row, d *models.Detail) error { return r.Scan(detailFields(d)...) }

// Annotations returns the live annotations of an article from all layers, with
// their details, by sentence, label and annotator.
func (s *Store) Annotations(ctx context.Context, articleUID string) (list []models.Annotation, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		list, err = collect(tx, scanAnnotation, "SELECT "+annotationColumns+` FROM sentences s JOIN annotations n ON n.sentence_id = s.id
			JOIN labels l ON l.id = n.label_id WHERE s.article_id = ? AND s.retired_at IS NULL AND n.deleted_at IS NULL
			ORDER BY s.start_off, l.position, n.annotator_id, n.id`, article.ID)
		if err != nil || len(list) == 0 {
			return err
		}
		details, err := collect(tx, scanDetail, "SELECT "+detailColumns+` FROM sentences s JOIN annotations n ON n.sentence_id = s.id
			JOIN annotation_details d ON d.annotation_id = n.id JOIN label_fields f ON f.id = d.field_id
			WHERE s.article_id = ? AND s.retired_at IS NULL AND n.deleted_at IS NULL ORDER BY f.position, f.id, d.n`, article.ID)
		attach(list, details)
		return err
	})
	return list, err
}

// attach gives each annotation its details, in the order of details.
func attach(list []models.Annotation, details []models.Detail) {
	index := make(map[int64]int, len(list))
	for i, a := range list {
		index[a.ID] = i
	}
	for _, d := range details {
		if i, ok := index[d.AnnotationID]; ok {
			list[i].Details = append(list[i].Details, d)
		}
	}
}

// bareAnnotation reads one annotation without its details, also a deleted one.
func bareAnnotation(tx *gorm.DB, uid string) (models.Annotation, error) {
	found, ok, err := first(tx, scanAnnotation, "SELECT "+annotationColumns+" FROM annotations n WHERE n.uid = ?", uid)
	if err == nil && !ok {
		err = models.Errorf(models.CodeNotFound, "This annotation is no longer in the project; look at the newest state.")
	}
	return found, err
}

// annotationByUID reads one annotation with its details, also a deleted one.
func annotationByUID(tx *gorm.DB, uid string) (models.Annotation, error) {
	found, err := bareAnnotation(tx, uid)
	if err != nil {
		return found, err
	}
	found.Details, err = collect(tx, scanDetail, "SELECT "+detailColumns+` FROM annotation_details d JOIN label_fields f ON f.id = d.field_id
		WHERE d.annotation_id = ? ORDER BY f.position, f.id, d.n`, found.ID)
	return found, err
}

// place is a live sentence in public terms.
type place struct {
	articleUID string
	start, end int
}

// placeOf finds a live sentence of a live article.
func placeOf(tx *gorm.DB, sentenceID int64) (place, error) {
	at, ok, err := first(tx, func(r *row, p *place) error { return r.Scan(&p.articleUID, &p.start, &p.end) },
		`SELECT a.uid, s.start_off, s.end_off FROM sentences s JOIN articles a ON a.id = s.article_id
		WHERE s.id = ? AND s.retired_at IS NULL AND a.deleted_at IS NULL`, sentenceID)
	if err == nil && !ok {
		err = missingSentence()
	}
	return at, err
}

func missingSentence() error {
	return models.Errorf(models.CodeNotFound, "This sentence is not in the project; its article may have been deleted or repaired.")
}
