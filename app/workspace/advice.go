package workspace

import (
	"context"
	"slices"

	"glossator/app/suggest"
	"glossator/models"
)

// advice is what the learner says about one article. It is replaced as a whole
// and never stored.
type advice struct {
	article     string // UID; empty: nothing was said yet
	annotator   int64  // whose decisions it was learnt from
	suggestions map[int64][]Suggestion
	learners    []Learner
	repeats     map[int64]Repeat // by sentence
}

// Learner is how suggestions of one label came to be, and how they fared.
type Learner struct {
	Label            models.Label
	Standing         suggest.Standing
	Strong, Possible suggest.Record
}

// refusal is a suggestion that the annotator turned down.
type refusal struct {
	sentence int64
	label    string // key
}

// proposedAtOnce is after how many sentences it is asked whether anybody still
// waits for the suggestions.
const proposedAtOnce = 200

// RefreshSuggestions learns anew and proposes labels for the current article;
// without one, or when suggestions are off, there are none. It is to be called
// after the current article or the annotator's own annotations have changed,
// and gives up without an error when another article is opened meanwhile.
// Errors are those of the store.
func (w *Workspace) RefreshSuggestions(ctx context.Context) error {
	content, open := w.Article()
	if !open || !w.Suggesting() {
		return nil
	}
	me := w.Me().ID
	model, decided, err := w.learn(ctx)
	if err != nil {
		return err
	}
	answers, err := w.answers(ctx)
	if err != nil {
		return err
	}
	next := advice{article: content.Article.UID, annotator: me, learners: w.learners(model, answers)}
	if next.suggestions = w.propose(ctx, content, model, cutsOf(answers)); next.suggestions == nil {
		return nil
	}
	next.repeats = w.repeats(content, decided, next.suggestions)
	w.mu.Lock()
	before := w.advice
	w.advice = next
	wanted := !w.silent && w.advised()
	if !wanted {
		w.advice = before
	}
	w.mu.Unlock()
	if wanted {
		w.events.emit(Event{Kind: SuggestionsChanged})
	}
	return nil
}

// propose returns the suggestions by sentence, the strongest first, or nil when
// nobody waits for them any more.
func (w *Workspace) propose(
	ctx context.Context, content models.Content, model *suggest.Model, cuts map[string]suggest.Cuts,
) map[int64][]Suggestion {
	found := map[int64][]Suggestion{}
	article := suggest.ArticleOf(content)
	for part := range slices.Chunk(content.Sentences, proposedAtOnce) {
		if now, _ := w.Article(); ctx.Err() != nil || now.Article.UID != content.Article.UID {
			return nil
		}
		article.Sentences = part
		for _, s := range suggest.Suggestions(article, model, cuts) {
			if label, ok := w.label(s.Label); ok && s.Strength != suggest.Listed {
				id := part[s.Sentence].ID
				found[id] = append(found[id], newSuggestion(label, s, model))
			}
		}
	}
	for _, list := range found {
		slices.SortStableFunc(list, stronger)
	}
	return found
}

func (w *Workspace) learners(model *suggest.Model, answers map[string][]suggest.Outcome) []Learner {
	labels := w.Labels()
	list := make([]Learner, len(labels))
	for i, label := range labels {
		list[i] = Learner{
			Label: label, Standing: model.Standing(label.Key),
			Strong:   suggest.RecordOf(answers[label.Key], suggest.Strong),
			Possible: suggest.RecordOf(answers[label.Key], suggest.Possible),
		}
	}
	return list
}

func (w *Workspace) label(key string) (models.Label, bool) {
	labels := w.Labels()
	at := slices.IndexFunc(labels, func(l models.Label) bool { return l.Key == key })
	if at < 0 {
		return models.Label{}, false
	}
	return labels[at], true
}

// SetSuggesting switches suggestions on or off. Once on, they come with the
// next [Workspace.RefreshSuggestions].
func (w *Workspace) SetSuggesting(on bool) {
	w.mu.Lock()
	w.silent, w.advice = !on, advice{}
	w.mu.Unlock()
	w.events.emit(Event{Kind: SuggestionsChanged})
}

// Suggesting reports whether suggestions are on.
func (w *Workspace) Suggesting() bool {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return !w.silent
}

// Learners says how suggestions of each label came to be, in the order of the
// codebook; nil while nothing was said about the current article.
func (w *Workspace) Learners() []Learner {
	w.mu.RLock()
	defer w.mu.RUnlock()
	if !w.advised() {
		return nil
	}
	return w.advice.learners
}

// advised reports whether the advice is about the current article and for the
// annotator at work; the caller holds mu.
func (w *Workspace) advised() bool {
	return w.open != nil && w.advice.article == w.open.content.Article.UID && w.advice.annotator == w.me.ID
}
