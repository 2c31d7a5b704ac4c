// Package app joins the project file, the workspace and the window. The
// program and the tests build it through the same door.
package app

import (
	"context"
	"log/slog"
	"os/user"
	"path/filepath"
	"strings"

	"glossator/app/ingest"
	"glossator/app/workspace"
	"glossator/assets"
	"glossator/models"
	"glossator/models/store"
)

// Version is the program's version; the same stands in FyneApp.toml.
const Version = "0.1.0"

// Extension is the end of a project file's name.
const Extension = ".glossator"

// App is the program on this machine: where its data lives, and which
// installation it is.
type App struct {
	home     string
	settings settings
	codebook models.Codebook
	notices  []models.Text // what is still to be said, see [App.Notices]
	missing  string        // the project of the last session, which is no longer there
}

// New prepares the program with its data in the folder home, which is made
// when it is missing. Errors: models.CodeReadOnly when the folder cannot be
// written to.
func New(home string) (*App, error) {
	codebook, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		return nil, err
	}
	a := &App{home: home, codebook: codebook}
	if a.settings, err = loadSettings(a.settingsFile()); err != nil {
		return nil, err
	}
	return a, nil
}

// Codebook returns the codebook that new projects start with.
func (a *App) Codebook() models.Codebook { return a.codebook }

// Folder is where projects live unless the user says otherwise.
func (a *App) Folder() string { return a.home }

// Mode says how a project is opened.
type Mode int

// The modes of opening.
const (
	Exclusive Mode = iota // for a window: no second window may open the file
	Shared                // for a command: works beside a window, one writer at a time
	ReadOnly              // nothing is written
	TakeOver              // for a window, from one that has shown no sign of life for [store.LockLifetime]
)

// Open opens an existing project for a window and remembers it for the next
// start. The errors are those of [store.Open].
func (a *App) Open(ctx context.Context, path string) (*workspace.Workspace, error) {
	return a.openWindow(ctx, path, Exclusive)
}

// OpenForReading opens a project beside whoever works in it; nothing can be
// changed. The errors are those of [store.Open].
func (a *App) OpenForReading(ctx context.Context, path string) (*workspace.Workspace, error) {
	return a.openWindow(ctx, path, ReadOnly)
}

// TakeOver opens a project with the user's consent to take it from a window
// that shows no sign of life. The errors are those of [store.Open].
func (a *App) TakeOver(ctx context.Context, path string) (*workspace.Workspace, error) {
	return a.openWindow(ctx, path, TakeOver)
}

// Missing returns the project of the last session if [App.Default] did not find
// it, empty otherwise, and forgets it.
func (a *App) Missing() string {
	missing := a.missing
	a.missing = ""
	return missing
}

// Last is the file that [App.Default] opens when it is there.
func (a *App) Last() string {
	if last := a.settings.LastProject; last != "" && exists(last) {
		return last
	}
	return a.defaultPath()
}

func (a *App) openWindow(ctx context.Context, path string, mode Mode) (*workspace.Workspace, error) {
	ws, err := a.OpenAs(ctx, path, mode, "")
	if err != nil {
		return nil, err
	}
	ws.Guard()
	a.remember(path)
	return ws, nil
}

// OpenAs opens an existing project in a mode, for the annotator of that name;
// an empty name is the user of this machine.
func (a *App) OpenAs(ctx context.Context, path string, mode Mode, annotator string) (*workspace.Workspace, error) {
	options := a.options()
	options.Share = mode == Shared
	options.ReadOnly = mode == ReadOnly
	options.TakeOver = mode == TakeOver
	st, err := store.Open(path, options)
	if err != nil {
		return nil, err
	}
	return a.work(ctx, st, annotator)
}

// Create makes a new project, named after its file, and remembers it for the
// next start. Errors: models.CodeExists when the file is there already, and
// those of [store.Create].
func (a *App) Create(ctx context.Context, path string) (*workspace.Workspace, error) {
	ws, err := a.CreateAs(ctx, path, Exclusive, "")
	if err != nil {
		return nil, err
	}
	ws.Guard()
	a.remember(path)
	return ws, nil
}

