package inspector

import (
	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/column"
	"glossator/app/ui/widgets/field"
)

const (
	iconClosed = toolkit.IconNameMenuExpand
	iconOpen   = toolkit.IconNameArrowDropDown
)

// fold is a part of the page under a heading that opens and closes it. It is
// closed at first, for those who want the details only.
type fold struct {
	toggle *field.Button
	list   *fyne.Container
	open   bool
	object *fyne.Container
}

// newFold makes a fold over a list. turned is called after it was opened or
// closed, before the page settles.
func newFold(p *Page, title string, list *fyne.Container, turned func()) *fold {
	f := &fold{list: list}
	f.toggle = field.NewButton(title, iconClosed, func() {
		f.flip(title)
		turned()
		p.settle()
	}, p.hooks("", "", nil))
	f.list.Hide()
	f.object = column.New(theme.Tight, widget.NewSeparator(), f.toggle, f.list)
	return f
}

func (f *fold) flip(title string) {
	f.open = !f.open
	icon := iconClosed
	if f.open {
		icon = iconOpen
	}
	f.toggle.Set(title, icon)
	show(f.list, f.open)
}
