package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"glossator/app/ui/restoring"
	"glossator/models"
)

// says fails the test unless the strip says all of these.
func (r *rig) saysAll(parts ...string) {
	r.t.Helper()
	for _, part := range parts {
		if text := r.shell.strip.Text(); !strings.Contains(text, part) {
			r.t.Errorf("the strip says %q, not %q", text, part)
		}
	}
}

// The file goes away while the window is open: the watch says so, nothing is
// called saved any more, and a copy holds all that was.
func TestFileThatWentAwayIsRescued(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not move an open file")
	}
	for name, take := range map[string]func(path string) error{
		"renamed": func(path string) error { return os.Rename(path, path+".old") },
		"deleted": os.Remove,
		"replaced": func(path string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.WriteFile(path+".new", data, 0o600); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.press(fyne.Key1)
			kept := r.labels(0)
			if kept == "" {
				t.Fatal("nothing was labelled")
			}
			if err := take(r.ws().Path()); err != nil {
				t.Fatal(err)
			}
			r.shell.watch.Look(r.ws())
			r.settle()
			r.saysAll("renamed, moved, deleted or replaced")
			r.press(fyne.Key2)
			r.saysAll("Not saved: ", "renamed, moved, deleted or replaced")
			if r.labels(0) != kept {
				t.Errorf("the labels are %q; only %q was saved", r.labels(0), kept)
			}
			r.shell.rescue.saveCopy(r.ws(), filepath.Join(r.home, "Rescued"+projectExtension))
			r.settle()
			r.saysAll("Everything that was saved is in", "Rescued")
			r.shell.strip.Act()
			r.settle()
			if got := filepath.Base(r.ws().Path()); got != "Rescued"+projectExtension || r.labels(0) != kept {
				t.Errorf("%s is open, with %q on the first sentence", got, r.labels(0))
			}
		})
	}
}

// A change that could not be saved can be tried again from the strip once the
// cause is gone.
func TestFailedLabelIsRetried(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not move an open file")
	}
	r := newRig(t)
	path := r.ws().Path()
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	r.press(fyne.Key3)
	r.saysAll("Not saved: ")
	if r.labels(0) != "" {
		t.Errorf("%q is shown, and not saved", r.labels(0))
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	r.shell.strip.ActSecond()
	r.settle()
	if r.labels(0) == "" || r.shell.strip.Text() != "" {
		t.Errorf("labels %q, strip %q", r.labels(0), r.shell.strip.Text())
	}
}

func TestBackupsAreListedAndOpenedAsCopies(t *testing.T) {
	r := newRig(t)
	path := r.ws().Path()
	more := r.article("One more", "The ministry opened a shelter.", "It has ten beds.")
	another := r.article("Another", "The report came out on Monday.")
	r.press(fyne.Key1)
	r.shell.arrivals.addPaths([]string{more, another}) // several files: a copy is made before
	r.settle()
	r.do("project.restore")
	page, ok := r.shell.over.Top().(*restoring.Page)
	if !ok || len(page.Rows()) == 0 {
		t.Fatalf("no backups: %+v", r.shell.over.Top())
	}
	if row := page.Rows()[0]; !strings.Contains(row, "before an import") || !strings.Contains(row, "1 article (2 fewer than now)") ||
		!strings.Contains(row, "1 annotation (the same as now)") {
		t.Errorf("the row says %q", row)
	}
	page.Open(0)
	r.settle()
	if now := r.ws().Path(); now == path || filepath.Dir(now) != r.home {
		t.Errorf("%s is open", now)
	}
	if _, total, err := r.ws().Library(t.Context(), models.ArticleFilter{Limit: 1}); err != nil || total != 1 {
		t.Errorf("%d articles, %v", total, err)
	}
	r.shell.gate.openFile(path)
	r.settle()
	if _, total, err := r.ws().Library(t.Context(), models.ArticleFilter{Limit: 1}); err != nil || total != 3 {
		t.Errorf("the project itself has %d articles now, %v", total, err)
	}
}

func TestCopyNeverTakesAName(t *testing.T) {
	folder := t.TempDir()
	at := time.Date(2026, 5, 4, 12, 4, 0, 0, time.Local)
	name := restoring.CopyName("Project", at)
	for _, want := range []string{"Project 2026-05-04 12.04", "Project 2026-05-04 12.04 (2)", "Project 2026-05-04 12.04 (3)"} {
		path := vacantPath(folder, name)
		if filepath.Base(path) != want+projectExtension {
			t.Errorf("%s, want %s", path, want)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// After a crash the window says to what the project was brought back.
func TestCrashIsTold(t *testing.T) {
	r := newRig(t)
	r.press(fyne.Key1)
	path := r.ws().Path()
	r.shell.end()
	lock := filepath.Join(filepath.Dir(path), "~"+filepath.Base(path)+".lock")
	host, err := os.Hostname()
	if err != nil {
		t.Skip("this computer has no name")
	}
	const nobody = 1 << 30 // a number that no process has
	text := fmt.Sprintf(`{"host":%q,"user":"berik","pid":%d,"token":"lk-1"}`, host, nobody)
	if err := os.WriteFile(lock, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r.start()
	r.saysAll("ended without closing this project", "restored to the last tag at "+time.Now().Format("15:"))
}

func TestRestoredSaysWhen(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 4, 18, 0, 0, 0, time.Local)
	tag := models.Step{Entity: models.EntityAnnotation, At: now.Add(-6 * time.Hour).UnixMilli()}
	if got := restored(tag, true, now); !strings.Contains(got, "the last tag at 12:00.") {
		t.Error(got)
	}
	tag.At = now.Add(-24 * time.Hour).UnixMilli()
	if got := restored(tag, true, now); !strings.Contains(got, "the last tag at 3 May 2026 18:00.") {
		t.Error(got)
	}
	if got := restored(models.Step{Entity: models.EntityArticle, At: tag.At}, true, now); !strings.Contains(got, "last saved step at") {
		t.Error(got)
	}
	if got := restored(models.Step{}, false, now); got != textUnchanged {
		t.Error(got)
	}
}
