package ui

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/command"
	"glossator/app/ui/library"
	"glossator/app/ui/locale"
	"glossator/app/ui/palette"
	"glossator/app/ui/preferences"
	"glossator/app/ui/status"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/surface"
	"glossator/app/workspace"
	"glossator/assets"
	"glossator/models"
)

// savingDelay is how long an action may take before the status line says that
// it is under way; shorter ones would only flicker.
const savingDelay = 300 * time.Millisecond

// Shell is the window and what all pages share.
type Shell struct {
	app      fyne.App
	window   fyne.Window
	projects Projects
	post     background.Poster
	version  string
	codebook models.Codebook
	memory   memory

	run   *background.Runner // actions, one after the other
	reads *background.Runner // what pages read for show
	learn *background.Runner // what suggestions are learnt with
	long  *background.Runner // imports and exports, beside which one can go on working

	strip   *status.Strip
	desk    *desk // the pages of the open project; nil: none is open
	table   *command.Table
	menu    *command.Bar
	body    *fyne.Container // the panes
	foot    *fyne.Container // the status line
	frame   *frame.Frame    // body, strip and foot
	pending atomic.Int32    // actions under way
	armed   bool            // a look at pending is due
	overlay overlay         // what lies over the window; nil: nothing
	form    *library.Form   // the form about articles that was shown last
	help    fyne.Window     // the codebook; nil: closed

	preferences fyne.Window       // nil: closed
	preferred   *preferences.Page // what it shows
	introduced  bool              // it was said under which name one works, or need not be

	pause   time.Duration  // between a change and learning from it
	places  map[string]int // where the cursor was in articles of this session
	ticking chan struct{}  // closed to end the watch over the file
	ended   bool
	closing error

	report  func(stack string)   // writes a crash report; nil: nobody does
	notices func() []models.Text // what the program has to say at its start; nil: nothing
	retry   func()               // does the last change again that failed; nil: none did
	gone    bool                 // it was said that the file is no longer where it was

	palette *palette.Palette
}

// overlay is something over the window that Escape takes away.
type overlay interface{ Hide() }

// New makes the window without a project. Pages post to the goroutine that
// draws the window through post.
func New(a fyne.App, p Projects, post background.Poster) *Shell {
	s := &Shell{
		app: a, projects: p, post: post,
		memory: memory{a.Preferences()},
		places: map[string]int{},
		pause:  refitPause,
	}
	a.Settings().SetTheme(theme.New(s.memory.mode()))
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err == nil {
		s.codebook = book
	}
	s.run = background.New(post, s.fail)
	s.reads = background.New(post, s.fail)
	s.long = background.New(post, s.fail)
	s.learn = background.New(post, s.fail)
	s.window = a.NewWindow(programName)
	s.window.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	s.window.SetPadded(false)
	s.window.Resize(s.memory.windowSize())
	s.window.SetMaster()
	s.window.SetCloseIntercept(s.Quit)
	s.window.SetOnDropped(s.dropped)
	s.body = container.NewStack()
	s.foot = container.NewStack()
	s.strip = status.NewStrip(func() { s.frame.Arrange() })
	s.frame = frame.New(nil, s.body, []fyne.CanvasObject{s.strip.Object(), s.foot})
	s.window.SetContent(s.frame.Object())
	s.listen()
	s.makeCommands()
	s.showNothing()
	return s
}

// Begin opens the first project, the one at path or else the last one or the
// default, and adds articles to it.
func (s *Shell) Begin(path string, articles []string) {
	created, about := false, path
	if about == "" {
		about = s.projects.Last()
	}
	s.open(about, func(ctx context.Context) (ws *workspace.Workspace, err error) {
		if path != "" {
			return s.projects.Open(ctx, path)
		}
		ws, created, err = s.projects.Default(ctx)
		return ws, err
	}, func() {
		if created {
			s.strip.Show(status.Message{Text: locale.T(textWelcome)})
		}
		if len(articles) > 0 {
			s.addPaths(articles)
		}
	})
}

// open changes to another project, the one at path. The old one stays when the
// new one cannot be opened.
func (s *Shell) open(path string, find func(context.Context) (*workspace.Workspace, error), then func()) {
	s.flush()
	s.run.Do(func(ctx context.Context) (func(), error) { return s.visit(ctx, path, find, then), nil })
}

