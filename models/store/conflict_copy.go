package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// conflictNames are what programs that keep folders in step add to the name of
// a file, before its extension, when it was changed at two places: Dropbox and
// Nextcloud ("Name (Asel's conflicted copy 2026-03-01)"), Syncthing
// ("Name.sync-conflict-20260301-120000-ABCDEFG"), Google Drive and Windows
// ("Name (1)"), iCloud ("Name 2"), OneDrive ("Name-COMPUTER").
var conflictNames = regexp.MustCompile(`^(?i:` +
	` ?\([^()]*(?:conflict|конфликт)[^()]*\)|` +
	`\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[0-9a-z]+)?|` +
	` ?\([0-9]{1,3}\)|` +
	` [0-9]{1,2}|` +
	`-[0-9a-z][0-9a-z-]*)$`)

// ConflictCopies returns the files beside the project that a program for
// keeping folders in step has made because two computers changed it: their
// names say so and they hold this very project. Merging one loses nothing. A
// file that cannot be read is none. The error says why the folder cannot be
// listed.
func (s *Store) ConflictCopies() ([]string, error) {
	folder, own := filepath.Split(s.path)
	extension := filepath.Ext(own)
	stem := strings.TrimSuffix(own, extension)
	entries, err := os.ReadDir(filepath.Clean(folder))
	if err != nil {
		return nil, engine.Explain(fmt.Errorf("list the folder: %w", err), folder)
	}
	var found []string
	for _, entry := range entries {
		added, beside := strings.CutPrefix(strings.TrimSuffix(entry.Name(), extension), stem)
		if !beside || filepath.Ext(entry.Name()) != extension || !conflictNames.MatchString(added) || !entry.Type().IsRegular() {
			continue
		}
		path := filepath.Join(folder, entry.Name())
		if uid, err := projectOf(path); err == nil && uid == s.project.UID {
			found = append(found, path)
		}
	}
	slices.Sort(found)
	return found, nil
}

// projectOf returns the UID of the project in a file that is not open here.
func projectOf(path string) (uid string, err error) {
	db, err := lookInto(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, engine.Close(db)) }()
	return projectUID(db)
}

func projectUID(tx *gorm.DB) (string, error) {
	uid, ok, err := first(tx, one[string], "SELECT uid FROM projects LIMIT 1")
	if err == nil && !ok {
		err = models.Errorf(models.CodeDamaged, "The file does not say which project it holds.")
	}
	return uid, err
}
