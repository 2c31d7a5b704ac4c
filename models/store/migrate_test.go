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
	reading := Options{ReadOnly: true, BackupDir: o.BackupDir}.completed()
	older, err := open(path, reading, steps)
	if err != nil {
		t.Fatal(err)
	}
	if stats, err := older.Stats(t.Context()); err != nil || stats.Annotations != 2 || !strings.Contains(older.Caution().String(), "older version") {
		t.Errorf("%+v %v %q", stats, err, older.Caution())
	}
	if err := older.Close(); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(o.BackupDir)
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) || len(left) > 0 {
		t.Errorf("reading an older project changed it, or left %v", left)
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

// A project that a newer version made is never written to. It is read when that
// version only added to what this one knows.
func TestNewerProjectIsOnlyRead(t *testing.T) {
	t.Parallel()
	for name, newer := range map[string]struct {
		step     string
		readable bool
	}{
		"a column added":    {"ALTER TABLE articles ADD COLUMN place TEXT NOT NULL DEFAULT '';", true},
		"a table added":     {"CREATE TABLE tasks(id {PK}, name TEXT NOT NULL){S};", true},
		"an entity added":   {laterEntity, true},
		"an index dropped":  {"DROP INDEX ix_articles_text;", true},
		"a table renamed":   {"ALTER TABLE exposures RENAME TO looks;", false},
		"a column dropped":  {"ALTER TABLE articles DROP COLUMN byline;", false},
		"a rule changed":    {"DROP TABLE outcomes; CREATE TABLE outcomes(id {PK}, uid TEXT NOT NULL UNIQUE){S};", false},
		"a meaning changed": {"INSERT INTO meta(key, value) VALUES('readable_from', '999');", false},
		"no new meaning":    {"INSERT INTO meta(key, value) VALUES('readable_from', '3');", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := goldenCopy(t)
			later, err := open(path, Options{BackupDir: t.TempDir()}.completed(), future(t, newer.step))
			if err != nil {
				t.Fatal(err)
			}
			if err := later.Close(); err != nil {
				t.Fatal(err)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range []Options{{}, {Share: true}} {
				if _, err = Open(path, o); models.CodeOf(err) != models.CodeNewer {
					t.Errorf("it is opened for work: %v", err)
				}
			}
			readNewer(t, path, newer.readable)
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Errorf("reading changed it, %v", err)
			}
			if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
				t.Errorf("something was left beside it: %v %v", entries, err)
			}
		})
	}
}

// laterEntity adds a line of history about something that this version does not
// know.
const laterEntity = `INSERT INTO history(uid, group_uid, at, actor_uid, device_uid, kind, op, entity, entity_uid, version, after)
	SELECT 'ev-later', 'gr-later', MAX(at) + 1, MAX(actor_uid), MAX(device_uid), 'do', 'create', 'task', 'ta-later', MAX(version) + 1, '{"name":"x"}'
	FROM history HAVING COUNT(*) > 0;`

func readNewer(t *testing.T, path string, readable bool) {
	t.Helper()
	s, err := Open(path, Options{ReadOnly: true})
	if !readable {
		if models.CodeOf(err) != models.CodeNewer || !strings.Contains(models.Explain(err), "cannot read") {
			t.Errorf("%v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if !s.Newer() || !strings.Contains(s.Caution().String(), "newer version") {
		t.Errorf("it is not told: %q", s.Caution())
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if steps, err := s.Steps(t.Context(), 0, 100); err != nil || len(steps) == 0 {
		t.Errorf("%d steps, %v", len(steps), err)
	}
	rows := 0
	for _, err := range s.ExportRows(t.Context(), models.ExportFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		rows++
	}
	if rows < 2 {
		t.Errorf("%d rows", rows)
	}
	if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.glossator")); err != nil {
		t.Error(err)
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
