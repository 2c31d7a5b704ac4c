package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/deciding"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
	"glossator/models"
)

// How one comes to the sentences whose decision helps most.
//
//locale:texts
const (
	textQueueDone = "All ten are decided; ask for ten more."
	reasonBlind   = "this article is coded blind"
)

func (s *Shell) decidingCommands() []command.Command {
	return []command.Command{
		{ID: "queue.show", Title: locale.T("Next to decide"), Menu: menuGo, Group: 4, InFields: true,
			Help: locale.T("Ten sentences whose decision helps most: five that are hard to tell, five drawn at random."),
			Keys: []command.Key{command.Ctrl(fyne.KeyJ)}, Run: func() { s.showDeciding(deciding.Next) }, Off: s.notAdvised},
		{ID: "queue.next", Title: locale.T("Next sentence of the queue"), Menu: menuGo, Group: 4,
			Help: locale.T("Go to the next of the ten that is not decided yet."),
			Keys: []command.Key{command.Write('q')}, Run: s.nextOfQueue, Off: s.notAdvised},
		{ID: "look.second", Title: locale.T("Second look"), Menu: menuGo, Group: 4, MenuOnly: true,
			Help: locale.T("Tags, and sentences left without one, that look most doubtful beside all other decisions."),
			Run:  func() { s.showDeciding(deciding.Look) }, Off: s.notAdvised},
	}
}

// notAdvised says why the program may not say what it thinks of sentences.
func (s *Shell) notAdvised() string {
	switch {
	case s.desk == nil:
		return s.noProject()
	case s.desk.ws.Blind():
		return locale.T(reasonBlind)
	}
	return s.silent()
}

func (s *Shell) showDeciding(list int) {
	s.bring(deciding.New(s.desk.ws, s.reads, &s.desk.queue, list, deciding.Actions{
		Open: s.goToPlace, Leave: s.leaveFront,
	}))
}

// goToPlace shows a sentence in the text.
func (s *Shell) goToPlace(place models.Place) {
	s.leaveFront()
	s.goToSentence(place.ArticleUID, place.SentenceID)
}

// nextOfQueue goes to the first of the picked sentences that is still to be
// decided, and shows the list when there is none.
func (s *Shell) nextOfQueue() {
	ws, queue := s.desk.ws, &s.desk.queue
	if len(queue.Picks) == 0 {
		s.showDeciding(deciding.Next)
		return
	}
	picks := queue.Picks
	s.reads.Do(func(ctx context.Context) (func(), error) {
		checked, err := ws.Recheck(ctx, picks)
		if err != nil {
			return nil, err
		}
		return func() {
			if s.desk == nil || s.desk.ws != ws {
				return
			}
			queue.Picks = checked
			for _, pick := range checked {
				if !pick.Decided {
					s.goToPlace(pick.Place)
					return
				}
			}
			s.showDeciding(deciding.Next)
			s.strip.Show(status.Message{Text: locale.T(textQueueDone), Transient: true})
		}, nil
	})
}
