package engine_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

func TestMisspeltPragmaIsNoticed(t *testing.T) {
	t.Parallel()
	for _, wrong := range []engine.Pragma{
		{Name: "synchronous", Value: "FULLY", Want: "3"},
		{Name: "synchronus", Value: "EXTRA", Want: "3"},
		{Name: "foreign_keys", Value: "yess", Want: "1"},
		{Name: "busy_timeout", Value: "5s", Want: "5000"},
	} {
		path := filepath.Join(t.TempDir(), "p.db")
		_, err := engine.Open(path, engine.Create, []engine.Pragma{wrong})
		if models.CodeOf(err) != models.CodeInternal {
			t.Errorf("%s=%s passed: %v", wrong.Name, wrong.Value, err)
		}
	}
	db, err := engine.Open(filepath.Join(t.TempDir(), "p.db"), engine.Create, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close(db) }()
	if err := engine.SetJournal(db, "walll"); models.CodeOf(err) != models.CodeInternal {
		t.Errorf("a misspelt journal mode passed: %v", err)
	}
}

func TestEngineIsRecentEnough(t *testing.T) {
	t.Parallel()
	db, err := engine.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close(db) }()
	version, err := engine.Version(db)
	if err != nil {
		t.Fatal(err)
	}
	if number(t, version) < number(t, engine.MinVersion) {
		t.Errorf("SQLite %s is older than %s", version, engine.MinVersion)
	}
}

func number(t *testing.T, version string) int {
	t.Helper()
	var major, minor, patch int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &major, &minor, &patch); err != nil {
		t.Fatal(err)
	}
	return major*1_000_000 + minor*1_000 + patch
}

// The driver works with exactly the libc of its own module file; a tool that
// updates modules one by one would break that.
func TestDriverModulesArePinned(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	for _, pin := range []string{
		"github.com/glebarez/sqlite v1.11.0\n", "github.com/glebarez/go-sqlite v1.23.0\n",
		"modernc.org/sqlite v1.61.1\n", "modernc.org/libc v1.79.0",
	} {
		if !strings.Contains(string(text), pin) {
			t.Errorf("go.mod does not pin %s", pin)
		}
	}
}

func TestOpenNeverCreates(t *testing.T) {
	t.Parallel()
	for _, mode := range []engine.Mode{engine.ReadOnly, engine.ReadWrite} {
		path := filepath.Join(t.TempDir(), "none.db")
		if _, err := engine.Open(path, mode, engine.Settings()); err == nil {
			t.Errorf("%s opened nothing", mode)
		}
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s made a file", mode)
		}
	}
}

func TestExplainKnowsTheFaults(t *testing.T) {
	t.Parallel()
	db, err := engine.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = engine.Close(db) }()
	if err := db.Exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL CHECK(b <> 'bad')) STRICT").Error; err != nil {
		t.Fatal(err)
	}
	if err := db.Exec("INSERT INTO t VALUES(1, 'x')").Error; err != nil {
		t.Fatal(err)
	}
	known := models.Errorf(models.CodeMoved, "It went away.")
	for name, at := range map[string]struct {
		err  error
		code models.Code
	}{
		"unique":   {db.Exec("INSERT INTO t VALUES(1, 'x')").Error, models.CodeConflict},
		"check":    {db.Exec("INSERT INTO t VALUES(2, 'bad')").Error, models.CodeInvalid},
		"not null": {db.Exec("INSERT INTO t VALUES(2, NULL)").Error, models.CodeInternal},
		"syntax":   {db.Exec("SELEKT").Error, models.CodeInternal},
		"stopped":  {context.Canceled, models.CodeCancelled},
		"known":    {fmt.Errorf("deeper: %w", known), models.CodeMoved},
		"unknown":  {gorm.ErrInvalidData, models.CodeInternal},
		"none":     {nil, ""},
	} {
		if got := models.CodeOf(engine.Explain(at.err, "/a/p.glossator")); got != at.code {
			t.Errorf("%s: code %q, want %q", name, got, at.code)
		}
	}
}

// FuzzReadHeader holds that no bytes crash the reader and that what it accepts
// has a page size that SQLite knows.
func FuzzReadHeader(f *testing.F) {
	path := filepath.Join(f.TempDir(), "p.db")
	db, err := engine.Open(path, engine.Create, engine.Settings())
	if err != nil {
		f.Fatal(err)
	}
	if err := db.Exec("CREATE TABLE t(a); PRAGMA application_id=7").Error; err != nil {
		f.Fatal(err)
	}
	if err := engine.Close(db); err != nil {
		f.Fatal(err)
	}
	sample, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sample[:100], []byte{})
	f.Add(sample[:50], []byte("x"))
	f.Add([]byte("SQLite format 3\x00"), []byte("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"))
	f.Fuzz(func(t *testing.T, main, journal []byte) {
		path := filepath.Join(t.TempDir(), "p.db")
		if err := os.WriteFile(path, main, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
			t.Fatal(err)
		}
		header, err := engine.ReadHeader(path, 7)
		if err != nil {
			if models.CodeOf(err) == models.CodeInternal {
				t.Errorf("no sentence: %v", err)
			}
			return
		}
		if header.PageSize < 512 || header.PageSize > 65536 {
			t.Errorf("page size %d", header.PageSize)
		}
		if _, err := engine.HotJournal(path, header, func([]byte) []byte { return nil }); err != nil && models.CodeOf(err) == models.CodeInternal {
			t.Errorf("no sentence: %v", err)
		}
	})
}
