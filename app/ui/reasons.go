package ui

// The reasons why a command is off; empty: it is on. They answer from memory,
// because menus ask for all of them at once.

func (s *Shell) noProject() string {
	if s.desk == nil {
		return reasonNoProject
	}
	return ""
}

func (s *Shell) noArticle() string {
	if s.desk == nil {
		return reasonNoProject
	}
	if _, open := s.desk.ws.Article(); !open {
		return reasonNoArticle
	}
	return ""
}

// nothingAtHand is for commands about the selected articles or the open one.
func (s *Shell) nothingAtHand() string {
	switch {
	case s.desk == nil:
		return reasonNoProject
	case len(s.atHand()) == 0:
		return reasonNoneChosen
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
		return reasonNoProject
	case s.desk.ws.ReadOnly():
		return reasonReadOnly
	}
	return ""
}

func (s *Shell) cannotTag() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if s.tableShown() {
		return reasonTable
	}
	return s.noArticle()
}

func (s *Shell) noUndo() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if s.desk.ws.NextUndo() == nil {
		return reasonNoUndo
	}
	return ""
}

func (s *Shell) noRedo() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if s.desk.ws.NextRedo() == nil {
		return reasonNoRedo
	}
	return ""
}

// lastOfParagraph: sentences are joined within one paragraph only.
func (s *Shell) lastOfParagraph() string {
	if s.desk.ws.LastOfParagraph(s.desk.ws.Cursor()) {
		return reasonLast
	}
	return ""
}

func (s *Shell) noCaret() string {
	if !s.desk.reader.HasCaret() {
		return reasonNoCaret
	}
	return ""
}
