package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// nobody is a user without rights.
const nobody = 65534

// unprivileged gives the file accesses of this test the rights of nobody. The
// thread is thrown away with the test: it stays locked.
func unprivileged(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	runtime.LockOSThread()
	if err := syscall.Setfsuid(nobody); err != nil {
		t.Skipf("rights cannot be given up: %v", err)
	}
}

func TestReadOnlyFileAndFolder(t *testing.T) {
	for name, protect := range map[string]func(path string) error{
		"file":   func(path string) error { return os.Chmod(path, 0o444) },
		"folder": func(path string) error { return os.Chmod(filepath.Dir(path), 0o555) },
	} {
		t.Run(name, func(t *testing.T) {
			sample := readFile(t, closedProject(t))
			folder := t.TempDir()
			path := filepath.Join(folder, "p.glossator")
			writeFile(t, path, sample)
			if err := errors.Join(os.Chmod(filepath.Dir(folder), 0o755), os.Chmod(folder, 0o777), os.Chmod(path, 0o666), protect(path)); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(folder, 0o777) })
			checkReadOnly(t, path, sample)
		})
	}
}

func checkReadOnly(t *testing.T, path string, sample []byte) {
	t.Helper()
	done := make(chan struct{})
	go func() { // a goroutine of its own, whose thread ends with it
		defer close(done)
		unprivileged(t)
		for _, o := range []store.Options{options(), {Share: true}} {
			_, err := store.Open(path, o)
			wantCode(t, err, models.CodeReadOnly)
		}
		s, err := store.Open(path, store.Options{ReadOnly: true})
		if err != nil {
			t.Error(err)
			return
		}
		if stats, err := s.Stats(t.Context()); err != nil || stats.Annotations != 10 {
			t.Errorf("%+v %v", stats, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	<-done
	if !bytes.Equal(readFile(t, path), sample) {
		t.Error("the file was changed")
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("something was left beside it: %v %v", entries, err)
	}
}

// A full disk refuses a change, keeps all earlier ones, and takes changes
// again once there is space, without opening anew.
func TestFullDisk(t *testing.T) {
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(mount, syscall.MNT_DETACH) })
	path := filepath.Join(mount, "p.glossator")
	s, err := store.Create(path, "Demo", options())
	if err != nil {
		t.Fatal(err)
	}
	r := &room{Store: s, path: path}
	r.annotator, r.by = r.actor(t, "Asel")
	ballast := filepath.Join(mount, "ballast")
	saved := fill(t, r, ballast)
	if list, err := r.Annotations(t.Context(), r.articles[0].UID); err != nil || len(list) != saved {
		t.Errorf("%d tags of %d, %v", len(list), saved, err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if err := r.SetMeta(t.Context(), "k", "v"); err != nil {
		t.Errorf("no change after space was made: %v", err)
	}
	r.sound(t)
	r.reopen(t, options())
	if list, err := r.Annotations(t.Context(), r.articles[0].UID); err != nil || len(list) != saved {
		t.Errorf("%d tags of %d after opening again, %v", len(list), saved, err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

// fill tags until the disk is full and returns how many tags were promised.
func fill(t *testing.T, r *room, ballast string) (saved int) {
	t.Helper()
	added, err := r.AddArticles(t.Context(), r.by, []models.Draft{draft(0, 2000)})
	if err != nil {
		t.Fatal(err)
	}
	r.articles = []models.Article{added[0].Article}
	_ = os.WriteFile(ballast, []byte(strings.Repeat("x", 2<<20)), 0o600) // takes all that is left
	if err := os.Truncate(ballast, 0); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(ballast, []byte(strings.Repeat("x", 512<<10)), 0o600); err != nil {
		t.Logf("the ballast took all there was: %v", err)
	}
	for _, s := range r.sentences(t, 0) {
		if _, _, err := r.ToggleLabel(t.Context(), r.by, s.ID, "claim"); err != nil {
			wantCode(t, err, models.CodeDiskFull)
			wantCode(t, r.Backup(t.Context(), ballast+"-copy"), models.CodeDiskFull)
			return saved
		}
		saved++
	}
	t.Fatal("the disk did not become full")
	return saved
}
