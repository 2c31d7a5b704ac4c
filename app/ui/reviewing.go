package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/status"
	"glossator/models"
)

// modeChecking is the mode in which keys decide about the labels of others.
const modeChecking command.Mode = "checking"

// The texts about review.
const (
	reasonChecking    = "go back to labelling first"
	reasonNotChecking = "start checking labels first"
)

// newReview makes check mode, which begins when it is asked for.
func (s *Shell) newReview(d *desk) {
	letters := badges(d.ws.Labels())
	d.review = reviewing.New(d.ws, s.run, s.reads, s.post, reviewing.Actions{
		Say: func(text string) { s.strip.Show(status.Message{Text: text, Transient: true}) },
		SayUndo: func(text string) {
			s.strip.Show(status.Message{Text: text, Action: locale.T(textUndo), Run: s.undo, Transient: true})
		},
		Focus: d.reader.Focus, Leave: s.leaveChecking, OpenLabels: s.askLabels, Forks: s.showForks,
		Badge: func(label models.Label) string { return letters[label.Key] },
	})
	d.fronts = container.NewStack()
	d.fronts.Hide()
}

// checking reports whether keys decide about the labels of others.
func (s *Shell) checking() bool { return s.desk != nil && s.desk.review.Active() }

// toggleChecking begins check mode, or ends it.
func (s *Shell) toggleChecking() {
	if s.checking() && s.desk.front == nil {
		s.leaveChecking()
		return
	}
	s.leaveTable()
	s.leaveFront()
	s.startChecking()
}

func (s *Shell) startChecking() {
	if s.checking() {
		return
	}
	s.flush()
	d := s.desk
	d.besides(false)
	d.ws.SetSuggesting(false) // what might be labelled is of no use beside what was
	s.arrange(true, true)
	d.review.Shown(true)
	d.around.Arrange()
	s.body.Refresh()
	s.inMode()
	d.reader.Focus()
}

// leaveChecking brings the list of articles and the details back.
func (s *Shell) leaveChecking() {
	if !s.checking() {
		return
	}
	d := s.desk
	d.review.Shown(false)
	d.besides(true)
	d.ws.SetSuggesting(s.memory.suggesting())
	d.refits.refit(0)
	d.around.Arrange()
	s.body.Refresh()
	s.inMode()
	s.front()
	d.reader.Focus()
}

// besides shows what usually stands beside the text, or puts it away.
func (d *desk) besides(shown bool) {
	for _, object := range []fyne.CanvasObject{d.library.Object(), d.right.Object()} {
		if shown {
			object.Show()
		} else {
			object.Hide()
		}
	}
}

func (s *Shell) notChecking() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if !s.checking() {
		return locale.T(reasonNotChecking)
	}
	return ""
}

// reviewCommands are those of the menu of review.
func (s *Shell) reviewCommands() []command.Command {
	return []command.Command{
		{ID: "review.check", Title: locale.T("Check labels"), Menu: menuReview, Group: 0, InFields: true,
			Help: locale.T("Go through the labels of others and decide what shall stand, or go back to labelling."),
			Keys: []command.Key{command.Ctrl(fyne.KeyR)}, Run: s.toggleChecking, Off: s.noProject, Checked: s.checking},
		{ID: "review.forks", Title: locale.T("Two versions…"), Menu: menuReview, Group: 0, MenuOnly: true,
			Help: locale.T("Choose where one thing was changed on two computers."),
			Run:  s.showForks, Off: s.cannotWrite},
		{ID: "review.responses", Title: locale.T("Decisions about my labels"), Menu: menuReview, Group: 1, InFields: true,
			Help: locale.T("See what reviewers decided about your labels, and agree, disagree or ask to discuss it."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyR)}, Run: s.toggleResponses, Off: s.noProject, Checked: s.responding},
		{ID: "review.agreement", Title: locale.T("Agreement"), Menu: menuReview, Group: 1, InFields: true,
			Help: locale.T("See how far annotators agree who have coded the same articles independently."),
			Keys: []command.Key{command.Ctrl(fyne.KeyG)}, Run: s.toggleAgreement, Off: s.noProject, Checked: s.agreementShown},
		{ID: "review.blind", Title: locale.T("Code blind"), Menu: menuReview, Group: 2, MenuOnly: true,
			Help: locale.T("Hide the labels of others on the selected articles or the open one " +
				"until you finish them, so that your coding is independent."),
			Run: s.toggleBlind, Off: s.cannotEdit, Checked: s.codingBlind},
	}
}

