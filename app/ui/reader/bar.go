package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/frame"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
	"glossator/models"
)

// bar stands above the text: what is open at the left, at the right a button
// for each label, for when the inspector with its own is away, and one that
// marks the article as finished.
type bar struct {
	about    *textline.Line
	labels   []models.Label
	chips    []*chip.Chip
	row      *fyne.Container
	finished *chip.Chip
	line     *fyne.Container
	fit      *barLayout
	object   fyne.CanvasObject
}

// newBar makes the bar. leave gives the keyboard back to the text, so that one
// can go on with the keys after a click.
func newBar(labels []models.Label, badges map[string]string, actions Actions, leave func()) *bar {
	b := &bar{
		about:  textline.New("", textline.Look{Colour: theme.ColorNameQuiet, Size: theme.SizeNameSmall}),
		labels: labels,
		row:    container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap)),
	}
	b.finished = chip.New(chip.Face{Text: locale.T(textFinished), Key: keyFinished}, finishedColours,
		chip.Actions{Toggle: func() { actions.Finish(); leave() }, Done: leave})
	for place, label := range labels {
		ink := theme.Dyed(label.Color, place)
		c := chip.New(chip.Face{Badge: badges[label.Key], Text: locale.Codebook(label.Name), Key: label.Shortcut},
			func() chip.Colours {
				dark := theme.IsDark()
				return chip.Colours{Fill: ink.Fill(dark), Solid: ink.Solid(dark), OnSolid: ink.OnSolid(dark)}
			},
			chip.Actions{Toggle: func() { actions.Toggle(label.Key); leave() }, Done: leave})
		b.chips = append(b.chips, c)
		b.row.Add(c)
	}
	b.row.Hide()
	right := container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), b.row, b.finished)
	b.fit = &barLayout{chips: b.row, finished: b.finished}
	b.line = container.New(b.fit, b.about, container.NewCenter(right))
	b.object = frame.New(nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Inset, theme.Inset), b.line),
		[]fyne.CanvasObject{widget.NewSeparator()}).Object()
	return b
}

// showChips shows the buttons of the labels where there is room, or puts them
// away.
func (b *bar) showChips(shown bool) {
	b.fit.wanted = shown
	b.line.Refresh()
}

// finishedColours are those of a thing that is done.
func finishedColours() chip.Colours {
	return chip.Colours{
		Fill:    theme.Colour(theme.ColorNameNotice),
		Solid:   theme.Colour(toolkit.ColorNameSuccess),
		OnSolid: theme.Colour(toolkit.ColorNameForegroundOnSuccess),
	}
}

// describe says what is open.
func (b *bar) describe(article models.Article) {
	var parts []string
	for _, part := range []string{article.Source, locale.Written(article.PublishedOn)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, article.OriginalName)
	}
	b.about.SetText(strings.Join(parts, " · "))
}

// follow fills the chips of the labels that the sentence has.
func (b *bar) follow(sentence workspace.Sentence) {
	for i, label := range b.labels {
		b.chips[i].SetOn(sentence.Has(label.Key))
	}
}

// barLayout gives the second of two objects its width and the first the rest.
// The chips of the labels come into the second where they have room.
type barLayout struct {
	chips    *fyne.Container
	finished fyne.CanvasObject
	wanted   bool // the chips are to be there
}

func (l *barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.finished.MinSize().Width, theme.BarHeight)
}

func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - l.finished.MinSize().Width - theme.Gap
	setShown(l.chips, l.wanted && l.chips.MinSize().Width <= room)
	width := objects[1].MinSize().Width
	objects[0].Resize(fyne.NewSize(max(0, size.Width-width-theme.Inset), size.Height))
	objects[1].Move(fyne.NewPos(size.Width-width, 0))
	objects[1].Resize(fyne.NewSize(width, size.Height))
}
