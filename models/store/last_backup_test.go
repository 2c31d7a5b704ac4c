package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// keptProject is a closed project of n annotations with a backup before the
// last one.
func keptProject(t *testing.T, n int) (path string, o store.Options) {
	t.Helper()
	o = options()
	o.BackupDir = filepath.Join(t.TempDir(), "backups")
	r := newRoom(t, o, 1, n)
	for i, s := range r.sentences(t, 0) {
		if i == n-1 {
			if kept, err := r.Keep(t.Context(), store.BackupWork, 0); err != nil || !kept {
				t.Fatalf("no backup: %v", err)
			}
		}
		if _, _, err := r.ToggleLabel(t.Context(), r.by, s.ID, "claim"); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return r.path, o
}

// Whatever became of a project file, its last good backup is found, and opened
// as a new file.
func TestLastBackupOfALostFile(t *testing.T) {
	t.Parallel()
	const annotations = 5
	for name, lose := range map[string]func(t *testing.T, path string) string{
		"deleted": func(t *testing.T, path string) string { t.Helper(); remove(t, path); return path },
		"emptied": func(t *testing.T, path string) string { t.Helper(); writeFile(t, path, nil); return path },
		"overwritten": func(t *testing.T, path string) string {
			t.Helper()
			writeFile(t, path, []byte("Dear colleague"))
			return path
		},
		"cut": func(t *testing.T, path string) string {
			t.Helper()
			writeFile(t, path, readFile(t, path)[:9000])
			return path
		},
		"damaged and moved": func(t *testing.T, path string) string {
			t.Helper()
			moved := filepath.Join(t.TempDir(), "elsewhere.glossator")
			data := readFile(t, path)
			copy(data[16:], bytes.Repeat([]byte{0xee}, 60))
			writeFile(t, moved, data)
			return moved
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, o := keptProject(t, annotations)
			path = lose(t, path)
			before, _ := os.ReadFile(path)
			list := store.LastBackups(path, o.BackupDir)
			if len(list) != 1 {
				t.Fatalf("%d backups", len(list))
			}
			dest := filepath.Join(t.TempDir(), "back.glossator")
			used, err := store.OpenLastBackup(list, dest)
			if err != nil || used.Path != list[0].Path {
				t.Fatalf("%+v %v", used, err)
			}
			if h, err := store.Look(dest); err != nil || h.Annotations != annotations-1 {
				t.Errorf("%+v %v", h, err)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the lost file was changed")
			}
		})
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

// A backup that went bad itself is passed over.
func TestLastGoodBackup(t *testing.T) {
	t.Parallel()
	path, o := keptProject(t, 5)
	now := time.Now().Add(time.Hour)
	o.Clock = func() time.Time { now = now.Add(time.Minute); return now }
	s, err := store.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := s.Keep(t.Context(), store.BackupWork, 0); err != nil || !kept {
		t.Fatalf("no backup: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	list := store.LastBackups(path, o.BackupDir)
	if len(list) != 2 || !list[0].At.After(list[1].At) {
		t.Fatalf("%+v", list)
	}
	data := readFile(t, list[0].Path)
	copy(data[len(data)-6*pageBytes:], bytes.Repeat([]byte{0x5a}, 5*pageBytes))
	writeFile(t, list[0].Path, data)
	used, err := store.OpenLastBackup(list, filepath.Join(t.TempDir(), "back.glossator"))
	if err != nil || used.Path != list[1].Path {
		t.Errorf("%s, %v", used.Path, err)
	}
	if _, err := store.OpenLastBackup(list, path); models.CodeOf(err) != models.CodeExists {
		t.Errorf("over a file: %v", err)
	}
	if got := store.LastBackups(filepath.Join(t.TempDir(), "never.glossator"), o.BackupDir); len(got) != 0 {
		t.Errorf("a file that never was has %d backups", len(got))
	}
}

// A stray journal is put aside with all its bytes; one of the project's own is
// not touched.
func TestStrayJournalIsPutAside(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	journal := []byte(strings.Repeat("x", 5000))
	writeFile(t, path+"-journal", journal)
	moved, err := store.PutAside(path, options())
	if err != nil || !bytes.Equal(readFile(t, moved), journal) {
		t.Fatalf("%s %v", moved, err)
	}
	s, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	torn := filepath.Join(t.TempDir(), "p.glossator")
	crash(t, path, torn)
	if moved, err := store.PutAside(torn, options()); err != nil || moved != "" {
		t.Errorf("the project's own journal became %s, %v", moved, err)
	}
}
