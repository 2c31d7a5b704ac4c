package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

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
	target := destination.New(s.projects.Folder(), textNewName, projectExtension,
		destination.Texts{Name: textName, Folder: textFolder, Choose: textChoose}, s.window)
	create := func() {
		if path := target.Path(); path != "" {
			s.uncover()
			s.createProject(path)
		}
	}
	m := modal.New(strings.TrimSuffix(textNewProject, "…"), target.Object(), s.window.Canvas(),
		modal.Button{Text: textCancel}, modal.Button{Text: textCreate, Primary: true, Stay: true, Press: create})
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

// dropped opens what was dropped on the window: a project, or else articles.
func (s *Shell) dropped(_ fyne.Position, items []fyne.URI) {
	var paths []string
	for _, item := range items {
		path := item.Path()
		if strings.EqualFold(filepath.Ext(path), projectExtension) {
			s.openProject(path)
			return
		}
		paths = append(paths, path)
	}
	s.addPaths(paths)
}

// askAnnotator asks who works here.
func (s *Shell) askAnnotator() {
	if s.desk == nil {
		return
	}
	ws := s.desk.ws
	name := modal.NewEntry(ws.Me().Name)
	how := widget.NewRadioGroup([]string{textCorrect, textOther}, nil)
	how.SetSelected(textCorrect)
	how.Required = true
	apply := func() {
		s.uncover()
		s.nameAnnotator(ws, name.Text, how.Selected == textOther)
	}
	m := modal.New(textAnnotator, container.NewVBox(name, how), s.window.Canvas(),
		modal.Button{Text: textCancel}, modal.Button{Text: textApply, Primary: true, Stay: true, Press: apply})
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
		if other {
			return ws.SignIn(ctx, name)
		}
		return ws.Rename(ctx, name)
	})
}
