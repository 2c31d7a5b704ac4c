package ui

import "glossator/app/ui/controls"

// The pages of the right pane.
const (
	tabDetails = iota
	tabHistory
)

// sides are the panes beside the text: the list of articles at the left, the
// details or the history at the right.
type sides struct {
	*bench

	keys *controls.Controls
}

func (s *sides) arrange(left, right bool) {
	if l, r := s.desk.panes.Shown(); l == left && r == right {
		return
	}
	s.desk.panes.Arrange(left, right)
	s.follow()
}

func (s *sides) showInspector() {
	left, _ := s.desk.panes.Shown()
	s.desk.right.Select(tabDetails)
	s.arrange(left, true)
}

func (s *sides) toggleLibrary() {
	left, right := s.desk.panes.Shown()
	s.arrange(!left, right)
	s.desk.reader.Focus()
}

func (s *sides) toggleInspector() {
	left, _ := s.desk.panes.Shown()
	if s.inspectorShown() {
		s.arrange(left, false)
	} else {
		s.showInspector()
	}
	s.desk.reader.Focus()
}

func (s *sides) libraryShown() bool {
	if s.desk == nil {
		return false
	}
	left, _ := s.desk.panes.Shown()
	return left
}

func (s *sides) inspectorShown() bool {
	return s.rightShown() && s.desk.right.Current() == tabDetails
}

func (s *sides) rightShown() bool {
	if s.desk == nil {
		return false
	}
	_, right := s.desk.panes.Shown()
	return right
}

// reading reports whether only the text is there.
func (s *sides) reading() bool {
	return s.desk != nil && !s.libraryShown() && !s.rightShown()
}

func (s *sides) readingMode() {
	back := s.reading()
	s.arrange(back, back)
	s.desk.reader.Focus()
}

// nextPane gives the keyboard from the text to the list, from there to the
// details, and back.
func (s *sides) nextPane() {
	focused := s.over.Canvas().Focused()
	text := focused == nil || focused == s.desk.reader.View() // nothing has the keyboard where there is no text
	switch {
	case text && s.libraryShown():
		s.desk.library.FocusList()
	case s.desk.library.Holds(focused) && s.inspectorShown():
		s.desk.inspector.FocusDetails()
	case s.desk.library.Holds(focused) && s.historyShown():
		s.desk.history.Focus()
	default:
		s.desk.reader.Focus()
	}
}

func (s *sides) historyShown() bool {
	return s.rightShown() && s.desk.right.Current() == tabHistory
}

// toggleHistory brings the history to the front of the right pane, and puts
// things back as they were.
func (s *sides) toggleHistory() {
	left, right := s.desk.panes.Shown()
	if s.historyShown() {
		s.desk.right.Select(tabDetails)
		s.arrange(left, !s.desk.opened)
		s.desk.reader.Focus()
		return
	}
	s.desk.opened = !right
	s.desk.right.Select(tabHistory)
	s.arrange(left, true)
	s.desk.history.Focus()
}

// follow keeps in step with what the right pane shows: the text has buttons for the labels
// where the details, which have them too, are away, and the history reads only
// while it is looked at.
func (s *sides) follow() {
	s.desk.reader.ShowLabels(!s.inspectorShown())
	s.desk.history.Wake(s.historyShown())
	s.keys.Update()
}

func (s *sides) details() {
	s.showInspector()
	s.desk.inspector.FocusDetails()
}

func (s *sides) note() {
	s.showInspector()
	s.desk.inspector.FocusNote()
}

func (s *sides) searchLibrary() {
	_, right := s.desk.panes.Shown()
	s.arrange(true, right)
	s.desk.library.FocusSearch()
}

func (s *sides) filterLibrary() {
	_, right := s.desk.panes.Shown()
	s.arrange(true, right)
	s.desk.library.ShowFilter()
}
