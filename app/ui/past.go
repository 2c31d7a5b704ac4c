package ui

import (
	"context"

	"glossator/models"
)

// The pages of the right pane.
const (
	tabDetails = iota
	tabHistory
)

func (s *Shell) historyShown() bool {
	return s.rightShown() && s.desk.right.Current() == tabHistory
}

// toggleHistory brings the history to the front of the right pane, and puts
// things back as they were.
func (s *Shell) toggleHistory() {
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

// front follows what the right pane shows: the text has buttons for the labels
// where the details, which have them too, are away, and the history reads only
// while it is looked at.
func (s *Shell) front() {
	s.desk.reader.ShowLabels(!s.inspectorShown())
	s.desk.history.Wake(s.historyShown())
	s.updateMenu()
}

// goToStep shows where a step happened. The keyboard stays where it is, so
// that one can look at one step after the other.
func (s *Shell) goToStep(step models.Step) {
	s.flush()
	ws := s.desk.ws
	s.run.Do(func(ctx context.Context) (func(), error) {
		if err := ws.GoTo(ctx, step); err != nil {
			return nil, err
		}
		return s.strip.Succeeded, nil
	})
}

func (s *Shell) undoTo(group string) {
	s.flush()
	ws := s.desk.ws
	s.do(func(ctx context.Context) error {
		_, err := ws.UndoTo(ctx, group)
		return err
	})
}

func (s *Shell) redoTo(group string) {
	s.flush()
	ws := s.desk.ws
	s.do(func(ctx context.Context) error {
		_, err := ws.RedoTo(ctx, group)
		return err
	})
}
