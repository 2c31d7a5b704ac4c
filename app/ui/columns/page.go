// Package columns is the page on which somebody says what the columns of a table
// of articles hold. It shows what was guessed, with the first records.
package columns

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

const (
	pageWidth    = 1000 // units
	pageHeight   = 680
	pageEdge     = 48 // units that the window shows around the page
	nameWidth    = 150
	choiceWidth  = 196
	shownRecords = 3
	chooseButton = 1
	addButton    = 2
)

// Actions is what the page needs from the window.
type Actions struct {
	Add    func(workspace.Columns)
	Choose func(workspace.Columns) // looks at the articles first
	Closed func()                  // hears that the page is gone
}

// Page is the columns over the window.
type Page struct {
	sheet   workspace.Sheet
	actions Actions
	modal   *modal.Modal
	choices []*field.Choice
	problem *textline.Line
}

// New makes the page over a window for a table at a place, its path or address;
// [Page.Modal] shows it.
func New(place string, sheet workspace.Sheet, over fyne.Canvas, actions Actions) *Page {
	p := &Page{
		sheet: sheet, actions: actions,
		problem: textline.New("", textline.Look{Colour: toolkit.ColorNameError, Size: theme.SizeNameSmall}),
	}
	small := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	head := column.New(theme.Gap, textline.New(place, small), textline.New(locale.T(textIntro), textline.Look{}),
		container.New(rowLayout{}, bold(textColumn), bold(textHolds), bold(textFirst)), widget.NewSeparator())
	rows := container.NewVBox()
	for i := range sheet.Columns {
		rows.Add(p.row(i))
	}
	content := container.NewBorder(head, p.problem, nil, nil, container.NewVScroll(
		container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, theme.Inset), rows)))
	p.modal = modal.New(locale.T(textTitle), content, over, modal.Button{Text: locale.T(textCancel)},
		modal.Button{Text: locale.T(textChoose), Stay: true, Press: func() { p.answer(p.actions.Choose) }},
		modal.Button{Text: locale.T(textAdd), Primary: true, Stay: true, Press: p.Add})
	p.modal.SetOnClosed(actions.Closed)
	size := over.Size()
	p.modal.Resize(fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge)))
	p.check()
	return p
}

func bold(text string) *textline.Line {
	return textline.New(locale.T(text), textline.Look{Style: fyne.TextStyle{Bold: true}})
}

// row shows one column: its name, what it holds, and its first values.
func (p *Page) row(at int) fyne.CanvasObject {
	known := p.sheet.Columns[at]
	choice := field.NewChoice(locale.T(textIgnored), p.fields(), field.Hooks{Commit: func() { p.chosen(at) }, Done: p.Hide})
	choice.SetGhost(locale.T(textIgnored))
	choice.SetValue(string(known.Field))
	p.choices = append(p.choices, choice)
	name := known.Name
	if !p.sheet.Headed {
		name = locale.T("Column %s", known.Name)
	}
	values := container.New(layout.NewCustomPaddedVBoxLayout(0))
	for _, value := range p.first(at) {
		values.Add(textline.New(value, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}))
	}
	return container.NewVBox(
		container.New(rowLayout{}, textline.New(name, textline.Look{}), container.NewVBox(choice), values), widget.NewSeparator())
}

// fields are what a column may hold.
func (p *Page) fields() []field.Option {
	options := make([]field.Option, 0, len(words))
	for _, one := range workspace.Fields() {
		options = append(options, field.Option{Value: string(one), Words: locale.T(words[one])})
	}
	return options
}

// first returns the first values of a column that are any.
func (p *Page) first(at int) []string {
	values := make([]string, 0, shownRecords)
	for _, row := range p.sheet.Rows {
		if at < len(row) && len(values) < shownRecords {
			if value := beginning(row[at]); value != "" {
				values = append(values, value)
			}
		}
	}
	return values
}

// chosen takes a choice over. What another column held before is no longer
// there: two columns for the same thing are a mistake more often than not.
func (p *Page) chosen(at int) {
	value := workspace.Field(p.choices[at].Value())
	for i := range p.sheet.Columns {
		if i != at && value != "" && p.sheet.Columns[i].Field == value {
			p.sheet.Columns[i].Field = ""
			p.choices[i].SetValue("")
		}
	}
	p.sheet.Columns[at].Field = value
	p.check()
}

// check says what is missing.
func (p *Page) check() {
	ready := p.sheet.HasText()
	p.problem.SetText("")
	if !ready {
		p.problem.SetText(locale.T(textNoText))
	}
	for _, button := range []*widget.Button{p.modal.Button(chooseButton), p.modal.Button(addButton)} {
		if ready {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// Modal returns the page for the window to show.
func (p *Page) Modal() *modal.Modal { return p.modal }

// First returns the input that gets the keyboard.
func (p *Page) First() fyne.Focusable { return p.choices[0] }

// Choose says what the column of a name holds, as the list beside it does.
func (p *Page) Choose(name string, holds workspace.Field) {
	for i := range p.sheet.Columns {
		if p.sheet.Columns[i].Name == name {
			p.choices[i].SetValue(string(holds))
			p.chosen(i)
		}
	}
}

// Columns returns the columns as they are chosen.
func (p *Page) Columns() []workspace.Column { return p.sheet.Columns }

// Hide takes the page away; nothing is added.
func (p *Page) Hide() { p.modal.Hide() }

// Add closes the page and adds all articles, if a column has their text.
func (p *Page) Add() { p.answer(p.actions.Add) }

func (p *Page) answer(act func(workspace.Columns)) {
	if !p.sheet.HasText() {
		return
	}
	p.modal.Hide()
	act(p.sheet.Layout)
}
