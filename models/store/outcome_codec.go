package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// outcomeSnapshot is the answer to a suggestion in public terms.
type outcomeSnapshot struct {
	Article     string  `json:"article"`
	Start       int     `json:"start"` // of the sentence
	End         int     `json:"end"`
	Annotator   string  `json:"annotator"`
	Label       string  `json:"label"`
	Kept        bool    `json:"kept"`
	Strength    string  `json:"strength"`
	Probability float64 `json:"probability"`
	AnsweredAt  int64   `json:"answered_at"`
	DeletedAt   int64   `json:"deleted_at,omitempty"`
}

const selectOutcomeSnapshots = `SELECT o.uid, a.uid, s.start_off, s.end_off, p.uid, l.key,
  o.kept, o.strength, o.probability, o.answered_at, o.deleted_at
FROM outcomes o JOIN sentences s ON s.id = o.sentence_id JOIN articles a ON a.id = s.article_id
JOIN annotators p ON p.id = o.annotator_id JOIN labels l ON l.id = o.label_id WHERE o.uid IN ?`

func loadOutcomes(tx *gorm.DB, uids []string) (map[string]outcomeSnapshot, error) {
	list, err := collect(tx, func(r *row, item *named[outcomeSnapshot]) error {
		var deleted *int64
		s := &item.value
		err := r.Scan(&item.uid, &s.Article, &s.Start, &s.End, &s.Annotator, &s.Label,
			&s.Kept, &s.Strength, &s.Probability, &s.AnsweredAt, &deleted)
		s.DeletedAt = moment(deleted)
		return err
	}, selectOutcomeSnapshots, uids)
	return byUID(list), err
}

const upsertOutcome = `INSERT INTO outcomes(uid, sentence_id, annotator_id, label_id, kept, strength, probability, answered_at,
  version, device_uid, updated_at, deleted_at)
VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(uid) DO UPDATE SET kept = excluded.kept, strength = excluded.strength, probability = excluded.probability,
  answered_at = excluded.answered_at, version = excluded.version, device_uid = excluded.device_uid,
  updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`

func saveOutcome(tx *gorm.DB, uid string, s outcomeSnapshot, mark stamp) error {
	at, err := locate(tx, s.Article, s.Start, s.End, s.Annotator, s.Label)
	if err != nil {
		return err
	}
	if at.label == 0 {
		return models.Errorf(models.CodeNotFound, "The codebook of this project has no label %q; look at its labels.", s.Label)
	}
	kept := 0
	if s.Kept {
		kept = 1
	}
	err = tx.Exec(upsertOutcome, uid, at.sentence, at.annotator, at.label, kept, s.Strength, s.Probability, s.AnsweredAt,
		mark.version, mark.device, mark.at, optional(s.DeletedAt)).Error
	if err != nil {
		return fmt.Errorf("write outcome: %w", err)
	}
	return nil
}
