package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// annotatorSnapshot is an annotator in public terms; an archived one counts as
// deleted.
type annotatorSnapshot struct {
	Name      string      `json:"name"`
	Role      models.Role `json:"role"`
	Color     string      `json:"color,omitempty"`
	CreatedAt int64       `json:"created_at"`
	DeletedAt int64       `json:"deleted_at,omitempty"`
}

func loadAnnotators(tx *gorm.DB, uids []string) (map[string]annotatorSnapshot, error) {
	list, err := collect(tx, func(r *row, item *named[annotatorSnapshot]) error {
		var archived *int64
		s := &item.value
		err := r.Scan(&item.uid, &s.Name, &s.Role, &s.Color, &s.CreatedAt, &archived)
		s.DeletedAt = moment(archived)
		return err
	}, "SELECT uid, name, role, color, created_at, archived_at FROM annotators WHERE uid IN ?", uids)
	return byUID(list), err
}

const upsertAnnotator = `INSERT INTO annotators(uid, project_id, name, role, color, version, created_at, archived_at)
SELECT ?, j.id, ?, ?, ?, ?, ?, ? FROM projects j WHERE j.id > 0
ON CONFLICT(uid) DO UPDATE SET name = excluded.name, role = excluded.role, color = excluded.color,
  version = excluded.version, created_at = excluded.created_at, archived_at = excluded.archived_at`

func saveAnnotator(tx *gorm.DB, uid string, s annotatorSnapshot, mark stamp) error {
	err := tx.Exec(upsertAnnotator, uid, s.Name, s.Role, s.Color, mark.version, s.CreatedAt, optional(s.DeletedAt)).Error
	if err != nil {
		return fmt.Errorf("write annotator: %w", err)
	}
	return nil
}
