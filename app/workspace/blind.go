package workspace

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"

	"glossator/models"
)

// Coding returns how the person at work codes the current article; open as well
// when there is none.
func (w *Workspace) Coding() models.Coding {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.open == nil || w.open.coding == "" {
		return models.CodingOpen
	}
	return w.open.coding
}

// Blind reports whether the labels of others are hidden on the current article:
// it is coded blind and not finished.
func (w *Workspace) Blind() bool {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.open != nil && w.open.blind()
}

// Hidden returns the names of those whose labels are hidden on the current
// article, in their order; how many labels is not told.
func (w *Workspace) Hidden() []string {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.open == nil {
		return nil
	}
	var names []string
	for _, id := range w.open.hidden {
		names = append(names, w.names[id].Name)
	}
	slices.Sort(names)
	return names
}

// SetCoding says how the person at work codes the current article, as a step of
// undo. What she has seen of others before stays noted: it is not made unseen.
// Errors: models.CodeNotFound without an article, and those of the store.
func (w *Workspace) SetCoding(ctx context.Context, coding models.Coding) error {
	return w.do(func(by actor) error {
		content, ok := w.Article()
		if !ok {
			return errNoArticle()
		}
		if err := w.store.SetCoding(ctx, by, content.Article.UID, coding); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

// SetCodings is [Workspace.SetCoding] for articles that need not be open, as
// one step of undo: whoever chooses to code blind before opening an article sees
// nothing of others in it.
func (w *Workspace) SetCodings(ctx context.Context, articleUIDs []string, coding models.Coding) error {
	return w.do(func(by actor) error {
		if err := w.store.SetCodings(ctx, by, articleUIDs, coding); err != nil {
			return err
		}
		return w.articlesChanged(ctx)
	})
}

// foreign reports whether an event is about a label or a decision of somebody
// else; a merge brings such events under the name of the person at work.
func foreign(e models.Event, me string) bool {
	var owner struct {
		Annotator string `json:"annotator"`
		Reviewer  string `json:"reviewer"`
	}
	if err := json.Unmarshal([]byte(e.After), &owner); err != nil {
		return e.ActorUID != me
	}
	return owner.Annotator != "" && owner.Annotator != me || owner.Reviewer != "" && owner.Reviewer != me
}

// HideOthers keeps the labels of others off every article that is opened from
// now on, for a command that shows none: nothing is noted as seen then.
func (w *Workspace) HideOthers() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.alone = true
}

// unseen reports whether nobody looks at the labels of others.
func (w *Workspace) unseen() bool {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.alone
}

// screen tells, for the length of one call, which articles hide the labels of
// others.
type screen struct {
	w     *Workspace
	known map[string]bool
}

func (w *Workspace) newScreen() screen { return screen{w: w, known: map[string]bool{}} }

// hides reports whether the person at work codes an article blind and has not
// finished it. An article that is gone hides nothing.
func (s screen) hides(ctx context.Context, articleUID string) (bool, error) {
	hidden, known := s.known[articleUID]
	if known || articleUID == "" {
		return hidden, nil
	}
	progress, err := s.w.store.Progress(ctx, articleUID, s.w.actor().AnnotatorID)
	if err != nil && models.CodeOf(err) != models.CodeNotFound {
		return true, err
	}
	hidden = progress.Coding == models.CodingBlind && progress.FinishedAt == nil
	s.known[articleUID] = hidden
	return hidden, nil
}

// glance is that a layer is shown on a sentence.
type glance struct {
	article         string
	sentence, layer int64
}

// noteSeen notes what the person at work is about to be shown of others, for
// the agreement: who has seen another's labels first is not independent. The
// store leaves out what she has finished, and her own layer.
func (w *Workspace) noteSeen(ctx context.Context, seen []glance) error {
	by := w.actor()
	if w.store.ReadOnly() || by.AnnotatorID == 0 {
		return nil
	}
	sentences := map[int64][]int64{} // by layer
	w.mu.RLock()
	for _, g := range seen {
		if g.layer != by.AnnotatorID && !w.shown[witness{by.AnnotatorID, g}] {
			sentences[g.layer] = append(sentences[g.layer], g.sentence)
		}
	}
	w.mu.RUnlock()
	for _, layer := range slices.Sorted(maps.Keys(sentences)) {
		if err := w.store.Expose(ctx, by, sentences[layer], []int64{layer}); err != nil {
			return err
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.shown == nil {
		w.shown = map[witness]bool{}
	}
	for _, g := range seen {
		w.shown[witness{by.AnnotatorID, g}] = true
	}
	return nil
}

// forgetShown has what is seen from now on noted anew: after a step back the
// annotator may go on with an article that was finished.
func (w *Workspace) forgetShown() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.shown = nil
}

// witness is who was shown something.
type witness struct {
	annotator int64
	glance    glance
}

// conceal takes the labels of others off the desk and remembers whose they
// were.
func (d *desk) conceal() {
	layers := map[int64]bool{}
	for _, list := range d.others {
		for _, annotation := range list {
			layers[annotation.AnnotatorID] = true
		}
	}
	d.hidden = slices.SortedFunc(maps.Keys(layers), cmp.Compare[int64])
	d.others = map[int64][]models.Annotation{}
}

// blind reports whether others' labels stay hidden.
func (d *desk) blind() bool { return d.coding == models.CodingBlind && !d.finished }

// glances lists what the desk shows of others: a layer with a label anywhere on
// an article tells something about each of its sentences.
func (d *desk) glances() []glance {
	layers := map[int64]bool{}
	for _, list := range d.others {
		for _, annotation := range list {
			layers[annotation.AnnotatorID] = true
		}
	}
	var seen []glance
	for layer := range layers {
		for _, sentence := range d.content.Sentences {
			seen = append(seen, glance{article: d.content.Article.UID, sentence: sentence.ID, layer: layer})
		}
	}
	return seen
}
