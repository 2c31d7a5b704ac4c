package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"
)

// Meta returns what is kept in the project under key, empty when nothing is.
func (s *Store) Meta(ctx context.Context, key string) (value string, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		value, _, err = first(tx, one[string], "SELECT value FROM meta WHERE key = ?", key)
		return err
	})
	return value, err
}

// SetMeta keeps a value in the project under key. It has no history and is not
// undone.
func (s *Store) SetMeta(ctx context.Context, key, value string) error {
	return s.write(ctx, Actor{}, "", func(c *change) error {
		c.dirty = true
		return putMeta(c.tx, key, value)
	})
}

func putMeta(tx *gorm.DB, key, value string) error {
	err := tx.Exec("INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value", key, value).Error
	if err != nil {
		return fmt.Errorf("write meta %s: %w", key, err)
	}
	return nil
}
