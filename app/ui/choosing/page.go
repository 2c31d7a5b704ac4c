// Package choosing is the page on which somebody chooses which articles of a
// feed, a table or an archive to add. Nothing is in the project before that.
package choosing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/checklist"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/modal"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

const (
	pageWidth  = 1120 // units
	pageHeight = 720
	pageEdge   = 48   // units that the window shows around the page
	previewAt  = 0.58 // of the width, for the list
	titleLines = 3    // of the preview
	textLines  = 60
	addButton  = 1

	checkIndent = -6 // units: the toolkit sets a box in, which here stands below others
)

// Actions is what the page needs from the window.
type Actions struct {
	Add    func(workspace.Choice)
	Closed func() // hears that the page is gone
}

// Page is the list of offers with a look at the one under the cursor.
type Page struct {
	offers  []workspace.Offer
	actions Actions
	modal   *modal.Modal
	list    *checklist.List
	pages   *widget.Check
	count   *textline.Line
	title   *excerpt.Excerpt
	about   *textline.Line
	text    *excerpt.Excerpt
}

// New makes the page over a window for what stands at a place, the path or the
// address that was read; [Page.Modal] shows it.
func New(place string, offers []workspace.Offer, over fyne.Canvas, actions Actions) *Page {
	quiet := textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}
	p := &Page{
		offers: offers, actions: actions, count: textline.New("", quiet),
		title: excerpt.New("", excerpt.Style{Lines: titleLines, Bold: true}),
		about: textline.New("", quiet),
		text:  excerpt.New("", excerpt.Style{Lines: textLines}),
	}
	p.list = checklist.New(true, checklist.Hooks{Moved: p.look, Changed: p.say, Answer: p.Add, Leave: p.Hide})
	p.pages = widget.NewCheck(locale.T(textPages), func(bool) { p.list.Renew(p.items()) })
	p.pages.Hidden = !p.hasAddresses()
	p.modal = modal.New(locale.T(textTitle), p.arrangement(place), over, modal.Button{Text: locale.T(textCancel)},
		modal.Button{Text: locale.T(textAdd), Primary: true, Stay: true, Press: p.Add})
	p.modal.SetOnClosed(actions.Closed)
	size := over.Size()
	p.modal.Resize(fyne.NewSize(min(pageWidth, size.Width-pageEdge), min(pageHeight, size.Height-pageEdge)))
	p.list.Set(p.items(), nil)
	p.say()
	p.look(0)
	return p
}

func (p *Page) arrangement(place string) fyne.CanvasObject {
	from := textline.New(place, textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	buttons := container.NewHBox(
		widget.NewButton(locale.T(textNew), p.CheckNew), widget.NewButton(locale.T(textAll), func() { p.list.CheckAll(true) }),
		widget.NewButton(locale.T(textNone), func() { p.list.CheckAll(false) }))
	head := column.New(theme.Gap, from, container.NewBorder(nil, nil, buttons, nil, padded(theme.Gap, p.count)))
	keys := textline.New(locale.T(textKeys), textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall})
	left := container.NewBorder(nil, nil, nil, nil, p.list)
	right := container.NewBorder(container.NewVBox(p.title, p.about), nil, nil, nil, p.text)
	return container.NewBorder(head, container.NewVBox(padded(checkIndent, p.pages), keys), nil, nil,
		container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0), container.New(halves{}, left, right)))
}

func padded(left float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, left, 0), object)
}

// halves gives the list its share and the preview the rest.
type halves struct{}

// Layout is called by the toolkit.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := float32(int(size.Width * previewAt))
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+theme.Wide, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-theme.Wide, size.Height))
}

// MinSize is called by the toolkit.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width+objects[1].MinSize().Width+theme.Wide, objects[0].MinSize().Height)
}

// Modal returns the page for the window to show.
func (p *Page) Modal() *modal.Modal { return p.modal }

// List returns what gets the keyboard.
func (p *Page) List() *checklist.List { return p.list }

// Count returns what the page says about the choice.
func (p *Page) Count() string { return p.count.Text() }

// SetPages chooses whether the pages of the articles are got from their
// addresses, as the box does.
func (p *Page) SetPages(on bool) { p.pages.SetChecked(on) }

// Hide takes the page away; nothing is added.
func (p *Page) Hide() { p.modal.Hide() }

// CheckNew checks what the project does not have yet.
func (p *Page) CheckNew() {
	for i := range p.offers {
		p.list.Check(i, p.offers[i].Have == nil)
	}
}

// Add closes the page and adds what is checked, if anything is.
func (p *Page) Add() {
	rows := p.list.Checked()
	if len(rows) == 0 {
		return
	}
	choice := workspace.Choice{Pages: p.pages.Checked}
	for _, row := range rows {
		choice.Numbers = append(choice.Numbers, p.offers[row].Number)
	}
	p.modal.Hide()
	p.actions.Add(choice)
}

// say writes how many are checked.
func (p *Page) say() {
	chosen, add := len(p.list.Checked()), p.modal.Button(addButton)
	p.count.SetText(locale.T("%s of %s chosen", locale.Number(chosen), locale.Number(len(p.offers))))
	if chosen == 0 {
		add.SetText(locale.T(textAdd))
		add.Disable()
		return
	}
	add.SetText(locale.N(chosen, "Add %s article", "Add %s articles", locale.Number(chosen)))
	add.Enable()
}

// look shows the offer under the cursor.
func (p *Page) look(at int) {
	if at < 0 || at >= len(p.offers) {
		return
	}
	offer := p.offers[at]
	p.title.SetText(titleOf(offer))
	p.about.SetText(describe(offer))
	p.text.SetText(textOf(offer))
}
