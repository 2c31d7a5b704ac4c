package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"glossator/app/ui/command"
	"glossator/app/ui/deciding"
	"glossator/app/ui/locale"
	"glossator/app/ui/status"
)

// How one comes to the sentences whose decision helps most.
//
//locale:texts
const (
	textQueueDone = "All ten are decided; ask for ten more."
	reasonBlind   = "this article is coded blind"
)

// priorities are the sentences whose decision helps most.
type priorities struct {
	*bench

	scene  *scene
	route  *route
	advice *advice
}

func (p *priorities) decidingCommands() []command.Command {
	return []command.Command{
		{ID: "queue.show", Title: locale.T("Next to decide"), Menu: menuGo, Group: 4, InFields: true,
			Help: locale.T("Ten sentences whose decision helps most: five that are hard to tell, five drawn at random."),
			Keys: []command.Key{command.Ctrl(fyne.KeyJ)}, Run: func() { p.showDeciding(deciding.Next) }, Off: p.notAdvised},
		{ID: "queue.next", Title: locale.T("Next sentence of the queue"), Menu: menuGo, Group: 4,
			Help: locale.T("Go to the next of the ten that is not decided yet."),
			Keys: []command.Key{command.Write('q')}, Run: p.nextOfQueue, Off: p.notAdvised},
		{ID: "look.second", Title: locale.T("Second look"), Menu: menuGo, Group: 4, MenuOnly: true,
			Help: locale.T("Tags, and sentences left without one, that look most doubtful beside all other decisions."),
			Run:  func() { p.showDeciding(deciding.Look) }, Off: p.notAdvised},
	}
}

// notAdvised says why the program may not say what it thinks of sentences.
func (p *priorities) notAdvised() string {
	switch {
	case p.desk == nil:
		return p.noProject()
	case p.desk.ws.Blind():
		return locale.T(reasonBlind)
	}
	return p.advice.silent()
}

func (p *priorities) showDeciding(list int) {
	p.scene.bring(deciding.New(p.desk.ws, p.work.Reads, &p.desk.queue, list, deciding.Actions{
		Open: p.route.goToPlace, Leave: p.scene.leaveFront,
	}))
}

// nextOfQueue goes to the first of the picked sentences that is still to be
// decided, and shows the list when there is none.
func (p *priorities) nextOfQueue() {
	ws, queue := p.desk.ws, &p.desk.queue
	if len(queue.Picks) == 0 {
		p.showDeciding(deciding.Next)
		return
	}
	picks := queue.Picks
	p.work.Reads.Do(func(ctx context.Context) (func(), error) {
		checked, err := ws.Recheck(ctx, picks)
		if err != nil {
			return nil, err
		}
		return func() {
			if !p.shows(ws) {
				return
			}
			queue.Picks = checked
			for _, pick := range checked {
				if !pick.Decided {
					p.route.goToPlace(pick.Place)
					return
				}
			}
			p.showDeciding(deciding.Next)
			p.strip.Show(status.Message{Text: locale.T(textQueueDone), Transient: true})
		}, nil
	})
}
