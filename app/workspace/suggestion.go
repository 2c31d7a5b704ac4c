package workspace

import (
	"cmp"
	"context"
	"slices"

	"glossator/app/suggest"
	"glossator/models"
)

// Suggestion is a label that is proposed for a sentence and that nobody has
// accepted yet.
type Suggestion struct {
	Label       models.Label
	Strength    suggest.Strength // strong or possible
	Probability float64          // for ordering and for the record; to be shown as Sure only
	Sure        models.Text      // the probability in words, zero while too little was decided to state one
	Reasons     []suggest.Reason // the heaviest first
	Guesses     []Guess          // in the order of the form
}

// Guess is a guessed detail.
type Guess struct {
	models.Detail

	Start, End int // where it stands, code points into the sentence, End exclusive; both 0 when it is a default
}

func newSuggestion(label models.Label, s suggest.Suggestion, model *suggest.Model) Suggestion {
	sure, _ := model.Standing(label.Key).Percent(s.Probability)
	return Suggestion{
		Label: label, Strength: s.Strength, Probability: s.Probability, Sure: sure,
		Reasons: s.Reasons, Guesses: guessesFor(label, s.Details),
	}
}

// stronger orders suggestions for one sentence, the strongest first.
func stronger(a, b Suggestion) int {
	weak := func(s Suggestion) int {
		if s.Strength == suggest.Strong {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(weak(a), weak(b)), cmp.Compare(b.Probability, a.Probability))
}

// guessesFor keeps those guesses that the project's own codebook has room for.
func guessesFor(label models.Label, details []suggest.Detail) []Guess {
	guesses := make([]Guess, 0, len(details))
	for _, d := range details {
		at := slices.IndexFunc(label.Fields, func(f models.Field) bool { return f.Key == d.Field })
		if at < 0 {
			continue
		}
		field := label.Fields[at]
		choices := field.Choices()
		if d.Row > 0 && !field.Repeats || choices != nil && !slices.Contains(choices, d.Text) {
			continue
		}
		guesses = append(guesses, Guess{Start: d.Start, End: d.End, Detail: models.Detail{
			FieldID: field.ID, N: d.Row, ValueText: d.Text, ValueNum: d.Number, ValueISO: d.ISO,
		}})
	}
	return guesses
}

// Suggested returns what is suggested for the sentence at position, the
// strongest first: no label that is on it or that was rejected, and nothing
// once the annotator has said that it holds nothing. It answers from memory.
func (w *Workspace) Suggested(position int) []Suggestion {
	w.mu.RLock()
	defer w.mu.RUnlock()
	d := w.open
	if !w.advised() || position < 0 || position >= len(d.content.Sentences) {
		return nil
	}
	id := d.content.Sentences[position].ID
	if d.finished || d.read[id] || d.blind() {
		return nil
	}
	var open []Suggestion
	for _, s := range w.advice.suggestions[id] {
		on := slices.ContainsFunc(d.mine[id], func(a models.Annotation) bool { return a.LabelID == s.Label.ID })
		if !on && !d.refused[refusal{id, s.Label.Key}] {
			open = append(open, s)
		}
	}
	return open
}

// Guesses proposes the details of a label on the sentence at position, for a
// form; none while suggestions are off. It answers from memory.
func (w *Workspace) Guesses(position int, labelKey string) []Guess {
	sentence, ok := w.Sentence(position)
	label, known := w.label(labelKey)
	if !ok || !known || !w.advising() {
		return nil
	}
	content, _ := w.Article()
	guesses := guessesFor(label, suggest.Guess(labelKey, sentence.Text, content.Article.Language, content.Article.PublishedOn))
	if repeat, like := w.Repeat(position); like && repeat.Label.Key == labelKey {
		guesses = append(guesses, guessesFor(label, []suggest.Detail{{Field: repeatsKey, Text: repeat.PublicID()}})...)
	}
	return guesses
}

// Accept puts a suggested label on the sentence at position with the guessed
// details, as one step of undo; its origin is models.OriginSuggested. Errors:
// models.CodeNotFound when the label is not suggested there, and those of the
// store.
func (w *Workspace) Accept(ctx context.Context, position int, labelKey string) error {
	return w.answer(ctx, position, labelKey, func(by actor, s Suggestion, outcome models.Outcome) error {
		details := make([]models.Detail, len(s.Guesses))
		for i, guess := range s.Guesses {
			details[i] = guess.Detail
		}
		annotation, err := w.store.AcceptSuggestion(ctx, by, outcome, details)
		if err != nil {
			return err
		}
		w.lay(annotation)
		return nil
	})
}

// Reject says that a suggested label does not fit the sentence at position. It
// is not suggested there again, and the refusal is learnt from. The errors are
// those of [Workspace.Accept].
func (w *Workspace) Reject(ctx context.Context, position int, labelKey string) error {
	return w.answer(ctx, position, labelKey, func(by actor, _ Suggestion, outcome models.Outcome) error {
		if err := w.store.RejectSuggestion(ctx, by, outcome); err != nil {
			return err
		}
		w.mu.Lock()
		w.open.refused[refusal{outcome.SentenceID, outcome.LabelKey}] = true
		w.mu.Unlock()
		return nil
	})
}

func (w *Workspace) answer(
	ctx context.Context, position int, labelKey string, run func(actor, Suggestion, models.Outcome) error,
) error {
	return w.onSentence(ctx, position, func(by actor, sentence Sentence) error {
		list := w.Suggested(position)
		at := slices.IndexFunc(list, func(s Suggestion) bool { return s.Label.Key == labelKey })
		if at < 0 {
			return models.Errorf(models.CodeNotFound, "Nothing of this kind is suggested for sentence %d.", position+1)
		}
		return run(by, list[at], list[at].outcome(sentence.ID))
	})
}

// outcome is an answer to the suggestion that is still to be given.
func (s Suggestion) outcome(sentenceID int64) models.Outcome {
	return models.Outcome{SentenceID: sentenceID, LabelKey: s.Label.Key, Strength: string(s.Strength), Probability: s.Probability}
}

// toggled puts a label on a sentence by hand, or takes it off. One that is
// suggested there counts as kept in the running record.
func (w *Workspace) toggled(
	ctx context.Context, by actor, position int, sentenceID int64, labelKey string,
) (annotation models.Annotation, on bool, err error) {
	for _, s := range w.Suggested(position) {
		if s.Label.Key == labelKey {
			annotation, err = w.store.LabelSuggested(ctx, by, s.outcome(sentenceID))
			return annotation, true, err
		}
	}
	return w.store.ToggleLabel(ctx, by, sentenceID, labelKey)
}

// marked says that a sentence holds nothing, or takes that back. What is
// suggested there counts as not kept in the running record.
func (w *Workspace) marked(ctx context.Context, by actor, position int, sentenceID int64, empty bool) error {
	shown := w.Suggested(position)
	if !empty || len(shown) == 0 {
		return w.store.SetReading(ctx, by, []int64{sentenceID}, empty)
	}
	outcomes := make([]models.Outcome, len(shown))
	for i, s := range shown {
		outcomes[i] = s.outcome(sentenceID)
	}
	return w.store.PassSuggested(ctx, by, sentenceID, outcomes)
}

// MoveToSuggested makes the next sentence current for which something is
// suggested. The search starts after the cursor and goes round once. It reports
// whether there was one other than the current sentence.
func (w *Workspace) MoveToSuggested() bool {
	content, _ := w.Article()
	count, from := len(content.Sentences), w.Cursor()
	for step := 1; step < count; step++ {
		if at := (from + step) % count; len(w.Suggested(at)) > 0 {
			w.MoveTo(at)
			return true
		}
	}
	return false
}
