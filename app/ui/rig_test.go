package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/stage"
	"glossator/app/workspace"
	"glossator/assets"
	"glossator/models"
	"glossator/models/store"
)

// rig is the whole window over a real project file. Tests touch it as a user
// does and then let it settle.
type rig struct {
	t     testing.TB
	shell *Shell
	queue *stage.Queue
	home  string

	blindly bool // what the test codes itself is coded blind
}

// projects opens real project files in a folder of the test.
type projects struct {
	t      testing.TB
	folder string
	named  *string // the name of the user of this machine; nil: it does not matter
}

func (p projects) options() store.Options {
	p.t.Helper()
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		p.t.Fatal(err)
	}
	return store.Options{DeviceUID: "dv-test", Codebook: book, BackupDir: filepath.Join(p.folder, "backups")}
}

func (p projects) Open(ctx context.Context, path string) (*workspace.Workspace, error) {
	return p.openWith(ctx, path, func(*store.Options) {})
}

func (p projects) OpenForReading(ctx context.Context, path string) (*workspace.Workspace, error) {
	return p.openWith(ctx, path, func(o *store.Options) { o.ReadOnly = true })
}

func (p projects) TakeOver(ctx context.Context, path string) (*workspace.Workspace, error) {
	return p.openWith(ctx, path, func(o *store.Options) { o.TakeOver = true })
}

func (p projects) Salvage(ctx context.Context, damaged, dest string) (*workspace.Workspace, error) {
	if _, err := store.Recover(ctx, damaged, dest, p.options()); err != nil {
		return nil, err
	}
	return p.Open(ctx, dest)
}

func (p projects) LastBackup(path string) (workspace.Backup, bool) {
	list := store.LastBackups(path, p.options().BackupDir)
	if len(list) == 0 {
		return workspace.Backup{}, false
	}
	return workspace.Backup{Backup: list[0]}, true
}

func (p projects) OpenLastBackup(ctx context.Context, lost, dest string) (*workspace.Workspace, error) {
	if _, err := store.OpenLastBackup(store.LastBackups(lost, p.options().BackupDir), dest); err != nil {
		return nil, err
	}
	return p.Open(ctx, dest)
}

func (p projects) Duplicate(ctx context.Context, path, dest string) (*workspace.Workspace, error) {
	ws, err := p.OpenForReading(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(ws.Backup(ctx, dest), ws.Close()); err != nil {
		return nil, err
	}
	return p.Open(ctx, dest)
}

func (p projects) PutAside(ctx context.Context, path string) (*workspace.Workspace, error) {
	if _, err := store.PutAside(path, p.options()); err != nil {
		return nil, err
	}
	return p.Open(ctx, path)
}

func (p projects) Missing() string { return "" }

func (p projects) Last() string { return filepath.Join(p.folder, "My project"+projectExtension) }

func (p projects) openWith(ctx context.Context, path string, change func(*store.Options)) (*workspace.Workspace, error) {
	options := p.options()
	change(&options)
	st, err := store.Open(path, options)
	if err != nil {
		return nil, err
	}
	return workspace.New(ctx, st, "Aigerim Example")
}

func (p projects) Create(ctx context.Context, path string) (*workspace.Workspace, error) {
	st, err := store.Create(path, strings.TrimSuffix(filepath.Base(path), projectExtension), p.options())
	if err != nil {
		return nil, err
	}
	return workspace.New(ctx, st, "Aigerim Example")
}

func (p projects) Default(ctx context.Context) (*workspace.Workspace, bool, error) {
	path := filepath.Join(p.folder, "My project"+projectExtension)
	if _, err := os.Stat(path); err == nil {
		ws, err := p.Open(ctx, path)
		return ws, false, err
	}
	ws, err := p.Create(ctx, path)
	if err != nil {
		return nil, false, err
	}
	name, data := assets.SampleArticle()
	file := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return nil, false, err
	}
	report, err := ws.Import(ctx, []string{file}, nil)
	if err != nil {
		return nil, false, err
	}
	return ws, true, ws.OpenArticle(ctx, report[0].Article.UID)
}

func (p projects) Folder() string { return p.folder }

func (p projects) Named() bool { return p.named == nil || *p.named != "" }

func (p projects) SetAnnotator(name string) error {
	if p.named != nil {
		*p.named = name
	}
	return nil
}

// newRig starts the program for the first time.
func newRig(t testing.TB) *rig {
	t.Helper()
	r := &rig{t: t, home: t.TempDir()}
	r.start()
	return r
}

func (r *rig) start() {
	r.t.Helper()
	a := test.NewApp()
	fyne.SetCurrentApp(undrawn{a})
	r.queue = &stage.Queue{}
	shell := New(a, projects{t: r.t, folder: r.home}, r.queue.Post)
	r.shell = shell
	shell.advice.pause = 0
	shell.window.Resize(fyne.NewSize(1280, 800))
	shell.window.Show()
	shell.Begin("", nil)
	r.settle()
	r.t.Cleanup(shell.end)
	if shell.desk == nil {
		r.t.Fatalf("no project is open: %q", shell.strip.Text())
	}
}

// settle waits until nothing is under way any more.
func (r *rig) settle() {
	r.t.Helper()
	for {
		r.shell.work.Actions.Wait()
		r.shell.work.Reads.Wait()
		r.shell.work.Long.Wait()
		r.shell.work.Learning.Wait()
		if r.shell.desk != nil {
			r.shell.desk.check.Wait()
			r.shell.desk.counts.Wait()
		}
		if !r.queue.Drain() {
			return
		}
	}
}

// press presses a key without modifiers on whatever has the focus.
func (r *rig) press(name fyne.KeyName) {
	r.t.Helper()
	event := &fyne.KeyEvent{Name: name}
	if focused := r.shell.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(event)
	} else {
		r.shell.keys.Key(event)
	}
	r.settle()
}

// write types characters on whatever has the focus.
func (r *rig) write(text string) {
	r.t.Helper()
	for _, typed := range text {
		if focused := r.shell.window.Canvas().Focused(); focused != nil {
			focused.TypedRune(typed)
		} else {
			r.shell.keys.Rune(typed)
		}
	}
	r.settle()
}

// chord presses a chord the way the toolkit delivers it: menus come first,
// then the focused widget, then the window.
func (r *rig) chord(shortcut fyne.Shortcut) {
	r.t.Helper()
	if !r.menuChord(shortcut) {
		if focused, ok := r.shell.window.Canvas().Focused().(fyne.Shortcutable); ok {
			focused.TypedShortcut(shortcut)
		} else if canvas, ok := r.shell.window.Canvas().(fyne.Shortcutable); ok {
			canvas.TypedShortcut(shortcut)
		}
	}
	r.settle()
}

func (r *rig) menuChord(shortcut fyne.Shortcut) bool {
	for _, menu := range r.shell.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				item.Action()
				return true
			}
		}
	}
	return false
}

func (r *rig) ws() *workspace.Workspace { return r.shell.desk.ws }

// labels returns the labels of the sentence at a position, joined by "+".
func (r *rig) labels(position int) string {
	sentence, _ := r.ws().Sentence(position)
	var keys []string
	for _, annotation := range sentence.Mine {
		keys = append(keys, annotation.Label.Key)
	}
	return strings.Join(keys, "+")
}

// article writes a file of these sentences and returns its path.
func (r *rig) article(title string, sentences ...string) string {
	r.t.Helper()
	path := filepath.Join(r.t.TempDir(), title+".txt")
	text := title + "\n\n" + strings.Join(sentences, " ") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
	return path
}
