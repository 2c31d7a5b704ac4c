package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/command"
	"glossator/app/ui/controls"
	"glossator/app/ui/locale"
	"glossator/app/ui/memory"
)

// modeChecking is the mode in which keys decide about the labels of others.
const modeChecking command.Mode = "checking"

// reasonNotChecking is why those keys do nothing else.
const reasonNotChecking = "start checking labels first"

// scene is what one looks at: the text, the labels that are checked, the table
// of all annotations, or a page in front.
type scene struct {
	*bench

	sides   *sides
	keys    *controls.Controls
	memory  memory.Memory
	content *content
}

// bring puts a page in front of everything. What was there stays behind it.
func (s *scene) bring(f front) {
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
	s.content.refresh()
	s.inMode()
	f.Focus()
}

// leaveFront puts the page in front away.
func (s *scene) leaveFront() {
	if s.desk == nil || s.desk.front == nil {
		return
	}
	s.desk.closeFront()
	s.desk.panes.Show()
	if s.checking() {
		s.desk.review.Bar().Show()
	}
	s.desk.around.Arrange()
	s.content.refresh()
	s.inMode()
	s.desk.reader.Focus()
}

// inMode makes the keys mean what they mean on the page that is looked at.
func (s *scene) inMode() {
	mode := command.Mode("")
	switch {
	case s.desk.front != nil:
		mode = s.desk.front.Mode()
	case s.checking():
		mode = modeChecking
	}
	s.keys.SetMode(mode)
}

// toggleTable shows the table of all annotations, or goes back to the text.
func (s *scene) toggleTable() {
	if s.tableShown() {
		s.leaveTable()
		return
	}
	s.flush()
	s.leaveFront()
	s.leaveChecking()
	s.desk.panes.Hide()
	s.desk.table.Object().Show()
	s.content.refresh()
	s.desk.table.Shown(true)
	s.desk.table.FocusList()
	s.keys.Update()
}

// showTable brings the table to the front, if it is not there.
func (s *scene) showTable() {
	s.leaveFront()
	if !s.tableShown() {
		s.toggleTable()
	}
}

// leaveTable brings the panes back.
func (s *scene) leaveTable() {
	if !s.tableShown() {
		return
	}
	s.desk.table.Shown(false)
	s.desk.table.Object().Hide()
	s.desk.panes.Show()
	s.content.refresh()
	s.desk.reader.Focus()
	s.keys.Update()
}

// toggleChecking begins check mode, or ends it.
func (s *scene) toggleChecking() {
	if s.checking() && s.desk.front == nil {
		s.leaveChecking()
		return
	}
	s.leaveTable()
	s.leaveFront()
	s.startChecking()
}

// startChecking puts what checks labels in the place of the list and the details.
func (s *scene) startChecking() {
	if s.checking() {
		return
	}
	s.flush()
	d := s.desk
	d.besides(false)
	d.ws.SetSuggesting(false) // what might be labelled is of no use beside what was
	s.sides.arrange(true, true)
	d.review.Shown(true)
	d.around.Arrange()
	s.content.refresh()
	s.inMode()
	d.reader.Focus()
}

// checkDisputed begins check mode with what authors do not agree with.
func (s *scene) checkDisputed() {
	s.leaveTable()
	s.leaveFront()
	s.startChecking()
	s.desk.review.Disputed()
}

// leaveChecking brings the list of articles and the details back.
func (s *scene) leaveChecking() {
	if !s.checking() {
		return
	}
	d := s.desk
	d.review.Shown(false)
	d.besides(true)
	d.ws.SetSuggesting(s.memory.Suggesting())
	d.refits.Now()
	d.around.Arrange()
	s.content.refresh()
	s.inMode()
	s.sides.follow()
	d.reader.Focus()
}

func (s *scene) notChecking() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if !s.checking() {
		return locale.T(reasonNotChecking)
	}
	return ""
}

// contextMenu shows what can be done with the sentence under the pointer,
// above the status line, which says what it does.
func (s *scene) contextMenu(at fyne.Position) {
	menu := widget.NewPopUpMenu(command.ContextMenu(s.keys.Table(), s.keys.Perform), s.over.Canvas())
	foot := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.content.foot).Y
	at.Y = max(0, min(at.Y, foot-menu.MinSize().Height))
	menu.ShowAtPosition(at)
}

// panesGroup is the group of the commands of the panes in their menu.
const panesGroup = 2

// behindTable are the commands outside their menus that need the panes.
var behindTable = map[command.ID]bool{
	"library.search": true, "library.filter": true, "library.select": true, "details": true, "note": true,
}

// unveil puts the table away for a command that is about what it hides.
func (s *scene) unveil(c *command.Command) {
	if c.Menu == menuGo || (c.Menu == menuView && c.Group == panesGroup) || behindTable[c.ID] {
		s.leaveTable()
		s.leaveFront()
	}
	if (c.Menu == menuView && c.Group == panesGroup) || behindTable[c.ID] {
		s.leaveChecking()
	}
}