// visit opens a project off the window's goroutine and returns how to show it,
// or why it cannot be.
func (s *Shell) visit(ctx context.Context, path string, find func(context.Context) (*workspace.Workspace, error), then func()) func() {
	ws, err := find(ctx)
	if err != nil {
		return func() { s.failOpening(path, err) }
	}
	if err := s.recall(ctx, ws); err != nil {
		slog.Warn("the last article was not opened", "cause", err)
	}
	return func() { s.Show(ws); then() }
}

// Show makes a project the one on the window and closes the one before.
func (s *Shell) Show(ws *workspace.Workspace) {
	before := s.desk
	s.desk = nil
	next, err := s.newDesk(ws)
	if err != nil {
		s.desk = before
		s.fail(err)
		return
	}
	s.lay(next)
	s.strip.Dismiss()
	s.retry, s.gone = nil, false
	s.greet(ws)
	s.findCopies(ws)
	if before != nil {
		s.leave(before)
	}
	s.watch(ws)
	next.reader.Focus()
}

// lay puts the pages of a project on the window.
func (s *Shell) lay(d *desk) {
	s.desk = d
	s.makeCommands()
	s.body.Objects = []fyne.CanvasObject{d.around.Object(), d.table.Object(), d.fronts}
	s.foot.Objects = []fyne.CanvasObject{d.line.Object()}
	s.window.Content().Refresh()
	s.window.SetTitle(d.ws.Project().Name + titleJoin + programName)
}

// leave closes the pages of a project, and then the project.
func (s *Shell) leave(d *desk) {
	s.remember(d)
	d.close()
	s.run.Do(func(context.Context) (func(), error) {
		d.check.Stop()
		s.learn.Wait() // it may be reading
		return nil, d.ws.Close()
	})
}

// showNothing is the window without a project.
func (s *Shell) showNothing() {
	title := widget.NewLabelWithStyle(locale.T(textNoProject), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	buttons := container.NewHBox(
		widget.NewButton(locale.T(textNewProject), s.askNewProject), widget.NewButton(locale.T(textOpenProject), s.askProject))
	s.body.Objects = []fyne.CanvasObject{surface.New(toolkit.ColorNameBackground,
		container.NewVBox(layout.NewSpacer(), title, container.NewCenter(buttons), layout.NewSpacer()))}
	s.body.Refresh()
}

// do runs a change and says how it went.
func (s *Shell) do(work func(ctx context.Context) error) {
	s.pending.Add(1)
	s.armSaving()
	s.run.Do(func(ctx context.Context) (func(), error) {
		err := work(ctx)
		return func() {
			s.retry = nil
			if err != nil {
				s.retry = func() { s.do(work) }
			}
			s.settled()
		}, err
	})
}

func (s *Shell) settled() {
	if s.pending.Add(-1) == 0 && s.desk != nil {
		s.desk.line.Saving(false)
	}
}

func (s *Shell) armSaving() {
	if s.armed {
		return
	}
	s.armed = true
	time.AfterFunc(savingDelay, func() {
		s.post(func() {
			s.armed = false
			if s.pending.Load() > 0 && s.desk != nil {
				s.desk.line.Saving(true)
			}
		})
	})
}

// fail shows an error. One that a rule made is out of date with the next
// action that succeeds; others stay.
func (s *Shell) fail(err error) {
	code := models.CodeOf(err)
	if code == models.CodeInternal {
		s.broken(err)
	}
	s.strip.Show(s.offer(status.Message{Text: locale.Explain(err), Alarm: true, Transient: refused(code)}, err))
}

// refused reports whether nothing was lost: a rule turned the action down.
func refused(code models.Code) bool {
	switch code {
	case models.CodeInvalid, models.CodeNotFound, models.CodeConflict, models.CodeNothing, models.CodeCancelled:
		return true
	default:
		return false
	}
}

// flush saves what is typed into the inspector.
func (s *Shell) flush() {
	if s.desk != nil {
		s.desk.inspector.Flush()
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
	s.long.Stop()
	s.reads.Stop()
	s.learn.Stop()
	s.run.Wait()
	s.run.Stop()
	s.memory.setWindowSize(s.window.Canvas().Size())
	if s.ticking != nil {
		close(s.ticking)
	}
	if s.desk != nil {
		s.remember(s.desk)
		s.desk.close()
		s.desk.check.Stop()
		s.closing = s.desk.ws.Close()
	}
}
