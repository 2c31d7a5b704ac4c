package help

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	toolkit "fyne.io/fyne/v2/theme"

	"glossator/app/ui/command"
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textline"
)

const (
	lineWidth = 264 // units that a key and its words ask for
	columns   = 3
)

// Keys makes the sheet of keys from the table, menu by menu in the given
// order. Commands without a key are left out.
func Keys(t *command.Table, order []command.Menu) fyne.CanvasObject {
	sides := make([]*fyne.Container, columns)
	for i := range sides {
		sides[i] = container.NewVBox()
	}
	heights := make([]int, columns)
	for _, menu := range order {
		lines := keyLines(t, menu)
		if len(lines) == 0 {
			continue
		}
		side := slices.Index(heights, slices.Min(heights))
		heights[side] += len(lines) + 1
		sides[side].Add(heading(menu.Title()))
		for _, line := range lines {
			sides[side].Add(line)
		}
	}
	grid := container.NewGridWithColumns(columns)
	for _, side := range sides {
		grid.Add(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Inset), side))
	}
	return container.NewVScroll(grid)
}

func heading(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Tight, 0, 0), textline.New(text, textline.Look{
		Colour: toolkit.ColorNamePrimary, Style: fyne.TextStyle{Bold: true},
	}))
}

func keyLines(t *command.Table, menu command.Menu) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	keyed := &keyLayout{}
	for _, c := range t.All() {
		if c.Menu != menu || len(c.Keys) == 0 {
			continue
		}
		var keys []string
		for _, key := range c.Keys {
			if !key.Unlisted {
				keys = append(keys, key.String())
			}
		}
		caps := textline.New(strings.Join(keys, ", "), textline.Look{Style: fyne.TextStyle{Bold: true}, Whole: true})
		keyed.width = max(keyed.width, caps.MinSize().Width)
		lines = append(lines, container.New(keyed, caps,
			textline.New(strings.TrimSuffix(c.Title, "…"), textline.Look{})))
	}
	return lines
}

// keyLayout puts the keys of one menu in a column before the words.
type keyLayout struct{ width float32 } // of the widest keys, in units

func (*keyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(lineWidth, objects[0].MinSize().Height+theme.Tight)
}

func (l *keyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words := l.width + theme.Inset
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(l.width, size.Height))
	objects[1].Move(fyne.NewPos(words, 0))
	objects[1].Resize(fyne.NewSize(max(0, size.Width-words), size.Height))
}
