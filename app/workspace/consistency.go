package workspace

import (
	"context"
	"strings"

	"glossator/app/likeness"
	"glossator/models"
	"glossator/models/store"
)

// Inconsistency is sentences that are the same or nearly the same and do not
// have the same labels.
type Inconsistency struct {
	SentenceIDs []int64 // those of the most frequent wording first
	Identical   bool    // all have the same words
	Ways        int     // how many sets of labels they have
	Text        string  // of the first one
}

// How long reading and comparing take, as shares of all the work.
const (
	readingShare   = 0.7
	comparingShare = 0.25
)

// Consistency finds sentences that an annotator has labelled unlike although
// they are the same, first, or nearly the same: no UID stands for everybody's
// labels together. Only sentences that were decided about count: one without
// labels is one that was marked as holding nothing or is in a finished article.
// What the person at work codes blind is left out where others' labels are
// asked for. progress hears from 0 to 1 how far it is and may be nil. The error
// has models.CodeCancelled when ctx ended, or is that of the store.
func (w *Workspace) Consistency(ctx context.Context, annotatorUID string, progress func(done float64)) ([]Inconsistency, error) {
	if progress == nil {
		progress = func(float64) {}
	}
	finder, kinds := likeness.NewFinder(), map[string]uint32{}
	err := w.store.Coded(ctx, w.codedBy(annotatorUID), func(c models.Coded) error {
		key := strings.Join(c.Labels, "\n")
		kind, known := kinds[key]
		if !known {
			kind = uint32(len(kinds)) //nolint:gosec // as many as there are sets of labels
			kinds[key] = kind
		}
		finder.Add(c.Sentence.ID, c.Sentence.Text, kind)
		return nil
	}, func(done float64) { progress(done * readingShare) })
	if err != nil {
		return nil, err
	}
	groups, err := finder.Groups(ctx, func(done float64) { progress(readingShare + done*comparingShare) })
	if err != nil {
		return nil, models.Errorf(models.CodeCancelled, "The consistency check was stopped.").Because(err)
	}
	found, err := w.inconsistencies(ctx, annotatorUID, groups)
	progress(1)
	return found, err
}

// codedBy asks for the coding of an annotator, or of everybody.
func (w *Workspace) codedBy(annotatorUID string) store.CodedBy {
	me := w.actor()
	by := store.CodedBy{Viewer: me.AnnotatorID}
	if annotatorUID != "" {
		by.AnnotatorUIDs = []string{annotatorUID}
	}
	if annotatorUID == me.AnnotatorUID {
		by.Viewer = 0
	}
	return by
}

// inconsistencies reads the first sentences of groups.
func (w *Workspace) inconsistencies(ctx context.Context, annotatorUID string, groups []likeness.Group) ([]Inconsistency, error) {
	firsts := make([]int64, len(groups))
	for i, g := range groups {
		firsts[i] = g.IDs[0]
	}
	list, err := w.store.CodedSentences(ctx, w.codedBy(annotatorUID), firsts)
	if err != nil {
		return nil, err
	}
	texts := make(map[int64]string, len(list))
	for _, c := range list {
		texts[c.Sentence.ID] = c.Sentence.Text
	}
	found := make([]Inconsistency, len(groups))
	for i, g := range groups {
		ways := map[uint32]bool{}
		for _, kind := range g.Kinds {
			ways[kind] = true
		}
		found[i] = Inconsistency{SentenceIDs: g.IDs, Identical: g.Identical, Ways: len(ways), Text: texts[g.IDs[0]]}
	}
	return found, nil
}

// Likes returns sentences with the labels that an annotator, or anybody, has put
// on them by now, in the order of ids. Those that are gone since are left out.
// Errors are those of the store.
func (w *Workspace) Likes(ctx context.Context, annotatorUID string, ids []int64) ([]models.Coded, error) {
	list, err := w.store.CodedSentences(ctx, w.codedBy(annotatorUID), ids)
	if err != nil {
		return nil, err
	}
	var seen []glance
	for _, layer := range w.Annotators() {
		if layer.UID != annotatorUID && annotatorUID != "" {
			continue
		}
		for _, c := range list {
			seen = append(seen, glance{article: c.Article.UID, sentence: c.Sentence.ID, layer: layer.ID})
		}
	}
	return list, w.noteSeen(ctx, seen)
}

// MakeAlike gives sentences these labels and no other ones in the layer of the
// person at work, as one step of undo, and returns how many changed. Without
// labels they are marked as holding nothing. Errors: models.CodeNotFound for a
// sentence that is gone or a label that is not known, and those of the store;
// nothing is then changed.
func (w *Workspace) MakeAlike(ctx context.Context, sentenceIDs []int64, labelKeys []string) (int, error) {
	var changed int
	err := w.do(func(by actor) error {
		var err error
		if changed, err = w.store.MakeAlike(ctx, by, sentenceIDs, labelKeys); err != nil {
			return err
		}
		w.events.emit(Event{Kind: SentencesChanged})
		return w.articlesChanged(ctx)
	})
	return changed, err
}

// Differing returns the words of a sentence that another one does not have at
// that place, in code points.
func Differing(sentence, other string) []models.Span {
	places, _ := likeness.Differences(sentence, other)
	spans := make([]models.Span, len(places))
	for i, p := range places {
		spans[i] = models.Span{Start: p.Start, End: p.End}
	}
	return spans
}
