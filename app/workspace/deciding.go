package workspace

import (
	"context"
	"slices"

	"glossator/app/suggest"
	"glossator/models"
)

// waitingAtMost is among how many sentences the next to decide are chosen: to
// score so many takes some 100 ms at the first time.
const waitingAtMost = 2000

// Pick is a sentence to decide next.
type Pick struct {
	models.Undecided

	Random  bool         // drawn at random; else one of those that the program is least certain about
	Label   models.Label // the label that is least certain; none of a random one
	Decided bool         // decided since it was picked
}

// advising reports whether the program may say what it thinks of sentences at
// all. In an article that is coded blind it may not, see [Workspace.Blind] and
// [screen.hides].
func (w *Workspace) advising() bool { return w.Suggesting() && !w.Blind() }

// Next returns ten sentences to decide next: five that the program is least
// certain about and five drawn at random, never the likeliest. The same turn
// gives the same ones while nothing is decided. It is empty while suggestions
// are off. Errors are those of the store.
func (w *Workspace) Next(ctx context.Context, turn uint32) ([]Pick, error) {
	if !w.advising() {
		return nil, nil
	}
	waiting, err := w.store.Undecided(ctx, w.actor().AnnotatorID, waitingAtMost, turn)
	if err != nil {
		return nil, err
	}
	if waiting, err = w.unhidden(ctx, waiting); err != nil || len(waiting) == 0 {
		return nil, err
	}
	model, err := w.Learn(ctx)
	if err != nil {
		return nil, err
	}
	sentences := make([]suggest.Undecided, len(waiting))
	for i, u := range waiting {
		sentences[i] = suggest.Undecided{Text: u.Text, Language: u.Language, Opened: u.Opened}
	}
	var picks []Pick
	for _, p := range suggest.Next(model, sentences, uint64(turn)) {
		pick := Pick{Undecided: waiting[p.Sentence], Random: p.Random}
		pick.Label, _ = w.label(p.Label)
		picks = append(picks, pick)
	}
	return picks, nil
}

// unhidden leaves out the sentences of articles that are coded blind.
func (w *Workspace) unhidden(ctx context.Context, waiting []models.Undecided) ([]models.Undecided, error) {
	blind := w.newScreen()
	var open []models.Undecided
	for _, u := range waiting {
		hidden, err := blind.hides(ctx, u.ArticleUID)
		if err != nil {
			return nil, err
		}
		if !hidden {
			open = append(open, u)
		}
	}
	return open, nil
}

// Recheck says which of the picks were decided since.
func (w *Workspace) Recheck(ctx context.Context, picks []Pick) ([]Pick, error) {
	ids := make([]int64, len(picks))
	for i, p := range picks {
		ids[i] = p.SentenceID
	}
	decided, err := w.store.Decided(ctx, w.actor().AnnotatorID, ids)
	if err != nil {
		return nil, err
	}
	picks = slices.Clone(picks)
	for i := range picks {
		picks[i].Decided = decided[picks[i].SentenceID]
	}
	return picks, nil
}

// Dispute is a decision of an annotator that a model which did not see it would
// have made otherwise.
type Dispute struct {
	models.Place

	Text   string
	Label  models.Label
	Tagged bool        // she has tagged it; else she has read it and left it without the label
	Sure   models.Text // the probability of the label in words, zero while too little was decided to state one
}

// SecondLook returns the decisions of an annotator that are most in doubt, at
// most limit, the most disputed first. What a reviewer is shown of others is
// noted as seen; articles that the person at work codes blind are left out. It
// is empty while suggestions are off or too little was decided. Errors are
// those of the store.
func (w *Workspace) SecondLook(ctx context.Context, annotatorID int64, limit int) ([]Dispute, error) {
	if !w.advising() {
		return nil, nil
	}
	decided, err := w.store.Examples(ctx, annotatorID, memoryOfExamples)
	if err != nil {
		return nil, err
	}
	model := suggest.Train(w.labelKeys(), examplesOf(decided), &w.learnt)
	var disputes []Dispute
	var seen []glance
	blind := w.newScreen()
	for _, d := range suggest.SecondLook(model, len(decided)) {
		example := decided[d.Example]
		hidden, err := blind.hides(ctx, example.ArticleUID)
		if err != nil {
			return nil, err
		}
		label, known := w.label(d.Label)
		if hidden || !known {
			continue
		}
		sure, _ := model.Standing(d.Label).Percent(d.Probability)
		disputes = append(disputes, Dispute{Place: example.Place, Text: example.Text, Label: label, Tagged: d.Tagged, Sure: sure})
		seen = append(seen, glance{article: example.ArticleUID, sentence: example.SentenceID, layer: annotatorID})
		if len(disputes) == limit {
			break
		}
	}
	return disputes, w.noteSeen(ctx, seen)
}

// Repeat is an earlier sentence that says much the same.
type Repeat struct {
	models.Place

	Text  string
	Label models.Label
}

// repeatsKey is the key of the field that links a tag to an earlier one.
const repeatsKey = "repeats"

// repeats finds, for the sentences of an article that bear a label with such a
// field or may get it, what they most likely repeat.
func (w *Workspace) repeats(content models.Content, decided []models.Example, suggestions map[int64][]Suggestion) map[int64]Repeat {
	found := map[int64]Repeat{}
	for _, label := range w.Labels() {
		if !slices.ContainsFunc(label.Fields, func(f models.Field) bool { return f.Key == repeatsKey }) {
			continue
		}
		earlier := earlierOf(content.Article, decided, label.Key)
		if len(earlier) == 0 {
			continue
		}
		examples := examplesOf(earlier)
		for position, sentence := range content.Sentences {
			if !w.concerns(position, sentence.ID, label, suggestions) {
				continue
			}
			if like := suggest.Repeats(sentence.Text, content.Article.Language, examples, &w.learnt); len(like) > 0 {
				e := earlier[like[0].Of]
				found[sentence.ID] = Repeat{Place: e.Place, Text: e.Text, Label: label}
			}
		}
	}
	return found
}

// earlierOf returns the examples of a label in other articles that are not
// later than the article.
func earlierOf(article models.Article, decided []models.Example, labelKey string) []models.Example {
	return slices.DeleteFunc(slices.Clone(decided), func(e models.Example) bool {
		later := article.PublishedOn != "" && e.PublishedOn > article.PublishedOn
		return e.ArticleUID == article.UID || later || !slices.Contains(e.Labels, labelKey)
	})
}

// concerns reports whether a sentence bears a label or may get it.
func (w *Workspace) concerns(position int, sentenceID int64, label models.Label, suggestions map[int64][]Suggestion) bool {
	if slices.ContainsFunc(suggestions[sentenceID], func(s Suggestion) bool { return s.Label.ID == label.ID }) {
		return true
	}
	sentence, ok := w.Sentence(position)
	return ok && sentence.ID == sentenceID && sentence.Has(label.Key)
}

// Repeat returns what the sentence at position most likely repeats, when it
// bears such a label or the label is suggested there. It answers from memory.
func (w *Workspace) Repeat(position int) (Repeat, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	d := w.open
	if !w.advised() || position < 0 || position >= len(d.content.Sentences) || d.blind() {
		return Repeat{}, false
	}
	repeat, ok := w.advice.repeats[d.content.Sentences[position].ID]
	return repeat, ok
}

// GoToPlace opens the article of a sentence with the cursor on it. The errors
// are those of [Workspace.GoTo].
func (w *Workspace) GoToPlace(ctx context.Context, place models.Place) error {
	return w.GoTo(ctx, models.Step{ArticleUID: place.ArticleUID, SentenceID: place.SentenceID})
}
