package reviewing

import (
	"context"

	"glossator/app/ui/locale"
	"glossator/models"
)

// identical is of which article it is known how many sentences the layers say the
// same about that nobody has decided.
type identical struct {
	article string // UID
	round   int    // see [Page]
	known   bool
}

// tally counts the identical sentences of the open article, unless they were
// counted, so that the button says how many there are before it accepts them.
func (p *Page) tally() {
	article, round, layers := p.current.ArticleUID, p.round, p.subject().layers
	if p.same.known && p.same.article == article && p.same.round == round {
		return
	}
	p.same = identical{article: article, round: round, known: true}
	if article == "" || len(layers) < 2 { //nolint:mnd // one alone is identical to nobody
		p.bar.identical(len(layers), 0)
		return
	}
	p.reads.Do(func(ctx context.Context) (func(), error) {
		count, err := p.ws.IdenticalCount(ctx, article, layers...)
		if err != nil {
			return nil, err
		}
		return func() {
			if p.same.article == article && p.same.round == round {
				p.bar.identical(len(layers), count)
			}
		}, nil
	})
}

// AcceptIdentical accepts what the layers say alike in the open article.
func (p *Page) AcceptIdentical() {
	uid, layers := p.current.ArticleUID, p.subject().layers
	if !p.open || uid == "" || p.busy {
		return
	}
	p.busy = true
	p.run.Do(func(ctx context.Context) (func(), error) {
		count, err := p.ws.AcceptIdentical(ctx, uid, layers...)
		if models.CodeOf(err) == models.CodeNothing {
			count, err = 0, nil
		}
		return func() {
			p.busy = false
			switch {
			case err != nil:
			case count == 0:
				p.actions.Say(locale.T(textNoSame))
			default:
				p.actions.SayUndo(locale.N(count, textSame, textSames, locale.Number(count)))
			}
		}, err
	})
}
