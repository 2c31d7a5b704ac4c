package ui

import (
	"context"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2/storage"

	"glossator/app/ui/locale"
	"glossator/app/ui/memory"
	"glossator/app/ui/status"
	"glossator/app/workspace"
	"glossator/models"
)

// The texts about opening projects.
const (
	textNewProject  = "New project…"
	textOpenProject = "Open project…"
	textCreate      = "Create"
	textNewName     = "New project"
)

// gate is how a project comes on the window, and how one comes back to where
// one was in it.
type gate struct {
	*bench

	projects Projects
	memory   memory.Memory
	crashes  *crashes
	show     func(ws *workspace.Workspace) // makes it the one on the window
	lament   func(message status.Message)  // says on a window without a project why there is none
}

// visit is one opening of a project.
type visit struct {
	path    string
	find    func(context.Context) (*workspace.Workspace, error)
	then    func() // once it is on the window; nil: nothing
	reading bool   // nothing is to be changed in it
}

// open changes to another project, the one at path.
func (g *gate) open(path string, find func(context.Context) (*workspace.Workspace, error)) {
	g.visit(visit{path: path, find: find})
}

// visit changes to another project. The old one stays when the new one cannot
// be opened.
func (g *gate) visit(v visit) {
	g.flush()
	g.work.Actions.Do(func(ctx context.Context) (func(), error) { return g.arrive(ctx, v), nil })
}

// arrive opens a project off the window's goroutine and returns how to show it,
// or why it cannot be.
func (g *gate) arrive(ctx context.Context, v visit) func() {
	ws, err := v.find(ctx)
	if err != nil {
		f := g.diagnose(v.path, err, v.reading)
		return func() { g.failed(f) }
	}
	if err := g.recall(ctx, ws); err != nil {
		slog.Warn("the last article was not opened", "cause", err)
	}
	return func() {
		g.show(ws)
		if v.then != nil {
			v.then()
		}
	}
}

func (g *gate) openFile(path string) {
	g.open(path, func(ctx context.Context) (*workspace.Workspace, error) { return g.projects.Open(ctx, path) })
}

func (g *gate) create(path string) {
	g.open(path, func(ctx context.Context) (*workspace.Workspace, error) { return g.projects.Create(ctx, path) })
}

// askNew asks for name and folder. The file is made by the project itself, which
// never replaces one.
func (g *gate) askNew() {
	g.askDestination(strings.TrimSuffix(locale.T(textNewProject), "…"), locale.T(textNewName), locale.T(textCreate), g.create)
}

// ask asks for the file of a project.
func (g *gate) ask() {
	g.over.AskFile(g.projects.Folder(), storage.NewExtensionFileFilter([]string{projectExtension}), g.openFile)
}

// remember notes where the reader is.
func (g *gate) remember(d *desk) {
	if content, ok := d.ws.Article(); ok {
		g.memory.SetPlace(d.ws.Project().UID, content.Article.UID, d.ws.Cursor())
	}
}

// recall opens the article where the reader was, unless one is open. An
// article that is gone is no error.
func (g *gate) recall(ctx context.Context, ws *workspace.Workspace) error {
	uid, cursor := g.memory.Place(ws.Project().UID)
	if _, open := ws.Article(); open || uid == "" {
		return nil
	}
	err := ws.OpenArticleAt(ctx, uid, cursor)
	if models.CodeOf(err) == models.CodeNotFound {
		return nil
	}
	return err
}
