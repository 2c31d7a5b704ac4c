package ui

import (
	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/controls"
	"glossator/app/ui/locale"
	"glossator/app/ui/reviewing"
)

// reasonNotAnswering is why the keys of answers do nothing elsewhere.
const reasonNotAnswering = "open the decisions about your labels first"

// responses are the decisions about one's own labels, and what one says to them.
type responses struct {
	*bench

	keys    *controls.Controls
	scene   *scene
	route   *route
	tagging *tagging
}

// shown reports whether the decisions about the own layer are in front.
func (r *responses) shown() bool {
	_, shown := inFront[*reviewing.Responses](r.bench)
	return shown
}

func (r *responses) toggle() {
	if r.shown() {
		r.scene.leaveFront()
		return
	}
	r.show()
}

func (r *responses) show() {
	if r.shown() {
		return
	}
	r.scene.bring(reviewing.NewResponses(r.desk.ws, r.work.Actions, r.work.Reads, r.work.Post, reviewing.ResponseActions{
		SayUndo: r.tagging.offerUndo,
		Open:    r.route.goToSentence, Leave: r.scene.leaveFront, Key: r.keys.Key, Rune: r.keys.Rune, Shortcut: r.keys.Chord,
	}))
}

// answerCommands are what the keys mean on the decisions about the own layer.
func (r *responses) answerCommands() []command.Command {
	on := func(do func(page *reviewing.Responses)) func() {
		return func() {
			if page, ok := inFront[*reviewing.Responses](r.bench); ok {
				do(page)
			}
		}
	}
	list := []command.Command{
		{ID: "answer.agree", Title: locale.T("Agree"), Help: locale.T("Make your labels on the sentence what the decision says."),
			Keys: []command.Key{command.Write('a')}, Run: on((*reviewing.Responses).Agree)},
		{ID: "answer.disagree", Title: locale.T("Disagree"), Help: locale.T("Keep your labels and say what speaks against the decision."),
			Keys: []command.Key{command.Write('d')}, Run: on((*reviewing.Responses).Disagree)},
		{ID: "answer.discuss", Title: locale.T("Discuss"), Help: locale.T("Keep your labels and say what should be talked about."),
			Keys: []command.Key{command.Write('t')}, Run: on((*reviewing.Responses).Discuss)},
		{ID: "answer.next", Title: locale.T("Next decision"), Help: locale.T("Go to the decision below in the list."),
			Keys: []command.Key{command.Write('j')}, Run: on(func(page *reviewing.Responses) { page.Move(1) })},
		{ID: "answer.previous", Title: locale.T("Previous decision"), Help: locale.T("Go to the decision above in the list."),
			Keys: []command.Key{command.Write('k')}, Run: on(func(page *reviewing.Responses) { page.Move(-1) })},
		{ID: "answer.undo", Title: locale.T("Undo"), Help: locale.T("Take the last answer back."),
			Keys: []command.Key{command.Write('u')}, Run: r.tagging.undo},
		{ID: "answer.open", Title: locale.T("Go to the sentence"), Help: locale.T("Open the article with the cursor on the sentence."),
			Keys: []command.Key{command.Press(fyne.KeyReturn)}, Run: on((*reviewing.Responses).GoTo)},
	}
	for i := range list {
		list[i].Menu, list[i].Mode, list[i].Off = menuAnswer, reviewing.ModeAnswering, r.notAnswering
	}
	return list
}

func (r *responses) notAnswering() string {
	if reason := r.cannotWrite(); reason != "" {
		return reason
	}
	if !r.shown() {
		return locale.T(reasonNotAnswering)
	}
	return ""
}
