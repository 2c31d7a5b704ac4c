package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// progressSnapshot is an annotator's state on an article in public terms. It
// has no tombstone: not finished and open is the state of whoever never
// started.
type progressSnapshot struct {
	Article    string        `json:"article"`
	Annotator  string        `json:"annotator"`
	Coding     models.Coding `json:"coding"`
	FinishedAt int64         `json:"finished_at,omitempty"`
	CreatedAt  int64         `json:"created_at"`
}

const selectProgressSnapshots = `SELECT g.uid, a.uid, p.uid, g.coding, g.finished_at, g.created_at
FROM progress g JOIN articles a ON a.id = g.article_id JOIN annotators p ON p.id = g.annotator_id WHERE g.uid IN ?`

func loadProgress(tx *gorm.DB, uids []string) (map[string]progressSnapshot, error) {
	list, err := collect(tx, func(r *row, item *named[progressSnapshot]) error {
		var finished *int64
		s := &item.value
		err := r.Scan(&item.uid, &s.Article, &s.Annotator, &s.Coding, &finished, &s.CreatedAt)
		s.FinishedAt = moment(finished)
		return err
	}, selectProgressSnapshots, uids)
	return byUID(list), err
}

const upsertProgress = `INSERT INTO progress(uid, article_id, annotator_id, coding, finished_at,
  version, device_uid, created_at, updated_at)
SELECT ?, a.id, p.id, ?, ?, ?, ?, ?, ? FROM articles a, annotators p WHERE a.uid = ? AND p.uid = ?
ON CONFLICT(uid) DO UPDATE SET coding = excluded.coding, finished_at = excluded.finished_at,
  version = excluded.version, device_uid = excluded.device_uid, created_at = excluded.created_at, updated_at = excluded.updated_at`

func saveProgress(tx *gorm.DB, uid string, s progressSnapshot, mark stamp) error {
	done := tx.Exec(upsertProgress, uid, s.Coding, optional(s.FinishedAt), mark.version, mark.device, s.CreatedAt, mark.at,
		s.Article, s.Annotator)
	if done.Error != nil {
		return fmt.Errorf("write progress: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return models.Errorf(models.CodeNotFound, "The article or the annotator is not in this project; look at the newest state.")
	}
	return nil
}
