// Package picking is the dialog in which somebody chooses several files and
// folders at once; the toolkit's own lets one choose one.
package picking

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/background"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/checklist"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
)

const (
	pageWidth  = 900 // units
	pageHeight = 660
	pageEdge   = 48 // units that the window shows around the page
	addButton  = 1
)

// Actions is what the page needs from the window.
type Actions struct {
	// Add takes the chosen files and folders, by their paths, and the folder in
	// which they were chosen.
	Add    func(paths []string, folder string)
	Closed func() // hears that the page is gone
	One    *One   // nil: several files and folders may be chosen
}

// One asks for a single file, which is opened at once.
type One struct {
	Title, Agree string   // the words on the page and on its button, in the language of the window
	Extensions   []string // with their dots, in small letters; other files are not shown
}

// Page is the content of a folder over the window.
type Page struct {
	actions Actions
	reads   *background.Runner
	modal   *modal.Modal
	list    *checklist.List
	path    *modal.Entry
	up      *widget.Button
	count   *textline.Line
	problem *textline.Line
	empty   *widget.Label // over the list when it lists nothing
	folder  string
	entries []entry
}

// New makes the page over a window; it reads folders through reads and begins
// with one. [Page.Modal] shows it.
func New(folder string, reads *background.Runner, over fyne.Canvas, actions Actions) *Page {
	p := &Page{
		actions: actions, reads: reads, count: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		problem: textline.New("", textline.Look{Colour: toolkit.ColorNameError, Size: theme.SizeNameSmall}),
	}
	p.list = checklist.New(false, checklist.Hooks{
		Changed: p.say, Pressed: p.pressed, Answer: p.answer, Leave: p.Hide, Back: p.goUp, Into: p.into,
	})
	p.empty = widget.NewLabelWithStyle(locale.T(textEmpty), fyne.TextAlignCenter, fyne.TextStyle{})
	p.empty.Hide()
	p.path = modal.NewEntry("")
	p.path.Enter, p.path.Escape = func() { p.Go(p.path.Text) }, p.Hide
	p.up = widget.NewButtonWithIcon("", toolkit.MoveUpIcon(), p.goUp)
	title, agree, press := locale.T(textTitle), locale.T(textAdd), p.Add
	if one := actions.One; one != nil {
		title, agree, press = one.Title, one.Agree, p.answer
	}
	p.modal = modal.New(title, p.arrangement(), over, modal.Button{Text: locale.T(textCancel)},
		modal.Button{Text: agree, Primary: true, Stay: true, Press: press})
	p.modal.SetOnClosed(actions.Closed)
	size := over.Size()
	p.modal.Resize(fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge)))
	p.Go(folder)
	p.say()
	return p
}

func (p *Page) arrangement() fyne.CanvasObject {
	home := container.NewHBox()
	for _, place := range places() {
		home.Add(widget.NewButton(locale.T(place.words), func() { p.Go(place.path) }))
	}
	said := locale.T(textKeys)
	if p.actions.One != nil {
		said = locale.T(textKeysOfOne)
	}
	keys := textline.New(said, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	head := container.NewVBox(home, container.NewBorder(nil, nil, p.up, nil, p.path))
	foot := container.NewVBox(container.NewBorder(nil, nil, nil, nil, p.count), keys, p.problem)
	return container.NewBorder(head, foot, nil, nil,
		container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0), container.NewStack(p.list, p.empty)))
}

// Modal returns the page for the window to show.
func (p *Page) Modal() *modal.Modal { return p.modal }

// List returns what gets the keyboard.
func (p *Page) List() *checklist.List { return p.list }

// Names returns what is listed.
func (p *Page) Names() []string {
	names := make([]string, len(p.entries))
	for i, e := range p.entries {
		names[i] = e.name
	}
	return names
}

// Hide takes the page away; nothing is added.
func (p *Page) Hide() { p.modal.Hide() }

// Go shows another folder, or says why it cannot be read. The path of a file
// shows the folder that it lies in, with the file chosen.
func (p *Page) Go(path string) {
	folder, file := path, ""
	p.reads.Do(func(context.Context) (func(), error) {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			folder, file = filepath.Split(path)
		}
		entries, err := read(folder)
		entries = slices.DeleteFunc(entries, p.unfit)
		return func() {
			if err != nil {
				p.problem.SetText(locale.T(textUnreadable, path))
				return
			}
			p.show(filepath.Clean(folder), entries, file)
			if p.actions.One != nil && len(p.list.Checked()) > 0 {
				p.Add()
			}
		}, nil
	})
}

// unfit reports whether a file is of no kind that is asked for.
func (p *Page) unfit(e entry) bool {
	one := p.actions.One
	return one != nil && !e.folder && !slices.Contains(one.Extensions, strings.ToLower(filepath.Ext(e.name)))
}

func (p *Page) show(folder string, entries []entry, file string) {
	p.folder, p.entries = folder, entries
	p.problem.SetText("")
	p.path.SetText(folder)
	p.empty.Hidden = len(entries) > 0
	p.empty.Refresh()
	items := make([]checklist.Item, len(entries))
	checked := make([]bool, len(entries))
	for i, e := range entries {
		items[i] = checklist.Item{Title: e.name, Aside: e.about(), Icon: e.icon(), Bare: p.actions.One != nil}
		checked[i] = e.name == file
	}
	p.list.Set(items, checked)
	p.say()
}

func (p *Page) goUp() { p.Go(filepath.Dir(p.folder)) }

// into opens the folder of a row.
func (p *Page) into(at int) {
	if at < len(p.entries) && p.entries[at].folder {
		p.Go(filepath.Join(p.folder, p.entries[at].name))
	}
}

// pressed opens a folder, and checks a file or no longer.
func (p *Page) pressed(at int) {
	if at >= len(p.entries) {
		return
	}
	if p.entries[at].folder {
		p.into(at)
		return
	}
	p.list.Turn(at)
	if p.actions.One != nil {
		p.Add()
	}
}

// answer adds what is checked. Where nothing is, Enter opens the folder under
// the cursor, or adds the file.
func (p *Page) answer() {
	if len(p.list.Checked()) == 0 && len(p.entries) > 0 {
		if p.entries[p.list.At()].folder {
			p.into(p.list.At())
			return
		}
		p.list.Check(p.list.At(), true)
	}
	p.Add()
}

// Add closes the page and adds what is checked, if anything is.
func (p *Page) Add() {
	rows := p.list.Checked()
	if len(rows) == 0 {
		return
	}
	paths := make([]string, len(rows))
	for i, row := range rows {
		paths[i] = filepath.Join(p.folder, p.entries[row].name)
	}
	p.modal.Hide()
	p.actions.Add(paths, p.folder)
}

// say writes how many are checked.
func (p *Page) say() {
	if p.actions.One != nil {
		p.count.SetText("")
		return
	}
	chosen, add := len(p.list.Checked()), p.modal.Button(addButton)
	p.count.SetText(locale.T("%s of %s chosen", locale.Number(chosen), locale.Number(len(p.entries))))
	if chosen == 0 {
		add.Disable()
		return
	}
	add.Enable()
}
