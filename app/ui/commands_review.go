package ui

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/locale"
)

// reviewCommands are those of the menu of review.
func (p *parts) reviewCommands() []command.Command {
	return []command.Command{
		{ID: "review.check", Title: locale.T("Check labels"), Menu: menuReview, Group: 0, InFields: true,
			Help: locale.T("Go through the labels of others and decide what shall stand, or go back to labelling."),
			Keys: []command.Key{command.Ctrl(fyne.KeyR)}, Run: p.scene.toggleChecking, Off: p.noProject, Checked: p.checking},
		{ID: "review.forks", Title: locale.T("Two versions…"), Menu: menuReview, Group: 0, MenuOnly: true,
			Help: locale.T("Choose where one thing was changed on two computers."),
			Run:  p.colleagues.showForks, Off: p.cannotWrite},
		{ID: "review.responses", Title: locale.T("Decisions about my labels"), Menu: menuReview, Group: 1, InFields: true,
			Help: locale.T("See what reviewers decided about your labels, and agree, disagree or ask to discuss it."),
			Keys: []command.Key{command.CtrlShift(fyne.KeyR)}, Run: p.responses.toggle, Off: p.noProject, Checked: p.responses.shown},
		{ID: "review.agreement", Title: locale.T("Agreement"), Menu: menuReview, Group: 1, InFields: true,
			Help: locale.T("See how far annotators agree who have coded the same articles independently."),
			Keys: []command.Key{command.Ctrl(fyne.KeyG)}, Run: p.coefficients.toggle, Off: p.noProject, Checked: p.coefficients.shown},
		{ID: "review.blind", Title: locale.T("Code blind"), Menu: menuReview, Group: 2, MenuOnly: true,
			Help: locale.T("Hide the labels of others on the selected articles or the open one " +
				"until you finish them, so that your coding is independent."),
			Run: p.tagging.toggleBlind, Off: p.cannotEdit, Checked: p.tagging.codingBlind},
	}
}

// checkCommands are what the keys mean while labels are checked. They stand in
// no menu; the panel has a button for most of them.
func (p *parts) checkCommands() []command.Command {
	list := []command.Command{
		{ID: "check.next", Title: locale.T("Next difference"), Help: locale.T("Go to the next difference that is not decided, across articles."),
			Keys: []command.Key{command.Write('n')}, Run: func() { p.desk.review.Jump(1) }},
		{ID: "check.previous", Title: locale.T("Previous difference"), Help: locale.T("Go to the difference before that is not decided."),
			Keys: []command.Key{command.Write('p')}, Run: func() { p.desk.review.Jump(-1) }},
		{ID: "check.identical", Title: locale.T("Accept identical"),
			Help: locale.T("Accept every sentence of this article on which the layers say the same, as one step."),
			Keys: []command.Key{command.Write('A')}, Run: func() { p.desk.review.AcceptIdentical() }},
		{ID: "check.accept", Title: locale.T("Accept theirs"), Help: locale.T("Let the marked layer stand and go on."),
			Keys: []command.Key{command.Write('a')}, Run: func() { p.desk.review.Accept() }},
		{ID: "check.reject", Title: locale.T("Reject"), Help: locale.T("Let nothing of the marked layer stand, say why, and go on."),
			Keys: []command.Key{command.Write('r')}, Run: func() { p.desk.review.Reject() }},
		{ID: "check.mine", Title: locale.T("Take mine"), Help: locale.T("Let your own layer stand, or the first of two others."),
			Keys: []command.Key{command.Write('[')}, Run: func() { p.desk.review.Take(false) }},
		{ID: "check.theirs", Title: locale.T("Take theirs"), Help: locale.T("Let the marked layer stand and stay on the sentence."),
			Keys: []command.Key{command.Write(']')}, Run: func() { p.desk.review.Take(true) }},
		{ID: "check.other", Title: locale.T("Mark the next layer"), Help: locale.T("Choose which layer is accepted or rejected."),
			Keys: []command.Key{command.Press(fyne.KeyTab)}, Run: func() { p.desk.review.Other() }},
		{ID: "check.none", Title: locale.T("Decide “no label”"), Help: locale.T("Decide that the sentence holds nothing, and go on."),
			Keys: []command.Key{command.Press(fyne.Key0)}, Run: func() { p.desk.review.NoLabel() }},
		{ID: "check.edit", Title: locale.T("Edit details that stand"), Help: locale.T("Change the details of what shall stand."),
			Keys: []command.Key{command.Write('e')}, Run: func() { p.desk.review.Edit() }},
		{ID: "check.comment", Title: locale.T("Comment"), Help: locale.T("Write a comment for the annotator."),
			Keys: []command.Key{command.Write('c')}, Run: func() { p.desk.review.Comment() }},
		{ID: "check.defer", Title: locale.T("Decide later"), Help: locale.T("Leave the sentence for later and go on."),
			Keys: []command.Key{command.Write('s')}, Run: func() { p.desk.review.Defer() }},
		{ID: "check.withdraw", Title: locale.T("Take the decision back"), Help: locale.T("Make the sentence open again; only your own decision."),
			Keys: []command.Key{command.Write('t')}, Run: func() { p.desk.review.TakeBack() }},
		{ID: "check.undo", Title: locale.T("Undo"), Help: locale.T("Take the last step back and go to where it was."),
			Keys: []command.Key{command.Write('u')}, Run: p.tagging.undo, Off: p.noUndo},
		{ID: "check.back", Title: locale.T("Back to where I was"), Help: locale.T("Go to the sentence that the last jump left."),
			Keys: []command.Key{command.Write('b')}, Run: func() { p.desk.review.Back() }},
		{ID: "check.agreement", Title: locale.T("Agreement"), Help: locale.T("See how far the annotators agree."),
			Keys: []command.Key{command.Write('g')}, Run: p.coefficients.toggle},
		{ID: "check.filter", Title: locale.T("Filter"), Help: locale.T("Give the keyboard to the filter above the text."),
			Keys: []command.Key{command.Write('f')}, Run: func() { p.desk.review.FocusFilter() }},
	}
	for _, label := range p.labels() {
		list = append(list, command.Command{
			ID: command.ID("check.label." + label.Key), Title: locale.Codebook(label.Name),
			Help: locale.T("Put the label among those that shall stand, or take it off."),
			Keys: labelKeys(label.Shortcut), MenuOnly: label.Shortcut == "",
			Run: func() { p.desk.review.Toggle(label.Key) },
		})
	}
	for i := range list {
		list[i].Menu, list[i].Mode = menuCheck, modeChecking
		if list[i].Off == nil {
			list[i].Off = p.scene.notChecking
		}
	}
	return list
}
