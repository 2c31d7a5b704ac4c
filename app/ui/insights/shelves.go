package insights

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/theme"
)

// columnLeast is how wide a column of cards is at least, in units.
const columnLeast = 520

// shelves puts cards into as many columns as there is room for, one after the
// other from left to right. How high it is depends on how wide it is: changed is
// called when that has changed.
type shelves struct {
	columns int
	changed func()
}

func (*shelves) count(width float32) int {
	return max(1, int((width+theme.Inset)/(columnLeast+theme.Inset)))
}

// Layout is called by the toolkit.
func (s *shelves) Layout(cards []fyne.CanvasObject, size fyne.Size) {
	if columns := s.count(size.Width); columns != s.columns {
		s.columns = columns
		s.changed()
	}
	heights := make([]float32, s.columns)
	width := (size.Width - float32(s.columns-1)*theme.Inset) / float32(s.columns)
	for i, card := range cards {
		at := i % s.columns
		card.Resize(fyne.NewSize(width, card.MinSize().Height))
		card.Move(fyne.NewPos(float32(at)*(width+theme.Inset), heights[at]))
		heights[at] += card.Size().Height + theme.Inset
	}
}

// MinSize is called by the toolkit.
func (s *shelves) MinSize(cards []fyne.CanvasObject) fyne.Size {
	heights := make([]float32, max(1, s.columns))
	for i, card := range cards {
		heights[i%len(heights)] += card.MinSize().Height + theme.Inset
	}
	var height float32
	for _, h := range heights {
		height = max(height, h)
	}
	return fyne.NewSize(0, max(0, height-theme.Inset))
}
