package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/help"
	"glossator/app/ui/locale"
	"glossator/app/ui/palette"
	"glossator/app/ui/widgets/modal"
)

// The titles of the help pages.
const (
	titleKeys     = "Keys"
	titleAbout    = "About"
	titleCodebook = "Codebook"
)

func (s *Shell) showKeys() {
	const width, height = 1160, 640 // units
	s.coverWith(locale.T(titleKeys), help.Keys(s.table, s.sheet()), fyne.NewSize(width, height))
}

// sheet is the order of the menus on the sheet of keys: what the keys mean at
// the moment comes first.
func (s *Shell) sheet() []command.Menu {
	for _, c := range s.table.All() {
		if c.Mode != "" && c.Mode == s.table.Mode() {
			rest := slices.DeleteFunc(slices.Clone(sheetOrder), func(menu command.Menu) bool { return menu == c.Menu })
			return append([]command.Menu{c.Menu}, rest...)
		}
	}
	return sheetOrder
}

func (s *Shell) showStart() {
	title, content := help.Start()
	s.coverWith(title, content, s.roomy())
}

func (s *Shell) showAbout() {
	path := locale.T(textNoProject)
	if s.desk != nil {
		path = s.desk.ws.Path()
	}
	s.coverWith(locale.T(titleAbout), help.About(s.version, path), fyne.NewSize(0, 0))
}

// coverWith shows a page to read.
func (s *Shell) coverWith(title string, content fyne.CanvasObject, size fyne.Size) {
	m := modal.New(title, content, s.window.Canvas(), modal.Button{Text: locale.T(textClose)})
	m.Resize(size)
	s.cover(m)
}

// showCodebook opens the codebook in a window of its own, so that it can stand
// beside the text, at the label of this key; empty: at the general rules.
func (s *Shell) showCodebook(key string) {
	if s.help == nil {
		s.help = s.app.NewWindow(locale.T(titleCodebook))
		s.help.SetPadded(false)
		s.help.Resize(s.roomy())
		s.help.SetOnClosed(func() { s.help = nil })
	}
	s.help.SetContent(help.Codebook(s.codebookInUse(), key))
	s.help.Show()
	s.help.RequestFocus()
}

func (s *Shell) showPalette() {
	s.palette = palette.Show(s.table, s.window.Canvas(), s.perform)
}
