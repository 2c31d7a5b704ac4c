package ui

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/consistency"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
)

// modeComparing is the mode in which keys are about groups of like sentences.
const modeComparing command.Mode = "comparing"

// menuCompare is on the sheet of keys only.
//
//locale:texts
const menuCompare command.Menu = "In the consistency check"

// reasonNotComparing is why keys of the consistency check are off.
const reasonNotComparing = "open the consistency check first"

// likeFront is the consistency check while it is in front.
type likeFront struct{ *consistency.Page }

// Close ends what the page does while nobody looks; it keeps what it found.
func (f likeFront) Close() { f.Away() }

// Mode is that in which keys are about groups of like sentences.
func (likeFront) Mode() command.Mode { return modeComparing }

func (s *Shell) comparing() bool {
	if s.desk == nil {
		return false
	}
	_, shown := s.desk.front.(likeFront)
	return shown
}

// toggleComparing shows the consistency check, or goes back to the text.
func (s *Shell) toggleComparing() {
	if s.comparing() {
		s.leaveFront()
		return
	}
	if s.desk.likes == nil {
		s.desk.likes = consistency.New(s.desk.ws, s.desk.counts, s.reads, s.post, consistency.Actions{
			Change: s.do, Open: s.goToSentence, Leave: s.leaveFront, Rune: s.typed,
			Done: func(text string) {
				s.strip.Show(status.Message{Text: text, Action: locale.T(textUndo), Run: s.undo, Transient: true})
			},
		})
	}
	s.bring(likeFront{s.desk.likes})
	s.desk.likes.Show()
}

func (s *Shell) notComparing() string {
	if reason := s.noProject(); reason != "" {
		return reason
	}
	if !s.comparing() {
		return locale.T(reasonNotComparing)
	}
	return ""
}

// cannotMend is for commands that change the labels of like sentences.
func (s *Shell) cannotMend() string {
	if reason := s.notComparing(); reason != "" {
		return reason
	}
	return s.cannotWrite()
}

// compareCommands are the consistency check and its keys.
func (s *Shell) compareCommands() []command.Command {
	list := []command.Command{
		{ID: "like.all", Title: locale.T("These labels for all"),
			Help: locale.T("Give the chosen sentences of the group the labels of the one under the cursor, as one step."),
			Keys: []command.Key{command.Write('a')}, Run: func() { s.desk.likes.Alike() }, Off: s.cannotMend},
		{ID: "like.choose", Title: locale.T("Choose the sentence"),
			Help: locale.T("Leave the sentence out of what is changed, or take it in again."),
			Keys: []command.Key{command.Write('x')}, Run: func() { s.desk.likes.Choose() }},
		{ID: "like.open", Title: locale.T("Open the sentence"), Help: locale.T("Go to the sentence in its article."),
			Keys: []command.Key{command.Write('o')}, Run: func() { s.desk.likes.Open() }},
		{ID: "like.ignore", Title: locale.T("Ignore the group"), Help: locale.T("Put the group away until you check again."),
			Keys: []command.Key{command.Write('i')}, Run: func() { s.desk.likes.Ignore() }},
		{ID: "like.next", Title: locale.T("Next group"), Help: locale.T("Go to the next group of like sentences."),
			Keys: []command.Key{command.Write('n')}, Run: func() { s.desk.likes.Step(1) }},
		{ID: "like.previous", Title: locale.T("Previous group"), Help: locale.T("Go to the group of like sentences before."),
			Keys: []command.Key{command.Write('p')}, Run: func() { s.desk.likes.Step(-1) }},
		{ID: "like.check", Title: locale.T("Check again"), Help: locale.T("Compare all sentences anew."),
			Keys: []command.Key{command.Write('c')}, Run: func() { s.desk.likes.Check() }},
	}
	for i := range list {
		list[i].Menu, list[i].Mode = menuCompare, modeComparing
		if list[i].Off == nil {
			list[i].Off = s.notComparing
		}
	}
	return append(list, command.Command{
		ID: "view.consistency", Title: locale.T("Consistency check"), Menu: menuReview, Group: 1, InFields: true,
		Help: locale.T("Find sentences that are the same or nearly the same and have other labels, and mend them in one step."),
		Keys: []command.Key{command.CtrlShift(fyne.KeyC)}, Run: s.toggleComparing, Off: s.noProject, Checked: s.comparing,
	})
}
