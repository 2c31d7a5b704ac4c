package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"glossator/models"
	"glossator/models/store/engine"
)

// golden is a project of schema version 1, as the first release made it. It is
// never made anew: later versions must open it.
const golden = "testdata/version1.glossator"

// future adds steps to the declared ones.
func future(t *testing.T, steps ...string) schema {
	t.Helper()
	made, err := declared()
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		made = append(made, dialect().Replace(step))
	}
	return made
}

func goldenCopy(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "p.glossator")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFirstVersionStillOpens(t *testing.T) {
	t.Parallel()
	s, err := Open(goldenCopy(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	found, err := s.Check(t.Context())
	if err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Articles != 1 || stats.Annotations != 2 || stats.Finished != 1 {
		t.Errorf("%+v %v", stats, err)
	}
}

func TestOlderProjectIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	steps := future(t, "ALTER TABLE articles ADD COLUMN place TEXT NOT NULL DEFAULT '';",
		"CREATE TABLE tasks(id {PK}, name TEXT NOT NULL){S};")
	path := goldenCopy(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{BackupDir: filepath.Join(t.TempDir(), "copies")}.completed()
	_, err = open(path, Options{ReadOnly: true}.completed(), steps)
	if after, _ := os.ReadFile(path); models.CodeOf(err) != models.CodeReadOnly || !bytes.Equal(before, after) {
		t.Errorf("reading an older project: %v", err)
	}
	s, err := open(path, o, steps)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.db.Exec("INSERT INTO tasks(name) VALUES('x')").Error; err != nil {
		t.Error(err)
	}
	var keys int
	if err := s.db.Raw("PRAGMA foreign_keys").Scan(&keys).Error; err != nil || keys != 1 {
		t.Errorf("foreign keys are %d, %v", keys, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	if models.CodeOf(err) != models.CodeNewer {
		t.Errorf("the older program opens it: %v", err)
	}
	copies, err := filepath.Glob(filepath.Join(o.BackupDir, "pr-*", "*-update-*.glossator"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%v %v", copies, err)
	}
	old, err := Open(copies[0], Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestFailedStepLeavesTheOlderProject(t *testing.T) {
	t.Parallel()
	for name, steps := range map[string]struct {
		text string
		code models.Code
	}{
		"wrong step":       {"CREATE TABLE good(id {PK}){S}; CREATE TABEL bad(id {PK});", models.CodeInternal},
		"lost reference":   {"DELETE FROM annotators;", models.CodeDamaged},
		"unwritten change": {"CREATE TABLE x(id {PK}){S}; DROP TABLE exposures; CREATE TABLE exposures(id {PK}){S};", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := goldenCopy(t)
			made := future(t, steps.text)
			s, err := open(path, Options{BackupDir: t.TempDir()}.completed(), made)
			if models.CodeOf(err) != steps.code {
				t.Fatalf("code %q, %v", models.CodeOf(err), err)
			}
			if err == nil {
				_ = s.Close()
				return
			}
			s, err = Open(path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			found, err := s.Check(t.Context())
			if err != nil || len(found) > 0 {
				t.Errorf("%v %v", found, err)
			}
			_ = s.Close()
		})
	}
}

func TestChangedTablesAreNoticed(t *testing.T) {
	t.Parallel()
	path := goldenCopy(t)
	current, err := Open(path, Options{BackupDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	if err := current.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := engine.Open(path, engine.ReadWrite, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(db.Exec("DROP INDEX ix_history_group").Error, db.Exec("CREATE TABLE extra(a TEXT)").Error,
		db.Exec("DROP TRIGGER history_keeps_rows").Error, engine.Close(db))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	found, err := s.Check(context.Background())
	if err != nil || len(found) != 3 {
		t.Errorf("%v %v", found, err)
	}
}

func TestStepsAreNumbered(t *testing.T) {
	t.Parallel()
	for _, files := range []fstest.MapFS{
		{"migrations/0002_second.sql": {}},
		{"migrations/0001_a.sql": {}, "migrations/0003_c.sql": {}},
		{"migrations/first.sql": {}},
	} {
		if _, err := readSchema(files); err == nil {
			t.Errorf("%v passed", files)
		}
	}
}

// The portable files may say only what PostgreSQL understands too.
func TestSchemaIsPortable(t *testing.T) {
	t.Parallel()
	names, err := embedded.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range names {
		if strings.HasSuffix(file.Name(), ".sqlite.sql") {
			continue
		}
		data, err := embedded.ReadFile("migrations/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ToUpper(regexp.MustCompile(`--.*`).ReplaceAllString(string(data), ""))
		for _, word := range []string{
			"AUTOINCREMENT", "WITHOUT ROWID", " STRICT", "ROWID", "GLOB", "COLLATE", "STRFTIME", "UNIXEPOCH", "JSON_", "->>", "MATCH",
			"DATETIME", " INTEGER", " REAL ", " BLOB", "REPLACE", "IFNULL", "TRIGGER", "PRAGMA", "\"", "`", "LIKE", "BOOLEAN", "GENERATED",
		} {
			if strings.Contains(text, word) {
				t.Errorf("%s says %s", file.Name(), word)
			}
		}
	}
}

// Statements of the store itself keep to the same; they are found by their
// quotes, so the words are looked for in the source.
func TestStatementsArePortable(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{
			"INSERT OR ", "COLLATE", "GLOB ", "strftime", "unixepoch", "json_extract", "->>", "last_insert_rowid", "IFNULL(", "group_concat", "LIMIT -1",
		} {
			if strings.Contains(string(text), word) {
				t.Errorf("%s says %s", name, word)
			}
		}
	}
}
