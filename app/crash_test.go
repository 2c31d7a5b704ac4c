package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app"
)

// crashHome tells a second process of the test binary to crash with its data
// in this folder.
const crashHome = "APP_TEST_CRASH"

const secret = "The minister promised three shelters (by May)."

func TestMain(m *testing.M) {
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
	go func() { // another goroutine than main: nobody can recover it there
		panic(secret + "\ngoroutine 1 [running]:\n" + secret + "\nshelters(by, May)\n")
	}()
	select {}
}

func TestCrashReportHoldsNoText(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), self)
	child.Env = append(os.Environ(), crashHome+"="+home)
	if err := child.Run(); err == nil {
		t.Fatal("the child did not crash")
	}
	known, err := app.New(home)
	if err != nil {
		t.Fatal(err)
	}
	stop, err := known.WatchCrashes()
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	notices := known.Notices()
	if len(notices) != 1 || !strings.Contains(notices[0].String(), "crash-") || len(known.Notices()) != 0 {
		t.Errorf("notices %q", notices)
	}
	reports, err := filepath.Glob(filepath.Join(home, "crashes", "crash-*.txt"))
	if err != nil || len(reports) != 1 {
		t.Fatalf("%v %v", reports, err)
	}
	text, err := os.ReadFile(reports[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"minister", "shelters", "May"} {
		if strings.Contains(string(text), word) {
			t.Errorf("the report holds %q:\n%s", word, text)
		}
	}
	if !strings.Contains(string(text), "app_test.TestMain.func") || !strings.Contains(string(text), "crash_test.go:") {
		t.Errorf("the report does not say where:\n%s", text)
	}
	raws, err := filepath.Glob(filepath.Join(home, "crashes", "*.raw"))
	if err != nil || len(raws) != 1 { // that of this process
		t.Errorf("%v %v", raws, err)
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
