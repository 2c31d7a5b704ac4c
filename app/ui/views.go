package ui

import (
	"glossator/app/ui/theme"
	"glossator/app/ui/widgets/textview"
)

// zoomStep is by how much one press changes the text size, in units.
const zoomStep = 1

func (s *Shell) setMode(mode theme.Mode) {
	s.memory.setMode(mode)
	s.app.Settings().SetTheme(theme.New(mode))
	s.updateMenu()
	s.followPreferences()
}

// zoom makes the text larger or smaller; 0 sets it back.
func (s *Shell) zoom(direction float32) {
	size := float32(textview.DefaultTextSize)
	if direction != 0 {
		size = s.memory.textSize() + direction*zoomStep
	}
	s.setTextSize(min(max(size, textview.MinTextSize), textview.MaxTextSize))
	s.followPreferences()
}

func (s *Shell) setTextSize(size float32) {
	s.memory.setTextSize(size)
	if s.desk != nil {
		s.desk.reader.SetTextSize(size)
	}
}

func (s *Shell) arrange(left, right bool) {
	if l, r := s.desk.panes.Shown(); l == left && r == right {
		return
	}
	s.desk.panes.Arrange(left, right)
	s.front()
}

func (s *Shell) showInspector() {
	left, _ := s.desk.panes.Shown()
	s.desk.right.Select(tabDetails)
	s.arrange(left, true)
}

func (s *Shell) toggleLibrary() {
	left, right := s.desk.panes.Shown()
	s.arrange(!left, right)
	s.desk.reader.Focus()
}

func (s *Shell) toggleInspector() {
	left, _ := s.desk.panes.Shown()
	if s.inspectorShown() {
		s.arrange(left, false)
	} else {
		s.showInspector()
	}
	s.desk.reader.Focus()
}

func (s *Shell) libraryShown() bool {
	if s.desk == nil {
		return false
	}
	left, _ := s.desk.panes.Shown()
	return left
}

func (s *Shell) inspectorShown() bool {
	return s.rightShown() && s.desk.right.Current() == tabDetails
}

func (s *Shell) rightShown() bool {
	if s.desk == nil {
		return false
	}
	_, right := s.desk.panes.Shown()
	return right
}

// reading reports whether only the text is there.
func (s *Shell) reading() bool {
	return s.desk != nil && !s.libraryShown() && !s.rightShown()
}

func (s *Shell) readingMode() {
	back := s.reading()
	s.arrange(back, back)
	s.desk.reader.Focus()
}

// nextPane gives the keyboard from the text to the list, from there to the
// details, and back.
func (s *Shell) nextPane() {
	focused := s.window.Canvas().Focused()
	switch {
	case focused == s.desk.reader.View() && s.libraryShown():
		s.desk.library.FocusList()
	case focused != s.desk.reader.View() && s.desk.library.Holds(focused) && s.inspectorShown():
		s.desk.inspector.FocusDetails()
	case focused != s.desk.reader.View() && s.desk.library.Holds(focused) && s.historyShown():
		s.desk.history.Focus()
	default:
		s.desk.reader.Focus()
	}
}
