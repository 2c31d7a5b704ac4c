// Package palette finds a command by its words, for those who do not remember
// its key.
package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
)

const (
	paletteWidth  = 560 // units
	paletteHeight = 420
	paletteHint   = "Type what you want to do"
	nothingFound  = "No command has these words."
)

// Palette finds a command by its words.
type Palette struct {
	table *command.Table
	run   func(*command.Command)
	popup *widget.PopUp
	field *field
	list  *widget.List
	none  *textline.Line
	found []*command.Command
	at    int
}

// Show opens the palette over a window. The chosen command ends in run.
func Show(t *command.Table, over fyne.Canvas, run func(*command.Command)) *Palette {
	p := &Palette{table: t, run: run}
	p.field = newField(p.typedKey)
	p.field.SetPlaceHolder(locale.T(paletteHint))
	p.field.OnChanged = p.filter
	p.none = textline.New(locale.T(nothingFound), textline.Look{Colour: theme.ColorNameQuiet, Align: fyne.TextAlignCenter})
	p.list = widget.NewList(
		func() int { return len(p.found) },
		func() fyne.CanvasObject { return newPaletteRow() },
		func(i widget.ListItemID, object fyne.CanvasObject) {
			if row, ok := object.(*paletteRow); ok {
				row.show(p.found[i], i == p.at)
			}
		})
	p.list.HideSeparators = true
	p.list.OnSelected = p.choose
	body := container.NewBorder(container.NewVBox(p.field, widget.NewSeparator()), nil, nil, nil,
		container.NewStack(p.list, p.none))
	p.popup = widget.NewModalPopUp(container.NewPadded(body), over)
	size := over.Size()
	p.popup.Resize(fyne.NewSize(min(paletteWidth, size.Width), min(paletteHeight, size.Height)))
	p.popup.Show()
	p.filter("")
	over.Focus(p.field)
	return p
}

// Found returns the commands on show, the best first.
func (p *Palette) Found() []*command.Command { return p.found }

// Type puts words into the field, as typing does.
func (p *Palette) Type(words string) { p.field.SetText(words) }

// Press acts on a key, as the field does.
func (p *Palette) Press(name fyne.KeyName) { p.field.TypedKey(&fyne.KeyEvent{Name: name}) }

func (p *Palette) filter(words string) {
	p.found = p.table.Search(words)
	p.at = 0
	if len(p.found) == 0 {
		p.none.Show()
	} else {
		p.none.Hide()
	}
	p.list.ScrollToTop()
	p.list.Refresh()
}

func (p *Palette) typedKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		p.popup.Hide()
	case fyne.KeyDown:
		p.move(1)
	case fyne.KeyUp:
		p.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.at)
	default:
		return false
	}
	return true
}

func (p *Palette) move(by int) {
	p.at = max(0, min(p.at+by, len(p.found)-1))
	p.list.ScrollTo(p.at)
	p.list.Refresh()
}

func (p *Palette) choose(i int) {
	if i < 0 || i >= len(p.found) {
		return
	}
	p.popup.Hide()
	p.run(p.found[i])
}

// field is the text field of the palette; it leaves some keys to the list.
type field struct {
	widget.Entry

	keys func(fyne.KeyName) bool
}

func newField(keys func(fyne.KeyName) bool) *field {
	f := &field{keys: keys}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey is called by the toolkit.
func (f *field) TypedKey(event *fyne.KeyEvent) {
	if !f.keys(event.Name) {
		f.Entry.TypedKey(event)
	}
}

// paletteRow shows one command: its title, why it is off, and its key.
type paletteRow struct {
	widget.BaseWidget

	title, reason, key *textline.Line
	box                fyne.CanvasObject
}

func newPaletteRow() *paletteRow {
	r := &paletteRow{
		title:  textline.New("", textline.Look{Whole: true}),
		reason: textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		key:    textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Whole: true, Align: fyne.TextAlignTrailing}),
	}
	r.box = container.New(&rowLayout{row: r}, r.title, r.reason, r.key)
	r.ExtendBaseWidget(r)
	return r
}

func (r *paletteRow) show(c *command.Command, chosen bool) {
	reason := c.Reason()
	colour := toolkit.ColorNameForeground
	switch {
	case chosen:
		colour = toolkit.ColorNamePrimary
	case reason != "":
		colour = theme.ColorNameQuiet
	}
	r.title.Set(c.Title, colour, chosen)
	r.reason.SetText(reason)
	if reason == "" && c.Mode != "" {
		r.reason.SetText(c.Menu.Title()) // others have the same title
	}
	r.key.SetText("")
	if len(c.Keys) > 0 {
		r.key.SetText(c.Keys[0].String())
	}
	r.box.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *paletteRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// rowLayout puts the key at the right and gives the reason what the title
// leaves.
type rowLayout struct{ row *paletteRow }

func (l *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.row.title.MinSize().Height+2*theme.Gap)
}

func (l *rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	title, key := l.row.title.MinSize().Width, l.row.key.MinSize().Width
	l.row.title.Move(fyne.NewPos(theme.Gap, 0))
	l.row.title.Resize(fyne.NewSize(title, size.Height))
	l.row.key.Move(fyne.NewPos(size.Width-key-theme.Gap, 0))
	l.row.key.Resize(fyne.NewSize(key, size.Height))
	start := title + 3*theme.Gap
	l.row.reason.Move(fyne.NewPos(start, 0))
	l.row.reason.Resize(fyne.NewSize(max(0, size.Width-start-key-2*theme.Gap), size.Height))
}
