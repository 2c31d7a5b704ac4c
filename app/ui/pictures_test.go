package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"glossator/app/ui/stage"
	"glossator/app/ui/theme"
)

// TestPictures draws the pages for a look. It runs only with a folder for the
// pictures in GLOSSATOR_PICTURES.
func TestPictures(t *testing.T) {
	stage.NeedsPictures(t)
	sizes := []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)}
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		for _, size := range sizes {
			r := newRig(t)
			r.shell.choices.setMode(mode)
			r.shell.window.Resize(size)
			shoot := func(name string) {
				r.settle()
				if s := r.shell; s.guide.codebook.Shown() != s.window {
					r.sound(name)
				}
				stage.Picture(t, fmt.Sprintf("%s-%s-%.0f", name, mode, size.Width), r.shell.window.Canvas().Capture)
			}
			shoot("1-first")
			r.scenes(shoot)
		}
	}
}

// scenes walks through the pages.
func (r *rig) scenes(shoot func(name string)) {
	s := r.shell
	for i := range 12 {
		s.arrivals.addPaths([]string{r.article(fmt.Sprintf("Committee publishes its findings on shelters, hotlines and court interpreters, part %d", i+1),
			"The ministry will open three shelters by the end of the year.", "Since January, 192 victims received help.")})
		r.settle()
	}
	s.route.neighbour(20)
	r.press(fyne.KeyHome)
	s.desk.library.Find("barrier")
	r.settle()
	s.desk.library.Find("")
	r.settle()
	rows := s.desk.library.Rows()
	row, _ := s.desk.library.Row(rows - 1)
	s.route.openArticle(row.UID)
	r.settle()
	s.strip.Dismiss()
	for position, keys := range []string{"", "12", "", "", "2", "2", "", "13", "1", "1", "3", "", "23", "3"} {
		s.desk.ws.MoveTo(position)
		r.settle()
		for _, key := range keys {
			r.press(fyne.KeyName(string(key)))
		}
	}
	s.desk.ws.MoveTo(3)
	r.press(fyne.KeySpace)
	s.desk.ws.MoveTo(7)
	shoot("2-labels")
	r.do("view.annotations")
	r.press(fyne.KeyDown)
	shoot("18-annotations")
	s.desk.table.Find("minist")
	shoot("19-found")
	s.desk.table.Export()
	shoot("21-export-these")
	s.over.Hide()
	s.desk.table.Find("zzz")
	shoot("20-nothing")
	s.desk.table.Find("")
	s.scene.leaveTable()
	r.settle()
	r.shell.route.find()
	r.settle()
	r.write("ministry")
	shoot("3-find")
	r.press(fyne.KeyEscape)
	s.failures.fail(os.ErrClosed)
	shoot("4-error")
	s.strip.Dismiss()
	s.guide.showKeys()
	shoot("5-keys")
	s.over.Hide()
	s.guide.showPalette()
	shoot("6-palette")
	s.guide.palette.Press(fyne.KeyEscape)
	s.exports.ask()
	shoot("7-export")
	s.over.Hide()
	s.gate.askNew()
	shoot("8-new")
	s.over.Hide()
	s.scene.contextMenu(fyne.NewPos(600, 300))
	shoot("9-menu")
	s.over.Hide()
	s.sides.readingMode()
	shoot("10-reading")
	s.sides.readingMode()
	s.desk.library.Find("zzz")
	r.settle()
	s.desk.ws.CloseArticle()
	shoot("11-empty")
	s.guide.showAbout()
	shoot("12-about")
	s.over.Hide()
	s.guide.showStart()
	shoot("13-start")
	s.over.Hide()
	s.guide.showCodebook("statistic")
	main := s.window
	s.window = s.guide.codebook.Shown()
	shoot("16-codebook")
	s.window = main
	s.identity.ask()
	shoot("14-annotator")
	s.over.Hide()
	s.arrivals.askArticle()
	shoot("15-file")
	s.over.Hide()
	r.libraryScenes(shoot)
	r.documentScenes(shoot)
}

// sound fails where something on screen has a size below nothing.
func (r *rig) sound(name string) {
	r.t.Helper()
	var walk func(object fyne.CanvasObject, path string)
	walk = func(object fyne.CanvasObject, path string) {
		if !object.Visible() {
			return
		}
		path += fmt.Sprintf(" > %T", object)
		if size := object.Size(); size.Width < 0 || size.Height < 0 {
			r.t.Errorf("%s: %s has the size %v", name, path, size)
		}
		switch object := object.(type) {
		case *fyne.Container:
			for _, child := range object.Objects {
				walk(child, path)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(object).Objects() {
				walk(child, path)
			}
		}
	}
	walk(r.shell.window.Content(), "")
}

// texts gathers everything that is written on screen.
func texts(object fyne.CanvasObject) string {
	if !object.Visible() {
		return ""
	}
	var all []string
	switch object := object.(type) {
	case *canvas.Text:
		return object.Text
	case *fyne.Container:
		for _, child := range object.Objects {
			all = append(all, texts(child))
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(object).Objects() {
			all = append(all, texts(child))
		}
	}
	return strings.Join(all, " ")
}
