package workspace

import (
	"context"

	"glossator/app/suggest"
	"glossator/models"
)

// What suggestions are learnt from: the newest decisions, so that a refit stays
// quick in a project of years.
const (
	memoryOfExamples = 5000
	memoryOfAnswers  = 5000
)

// Learn makes a model from what the annotator has decided in the whole
// project. It is a pure function of that: after an undo it is the model of
// before.
func (w *Workspace) Learn(ctx context.Context) (*suggest.Model, error) {
	model, _, err := w.learn(ctx)
	return model, err
}

// learn is [Workspace.Learn], and returns what was learnt from.
func (w *Workspace) learn(ctx context.Context) (*suggest.Model, []models.Example, error) {
	decided, err := w.examples(ctx)
	if err != nil {
		return nil, nil, err
	}
	return suggest.Train(w.labelKeys(), examplesOf(decided), &w.learnt), decided, nil
}

func examplesOf(decided []models.Example) []suggest.Example {
	examples := make([]suggest.Example, len(decided))
	for i, e := range decided {
		examples[i] = suggest.Example{
			Text: e.Text, Language: e.Language, Article: e.ArticleUID, Labels: e.Labels, Rejected: e.Rejected, Read: e.Decided,
		}
	}
	return examples
}

// Suggestions proposes labels and details for the sentences of an article that
// is not necessarily the current one. Errors: models.CodeNotFound for an
// unknown article, and those of the store.
func (w *Workspace) Suggestions(ctx context.Context, articleUID string) (models.Content, []suggest.Suggestion, error) {
	content, err := w.store.Content(ctx, articleUID)
	if err != nil {
		return models.Content{}, nil, err
	}
	model, err := w.Learn(ctx)
	if err != nil {
		return models.Content{}, nil, err
	}
	answers, err := w.answers(ctx)
	if err != nil {
		return models.Content{}, nil, err
	}
	return content, suggest.Suggestions(suggest.ArticleOf(content), model, cutsOf(answers)), nil
}

// answers returns what the annotator answered to suggestions, by label, oldest
// first.
func (w *Workspace) answers(ctx context.Context) (map[string][]suggest.Outcome, error) {
	list, err := w.store.Outcomes(ctx, w.actor().AnnotatorID, memoryOfAnswers)
	if err != nil {
		return nil, err
	}
	answers := map[string][]suggest.Outcome{}
	for _, o := range list {
		answers[o.LabelKey] = append(answers[o.LabelKey],
			suggest.Outcome{Probability: o.Probability, Strength: suggest.Strength(o.Strength), Kept: o.Kept})
	}
	return answers, nil
}

func cutsOf(answers map[string][]suggest.Outcome) map[string]suggest.Cuts {
	cuts := make(map[string]suggest.Cuts, len(answers))
	for key, outcomes := range answers {
		cuts[key] = suggest.CutsFrom(outcomes)
	}
	return cuts
}

func (w *Workspace) labelKeys() []string {
	labels := w.Labels()
	keys := make([]string, len(labels))
	for i, label := range labels {
		keys[i] = label.Key
	}
	return keys
}
