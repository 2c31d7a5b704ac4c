package ui

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
)

// lockOf makes the lock of a window on another computer that was last seen at
// a time.
func (r *rig) lockOf(path string, seen time.Time) {
	r.t.Helper()
	text, err := json.Marshal(map[string]any{"host": "elsewhere", "user": "berik", "pid": 1, "app": "Glossator",
		"since": seen.UnixMilli(), "token": "lk-1"})
	if err != nil {
		r.t.Fatal(err)
	}
	lock := filepath.Join(filepath.Dir(path), "~"+filepath.Base(path)+".lock")
	if err := os.WriteFile(lock, text, 0o600); err != nil {
		r.t.Fatal(err)
	}
	if err := os.Chtimes(lock, seen, seen); err != nil {
		r.t.Fatal(err)
	}
}

// another makes a closed project with one label and returns its path.
func (r *rig) another(name string) string {
	r.t.Helper()
	path := filepath.Join(r.home, name+projectExtension)
	ws, err := projects{t: r.t, folder: r.home}.Create(r.t.Context(), path)
	if err != nil {
		r.t.Fatal(err)
	}
	added, err := ws.AddText(r.t.Context(), "The ministry will open a shelter. It has ten beds.")
	if err != nil || added.Err != nil {
		r.t.Fatal(err, added.Err)
	}
	if err := ws.OpenArticle(r.t.Context(), added.Article.UID); err != nil {
		r.t.Fatal(err)
	}
	if _, err := ws.ToggleLabel(r.t.Context(), 0, "commitment"); err != nil {
		r.t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		r.t.Fatal(err)
	}
	return path
}

// A project that another window has is opened for reading, and nothing can be
// changed in it.
func TestProjectInUseIsOpenedForReading(t *testing.T) {
	r := newRig(t)
	path := r.another("Taken")
	r.lockOf(path, time.Now())
	r.shell.openProject(path)
	r.settle()
	r.saysAll("is open in another window", "berik on elsewhere")
	r.shell.strip.Act()
	r.settle()
	if r.ws().Path() != path || !r.ws().ReadOnly() {
		t.Fatalf("%s is open, read only %v", r.ws().Path(), r.ws().ReadOnly())
	}
	articles, _, err := r.ws().Library(t.Context(), models.ArticleFilter{})
	if err != nil || len(articles) != 1 || articles[0].Annotations != 1 {
		t.Fatalf("%+v, %v", articles, err)
	}
	r.press(fyne.Key2)
	r.saysAll("this project is read only")
}

// A window that shows no sign of life loses its project, with consent.
func TestSilentProjectIsTakenOver(t *testing.T) {
	r := newRig(t)
	path := r.another("Left")
	r.lockOf(path, time.Now().Add(-2*store.LockLifetime))
	r.shell.openProject(path)
	r.settle()
	r.saysAll("no sign of life")
	if r.ws().Path() == path {
		t.Fatal("it was taken over without a word")
	}
	r.shell.strip.ActSecond()
	r.settle()
	if r.ws().Path() != path || r.ws().ReadOnly() {
		t.Errorf("%s is open, read only %v", r.ws().Path(), r.ws().ReadOnly())
	}
}

// Of a project that was cut short, what can be read goes to a new file; the
// damaged one keeps its bytes.
func TestDamagedProjectIsSaved(t *testing.T) {
	r := newRig(t)
	path := r.another("Cut")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cut := whole[:len(whole)-1000]
	if err := os.WriteFile(path, cut, 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.openProject(path)
	r.settle()
	r.saysAll("cut short")
	dest := filepath.Join(r.home, "Saved"+projectExtension)
	r.shell.salvage(path, dest)
	r.settle()
	if r.ws().Path() != dest {
		t.Fatalf("%s is open: %q", r.ws().Path(), r.shell.strip.Text())
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, cut) {
		t.Error("the damaged file was changed")
	}
}

// A project that was not checked for a week is checked when it is opened.
func TestOldProjectIsChecked(t *testing.T) {
	r := newRig(t)
	const week = 7 * 24 * time.Hour
	for age, due := range map[time.Duration]bool{week - time.Hour: false, week + time.Hour: true} {
		past := func() time.Time { return time.Now().Add(-age) }
		aged := filepath.Join(r.home, "Made "+age.String()+projectExtension)
		st, err := store.Create(aged, "Made", store.Options{DeviceUID: "dv-test", Clock: past})
		if err != nil {
			t.Fatal(err)
		}
		ws, err := workspace.New(t.Context(), st, "Aigerim Example")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := ws.Unchecked(t.Context()); err != nil || got != due {
			t.Errorf("%s after it was made: due %v, %v; want %v", age, got, err, due)
		}
		if findings, err := ws.Check(t.Context()); err != nil || len(findings) > 0 {
			t.Errorf("%v, %v", findings, err)
		}
		if got, err := ws.Unchecked(t.Context()); err != nil || got {
			t.Errorf("due %v right after a check, %v", got, err)
		}
		if err := ws.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
