package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/models/store"
)

func TestConflictCopies(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	stem, extension := strings.TrimSuffix(r.path, filepath.Ext(r.path)), filepath.Ext(r.path)
	var want []string
	for added, conflict := range map[string]bool{
		" (Asel's conflicted copy 2026-03-01)":   true,
		" (conflicted copy 2026-03-01 120000)":   true,
		" (1)":                                   true,
		" 2":                                     true,
		".sync-conflict-20260301-120000-ABCDEFG": true,
		"-OFFICE-PC":                             true,
		" copy":                                  false,
		" 2026":                                  false,
		", saved parts":                          false,
		" (final version of the project, keep it)": false,
	} {
		path := stem + added + extension
		if err := r.Backup(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		if conflict {
			want = append(want, path)
		}
	}
	stranger, err := store.Create(stem+" (3)"+extension, "Another", options())
	if err != nil {
		t.Fatal(err)
	}
	if err := stranger.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(stem+" (4)"+extension, []byte("no project"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := r.ConflictCopies()
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
