package deciding

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/excerpt"
)

// shelf is one of the two lists, with what it is about above it.
type shelf struct {
	widget.List

	items  []item
	open   func(item)
	leave  func()
	notice *excerpt.Excerpt // why the list is empty
	top    *fyne.Container
	around *fyne.Container // top and the list
	object fyne.CanvasObject
}

const aboutLines = 3

// newShelf makes a list; beside stands at the right of what it is about.
func newShelf(about string, beside fyne.CanvasObject, open func(item), leave func()) *shelf {
	s := &shelf{open: open, leave: leave, notice: excerpt.New("", excerpt.Style{Colour: theme.ColorNameQuiet, Lines: aboutLines})}
	s.Length = func() int { return len(s.items) }
	s.CreateItem = func() fyne.CanvasObject { return newRow() }
	s.UpdateItem = func(at widget.ListItemID, object fyne.CanvasObject) {
		if r, ok := object.(*row); ok && at < len(s.items) {
			r.show(s.items[at])
		}
	}
	s.OnSelected = func(at widget.ListItemID) {
		s.UnselectAll()
		if at < len(s.items) {
			s.open(s.items[at])
		}
	}
	s.ExtendBaseWidget(s)
	words := excerpt.New(about, excerpt.Style{Size: theme.SizeNameSmall, Colour: theme.ColorNameQuiet, Lines: aboutLines})
	head := container.NewBorder(nil, nil, nil, container.NewCenter(beside), words)
	s.top = column.New(theme.Gap, head, s.notice)
	s.around = container.NewBorder(container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0), s.top), nil, nil, nil, s)
	s.object = inset(s.around)
	return s
}

// show lists items, or says why there are none.
func (s *shelf) show(items []item, notice string) {
	s.items = items
	s.notice.SetText(notice)
	if notice == "" {
		s.notice.Hide()
	} else {
		s.notice.Show()
	}
	s.top.Refresh()
	s.around.Refresh()
	s.Refresh()
}

// TypedKey is called by the toolkit.
func (s *shelf) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeyEscape:
		s.leave()
	default:
		s.List.TypedKey(event)
	}
}
