package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// migrate brings an older file up to date: first a checked copy, then each
// step in a transaction of its own that ends with a check, the last one also
// with a comparison of the tables with the declared ones. A step that fails
// leaves the file at the version before it.
func (s *Store) migrate(steps schema, version int) error {
	if err := s.copyBefore(version); err != nil {
		return err
	}
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

// copyBefore keeps a checked copy of an older file.
func (s *Store) copyBefore(version int) error {
	folder := s.options.BackupDir
	if folder == "" {
		folder = filepath.Dir(s.path)
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return models.Errorf(models.CodeReadOnly,
			"The folder for backups cannot be made, so %s was not brought up to date; check the settings.", filepath.Base(s.path)).Because(err)
	}
	name := fmt.Sprintf("%s-version%d-%s", filepath.Base(s.path), version, s.options.Clock().UTC().Format(backupTime))
	return s.copyTo(context.Background(), filepath.Join(folder, name))
}

// setAside copies the file and its journal byte for byte before SQLite rolls
// the journal back, so that a recovery that goes wrong can be repeated.
func (s *Store) setAside() error {
	if s.options.BackupDir == "" {
		return nil
	}
	if err := os.MkdirAll(s.options.BackupDir, 0o750); err != nil {
		return models.Errorf(models.CodeReadOnly,
			"The folder for backups cannot be made, so %s was not recovered; check the settings.", filepath.Base(s.path)).Because(err)
	}
	name := fmt.Sprintf("%s-crash-%s", filepath.Base(s.path), s.options.Clock().UTC().Format(backupTime))
	copied := filepath.Join(s.options.BackupDir, name)
	from, _ := engine.SideFiles(s.path)
	to, _ := engine.SideFiles(copied)
	if err := copyFile(s.path, copied); err != nil {
		return err
	}
	return copyFile(from, to)
}
