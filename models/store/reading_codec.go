package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// readingSnapshot is a reading in public terms.
type readingSnapshot struct {
	Article   string       `json:"article"`
	Start     int          `json:"start"`
	End       int          `json:"end"`
	Annotator string       `json:"annotator"`
	Extra     models.Extra `json:"extra,omitempty"`
	CreatedAt int64        `json:"created_at"`
	DeletedAt int64        `json:"deleted_at,omitempty"`
}

const selectReadingSnapshots = `SELECT r.uid, a.uid, s.start_off, s.end_off, p.uid, r.extra, r.created_at, r.deleted_at
FROM readings r JOIN sentences s ON s.id = r.sentence_id JOIN articles a ON a.id = s.article_id
JOIN annotators p ON p.id = r.annotator_id WHERE r.uid IN ?`

func loadReadings(tx *gorm.DB, uids []string) (map[string]readingSnapshot, error) {
	list, err := collect(tx, func(r *row, item *named[readingSnapshot]) error {
		var deleted *int64
		s := &item.value
		err := r.Scan(&item.uid, &s.Article, &s.Start, &s.End, &s.Annotator, &s.Extra, &s.CreatedAt, &deleted)
		s.DeletedAt = moment(deleted)
		return err
	}, selectReadingSnapshots, uids)
	return byUID(list), err
}

// byUID makes a map of named values.
func byUID[T any](list []named[T]) map[string]T {
	found := make(map[string]T, len(list))
	for _, item := range list {
		found[item.uid] = item.value
	}
	return found
}

const upsertReading = `INSERT INTO readings(uid, sentence_id, annotator_id, extra, version, device_uid, created_at, updated_at, deleted_at)
VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(uid) DO UPDATE SET extra = excluded.extra, version = excluded.version, device_uid = excluded.device_uid,
  created_at = excluded.created_at, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`

func saveReading(tx *gorm.DB, uid string, s readingSnapshot, mark stamp) error {
	at, err := locate(tx, s.Article, s.Start, s.End, s.Annotator, "")
	if err != nil {
		return err
	}
	err = tx.Exec(upsertReading, uid, at.sentence, at.annotator, s.Extra, mark.version, mark.device, s.CreatedAt, mark.at,
		optional(s.DeletedAt)).Error
	if err != nil {
		return fmt.Errorf("write reading: %w", err)
	}
	return nil
}
