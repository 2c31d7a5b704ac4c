package inspector

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/chip"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/workspace"
	"glossator/models"
)

const sentenceLines = 3

// header is the part that does not scroll: which sentence, its beginning, and
// a chip for each label.
type header struct {
	number *excerpt.Excerpt
	text   *excerpt.Excerpt
	chips  map[string]*chip.Chip // by label key
	order  []*chip.Chip
	empty  *chip.Chip
	locked bool // nothing can be changed
	object *fyne.Container
}

func newHeader(p *Page) *header {
	h := &header{
		number: excerpt.New("", excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Bold: true}),
		text:   excerpt.New("", excerpt.Style{Lines: sentenceLines, Steady: true}),
		chips:  map[string]*chip.Chip{},
		locked: p.ws.ReadOnly(),
	}
	grid := container.New(chip.NewGrid(theme.Tight))
	for place, label := range p.ws.Labels() {
		face := chip.Face{Badge: badgeOf(label), Text: locale.Codebook(label.Name), Key: label.Shortcut}
		toggle := chip.New(face, labelColours(label, place), chip.Actions{
			Toggle: func() { p.toggle(label.Key) },
			Done:   p.done,
			Help:   func() { p.codebook(label.Key) },
		})
		h.chips[label.Key] = toggle
		h.order = append(h.order, toggle)
		grid.Add(toggle)
	}
	h.empty = chip.New(chip.Face{Badge: badgeEmpty, Text: locale.T(textEmpty), Key: locale.T(keyEmpty)}, emptyColours, chip.Actions{
		Toggle: p.toggleEmpty,
		Done:   p.done,
	})
	grid.Add(h.empty)
	inside := column.New(theme.Gap, h.number, h.text, container.New(layout.NewCustomPaddedLayout(theme.Tight, 0, 0, 0), grid))
	padded := container.New(layout.NewCustomPaddedLayout(theme.Inset, theme.Gap, theme.Inset, theme.Inset), inside)
	h.object = column.New(theme.Tight, padded, widget.NewSeparator())
	return h
}

func (h *header) show(position, count int, sentence workspace.Sentence) {
	h.number.SetText(textNumber(position, count))
	h.text.SetText(sentence.Text)
	for key, toggle := range h.chips {
		toggle.SetOn(sentence.Has(key))
		toggle.SetEnabled(!h.locked)
	}
	h.empty.SetOn(sentence.Empty)
	h.empty.SetEnabled(!h.locked && len(sentence.Mine) == 0)
}

func (h *header) focus() {
	if len(h.order) > 0 {
		focusOn(h.order[0])
	}
}

// labelColours are the chip's colours of a label at a place in the codebook.
func labelColours(label models.Label, place int) func() chip.Colours {
	ink := theme.Dyed(label.Color, place)
	return func() chip.Colours {
		dark := theme.IsDark()
		return chip.Colours{Fill: ink.Fill(dark), Solid: ink.Solid(dark), OnSolid: ink.OnSolid(dark)}
	}
}

func emptyColours() chip.Colours {
	return chip.Colours{
		Fill:    theme.Colour(toolkit.ColorNameButton),
		Solid:   theme.Colour(theme.ColorNameQuiet),
		OnSolid: theme.Colour(toolkit.ColorNameBackground),
	}
}

// badgeColours are the colours of the badge of a label at a place in the
// codebook.
func badgeColours(label models.Label, place int) func(dark bool) (tile, letters color.Color) {
	ink := theme.Dyed(label.Color, place)
	return func(dark bool) (tile, letters color.Color) { return ink.Solid(dark), ink.OnSolid(dark) }
}
