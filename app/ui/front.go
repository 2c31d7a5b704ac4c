package ui

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
)

// front is a page that stands in front of the panes while it is looked at. It
// is made when it is shown and closed when it is left.
type front interface {
	Object() fyne.CanvasObject
	Focus()
	Close()
	Mode() command.Mode // what the keys mean on it
}

// inFront returns the page in front if it is of this kind.
func inFront[Page front](b *bench) (page Page, ok bool) {
	if b.desk == nil {
		return page, false
	}
	page, ok = b.desk.front.(Page)
	return page, ok
}
