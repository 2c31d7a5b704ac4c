package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/destination"
	"glossator/app/ui/widgets/modal"
	"glossator/app/workspace"
)

// projectExtension ends the name of a project file.
const projectExtension = ".glossator"

const (
	dialogShare     = 0.8 // of the window, for dialogs about files
	newProjectWidth = 560 // units
)

func (s *Shell) openProject(path string) {
	s.open(path, func(ctx context.Context) (*workspace.Workspace, error) { return s.projects.Open(ctx, path) }, func() {})
}

func (s *Shell) createProject(path string) {
	s.open(path, func(ctx context.Context) (*workspace.Workspace, error) { return s.projects.Create(ctx, path) }, func() {})
}

// askNewProject asks for name and folder. The file is made by the project
// itself, which never replaces one.
func (s *Shell) askNewProject() {
	target := destination.New(s.projects.Folder(), locale.T(textNewName), projectExtension,
		destination.Texts{Name: locale.T(textName), Folder: locale.T(textFolder), Choose: locale.T(textChoose)}, s.window)
	create := func() {
		if path := target.Path(); path != "" {
			s.uncover()
			s.createProject(path)
		}
	}
	m := modal.New(strings.TrimSuffix(locale.T(textNewProject), "…"), target.Object(), s.window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textCreate), Primary: true, Stay: true, Press: create})
	m.Resize(fyne.NewSize(newProjectWidth, 0))
	target.Answer(create, m.Hide)
	s.cover(m)
	s.window.Canvas().Focus(target.Name())
}

func (s *Shell) askProject() {
	s.askFile(s.projects.Folder(), storage.NewExtensionFileFilter([]string{projectExtension}), s.openProject)
}

func (s *Shell) askArticle() {
	s.askFile("", nil, func(path string) { s.addPaths([]string{path}) })
}

func (s *Shell) askFile(folder string, filter storage.FileFilter, then func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		if err := file.Close(); err != nil {
			s.fail(err)
			return
		}
		then(path)
	}, s.window)
	if filter != nil {
		d.SetFilter(filter)
	}
	s.coverWithFiles(d, folder)
}

func (s *Shell) askFolder() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if folder != nil {
			s.addPaths([]string{folder.Path()})
		}
	}, s.window)
	s.coverWithFiles(d, "")
}

func (s *Shell) coverWithFiles(d *dialog.FileDialog, folder string) {
	if folder != "" {
		if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
			d.SetLocation(at)
		}
	}
	d.SetView(dialog.ListView) // a grid breaks long names in the middle of a word
	s.overlay = d
	d.Show() // before the rest: the toolkit's dialog is made only now
	size := s.window.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*dialogShare, size.Height*dialogShare))
	s.window.Canvas().Overlays().Top().Refresh() // puts it in the middle
	d.SetOnClosed(s.uncovered)
}

// cover shows a page over the window; Escape takes it away, and the text gets
// the keyboard back.
func (s *Shell) cover(m *modal.Modal) {
	s.overlay = m
	m.SetOnClosed(s.uncovered)
	m.Show()
}

func (s *Shell) uncovered() {
	s.overlay = nil
	if s.desk != nil && !s.covered() {
		s.desk.reader.Focus()
	}
}

// dropped opens what was dropped on the window: a project, the labels of a
// colleague, annotations that come back, or else articles.
func (s *Shell) dropped(_ fyne.Position, items []fyne.URI) {
	var paths []string
	for _, item := range items {
		paths = append(paths, item.Path())
	}
	if !s.dropLabels(paths) && !s.sortOut(paths) {
		s.addPaths(paths)
	}
}

// askAnnotator asks who works here.
func (s *Shell) askAnnotator() {
	if s.desk == nil {
		return
	}
	ws := s.desk.ws
	name := modal.NewEntry(ws.Me().Name)
	how := widget.NewRadioGroup([]string{locale.T(textCorrect), locale.T(textOther)}, nil)
	how.SetSelected(locale.T(textCorrect))
	how.Required = true
	apply := func() {
		s.uncover()
		s.nameAnnotator(ws, name.Text, how.Selected == locale.T(textOther))
	}
	m := modal.New(locale.T(textAnnotator), container.NewVBox(name, how), s.window.Canvas(),
		modal.Button{Text: locale.T(textCancel)}, modal.Button{Text: locale.T(textApply), Primary: true, Stay: true, Press: apply})
	m.Resize(fyne.NewSize(newProjectWidth, 0))
	name.Enter, name.Escape = apply, m.Hide
	s.cover(m)
	s.window.Canvas().Focus(name)
}

func (s *Shell) nameAnnotator(ws *workspace.Workspace, name string, other bool) {
	if name == ws.Me().Name {
		return
	}
	s.flush()
	s.do(func(ctx context.Context) error {
		act := ws.Rename
		if other {
			act = ws.SignIn
		}
		if err := act(ctx, name); err != nil {
			return err
		}
		return s.projects.SetAnnotator(name)
	})
}
