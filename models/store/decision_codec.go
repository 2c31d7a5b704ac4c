package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// decisionSnapshot is a decision in public terms.
type decisionSnapshot struct {
	Article   string               `json:"article"`
	Start     int                  `json:"start"` // of the sentence
	End       int                  `json:"end"`
	Label     string               `json:"label,omitempty"` // empty: the sentence as a whole
	Layer     string               `json:"layer,omitempty"` // empty: all
	Reviewer  string               `json:"reviewer"`
	Verdict   models.Verdict       `json:"verdict"`
	Result    []models.ResultLabel `json:"result"`
	Reason    models.Reason        `json:"reason,omitempty"`
	Comment   string               `json:"comment,omitempty"`
	Seen      string               `json:"seen,omitempty"`
	CreatedAt int64                `json:"created_at"`
	DeletedAt int64                `json:"deleted_at,omitempty"`
}

const selectDecisionSnapshots = `SELECT d.uid, a.uid, s.start_off, s.end_off, COALESCE(l.key, ''), COALESCE(y.uid, ''), p.uid,
  d.verdict, d.result, d.reason, d.comment, d.seen, d.created_at, d.deleted_at
FROM decisions d JOIN sentences s ON s.id = d.sentence_id JOIN articles a ON a.id = s.article_id
JOIN annotators p ON p.id = d.reviewer_id LEFT JOIN annotators y ON y.id = d.layer_id LEFT JOIN labels l ON l.id = d.label_id
WHERE d.uid IN ?`

func loadDecisions(tx *gorm.DB, uids []string) (map[string]decisionSnapshot, error) {
	list, err := collect(tx, func(r *row, item *named[decisionSnapshot]) error {
		var deleted *int64
		var result string
		s := &item.value
		err := r.Scan(&item.uid, &s.Article, &s.Start, &s.End, &s.Label, &s.Layer, &s.Reviewer,
			&s.Verdict, &result, &s.Reason, &s.Comment, &s.Seen, &s.CreatedAt, &deleted)
		if err != nil {
			return err
		}
		s.DeletedAt = moment(deleted)
		s.Result, err = models.ParseResult(result)
		return err
	}, selectDecisionSnapshots, uids)
	return byUID(list), err
}

const upsertDecision = `INSERT INTO decisions(uid, sentence_id, label_id, layer_id, reviewer_id, verdict, result, reason, comment, seen,
  version, device_uid, created_at, updated_at, deleted_at)
VALUES(?, ?, (SELECT l.id FROM labels l WHERE l.key = ?), (SELECT y.id FROM annotators y WHERE y.uid = ?),
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(uid) DO UPDATE SET sentence_id = excluded.sentence_id, layer_id = excluded.layer_id,
  verdict = excluded.verdict, result = excluded.result, reason = excluded.reason,
  comment = excluded.comment, seen = excluded.seen, version = excluded.version,
  device_uid = excluded.device_uid, created_at = excluded.created_at, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`

func saveDecision(tx *gorm.DB, uid string, s decisionSnapshot, mark stamp) error {
	at, err := locate(tx, s.Article, s.Start, s.End, s.Reviewer, s.Label)
	if err != nil {
		return err
	}
	if s.Label != "" && at.label == 0 {
		return models.Errorf(models.CodeNotFound, "The codebook of this project has no label %q; look at its labels.", s.Label)
	}
	err = tx.Exec(upsertDecision, uid, at.sentence, s.Label, s.Layer, at.annotator, s.Verdict, models.FormatResult(s.Result),
		s.Reason, s.Comment, s.Seen, mark.version, mark.device, s.CreatedAt, mark.at, optional(s.DeletedAt)).Error
	if err != nil {
		return fmt.Errorf("write decision: %w", err)
	}
	return nil
}
