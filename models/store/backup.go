package store

import (
	"context"
	"fmt"
	"path/filepath"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// backupTime is the part of a copy's name that says when it was made, in UTC.
const backupTime = "20060102-150405.000"

// copyFolder is the pattern of the folders in which copies are made.
const copyFolder = "~copy-*"

// Backup writes a consistent copy of the project to dest with the engine's own
// VACUUM INTO, checks it and only then gives it its name. It works while the
// project is in use, and also after the file was renamed or deleted, when it
// is the way to rescue everything that was saved. Changes wait meanwhile. The
// error has [models.CodeExists] when dest is taken, [models.CodeNotFound] when
// its folder is missing, [models.CodeDamaged] when the copy does not pass its
// check, [models.CodeDiskFull] or another code of the disk.
func (s *Store) Backup(ctx context.Context, dest string) error {
	if s.closed.Load() {
		return errClosed()
	}
	return engine.Explain(s.copyTo(ctx, dest), dest)
}

func (s *Store) copyTo(ctx context.Context, dest string) error {
	dest, err := realPath(dest)
	if err != nil {
		return err
	}
	if err := vacant(dest); err != nil {
		return err
	}
	return drafted(dest, copyFolder, func(draft string) error {
		if err := s.vacuumInto(ctx, draft); err != nil {
			return err
		}
		return checkCopy(draft, filepath.Base(dest))
	})
}

// vacuumInto writes what stands into a new file. A private copy is protected
// against every statement that writes, also into another file, and so is asked
// through a connection of its own.
func (s *Store) vacuumInto(ctx context.Context, path string) (err error) {
	db := s.db
	if s.copied != "" {
		if db, err = engine.Open(s.copied.file(), engine.ReadOnly, engine.Settings()); err != nil {
			return fmt.Errorf("open the copy for reading: %w", err)
		}
		defer func() { err = closing(err, db) }()
	}
	if err := db.WithContext(ctx).Exec("VACUUM INTO ?", path).Error; err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	return nil
}

// checkCopy opens a copy and has SQLite look through it.
func checkCopy(path, name string) (err error) {
	db, err := engine.Open(path, engine.ReadOnly, engine.Settings())
	if err != nil {
		return fmt.Errorf("open the copy: %w", err)
	}
	defer func() { err = closing(err, db) }()
	found, err := checkPages(db, "quick_check")
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return models.Errorf(models.CodeDamaged, "The copy %s did not pass its check and was removed; check the disk, then try again.", name)
	}
	return nil
}

// checkPages runs quick_check or integrity_check, of all or of one table.
func checkPages(db *gorm.DB, pragma string) ([]models.Finding, error) {
	lines, err := collect(db, one[string], "PRAGMA "+pragma)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pragma, err)
	}
	var found []models.Finding
	for _, line := range lines {
		if line != "ok" {
			found = append(found, models.Finding{Area: areaIntegrity, Message: models.Textf("The database is damaged; SQLite says “%s”.", line)})
		}
	}
	return found, nil
}
