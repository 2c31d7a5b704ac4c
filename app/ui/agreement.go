package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"glossator/app/ui/agreement"
	"glossator/app/ui/command"
	"glossator/app/ui/locale"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/status"
	"glossator/app/workspace"
)

// menuAnswer is the part of the sheet of keys for answering.
//
//locale:texts
const menuAnswer command.Menu = "While answering" // on the sheet of keys only

// reasonNotAnswering is why the keys of answers do nothing elsewhere.
const reasonNotAnswering = "open the decisions about your labels first"

// agreementShown reports whether the page about agreement is in front.
func (s *Shell) agreementShown() bool {
	if s.desk == nil {
		return false
	}
	_, ok := s.desk.front.(*agreement.Page)
	return ok
}

func (s *Shell) toggleAgreement() {
	if s.agreementShown() {
		s.leaveFront()
		return
	}
	s.bring(agreement.New(s.desk.ws, s.reads, s.post, agreement.Actions{
		Open: s.goToSentence, Export: s.askAgreement, Leave: s.leaveFront,
	}))
}

// askAgreement asks where the table of coefficients goes.
func (s *Shell) askAgreement(filter workspace.AgreementFilter) {
	ws := s.desk.ws
	s.overlay = agreement.AskFile(s.projects.Folder(), s.window, func(path string, overwrite bool) {
		s.long.Do(func(ctx context.Context) (func(), error) {
			if err := ws.ExportAgreement(ctx, path, overwrite, filter); err != nil {
				return nil, err
			}
			return func() {
				s.strip.Show(status.Message{Text: locale.T(textWritten, filepath.Base(path)),
					Action: locale.T(textShowIt), Run: func() { s.showFolder(path) }})
			}, nil
		})
	}, s.uncovered)
}

const textWritten = "%s is written."

// responding reports whether the decisions about the own layer are in front.
func (s *Shell) responding() bool {
	_, ok := s.responses()
	return ok
}

func (s *Shell) responses() (*reviewing.Responses, bool) {
	if s.desk == nil {
		return nil, false
	}
	page, ok := s.desk.front.(*reviewing.Responses)
	return page, ok
}

func (s *Shell) toggleResponses() {
	if s.responding() {
		s.leaveFront()
		return
	}
	s.bring(reviewing.NewResponses(s.desk.ws, s.run, s.reads, s.post, reviewing.ResponseActions{
		SayUndo: func(text string) {
			s.strip.Show(status.Message{Text: text, Action: locale.T(textUndo), Run: s.undo, Transient: true})
		},
		Open: s.goToSentence, Leave: s.leaveFront, Key: s.key, Rune: s.typed, Shortcut: s.chord,
	}))
}

// answerCommands are what the keys mean on the decisions about the own layer.
func (s *Shell) answerCommands() []command.Command {
	on := func(do func(page *reviewing.Responses)) func() {
		return func() {
			if page, ok := s.responses(); ok {
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
			Keys: []command.Key{command.Write('u')}, Run: s.undo},
		{ID: "answer.open", Title: locale.T("Go to the sentence"), Help: locale.T("Open the article with the cursor on the sentence."),
			Keys: []command.Key{command.Press(fyne.KeyReturn)}, Run: on((*reviewing.Responses).GoTo)},
	}
	for i := range list {
		list[i].Menu, list[i].Mode, list[i].Off = menuAnswer, reviewing.ModeAnswering, s.notAnswering
	}
	return list
}

func (s *Shell) notAnswering() string {
	if reason := s.cannotWrite(); reason != "" {
		return reason
	}
	if !s.responding() {
		return locale.T(reasonNotAnswering)
	}
	return ""
}
