package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/workspace"
	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
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
	r.shell.gate.openFile(path)
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
	for _, object := range test.LaidOutObjects(r.shell.window.Content()) {
		if button, is := object.(*widget.Button); is && button.Text == "Add articles…" && !button.Disabled() {
			t.Error("the window offers to add articles")
		}
	}
}

// A window that shows no sign of life loses its project, with consent.
func TestSilentProjectIsTakenOver(t *testing.T) {
	r := newRig(t)
	path := r.another("Left")
	r.lockOf(path, time.Now().Add(-2*store.LockLifetime))
	r.shell.gate.openFile(path)
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

// heeds presses the button of this text in the strip.
func (r *rig) heeds(text string) {
	r.t.Helper()
	button := buttonOf(r.shell.strip.Object(), text)
	if button == nil {
		r.t.Fatalf("there is no button %q beside %q", text, r.shell.strip.Text())
	}
	button.Tapped(&fyne.PointEvent{})
	r.settle()
}

// refuses opens a file that cannot be opened and returns its bytes.
func (r *rig) refuses(path string, says ...string) []byte {
	r.t.Helper()
	before, _ := os.ReadFile(path)
	open := r.ws().Path()
	r.shell.gate.openFile(path)
	r.settle()
	r.saysAll(says...)
	if now := r.ws().Path(); now != open {
		r.t.Fatalf("%s is open", now)
	}
	return before
}

// keeps fails the test unless another file than path is open and path has
// these bytes.
func (r *rig) keeps(path string, before []byte) {
	r.t.Helper()
	if r.ws().Path() == path || r.ws().ReadOnly() {
		r.t.Errorf("%s is open, read only %v: %q", r.ws().Path(), r.ws().ReadOnly(), r.shell.strip.Text())
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(after, before) {
		r.t.Error("the file was changed")
	}
}

// annotations is how many annotations the open project has.
func (r *rig) annotations() int {
	r.t.Helper()
	holding, err := r.ws().Holding(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	return holding.Annotations
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
	if err := os.WriteFile(path, whole[:len(whole)-1000], 0o600); err != nil {
		t.Fatal(err)
	}
	before := r.refuses(path, "cut short")
	r.heeds("Save what can be read…")
	r.write("Saved")
	r.press(fyne.KeyReturn)
	if now := filepath.Base(r.ws().Path()); now != "Saved"+projectExtension || r.annotations() != 1 {
		t.Errorf("%s is open: %q", now, r.shell.strip.Text())
	}
	r.keeps(path, before)
}

// Whatever became of a project file, a copy of its last backup is opened.
func TestLastBackupIsOpened(t *testing.T) {
	for name, lose := range map[string]struct {
		content func(whole []byte) []byte
		says    string
	}{
		"damaged":     {func(whole []byte) []byte { return append(whole[:16:16], make([]byte, len(whole)-16)...) }, "another program"},
		"header":      {func(whole []byte) []byte { whole[21] = 9; return whole }, "is damaged"},
		"cut":         {func(whole []byte) []byte { return whole[:5000] }, "is cut short"},
		"empty":       {func([]byte) []byte { return nil }, "is empty"},
		"overwritten": {func([]byte) []byte { return []byte("Dear colleague") }, "is not a project file"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			path := r.another("Lost")
			r.keepBackup(path)
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, lose.content(whole), 0o600); err != nil {
				t.Fatal(err)
			}
			before := r.refuses(path, lose.says, "The last backup is of "+time.Now().Format("2 January 2006 15:"))
			r.heeds("Open the last backup")
			if now := filepath.Base(r.ws().Path()); !strings.HasPrefix(now, "Lost "+time.Now().Format("2006-01-02 15.")) || r.annotations() != 1 {
				t.Errorf("%s is open: %q", now, r.shell.strip.Text())
			}
			r.keeps(path, before)
		})
	}
}

// When the first project cannot be opened, the empty window says why and offers
// what helps.
func TestFirstProjectCannotBeOpened(t *testing.T) {
	r := newRig(t)
	path := r.another("First")
	r.keepBackup(path)
	r.shell.end()
	if err := os.Truncate(path, 5000); err != nil {
		t.Fatal(err)
	}
	r.shell = New(test.NewApp(), projects{t: t, folder: r.home}, r.queue.Post)
	t.Cleanup(r.shell.end)
	r.shell.Begin(path, nil)
	r.settle()
	said := texts(r.shell.window.Content())
	if r.shell.desk != nil || !strings.Contains(said, "is cut short") || !strings.Contains(said, "The last backup is of") {
		t.Fatalf("the window says %q", said)
	}
	buttonOf(r.shell.window.Content(), "Open the last backup").Tapped(&fyne.PointEvent{})
	r.settle()
	if r.shell.desk == nil || r.annotations() != 1 {
		t.Errorf("the window says %q", texts(r.shell.window.Content()))
	}
}

// Damage that is met while one works is told of with both ways out.
func TestDamageWhileOneWorks(t *testing.T) {
	for _, heeded := range []string{"Backups…", textSalvage} {
		t.Run(heeded, func(t *testing.T) {
			r := newRig(t)
			path := r.another("Hurt")
			r.keepBackup(path)
			data := r.ruinTexts(path)
			r.shell.gate.openFile(path)
			r.settle()
			r.openFirst()
			r.saysAll("is damaged; nothing more is written to it")
			r.heeds(heeded)
			if heeded == textSalvage {
				r.write("Saved")
				r.press(fyne.KeyReturn)
				r.keeps(path, data)
				return
			}
			r.tap("Open a copy")
			r.keeps(path, data)
			if r.annotations() != 1 {
				t.Errorf("%d annotations in the copy", r.annotations())
			}
		})
	}
}

// ruinTexts damages the page where the texts of the articles stand and returns
// the bytes of the file.
func (r *rig) ruinTexts(path string) []byte {
	r.t.Helper()
	db, err := engine.Open(path, engine.ReadOnly, nil)
	if err != nil {
		r.t.Fatal(err)
	}
	var page int
	err = db.Raw("SELECT rootpage FROM sqlite_schema WHERE name = 'article_texts'").Scan(&page).Error
	data, unread := os.ReadFile(path)
	if err := errors.Join(err, unread, engine.Close(db)); err != nil {
		r.t.Fatal(err)
	}
	const pageBytes = 4096
	data[(page-1)*pageBytes] = 0x77 // no such type of page
	if err := os.WriteFile(path, data, 0o600); err != nil {
		r.t.Fatal(err)
	}
	return data
}

// openFirst opens the first article of the list.
func (r *rig) openFirst() {
	r.t.Helper()
	rows, _, err := r.ws().Library(r.t.Context(), models.ArticleFilter{Limit: 1})
	if err != nil || len(rows) == 0 {
		r.t.Fatal(rows, err)
	}
	r.shell.work.Change(func(ctx context.Context) error { return r.ws().OpenArticle(ctx, rows[0].UID) })
	r.settle()
}

// keepBackup has an automatic copy made of a closed project.
func (r *rig) keepBackup(path string) {
	r.t.Helper()
	st, err := store.Open(path, projects{t: r.t, folder: r.home}.options())
	if err != nil {
		r.t.Fatal(err)
	}
	kept, err := st.Keep(r.t.Context(), store.BackupWork, 0)
	if err := errors.Join(err, st.Close()); err != nil || !kept {
		r.t.Fatal(kept, err)
	}
}

// A project that a newer version made is opened for reading; where that is not
// possible, no button offers it again.
func TestNewerProjectIsOpenedForReading(t *testing.T) {
	r := newRig(t)
	for name, step := range map[string]string{
		"More":  "PRAGMA user_version=99",
		"Other": "PRAGMA user_version=99; DROP TABLE exposures",
	} {
		path := r.another(name)
		db, err := engine.Open(path, engine.ReadWrite, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(db.Exec(step).Error, engine.Close(db)); err != nil {
			t.Fatal(err)
		}
		before := r.refuses(path, "made by a newer version", "open it for reading")
		r.heeds("Open for reading")
		if name == "Other" {
			r.saysAll("cannot read")
			if r.ws().Path() == path || len(remediesOf(failure{err: models.Errorf(models.CodeNewer, "x"), reading: true})) > 0 {
				t.Error("it is open, or offered again")
			}
			continue
		}
		r.saysAll("newer version", "what is new in it is not shown")
		if r.ws().Path() != path || !r.ws().ReadOnly() || r.annotations() != 1 {
			t.Errorf("%s is open, read only %v", r.ws().Path(), r.ws().ReadOnly())
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Error("the file was changed")
		}
	}
}

// The journal of something else is put aside with consent.
func TestStrayJournalIsPutAside(t *testing.T) {
	r := newRig(t)
	path := r.another("Strayed")
	journal := bytes.Repeat([]byte("x"), 5000)
	if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
		t.Fatal(err)
	}
	r.refuses(path, "Strayed"+projectExtension+"-journal", "nothing was changed")
	r.heeds("Put that file aside")
	if r.ws().Path() != path || r.annotations() != 1 {
		t.Errorf("%s is open: %q", r.ws().Path(), r.shell.strip.Text())
	}
	left, err := filepath.Glob(path + "-journal-aside-*")
	if err != nil || len(left) != 1 {
		t.Fatalf("%v %v", left, err)
	}
	if kept, err := os.ReadFile(left[0]); err != nil || !bytes.Equal(kept, journal) {
		t.Errorf("its bytes are gone, %v", err)
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
