package agreement

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"glossator/app/agreement"
	"glossator/app/ui/locale"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
	"glossator/app/ui/widgets/textline"
	"glossator/app/workspace"
)

// showMatrix shows who agrees with whom, when there are more than two people. A
// number opens the sentences on which the two differ.
func (p *Page) showMatrix() {
	names := p.result.Summary.Names
	p.matrix.Objects = nil
	p.matrix.Hidden = len(names) < 3
	if p.matrix.Hidden {
		return
	}
	cells := container.NewGridWithColumns(len(names) + 1)
	cells.Add(quiet(""))
	for _, name := range names {
		cells.Add(textline.New(name, textline.Look{
			Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Align: fyne.TextAlignCenter,
		}))
	}
	for _, first := range names {
		cells.Add(textline.New(first, textline.Look{}))
		for _, second := range names {
			cells.Add(p.between(first, second))
		}
	}
	p.matrix.Add(heading(locale.T(textMatrix)))
	p.matrix.Add(cells)
	column.Settle(p.matrix)
}

// between is the number of two people.
func (p *Page) between(first, second string) fyne.CanvasObject {
	at := slices.IndexFunc(p.result.Summary.Pairs, func(c agreement.Comparison) bool {
		return slices.Contains(c.Names, first) && slices.Contains(c.Names, second)
	})
	if first == second || at < 0 {
		return quiet("")
	}
	pair := p.result.Summary.Pairs[at]
	uid := func(name string) string { return p.result.People[slices.Index(p.result.Summary.Names, name)].UID }
	cell := workspace.AgreementCell{First: uid(pair.Names[0]), Second: uid(pair.Names[1]), Part: workspace.CellDiffer}
	n := value(pair, agreement.Alpha(""), "", locale.T(textAlpha), cell)
	row := line{name: locale.T(textPair, pair.Names[0], pair.Names[1])}
	button := widget.NewButton(n.text, func() { p.openCell(row, n) })
	button.Importance = widget.LowImportance
	return button
}

func quiet(text string) fyne.CanvasObject {
	return excerpt.New(text, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: proseLines})
}
