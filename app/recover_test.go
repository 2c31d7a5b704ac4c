package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app"
	"glossator/models"
)

// worked makes a project of one article in a folder of its own, with a backup,
// and closes it.
func worked(t *testing.T, known *app.App) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "Work"+app.Extension)
	ws, err := known.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"The ministry will open a shelter.", "It has ten beds."} {
		if added, err := ws.AddText(t.Context(), text); err != nil || added.Err != nil {
			t.Fatal(err, added.Err)
		}
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func notices(known *app.App) string {
	var all strings.Builder
	for _, notice := range known.Notices() {
		all.WriteString(notice.String())
	}
	return all.String()
}

// A project that went away since the last session is told of, and its last
// backup opens as a new file.
func TestMissingProjectHasABackup(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	known, err := app.New(home)
	if err != nil {
		t.Fatal(err)
	}
	path := worked(t, known)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if known, err = app.New(home); err != nil {
		t.Fatal(err)
	}
	ws, _, err := known.Default(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = ws.Close() }()
	if said := notices(known); !strings.Contains(said, path+", is no longer there") || known.Missing() != path || known.Missing() != "" {
		t.Errorf("%q", said)
	}
	if _, kept := known.LastBackup(path); !kept {
		t.Fatal("there is no backup")
	}
	back, err := known.OpenLastBackup(t.Context(), path, path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = back.Close() }()
	if holding, err := back.Holding(t.Context()); err != nil || holding.Articles != 1 {
		t.Errorf("%+v %v", holding, err)
	}
	if said := notices(known); !strings.Contains(said, "copy of the backup of 20") {
		t.Errorf("%q", said)
	}
}

// A project that somebody else has is copied, and the copy is worked in.
func TestDuplicateOfAProjectInUse(t *testing.T) {
	t.Parallel()
	known, err := app.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	path := worked(t, known)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lock := filepath.Join(filepath.Dir(path), "~"+filepath.Base(path)+".lock")
	if err := os.WriteFile(lock, []byte(`{"host":"elsewhere","user":"berik","pid":1,"token":"lk-1"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := known.Open(t.Context(), path); models.CodeOf(err) != models.CodeInUse {
		t.Fatalf("%v", err)
	}
	copied := filepath.Join(t.TempDir(), "Copy"+app.Extension)
	ws, err := known.Duplicate(t.Context(), path, copied)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = ws.Close() }()
	if holding, err := ws.Holding(t.Context()); err != nil || holding.Articles != 2 || ws.ReadOnly() {
		t.Errorf("%+v %v", holding, err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the project was changed, %v", err)
	}
	if _, err := known.Duplicate(t.Context(), path, copied); models.CodeOf(err) != models.CodeExists {
		t.Errorf("over a file: %v", err)
	}
}
