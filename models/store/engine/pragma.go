package engine

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// Pragma is one setting of a connection.
type Pragma struct {
	Name  string
	Value string // as it is written
	Want  string // as it must read back; empty: not verified
}

// patience is how long a connection waits for another program, in milliseconds.
const patience = "5000"

// Settings are the pragmas that every connection gets, in this order.
// synchronous EXTRA also syncs the folder, without which a deleted journal can
// come back after a power cut; fullfsync is what macOS calls a real flush.
// The journal mode is not among them: it is set by [SetJournal], and only
// after the file is known to be ours, because it may write.
func Settings() []Pragma {
	return []Pragma{
		{"busy_timeout", patience, patience},
		{"foreign_keys", "1", "1"},
		{"synchronous", "EXTRA", "3"},
		{"fullfsync", "1", "1"},
		{"checkpoint_fullfsync", "1", "1"},
		{"trusted_schema", "0", "0"},
		{"cell_size_check", "1", "1"},
		{"temp_store", "MEMORY", "2"},
		{"cache_size", "-32768", "-32768"}, // KiB when negative
	}
}

// Journal modes of a project: an emptied journal while it is open, none after
// a clean close, so that a closed project is exactly one file.
const (
	JournalKept    = "truncate"
	JournalDropped = "delete"
)

// SetJournal sets the journal mode and verifies it. The error has
// [models.CodeInternal] when the engine answers with another mode.
func SetJournal(db *gorm.DB, mode string) error {
	var got string
	if err := db.Raw("PRAGMA journal_mode=" + mode).Scan(&got).Error; err != nil {
		return fmt.Errorf("set journal mode: %w", err)
	}
	if !strings.EqualFold(got, mode) {
		return models.Errorf(models.CodeInternal, "The database engine keeps its journal as %q instead of %q; nothing was opened.", got, mode)
	}
	return nil
}

// verify reads every pragma back. A misspelt name or value is no error to
// SQLite: it silently does something else.
func verify(db *gorm.DB, pragmas []Pragma) error {
	for _, p := range pragmas {
		if p.Want == "" {
			continue
		}
		var got []string
		if err := db.Raw("PRAGMA " + p.Name).Scan(&got).Error; err != nil {
			return fmt.Errorf("read pragma %s: %w", p.Name, err)
		}
		if !slices.Equal(got, []string{p.Want}) {
			return models.Errorf(models.CodeInternal,
				"The database engine did not take the setting %s=%s (it reads %q); nothing was opened.", p.Name, p.Value, strings.Join(got, ","))
		}
	}
	return nil
}
