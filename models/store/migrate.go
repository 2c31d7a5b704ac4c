package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"gorm.io/gorm"

	"glossator/models"
)

// migrate brings an older file up to date: each step in a transaction of its
// own that ends with a check, the last one also with a comparison of the tables
// with the declared ones. A step that fails leaves the file at the version
// before it.
func (s *Store) migrate(steps schema, version int) error {
	// A step that rebuilds a table would otherwise delete the rows that refer
	// to it; SQLite ignores this setting inside a transaction.
	if err := s.db.Exec("PRAGMA foreign_keys=0").Error; err != nil {
		return fmt.Errorf("pause foreign keys: %w", err)
	}
	for next := version + 1; next <= steps.version(); next++ {
		err := s.db.Transaction(func(tx *gorm.DB) error { return s.migrateStep(tx, steps, next) })
		if err != nil {
			return err
		}
	}
	if err := s.db.Exec("PRAGMA foreign_keys=1").Error; err != nil {
		return fmt.Errorf("resume foreign keys: %w", err)
	}
	return nil
}

func (s *Store) migrateStep(tx *gorm.DB, steps schema, next int) error {
	if err := tx.Exec("UPDATE projects SET version = version + 1").Error; err != nil { // marks the journal, see begin
		return fmt.Errorf("mark the journal: %w", err)
	}
	if err := steps.apply(tx, next-1, next); err != nil {
		return err
	}
	broken, err := checkReferences(tx)
	if err != nil {
		return err
	}
	if len(broken) > 0 {
		return models.Errorf(models.CodeDamaged,
			"%s could not be brought up to date and is as it was before: %s Open the last backup.", filepath.Base(s.path), broken[0].Message)
	}
	if next < steps.version() {
		return nil
	}
	found, err := steps.differences(tx)
	return errors.Join(err, mismatch(filepath.Base(s.path), found))
}

// copyBefore keeps a checked copy of an older file: among its backups, or
// beside it when there is no place for those.
func (s *Store) copyBefore(version int) error {
	if s.options.BackupDir == "" {
		name := fmt.Sprintf("%s-version%d-%s", filepath.Base(s.path), version, s.options.Clock().UTC().Format(backupTime))
		return s.copyTo(context.Background(), filepath.Join(filepath.Dir(s.path), name))
	}
	type state struct {
		project string
		seq     int64
	}
	found, _, err := first(s.db, func(r *row, v *state) error { return r.Scan(&v.project, &v.seq) },
		"SELECT j.uid, (SELECT COALESCE(MAX(h.seq), 0) FROM history h) FROM projects j")
	if err != nil {
		return fmt.Errorf("read project: %w", err)
	}
	return s.keepNow(context.Background(), found.project, BackupUpdate, found.seq)
}
