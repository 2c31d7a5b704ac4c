package history

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/keyboard"
	"glossator/models"
)

// turning is what can be done with a step besides going to it.
type turning struct {
	text string // empty: nothing
	run  func(group string)
}

// turning says whether a step can be taken back or done again with all that
// came after it; what a colleague's file brought is taken back alone. Steps of
// others are theirs, and an undo or redo is about another step.
func (p *Page) turning(step models.Step) turning {
	switch {
	case p.ws.ReadOnly() || step.Undoes != "" || step.ActorUID != p.ws.Me().UID:
		return turning{}
	case p.record.undone[step.GroupUID]:
		return turning{locale.T(textRedoTo), p.actions.RedoTo}
	case step.Kind == models.KindMerge:
		return turning{locale.T(textUndoMerge), p.actions.UndoMerge}
	default:
		return turning{locale.T(textUndoTo), p.actions.UndoTo}
	}
}

// menu is the menu of the secondary mouse button on a step.
func (p *Page) menu(index int, at fyne.Position) {
	if index >= len(p.record.steps) {
		return
	}
	step := p.record.steps[index]
	menu := fyne.NewMenu("", fyne.NewMenuItem(locale.T(textGo), func() { p.actions.Go(step) }))
	if turn := p.turning(step); turn.text != "" {
		menu.Items = append(menu.Items, fyne.NewMenuItem(turn.text, func() { turn.run(step.GroupUID) }))
	}
	widget.ShowPopUpMenuAtPosition(menu, keyboard.Canvas(p.list), at)
}

// offer shows the button for the chosen step, or puts it away.
func (p *Page) offer() {
	_, turn := p.choice()
	shown := turn.text != ""
	if shown {
		p.turn.SetText(turn.text)
	}
	if shown != p.foot.Visible() {
		p.foot.Hidden = !shown
		p.frame.Arrange()
		p.foot.Refresh()
	}
}

// choice finds the chosen step.
func (p *Page) choice() (models.Step, turning) {
	at := slices.IndexFunc(p.record.steps, func(s models.Step) bool { return s.GroupUID == p.chosen })
	if at < 0 {
		return models.Step{}, turning{}
	}
	return p.record.steps[at], p.turning(p.record.steps[at])
}

func (p *Page) turnTo() {
	if step, turn := p.choice(); turn.text != "" {
		turn.run(step.GroupUID)
	}
}
