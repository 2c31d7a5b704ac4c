package store_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

func lockOf(path string) string {
	return filepath.Join(filepath.Dir(path), "~"+filepath.Base(path)+".lock")
}

func TestSecondWindowIsTold(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	_, err := store.Open(r.path, options())
	wantCode(t, err, models.CodeInUse)
	host, _ := os.Hostname()
	if text := models.Explain(err); !strings.Contains(text, host) || !strings.Contains(text, "demo.glossator") {
		t.Errorf("the sentence does not say who: %s", text)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(lockOf(r.path)); !os.IsNotExist(err) {
		t.Error("the lock outlived the window")
	}
	r.Store, err = store.Open(r.path, options())
	if err != nil {
		t.Fatal(err)
	}
}

func TestShortCommandWorksBesideWindow(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 2)
	beside, err := store.Open(r.path, store.Options{Share: true, DeviceUID: "dv-two"})
	if err != nil {
		t.Fatal(err)
	}
	if err := beside.SetMeta(t.Context(), "k", "v"); err != nil {
		t.Fatal(err)
	}
	if err := beside.Close(); err != nil {
		t.Fatal(err)
	}
	if changed, err := r.Changed(t.Context()); err != nil || !changed {
		t.Errorf("not noticed, %v", err)
	}
	if err := r.SetMeta(t.Context(), "k", "w"); err != nil {
		t.Error(err)
	}
}

// writeLock leaves a lock as another window would.
func writeLock(t *testing.T, path, host string, pid int, seen time.Time) {
	t.Helper()
	text, err := json.Marshal(map[string]any{"host": host, "user": "berik", "pid": pid, "app": "Glossator",
		"since": seen.UnixMilli(), "token": "lk-1"})
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, lockOf(path), text)
	if err := os.Chtimes(lockOf(path), seen, seen); err != nil {
		t.Fatal(err)
	}
}

// gone returns the number of a process that has ended.
func gone(t *testing.T) int {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid
}

func TestForeignLocks(t *testing.T) {
	t.Parallel()
	host, err := os.Hostname()
	if err != nil {
		t.Skip("this computer has no name")
	}
	const now, old = time.Duration(0), 2 * store.LockLifetime // since the last sign of life
	for name, state := range map[string]struct {
		host     string
		pid      int
		silent   time.Duration
		consent  bool
		expected models.Code
	}{
		"process is gone":            {host, gone(t), now, false, ""},
		"other computer at work":     {"elsewhere", 1, now, false, models.CodeInUse},
		"at work, with consent":      {"elsewhere", 1, now, true, models.CodeInUse},
		"other computer silent":      {"elsewhere", 1, old, false, models.CodeSilent},
		"silent, taken over":         {"elsewhere", 1, old, true, ""},
		"process runs":               {host, os.Getppid(), now, true, models.CodeInUse},
		"process runs but is silent": {host, os.Getppid(), old, false, models.CodeSilent},
		"silent process, taken over": {host, os.Getppid(), old, true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := closedProject(t)
			writeLock(t, path, state.host, state.pid, time.Now().Add(-state.silent))
			o := options()
			o.TakeOver = state.consent
			s, err := store.Open(path, o)
			wantCode(t, err, state.expected)
			if err == nil {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
				return
			}
			if !strings.Contains(models.Explain(err), "berik") {
				t.Errorf("the sentence does not say who: %s", models.Explain(err))
			}
			if _, err := os.Stat(lockOf(path)); err != nil {
				t.Error("the other's lock was removed")
			}
			for _, beside := range []store.Options{{ReadOnly: true}, {Share: true}} {
				s, err := store.Open(path, beside)
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// A process may be killed after it made the lock and before it wrote into it.
func TestBlankLockIsNobodys(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	writeFile(t, lockOf(path), nil)
	s, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if !s.Recovered() {
		t.Error("that somebody was killed is not told")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestUnreadableLockCountsAsLock(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	writeFile(t, lockOf(path), []byte("{"))
	_, err := store.Open(path, options())
	wantCode(t, err, models.CodeInUse)
}
