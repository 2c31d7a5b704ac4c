package workspace

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"glossator/models"
)

// decisions keeps what suggestions are learnt from in memory: to read a thousand
// decisions takes the project file longer than to learn from them. An action on
// one sentence has that sentence read anew, any other action all of them. The
// zero value knows nothing.
type decisions struct {
	mu        sync.Mutex
	annotator int64
	list      []models.Example // the newest sentence first
	whole     bool             // list is what the file says but for the pending sentences
	before    bool             // whole, before the action that is under way
	pending   []int64          // sentences to read anew
	turn      int              // counts actions, so that what was read meanwhile is not kept
}

// begin hears of an action before it is made.
func (d *decisions) begin() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.turn++
	d.before, d.whole = d.whole, false
}

// only hears that the action has changed nothing but this sentence.
func (d *decisions) only(sentenceID int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.turn++
	d.whole = d.before
	if !slices.Contains(d.pending, sentenceID) {
		d.pending = append(slices.Clip(d.pending), sentenceID)
	}
}

// forget has everything read anew.
func (d *decisions) forget() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.turn++
	d.whole, d.before = false, false
}

// known returns what is in memory for an annotator; false when all has to be
// read.
func (d *decisions) known(annotator int64) (list []models.Example, pending []int64, turn int, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.list, d.pending, d.turn, d.whole && d.annotator == annotator
}

// keep remembers what was read at a turn, unless something was done since.
func (d *decisions) keep(annotator int64, list []models.Example, turn int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if turn == d.turn {
		d.annotator, d.list, d.whole, d.pending = annotator, list, true, nil
	}
}

// examples returns the newest decisions of the annotator at work.
func (w *Workspace) examples(ctx context.Context) ([]models.Example, error) {
	me := w.actor().AnnotatorID
	list, pending, turn, ok := w.decisions.known(me)
	var err error
	switch {
	case !ok:
		list, err = w.store.Examples(ctx, me, memoryOfExamples)
	case len(pending) > 0:
		var fresh []models.Example
		fresh, err = w.store.ExamplesOf(ctx, me, pending)
		list = replaced(list, pending, fresh)
	default:
		return list, nil
	}
	if err != nil {
		return nil, err
	}
	w.decisions.keep(me, list, turn)
	return list, nil
}

// replaced puts what was read anew of some sentences in the place of what was
// known of them.
func replaced(list []models.Example, sentenceIDs []int64, fresh []models.Example) []models.Example {
	out := slices.DeleteFunc(slices.Clone(list), func(e models.Example) bool { return slices.Contains(sentenceIDs, e.SentenceID) })
	out = append(out, fresh...)
	slices.SortFunc(out, func(a, b models.Example) int { return cmp.Compare(b.SentenceID, a.SentenceID) })
	return out[:min(len(out), memoryOfExamples)]
}
