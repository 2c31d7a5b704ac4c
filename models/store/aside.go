package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/models"
	"glossator/models/store/engine"
)

// crashesKept is how many copies from before a recovery stay.
const crashesKept = 3

// setAside copies the file and its journal byte for byte before SQLite rolls
// the journal back, so that a recovery that goes wrong can be repeated.
func (s *Store) setAside() error {
	if s.options.BackupDir == "" {
		return nil
	}
	if err := os.MkdirAll(s.options.BackupDir, 0o700); err != nil {
		return models.Errorf(models.CodeReadOnly,
			"The folder for backups cannot be made, so %s was not recovered; check the settings.", filepath.Base(s.path)).Because(err)
	}
	stem := filepath.Base(s.path) + "-crash-"
	copied := filepath.Join(s.options.BackupDir, stem+s.options.Clock().UTC().Format(backupTime))
	from, _ := engine.SideFiles(s.path)
	to, _ := engine.SideFiles(copied)
	if err := engine.CopyFile(s.path, copied); err != nil {
		return err
	}
	if err := engine.CopyFile(from, to); err != nil {
		return err
	}
	return s.thinAside(stem)
}

// thinAside removes the oldest copies whose names begin with stem.
func (s *Store) thinAside(stem string) error {
	entries, err := os.ReadDir(s.options.BackupDir)
	if err != nil {
		return fmt.Errorf("list copies: %w", err)
	}
	var names []string
	for _, entry := range entries {
		rest, found := strings.CutPrefix(entry.Name(), stem)
		if found && len(rest) == len(backupTime) {
			names = append(names, entry.Name())
		}
	}
	slices.Sort(names) // their ends are times
	for _, name := range names[:max(0, len(names)-crashesKept)] {
		copied := filepath.Join(s.options.BackupDir, name)
		journal, _ := engine.SideFiles(copied)
		for _, file := range []string{journal, copied} {
			if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("remove old copy: %w", err)
			}
		}
	}
	return nil
}