// CreateAs makes a new project in a mode, for the annotator of that name.
func (a *App) CreateAs(ctx context.Context, path string, mode Mode, annotator string) (*workspace.Workspace, error) {
	options := a.options()
	options.Share = mode == Shared
	name := strings.TrimSuffix(filepath.Base(path), Extension)
	st, err := store.Create(path, name, options)
	if err != nil {
		return nil, err
	}
	return a.work(ctx, st, annotator)
}

// Default opens the project of the last session. At the first start, or when
// that file is gone ([App.Notices] then says so), it opens the default project
// in the data folder, which it makes, with a sample article, when it is
// missing; created says so.
func (a *App) Default(ctx context.Context) (ws *workspace.Workspace, created bool, err error) {
	if last := a.settings.LastProject; last != "" {
		if exists(last) {
			ws, err = a.Open(ctx, last)
			return ws, false, err
		}
		a.notices = append(a.notices, models.Textf(
			"The project of your last session, %s, is no longer there; your own project is open instead. "+
				"Look for the file where you put it.", last))
		a.missing = last
	}
	path := a.defaultPath()
	if exists(path) {
		ws, err = a.Open(ctx, path)
		return ws, false, err
	}
	ws, err = a.Create(ctx, path)
	if err != nil {
		return nil, false, err
	}
	return ws, true, addSample(ctx, ws)
}

const defaultProject = "My project"

func (a *App) defaultPath() string { return filepath.Join(a.home, defaultProject+Extension) }

// addSample adds the sample article and opens it, so that the first start
// shows something to press a key on.
func addSample(ctx context.Context, ws *workspace.Workspace) error {
	name, data := assets.SampleArticle()
	doc, err := ingest.Read(name, data)
	if err != nil {
		return err
	}
	added, err := ws.Add(ctx, doc)
	if err != nil {
		return err
	}
	return ws.OpenArticle(ctx, added.Article.UID)
}

func (a *App) options() store.Options {
	return store.Options{
		DeviceUID: a.settings.Device,
		Codebook:  a.codebook,
		BackupDir: filepath.Join(a.home, "backups"),
	}
}

func (a *App) work(ctx context.Context, st *store.Store, annotator string) (*workspace.Workspace, error) {
	if annotator == "" {
		annotator = a.Annotator()
	}
	ws, err := workspace.New(ctx, st, annotator)
	if err != nil {
		if closing := st.Close(); closing != nil {
			return nil, closing
		}
		return nil, err
	}
	return ws, nil
}

// Annotator returns the name under which the user of this machine works.
func (a *App) Annotator() string {
	if a.settings.Annotator != "" {
		return a.settings.Annotator
	}
	who, err := user.Current()
	if err != nil {
		return "Annotator"
	}
	for _, name := range []string{who.Name, who.Username} {
		if clean, err := models.CleanName(name); err == nil {
			return clean
		}
	}
	return "Annotator"
}

// Named reports whether the user of this machine ever said a name, see
// [App.SetAnnotator].
func (a *App) Named() bool { return a.settings.Annotator != "" }

// SetAnnotator remembers the name under which the user of this machine works.
func (a *App) SetAnnotator(name string) error {
	clean, err := models.CleanName(name)
	if err != nil {
		return err
	}
	a.settings.Annotator = clean
	return a.settings.save(a.settingsFile())
}

// remember notes the project for the next start. That it cannot is no reason
// not to work.
func (a *App) remember(path string) {
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	a.settings.LastProject = full
	if err := a.settings.save(a.settingsFile()); err != nil {
		slog.Warn("the project is not remembered for the next start", "cause", err)
	}
}

func (a *App) settingsFile() string { return filepath.Join(a.home, "settings.json") }
