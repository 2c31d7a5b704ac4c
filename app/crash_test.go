package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"glossator/app"
)

// A second process of the test binary crashes in one of these ways, with its
// data in a folder.
const (
	crashHome = "APP_TEST_CRASH"
	crashWay  = "APP_TEST_CRASH_WAY"
)

const secret = "The minister promised three shelters (by May)."

// ways are those in which a process ends without a chance to recover: on
// another goroutine than main nobody can.
var ways = map[string]struct {
	end  func()
	says string // in the report
}{
	"panic": {func() { panic(secret + "\ngoroutine 1 [running]:\n" + secret + "\nshelters(by, May)\n") }, "app_test.init.func"},
	"index": {func() { _ = []byte(secret)[len(os.Args)+1000] }, "index out of range [100"},
	"fatal": {func() { new(sync.Mutex).Unlock() }, "internal/sync.fatal"},
	"killed": {func() {
		if self, err := os.FindProcess(os.Getpid()); err == nil {
			_ = self.Kill()
		}
	}, ""},
}

func TestMain(m *testing.M) {
	if app.Monitor() {
		return
	}
	home := os.Getenv(crashHome)
	if home == "" {
		os.Exit(m.Run())
	}
	known, err := app.New(home)
	if err == nil {
		_, err = known.WatchCrashes()
	}
	if err != nil {
		panic(err)
	}
	go ways[os.Getenv(crashWay)].end()
	select {}
}

// The report is there as soon as the program and its monitor have ended, and
// nothing else is ever written; the next start tells of it once.
func TestCrashReportHoldsNoText(t *testing.T) {
	t.Parallel()
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			crashed(t, home, name)
			files, err := filepath.Glob(filepath.Join(home, "crashes", "*"))
			if err != nil {
				t.Fatal(err)
			}
			if way.says == "" {
				if len(files) > 0 {
					t.Errorf("a killed program left %v", files)
				}
				return
			}
			if len(files) != 1 || !strings.HasPrefix(filepath.Base(files[0]), "crash-") {
				t.Fatalf("%v", files)
			}
			text, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range []string{"minister", "shelters", "May"} {
				if strings.Contains(string(text), word) {
					t.Errorf("the report holds %q:\n%s", word, text)
				}
			}
			if !strings.Contains(string(text), way.says) || !strings.Contains(string(text), "crash_test.go:") {
				t.Errorf("the report does not say where:\n%s", text)
			}
			told(t, home, 1)
			told(t, home, 0)
		})
	}
}

// crashed runs a process until it has crashed and its monitor has ended: both
// hold the other end of its standard error.
func crashed(t *testing.T, home, way string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), self)
	child.Env = append(os.Environ(), crashHome+"="+home, crashWay+"="+way)
	child.Stderr = &strings.Builder{}
	if err := child.Run(); err == nil {
		t.Fatal("the child did not crash")
	}
}

// told starts the program and ends it well: it tells of so many crashes.
func told(t *testing.T, home string, times int) {
	t.Helper()
	known, err := app.New(home)
	if err != nil {
		t.Fatal(err)
	}
	stop, err := known.WatchCrashes()
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	if notices := known.Notices(); len(notices) != times || len(known.Notices()) != 0 {
		t.Errorf("notices %q, want %d", notices, times)
	}
}

func TestReportOfAKnownReason(t *testing.T) {
	t.Parallel()
	known, err := app.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(known.Report("panic: runtime error: index out of range [5] with length 3\n\n" +
		"goroutine 7 [running]:\nglossator/app.(*T).run(0xc000012345, {0x1, 0x2}, ...)\n\t/home/berik/src/glossator/app/t.go:12 +0x1d\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"index out of range [5]", "glossator/app.(*T).run\n", "app/t.go:12"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), "berik") || strings.Contains(string(text), "0xc0") {
		t.Errorf("too much is kept:\n%s", text)
	}
}
