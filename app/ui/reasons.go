package ui

import "glossator/app/ui/locale"

// The reasons why a command is off; empty: it is on. They answer from memory,
// because menus ask for all of them at once.

func (s *Shell) noProject() string {
	if s.desk == nil {
		return locale.T(reasonNoProject)
	}
	return ""
}

func (s *Shell) noArticle() string {
	if s.desk == nil {
		return locale.T(reasonNoProject)
	}
	if _, open := s.desk.ws.Article(); !open {
		return locale.T(reasonNoArticle)
	}
	return ""
}

// nothingAtHand is for commands about the selected articles or the open one.
func (s *Shell) nothingAtHand() string {
	switch {
	case s.desk == nil:
		return locale.T(reasonNoProject)
	case len(s.atHand()) == 0:
		return locale.T(reasonNoneChosen)
	}
	return ""
}

func (s *Shell) cannotEdit() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	return s.nothingAtHand()
}

func (s *Shell) cannotWrite() string {
	switch {
	case s.desk == nil:
		return locale.T(reasonNoProject)
	case s.desk.ws.ReadOnly():
		return locale.T(reasonReadOnly)
	}
	return ""
}

func (s *Shell) cannotTag() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if s.tableShown() || s.desk.front != nil {
		return locale.T(reasonTable)
	}
	if s.checking() {
		return locale.T(reasonChecking)
	}
	return s.noArticle()
}

func (s *Shell) noUndo() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if s.desk.ws.NextUndo() == nil {
		return locale.T(reasonNoUndo)
	}
	return ""
}

func (s *Shell) noRedo() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if s.desk.ws.NextRedo() == nil {
		return locale.T(reasonNoRedo)
	}
	return ""
}

// lastOfParagraph: sentences are joined within one paragraph only.
func (s *Shell) lastOfParagraph() string {
	if s.desk.ws.LastOfParagraph(s.desk.ws.Cursor()) {
		return locale.T(reasonLast)
	}
	return ""
}

func (s *Shell) noCaret() string {
	if !s.desk.reader.HasCaret() {
		return locale.T(reasonNoCaret)
	}
	return ""
}
