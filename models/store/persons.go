package store

import (
	"context"

	"gorm.io/gorm"
)

const selectPersons = `SELECT d.value_text FROM label_fields f JOIN annotation_details d ON d.field_id = f.id
JOIN annotations n ON n.id = d.annotation_id AND n.deleted_at IS NULL
WHERE f.type = 'person' AND d.value_text <> '' GROUP BY d.value_text ORDER BY COUNT(*) DESC, d.value_text LIMIT ?`

// Persons returns the names that stand in the person fields of the project, the
// most frequent first, at most limit. It looks through all details.
func (s *Store) Persons(ctx context.Context, limit int) (names []string, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		names, err = collect(tx, one[string], selectPersons, limit)
		return err
	})
	return names, err
}