// checkCommands are what the keys mean while labels are checked. They stand in
// no menu; the panel has a button for most of them.
func (s *Shell) checkCommands() []command.Command {
	list := []command.Command{
		{ID: "check.next", Title: locale.T("Next difference"), Help: locale.T("Go to the next difference that is not decided, across articles."),
			Keys: []command.Key{command.Write('n')}, Run: func() { s.desk.review.Jump(1) }},
		{ID: "check.previous", Title: locale.T("Previous difference"), Help: locale.T("Go to the difference before that is not decided."),
			Keys: []command.Key{command.Write('p')}, Run: func() { s.desk.review.Jump(-1) }},
		{ID: "check.identical", Title: locale.T("Accept identical"),
			Help: locale.T("Accept every sentence of this article on which the layers say the same, as one step."),
			Keys: []command.Key{command.Write('A')}, Run: func() { s.desk.review.AcceptIdentical() }},
		{ID: "check.accept", Title: locale.T("Accept theirs"), Help: locale.T("Let the marked layer stand and go on."),
			Keys: []command.Key{command.Write('a')}, Run: func() { s.desk.review.Accept() }},
		{ID: "check.reject", Title: locale.T("Reject"), Help: locale.T("Let nothing of the marked layer stand, say why, and go on."),
			Keys: []command.Key{command.Write('r')}, Run: func() { s.desk.review.Reject() }},
		{ID: "check.mine", Title: locale.T("Take mine"), Help: locale.T("Let your own layer stand, or the first of two others."),
			Keys: []command.Key{command.Write('[')}, Run: func() { s.desk.review.Take(false) }},
		{ID: "check.theirs", Title: locale.T("Take theirs"), Help: locale.T("Let the marked layer stand and stay on the sentence."),
			Keys: []command.Key{command.Write(']')}, Run: func() { s.desk.review.Take(true) }},
		{ID: "check.other", Title: locale.T("Mark the next layer"), Help: locale.T("Choose which layer is accepted or rejected."),
			Keys: []command.Key{command.Press(fyne.KeyTab)}, Run: func() { s.desk.review.Other() }},
		{ID: "check.none", Title: locale.T("Decide “no label”"), Help: locale.T("Decide that the sentence holds nothing, and go on."),
			Keys: []command.Key{command.Press(fyne.Key0)}, Run: func() { s.desk.review.NoLabel() }},
		{ID: "check.edit", Title: locale.T("Edit details that stand"), Help: locale.T("Change the details of what shall stand."),
			Keys: []command.Key{command.Write('e')}, Run: func() { s.desk.review.Edit() }},
		{ID: "check.comment", Title: locale.T("Comment"), Help: locale.T("Write a comment for the annotator."),
			Keys: []command.Key{command.Write('c')}, Run: func() { s.desk.review.Comment() }},
		{ID: "check.defer", Title: locale.T("Decide later"), Help: locale.T("Leave the sentence for later and go on."),
			Keys: []command.Key{command.Write('s')}, Run: func() { s.desk.review.Defer() }},
		{ID: "check.withdraw", Title: locale.T("Take the decision back"), Help: locale.T("Make the sentence open again; only your own decision."),
			Keys: []command.Key{command.Write('t')}, Run: func() { s.desk.review.TakeBack() }},
		{ID: "check.undo", Title: locale.T("Undo"), Help: locale.T("Take the last step back and go to where it was."),
			Keys: []command.Key{command.Write('u')}, Run: s.undo, Off: s.noUndo},
		{ID: "check.back", Title: locale.T("Back to where I was"), Help: locale.T("Go to the sentence that the last jump left."),
			Keys: []command.Key{command.Write('b')}, Run: func() { s.desk.review.Back() }},
		{ID: "check.agreement", Title: locale.T("Agreement"), Help: locale.T("See how far the annotators agree."),
			Keys: []command.Key{command.Write('g')}, Run: s.toggleAgreement},
		{ID: "check.filter", Title: locale.T("Filter"), Help: locale.T("Give the keyboard to the filter above the text."),
			Keys: []command.Key{command.Write('f')}, Run: func() { s.desk.review.FocusFilter() }},
	}
	for _, label := range s.labels() {
		list = append(list, command.Command{
			ID: command.ID("check.label." + label.Key), Title: locale.Codebook(label.Name),
			Help: locale.T("Put the label among those that shall stand, or take it off."),
			Keys: labelKeys(label.Shortcut), MenuOnly: label.Shortcut == "",
			Run: func() { s.desk.review.Toggle(label.Key) },
		})
	}
	for i := range list {
		list[i].Menu, list[i].Mode = menuCheck, modeChecking
		if list[i].Off == nil {
			list[i].Off = s.notChecking
		}
	}
	return list
}
