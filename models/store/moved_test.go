package store_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

func TestFileThatMovedIsNoticed(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not move an open file")
	}
	for name, move := range map[string]func(t *testing.T, path string) error{
		"renamed": func(_ *testing.T, path string) error { return os.Rename(path, path+".old") },
		"deleted": func(_ *testing.T, path string) error { return os.Remove(path) },
		"replaced": func(t *testing.T, path string) error {
			t.Helper()
			writeFile(t, path+".new", readFile(t, path))
			return os.Rename(path+".new", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t, options(), 1, 5)
			ctx := t.Context()
			s := r.sentences(t, 0)
			kept, _, err := r.ToggleLabel(ctx, r.by, s[0].ID, "claim")
			if err != nil {
				t.Fatal(err)
			}
			if err := move(t, r.path); err != nil {
				t.Fatal(err)
			}
			_, _, err = r.ToggleLabel(ctx, r.by, s[1].ID, "claim")
			wantCode(t, err, models.CodeMoved)
			_, err = r.Changed(ctx)
			wantCode(t, err, models.CodeMoved)
			rescue := filepath.Join(t.TempDir(), "rescue.glossator")
			if err := r.Backup(ctx, rescue); err != nil {
				t.Fatal(err)
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
			saved, err := store.Open(rescue, options())
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = saved.Close() }()
			list, err := saved.Annotations(ctx, r.articles[0].UID)
			if err != nil || len(list) != 1 || list[0].UID != kept.UID {
				t.Errorf("%+v, %v", list, err)
			}
		})
	}
}

func TestFileThatCameBackIsWrittenAgain(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not move an open file")
	}
	r := newRoom(t, options(), 1, 5)
	if err := os.Rename(r.path, r.path+".old"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.SetMeta(t.Context(), "k", "v"), models.CodeMoved)
	if err := os.Rename(r.path+".old", r.path); err != nil {
		t.Fatal(err)
	}
	if err := r.SetMeta(t.Context(), "k", "v"); err != nil {
		t.Error(err)
	}
}
