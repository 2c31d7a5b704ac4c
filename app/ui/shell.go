package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/memory"
	"glossator/app/ui/status"
	"glossator/app/ui/theme"
	"glossator/app/ui/watch"
	"glossator/app/workspace"
	"glossator/assets"
)

// Shell is the window: it makes the parts, puts the pages of a project on the
// window, and takes them away again.
type Shell struct {
	parts

	app      fyne.App
	window   fyne.Window
	projects Projects
	memory   memory.Memory
	content  *content
	watch    *watch.Watch // over the file of the open project
	ended    bool
	closing  error // why the project could not be closed well
}

// New makes the window without a project. Pages post to the goroutine that
// draws the window through post.
func New(a fyne.App, p Projects, post background.Poster) *Shell {
	s := &Shell{app: a, projects: p, memory: memory.New(a.Preferences())}
	a.Settings().SetTheme(theme.New(s.memory.Mode()))
	s.window = a.NewWindow(programName)
	s.window.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	s.window.SetPadded(false)
	s.window.Resize(s.memory.WindowSize())
	s.window.SetMaster()
	s.window.SetCloseIntercept(s.Quit)
	s.window.SetOnDropped(s.dropped)
	s.content = newContent()
	s.window.SetContent(s.content.object())
	s.assemble(post)
	s.watch = watch.New(s.work.Actions, s.work.Busy, s.seen)
	s.clear()
	return s
}

// Begin opens the first project, the one at path or else the last one or the
// default, and takes in files as if they were dropped on the window.
func (s *Shell) Begin(path string, articles []string) {
	created, about := false, path
	if about == "" {
		about = s.projects.Last()
	}
	find := func(ctx context.Context) (ws *workspace.Workspace, err error) {
		if path != "" {
			return s.projects.Open(ctx, path)
		}
		ws, created, err = s.projects.Default(ctx)
		return ws, err
	}
	s.gate.visit(visit{path: about, find: find, then: func() {
		if created {
			s.strip.Show(status.Message{Text: locale.T(textWelcome)})
		}
		if len(articles) > 0 {
			s.takeIn(articles)
		}
	}})
}

// Show makes a project the one on the window and closes the one before.
func (s *Shell) Show(ws *workspace.Workspace) {
	before := s.desk
	s.desk = nil
	next, err := s.newDesk(ws)
	if err != nil {
		s.desk = before
		s.work.Fail(err)
		return
	}
	s.lay(next)
	s.strip.Dismiss()
	s.work.Forget()
	s.failures.gone = false
	s.rescue.greet(ws)
	s.colleagues.findCopies(ws)
	if before != nil {
		s.leave(before)
	}
	s.watch.Over(ws)
	next.reader.Focus()
}

// lay puts the pages of a project on the window.
func (s *Shell) lay(d *desk) {
	s.desk = d
	s.keys.Lay(s.commands(), menus)
	s.content.show(d)
	s.window.SetTitle(d.ws.Project().Name + titleJoin + programName)
}

// clear is the window without a project.
func (s *Shell) clear() {
	s.keys.Lay(s.commands(), menus)
	s.content.clear(s.gate.askNew, s.gate.ask)
}

// lament is clear with why a project could not be opened.
func (s *Shell) lament(about status.Message) {
	s.content.about = about
	s.clear()
}

// leave closes the pages of a project, and then the project.
func (s *Shell) leave(d *desk) {
	s.gate.remember(d)
	d.close()
	s.work.Actions.Do(func(context.Context) (func(), error) {
		d.check.Stop()
		s.work.Learning.Wait() // it may be reading
		return nil, d.ws.Close()
	})
}

// redraw makes the pages of the open project and the menus anew, with the same
// panes in sight.
func (s *Shell) redraw() {
	if s.desk == nil {
		s.clear()
		return
	}
	s.flush()
	before := s.desk
	next, err := s.newDesk(before.ws)
	if err != nil {
		s.work.Fail(err)
		return
	}
	left, right := before.panes.Shown()
	tab := before.right.Current()
	s.lay(next)
	next.panes.Arrange(left, right)
	next.right.Select(tab)
	s.sides.follow()
	before.close()
	s.work.Actions.Do(func(context.Context) (func(), error) {
		before.check.Stop()
		return nil, nil //nolint:nilnil // there is nothing to show
	})
}

// recode follows a codebook that has changed: pages, menus and help are made
// from it.
func (s *Shell) recode() {
	if s.desk == nil {
		return
	}
	if unsaved := s.desk.unsaved; unsaved != nil {
		defer func() { s.desk.unsaved = unsaved }()
	}
	s.redraw()
	s.desk.reader.Focus() // what had the keyboard is gone
	s.guide.codebook.Refresh()
}

// heard keeps menu and strip in step with what can be done and was done.
func (s *Shell) heard(event workspace.Event) {
	switch event.Kind {
	case workspace.UndoChanged, workspace.ArticleOpened, workspace.AnnotatorChanged:
		s.work.Post(s.keys.Update)
	case workspace.SentencesChanged:
		if event.Sentences == nil {
			s.work.Post(s.keys.Update)
		}
	case workspace.SavedChanged:
		s.work.Post(s.saved)
	case workspace.BackupFailed:
		s.work.Post(s.failures.warnUnsafe)
	case workspace.CodebookChanged:
		s.work.Post(s.recode)
	case workspace.LibraryChanged, workspace.CursorMoved, workspace.SuggestionsChanged, workspace.ReviewChanged:
	}
}

// saved takes away what an action that succeeded has made out of date.
func (s *Shell) saved() {
	if s.desk != nil && s.desk.ws.Failure() == nil {
		s.strip.Succeeded()
	}
}

// dropped takes in what was dropped on the window.
func (s *Shell) dropped(_ fyne.Position, items []fyne.URI) {
	var paths []string
	for _, item := range items {
		paths = append(paths, item.Path())
	}
	s.takeIn(paths)
}

// takeIn opens files that came without a word about what they are: a project,
// the labels of a colleague, annotations that come back, or else articles.
func (s *Shell) takeIn(paths []string) {
	if !s.colleagues.dropLabels(paths) && !s.returns.sortOut(paths) {
		s.arrivals.addPaths(paths)
	}
}

// seen remembers the place of the reader, so that a crash loses a second of it
// at most, and tells when the file is gone.
func (s *Shell) seen(ws *workspace.Workspace, err error) {
	if s.shows(ws) {
		s.gate.remember(s.desk)
		s.failures.missed(err)
	}
}

// Quit closes the project and the program.
func (s *Shell) Quit() {
	s.end()
	s.app.Quit()
}

// end leaves everything on disk. It may be called twice.
func (s *Shell) end() {
	if s.ended {
		return
	}
	s.ended = true
	s.flush()
	s.work.Stop()
	s.memory.SetWindowSize(s.window.Canvas().Size())
	s.watch.End()
	if s.desk != nil {
		s.gate.remember(s.desk)
		s.desk.close()
		s.desk.check.Stop()
		s.closing = s.desk.ws.Close()
	}
}
