package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// responseSnapshot is the answer to a decision in public terms.
type responseSnapshot struct {
	Decision  string        `json:"decision"`
	Article   string        `json:"article"` // that of the decision
	Annotator string        `json:"annotator"`
	Answer    models.Answer `json:"answer"`
	Comment   string        `json:"comment,omitempty"`
	Answered  int64         `json:"decision_version"`
	CreatedAt int64         `json:"created_at"`
	DeletedAt int64         `json:"deleted_at,omitempty"`
}

const selectResponseSnapshots = `SELECT r.uid, d.uid, a.uid, p.uid, r.answer, r.comment, r.decision_version, r.created_at, r.deleted_at
FROM responses r JOIN decisions d ON d.id = r.decision_id JOIN sentences s ON s.id = d.sentence_id
JOIN articles a ON a.id = s.article_id JOIN annotators p ON p.id = r.annotator_id WHERE r.uid IN ?`

func loadResponses(tx *gorm.DB, uids []string) (map[string]responseSnapshot, error) {
	list, err := collect(tx, func(r *row, item *named[responseSnapshot]) error {
		var deleted *int64
		s := &item.value
		err := r.Scan(&item.uid, &s.Decision, &s.Article, &s.Annotator, &s.Answer, &s.Comment, &s.Answered, &s.CreatedAt, &deleted)
		s.DeletedAt = moment(deleted)
		return err
	}, selectResponseSnapshots, uids)
	return byUID(list), err
}

const upsertResponse = `INSERT INTO responses(uid, decision_id, annotator_id, answer, comment, decision_version,
  version, device_uid, created_at, updated_at, deleted_at)
SELECT ?, d.id, p.id, ?, ?, ?, ?, ?, ?, ?, ? FROM decisions d, annotators p WHERE d.uid = ? AND p.uid = ?
ON CONFLICT(uid) DO UPDATE SET answer = excluded.answer, comment = excluded.comment, decision_version = excluded.decision_version,
  version = excluded.version, device_uid = excluded.device_uid, created_at = excluded.created_at,
  updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`

func saveResponse(tx *gorm.DB, uid string, s responseSnapshot, mark stamp) error {
	done := tx.Exec(upsertResponse, uid, s.Answer, s.Comment, s.Answered, mark.version, mark.device, s.CreatedAt, mark.at,
		optional(s.DeletedAt), s.Decision, s.Annotator)
	if done.Error != nil {
		return fmt.Errorf("write response: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return models.Errorf(models.CodeNotFound, "The decision or the annotator is not in this project; look at the newest state.")
	}
	return nil
}
