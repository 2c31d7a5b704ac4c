package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/controls"
	"glossator/app/ui/help"
	"glossator/app/ui/locale"
	"glossator/app/ui/palette"
	"glossator/app/ui/widgets/modal"
)

// The titles of the help pages.
const (
	titleKeys  = "Keys"
	titleAbout = "About"
)

// guide is everything that explains: the keys, the first steps, the codebook.
type guide struct {
	*bench

	keys     *controls.Controls
	version  string // of the program
	codebook *help.Window
	palette  *palette.Palette // as it was shown last
}

// newGuide makes the guide with the window of the codebook, which is not open
// yet.
func newGuide(g guide, a fyne.App) *guide {
	g.codebook = help.NewWindow(a.NewWindow, g.bench.codebook)
	return &g
}

func (g *guide) showKeys() {
	const width, height = 1160, 640 // units
	g.coverWith(locale.T(titleKeys), help.Keys(g.keys.Table(), g.sheet()), fyne.NewSize(width, height))
}

// sheet is the order of the menus on the sheet of keys: what the keys mean at
// the moment comes first.
func (g *guide) sheet() []command.Menu {
	for _, c := range g.keys.Table().All() {
		if c.Mode != "" && c.Mode == g.keys.Table().Mode() {
			rest := slices.DeleteFunc(slices.Clone(sheetOrder), func(menu command.Menu) bool { return menu == c.Menu })
			return append([]command.Menu{c.Menu}, rest...)
		}
	}
	return sheetOrder
}

func (g *guide) showStart() {
	title, content := help.Start()
	g.coverWith(title, content, g.over.Roomy())
}

func (g *guide) showAbout() {
	path := locale.T(textNoProject)
	if g.desk != nil {
		path = g.desk.ws.Path()
	}
	g.coverWith(locale.T(titleAbout), help.About(g.version, path), fyne.NewSize(0, 0))
}

// coverWith shows a page to read.
func (g *guide) coverWith(title string, content fyne.CanvasObject, size fyne.Size) {
	m := modal.New(title, content, g.over.Canvas(), modal.Button{Text: locale.T(textClose)})
	m.Resize(size)
	g.over.Show(m)
}

// showCodebook opens the codebook at the label of this key; empty: at the
// general rules.
func (g *guide) showCodebook(key string) { g.codebook.Show(key, g.over.Roomy()) }

func (g *guide) showPalette() {
	g.palette = palette.Show(g.keys.Table(), g.over.Canvas(), g.keys.Perform)
}
