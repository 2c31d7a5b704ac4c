package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"glossator/models"
	"glossator/models/store/engine"
)

// privateCopy is the folder of a copy that is read instead of a file that
// would have to be changed before it can be read: a crash left it in the
// middle of a change, or its schema is an older one. The file stays as it is,
// so that also who may not write it can read it. Empty: there is none.
type privateCopy string

// file is the path of the copy itself.
func (p privateCopy) file() string { return filepath.Join(string(p), "copy") }

// remove removes the copy, if there is one.
func (p privateCopy) remove() error {
	if p == "" {
		return nil
	}
	if err := os.RemoveAll(string(p)); err != nil {
		return fmt.Errorf("remove the copy for reading: %w", err)
	}
	return nil
}

// openCopy makes a copy of the file, brings that to a state that can be read,
// and opens it.
func (s *Store) openCopy(steps schema, found fileState) error {
	folder, err := s.placeForCopy()
	if err != nil {
		return err
	}
	s.copied = privateCopy(folder)
	path := s.copied.file()
	if err := s.fillCopy(path, found.interrupted); err != nil {
		return err
	}
	if s.db, err = engine.Open(path, engine.ReadWrite, engine.Settings()); err != nil {
		return fmt.Errorf("open the copy: %w", err)
	}
	version, err := s.confirm(steps)
	if err != nil {
		return err
	}
	if version < steps.version() {
		s.caution = models.Textf("%s was made by an older version of this program; "+
			"you read a copy of it that was brought up to date. The file stays as it is.", filepath.Base(s.path))
		if err := s.migrate(steps, version); err != nil {
			return err
		}
	}
	if found.interrupted {
		s.caution = models.Textf("%s was left in the middle of a change, which is not shown. "+
			"The file stays as it is; opened for work, it is brought back to its last saved step.", filepath.Base(s.path))
	}
	if err := s.db.Exec("PRAGMA query_only=1").Error; err != nil {
		return fmt.Errorf("protect the copy: %w", err)
	}
	return s.prepare(steps, version)
}

// placeForCopy makes a folder that only the user may look into: among the
// backups, or where the system keeps temporary files.
func (s *Store) placeForCopy() (string, error) {
	if dir := s.options.BackupDir; dir != "" && os.MkdirAll(dir, 0o700) == nil {
		sweep(dir)
		if folder, err := os.MkdirTemp(dir, copyFolder); err == nil {
			return folder, nil
		}
	}
	folder, err := os.MkdirTemp("", "glossator-*")
	if err != nil {
		return "", models.Errorf(models.CodeReadOnly,
			"%s can only be read as a copy, and none can be made; free space for temporary files.", filepath.Base(s.path)).Because(err)
	}
	return folder, nil
}

// fillCopy copies an interrupted file byte for byte, which no program holds
// open, and any other one with the engine's own consistent copy.
func (s *Store) fillCopy(path string, interrupted bool) (err error) {
	if interrupted {
		return engine.CopyInterrupted(s.path, path)
	}
	db, err := engine.Open(s.path, engine.ReadOnly, engine.Settings())
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, engine.Close(db)) }()
	if err := db.WithContext(context.Background()).Exec("VACUUM INTO ?", path).Error; err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	return nil
}
