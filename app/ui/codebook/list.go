package codebook

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/badge"
	"glossator/app/ui/widgets/textline"
	"glossator/models"
)

// list is the labels at the left, with what can be done to them.
type list struct {
	page    *Page
	rules   *widget.Button
	rows    *fyne.Container
	up      *widget.Button
	down    *widget.Button
	archive *widget.Button
	add     *widget.Button
	bring   *widget.Select
	object  fyne.CanvasObject
}

func newList(p *Page) *list {
	l := &list{page: p, rows: container.NewVBox()}
	l.rules = plain(locale.T(textRules), func() { p.choose(everyLabel) })
	l.up = widget.NewButtonWithIcon("", toolkit.MoveUpIcon(), func() { l.move(-1) })
	l.down = widget.NewButtonWithIcon("", toolkit.MoveDownIcon(), func() { l.move(1) })
	l.archive = widget.NewButton(locale.T(textArchive), l.remove)
	l.add = widget.NewButtonWithIcon(locale.T(textAddLabel), toolkit.ContentAddIcon(), func() {
		p.choose(p.draft.addLabel(locale.T(textNewLabel)))
		p.Focus()
	})
	l.bring = widget.NewSelect(nil, func(string) { l.bringBack() })
	l.bring.PlaceHolder = locale.T(textBringBack)
	title := textline.New(locale.T(textLabels), textline.Look{Style: fyne.TextStyle{Bold: true}})
	below := container.NewVBox(widget.NewSeparator(),
		container.NewBorder(nil, nil, container.NewHBox(l.up, l.down), nil, l.archive), l.add, l.bring)
	l.object = padded(container.NewBorder(title, below, nil, nil,
		container.NewVScroll(container.NewVBox(container.NewBorder(nil, nil, badge.New("§", quiet), nil, l.rules),
			widget.NewSeparator(), l.rows))))
	return l
}

// quiet are the colours of the badge of what is no label.
func quiet(bool) (tile, letters color.Color) {
	return theme.Colour(theme.ColorNameQuiet), theme.Colour(toolkit.ColorNameBackground)
}

// plain is a button that looks like a line of text.
func plain(text string, tapped func()) *widget.Button {
	b := widget.NewButton(text, tapped)
	b.Alignment = widget.ButtonAlignLeading
	b.Importance = widget.LowImportance
	return b
}

// show lists the labels of the draft.
func (l *list) show() {
	p := l.page
	l.rows.RemoveAll()
	for place, label := range p.draft.book.Labels {
		row := plain(locale.Codebook(label.Name), func() { p.choose(place) })
		chosen(row, place == p.at)
		ink := theme.Dyed(label.Color, place)
		tile := badge.New(label.Badge, func(dark bool) (color.Color, color.Color) { return ink.Solid(dark), ink.OnSolid(dark) })
		l.rows.Add(container.NewBorder(nil, nil, tile, nil, row))
	}
	chosen(l.rules, p.at == everyLabel)
	enable(l.up, !p.locked && p.at > 0)
	enable(l.down, !p.locked && p.at >= 0 && p.at < len(p.draft.book.Labels)-1)
	enable(l.archive, !p.locked && p.at >= 0 && len(p.draft.book.Labels) > 1)
	enable(l.add, !p.locked && len(p.draft.book.Labels) < models.MaxLabels)
	l.offer()
}

// chosen makes the button of what is shown stand out.
func chosen(b *widget.Button, on bool) {
	b.Importance = widget.LowImportance
	if on {
		b.Importance = widget.MediumImportance
	}
	b.Refresh()
}

// away are the archived labels that the draft does not have.
func (l *list) away() []Archive {
	return slices.DeleteFunc(slices.Clone(l.page.archived), func(a Archive) bool {
		_, there := l.page.draft.book.Label(a.Key)
		return there
	})
}

func (l *list) offer() {
	away := l.away()
	names := make([]string, len(away))
	for i, label := range away {
		names[i] = locale.Codebook(label.Name)
	}
	l.bring.Options = names
	show(l.bring, len(names) > 0 && !l.page.locked)
}

func (l *list) bringBack() {
	at := l.bring.SelectedIndex()
	if away := l.away(); at >= 0 && at < len(away) {
		place := l.page.draft.addBack(away[at])
		l.bring.ClearSelected()
		l.page.choose(place)
	}
}

func (l *list) move(delta int) {
	l.page.choose(move(l.page.draft.book.Labels, l.page.at, delta))
}

// remove puts a label away. One that the project has can be brought back at
// once, before anything is saved.
func (l *list) remove() {
	p := l.page
	label := *p.label()
	p.draft.book.Labels = slices.Delete(slices.Clone(p.draft.book.Labels), p.at, p.at+1)
	known := slices.ContainsFunc(p.archived, func(a Archive) bool { return a.Key == label.Key })
	if !known {
		p.archived = append(p.archived, label)
	}
	p.choose(p.at)
}
