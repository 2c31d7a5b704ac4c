package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"glossator/models/store"
)

// childMigrates tells a second process which project to bring up to date.
const childMigrates = "STORE_TEST_MIGRATES"

// migrateOnce opens a project with a later version of the program.
func migrateOnce(path string) error {
	s, err := store.OpenLater(path, store.Options{BackupDir: filepath.Join(filepath.Dir(path), "backups")})
	if err != nil {
		return err
	}
	return s.Close()
}

// A process is killed again and again while it brings a project up to date:
// the project is then of the old version or of the new one, and complete.
func TestKilledMigrationLosesNothing(t *testing.T) {
	t.Parallel()
	sample := readFile(t, closedProject(t))
	folder := t.TempDir()
	path := filepath.Join(folder, "p.glossator")
	start := func() *exec.Cmd {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(context.Background(), self)
		cmd.Env = append(os.Environ(), childMigrates+"="+path)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	writeFile(t, path, sample)
	began := time.Now()
	if err := start().Wait(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(began)
	old, recovered := 0, 0
	for range *killRounds {
		if err := os.RemoveAll(filepath.Join(folder, "backups")); err != nil {
			t.Fatal(err)
		}
		writeFile(t, path, sample)
		cmd := start()
		timer := time.AfterFunc(time.Duration(rand.Int64N(int64(whole))), func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // it was killed, or was faster
		timer.Stop()
		if s, err := store.Open(path, options()); err == nil { // still of the old version
			old++
			if s.Recovered() {
				recovered++
			}
			(&room{Store: s}).sound(t)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		checkMigrated(t, path)
	}
	t.Logf("%d rounds, %d found at the old version, of which %d were not closed well", *killRounds, old, recovered)
}

// checkMigrated holds that the next start completes the migration.
func checkMigrated(t *testing.T, path string) {
	t.Helper()
	s, err := store.OpenLater(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if count, err := s.CountLater(); err != nil || count != store.LaterRows {
		t.Errorf("%d rows, %v", count, err)
	}
	if stats, err := s.Stats(t.Context()); err != nil || stats.Annotations != 10 || stats.Articles != 2 {
		t.Errorf("%+v %v", stats, err)
	}
	found, err := s.Check(t.Context())
	for _, f := range found {
		if f.Area != "schema" { // the later table is not of this version
			err = fmt.Errorf("%s: %s", f.Area, f.Message)
		}
	}
	if err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
