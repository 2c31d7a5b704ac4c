package ui

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/consistency"
	"glossator/app/ui/controls"
	"glossator/app/ui/locale"
)

// modeComparing is the mode in which keys are about groups of like sentences.
const modeComparing command.Mode = "comparing"

// reasonNotComparing is why keys of the consistency check are off.
const reasonNotComparing = "open the consistency check first"

// likeFront is the consistency check while it is in front.
type likeFront struct{ *consistency.Page }

// Close ends what the page does while nobody looks; it keeps what it found.
func (f likeFront) Close() { f.Away() }

// Mode is that in which keys are about groups of like sentences.
func (likeFront) Mode() command.Mode { return modeComparing }

// comparison is the consistency check: sentences that are alike, with other
// labels.
type comparison struct {
	*bench

	keys    *controls.Controls
	scene   *scene
	route   *route
	tagging *tagging
}

func (c *comparison) shown() bool {
	_, shown := inFront[likeFront](c.bench)
	return shown
}

// toggle shows the consistency check, or goes back to the text.
func (c *comparison) toggle() {
	if c.shown() {
		c.scene.leaveFront()
		return
	}
	if c.desk.likes == nil {
		c.desk.likes = consistency.New(c.desk.ws, c.desk.counts, c.work.Reads, c.work.Post, consistency.Actions{
			Change: c.work.Change, Open: c.route.goToSentence, Leave: c.scene.leaveFront, Rune: c.keys.Rune,
			Done: c.tagging.offerUndo,
		})
	}
	c.scene.bring(likeFront{c.desk.likes})
	c.desk.likes.Show()
}

func (c *comparison) notComparing() string {
	if reason := c.noProject(); reason != "" {
		return reason
	}
	if !c.shown() {
		return locale.T(reasonNotComparing)
	}
	return ""
}

// cannotMend is for commands that change the labels of like sentences.
func (c *comparison) cannotMend() string {
	if reason := c.notComparing(); reason != "" {
		return reason
	}
	return c.cannotWrite()
}

// compareCommands are the consistency check and its keys.
func (c *comparison) compareCommands() []command.Command {
	list := []command.Command{
		{ID: "like.all", Title: locale.T("These labels for all"),
			Help: locale.T("Give the chosen sentences of the group the labels of the one under the cursor, as one step."),
			Keys: []command.Key{command.Write('a')}, Run: func() { c.desk.likes.Alike() }, Off: c.cannotMend},
		{ID: "like.choose", Title: locale.T("Choose the sentence"),
			Help: locale.T("Leave the sentence out of what is changed, or take it in again."),
			Keys: []command.Key{command.Write('x')}, Run: func() { c.desk.likes.Choose() }},
		{ID: "like.open", Title: locale.T("Open the sentence"), Help: locale.T("Go to the sentence in its article."),
			Keys: []command.Key{command.Write('o')}, Run: func() { c.desk.likes.Open() }},
		{ID: "like.ignore", Title: locale.T("Ignore the group"), Help: locale.T("Put the group away until you check again."),
			Keys: []command.Key{command.Write('i')}, Run: func() { c.desk.likes.Ignore() }},
		{ID: "like.next", Title: locale.T("Next group"), Help: locale.T("Go to the next group of like sentences."),
			Keys: []command.Key{command.Write('n')}, Run: func() { c.desk.likes.Step(1) }},
		{ID: "like.previous", Title: locale.T("Previous group"), Help: locale.T("Go to the group of like sentences before."),
			Keys: []command.Key{command.Write('p')}, Run: func() { c.desk.likes.Step(-1) }},
		{ID: "like.check", Title: locale.T("Check again"), Help: locale.T("Compare all sentences anew."),
			Keys: []command.Key{command.Write('c')}, Run: func() { c.desk.likes.Check() }},
	}
	for i := range list {
		list[i].Menu, list[i].Mode = menuCompare, modeComparing
		if list[i].Off == nil {
			list[i].Off = c.notComparing
		}
	}
	return append(list, command.Command{
		ID: "view.consistency", Title: locale.T("Consistency check"), Menu: menuReview, Group: 1, InFields: true,
		Help: locale.T("Find sentences that are the same or nearly the same and have other labels, and mend them in one step."),
		Keys: []command.Key{command.CtrlShift(fyne.KeyC)}, Run: c.toggle, Off: c.noProject, Checked: c.shown,
	})
}
