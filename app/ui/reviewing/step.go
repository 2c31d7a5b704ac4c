package reviewing

import (
	"context"
	"hash/fnv"
	"slices"
	"strconv"

	"glossator/app/ui/locale"
	"glossator/models"
)

const (
	// sampleOf is of how many identical sentences a spot-check takes one.
	sampleOf = 10
	// sampleRows are the rows read at once while looking for one of the sample.
	sampleRows = 25
	// longestPast is how many jumps can be taken back.
	longestPast = 100
)

// undecided are the states that ask for a decision.
var undecided = []models.ReviewState{models.ReviewOpen, models.ReviewStale}

// place is where the cursor stands in the queue; without an article before
// everything.
func (p *Page) place() models.DifferencePlace {
	sentence, ok := p.ws.Current()
	if !ok {
		return models.DifferencePlace{}
	}
	return placeOf(sentence.Sentence)
}

// placeOf is where a sentence stands in the queue.
func placeOf(sentence models.Sentence) models.DifferencePlace {
	return models.DifferencePlace{Article: sentence.ArticleID, Offset: sentence.StartOff + 1}
}

// Jump goes to the next difference that the filter lets through, or with -1 to
// the one before, across articles; after the last one it begins anew.
func (p *Page) Jump(direction int) {
	if len(p.subjects) == 0 {
		p.actions.Say(locale.T(textNobodyTo))
		return
	}
	p.jump(p.hunt(direction), p.place())
}

// arrive goes to the first difference from the cursor on, and stays on one.
func (p *Page) arrive() {
	from := p.place()
	from.Offset--
	p.jump(p.hunt(1), from)
}

func (p *Page) jump(h hunt, from models.DifferencePlace) {
	p.act(func(ctx context.Context) (string, error) { return p.onward(ctx, h, from) })
}

// act runs one step unless another is under way: what comes next must be about
// what will be on show then. The step returns what to say.
func (p *Page) act(step func(ctx context.Context) (string, error)) {
	if p.busy {
		return
	}
	p.busy = true
	p.run.Do(func(ctx context.Context) (func(), error) {
		text, err := step(ctx)
		return func() {
			p.busy = false
			if text != "" {
				p.actions.Say(text)
			}
		}, err
	})
}

// hunt is a walk through the queue.
type hunt struct {
	ask  models.DifferenceFilter
	spot bool // of the identical ones only a sample
	here models.Step
}

// hunt prepares a walk on the window's goroutine.
func (p *Page) hunt(direction int) hunt {
	ask := p.question()
	ask.States, ask.Disputed = p.filter.state.states, p.filter.state.disputed
	ask.Backward = direction < 0
	if p.filter.spot {
		ask.Comparisons = []models.Comparison{models.Same, models.DetailsDiffer, models.LabelsDiffer}
	}
	h := hunt{ask: ask, spot: p.filter.spot && !p.subject().check()}
	if p.open {
		h.here = models.Step{ArticleUID: p.current.ArticleUID, SentenceID: p.current.Sentence.ID}
	}
	return h
}

// onward goes on from a place and returns what to say about it. It runs on the
// worker.
func (p *Page) onward(ctx context.Context, h hunt, from models.DifferencePlace) (string, error) {
	for wrapped, start := range []models.DifferencePlace{from, {}} {
		found, ok, err := p.seek(ctx, h, start)
		if err != nil {
			return "", err
		}
		if !ok {
			continue
		}
		if err := p.goTo(ctx, h.here, models.Step{ArticleUID: found.ArticleUID, SentenceID: found.Sentence.ID}); err != nil {
			return "", err
		}
		switch {
		case wrapped == 0:
			return "", nil
		case found.Sentence.ID == h.here.SentenceID:
			return locale.T(textOnlyOne), nil
		default:
			return locale.T(textWrapped), nil
		}
	}
	if len(h.ask.States) > 0 && slices.Equal(h.ask.States, undecided) {
		return locale.T(textDone), nil
	}
	return locale.T(textNoMatch), nil
}

// seek finds the first row after a place; false when none follows.
func (p *Page) seek(ctx context.Context, h hunt, from models.DifferencePlace) (models.Difference, bool, error) {
	ask := h.ask
	ask.After, ask.Limit = from, 1
	if h.spot {
		ask.Limit = sampleRows
	}
	for {
		page, err := p.ws.Differences(ctx, ask)
		if err != nil {
			return models.Difference{}, false, err
		}
		for _, row := range page.Rows {
			if !h.spot || row.Comparison != models.Same || Sampled(row) {
				return row, true, nil
			}
		}
		if page.Done || page.Next == ask.After {
			return models.Difference{}, false, nil
		}
		ask.After = page.Next
	}
}

// Sampled reports whether a sentence on which the layers say the same is in the
// sample of a spot-check. It depends on the sentence alone, so that the sample is
// the same tomorrow and for everybody.
func Sampled(d models.Difference) bool {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(d.ArticleUID + strconv.Itoa(d.Sentence.StartOff))) // a hash takes everything
	return sum.Sum32()%sampleOf == 0
}

// goTo opens a sentence and remembers the one that was left.
func (p *Page) goTo(ctx context.Context, from, to models.Step) error {
	if err := p.ws.GoTo(ctx, to); err != nil {
		return err
	}
	if from.SentenceID == 0 || from.SentenceID == to.SentenceID {
		return nil
	}
	p.post(func() {
		p.past = append(p.past, from)
		p.past = p.past[max(0, len(p.past)-longestPast):]
	})
	return nil
}

// Back goes to where the last jump came from.
func (p *Page) Back() {
	if len(p.past) == 0 {
		p.actions.Say(locale.T(textNoPast))
		return
	}
	last := len(p.past) - 1
	to := p.past[last]
	p.past = p.past[:last]
	p.act(func(ctx context.Context) (string, error) { return "", p.ws.GoTo(ctx, to) })
}

// visit goes to the first difference of an article that the filter lets
// through, else to its beginning.
func (p *Page) visit(articleUID string) {
	h := p.hunt(1)
	h.ask.ArticleUIDs = []string{articleUID}
	p.act(func(ctx context.Context) (string, error) {
		found, ok, err := p.seek(ctx, h, models.DifferencePlace{})
		if err != nil {
			return "", err
		}
		to := models.Step{ArticleUID: articleUID}
		if ok {
			to.SentenceID = found.Sentence.ID
		}
		return "", p.goTo(ctx, h.here, to)
	})
}
