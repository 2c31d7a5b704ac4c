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

// bring puts a page in front of everything. What was there stays behind it.
func (s *Shell) bring(f front) {
	s.flush()
	s.strip.Succeeded()
	s.leaveTable()
	s.leaveFront()
	s.desk.front = f
	s.desk.fronts.Objects = []fyne.CanvasObject{f.Object()}
	s.desk.fronts.Show()
	s.desk.panes.Hide()
	s.desk.review.Bar().Hide()
	s.desk.around.Arrange()
	s.body.Refresh()
	s.inMode()
	f.Focus()
}

// leaveFront puts the page in front away.
func (s *Shell) leaveFront() {
	if s.desk == nil || s.desk.front == nil {
		return
	}
	s.desk.closeFront()
	s.desk.panes.Show()
	if s.checking() {
		s.desk.review.Bar().Show()
	}
	s.desk.around.Arrange()
	s.body.Refresh()
	s.inMode()
	s.desk.reader.Focus()
}

func (d *desk) closeFront() {
	if d.front == nil {
		return
	}
	d.front.Close()
	d.front = nil
	d.fronts.Objects = nil
	d.fronts.Hide()
}

// inMode makes the keys mean what they mean on the page that is looked at.
func (s *Shell) inMode() {
	mode := command.Mode("")
	switch {
	case s.desk.front != nil:
		mode = s.desk.front.Mode()
	case s.checking():
		mode = modeChecking
	}
	s.table.SetMode(mode)
	s.updateMenu()
}
