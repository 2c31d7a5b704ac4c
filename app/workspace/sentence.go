package workspace

import "glossator/models"

// Annotation is an annotation with the names that a page shows.
type Annotation struct {
	models.Annotation
	Label     models.Label
	Annotator models.Annotator
}

// Sentence is one sentence of the current article with everything on it.
type Sentence struct {
	models.Sentence
	Mine   []Annotation // the annotator's own, in label order
	Others []Annotation // all other layers
	Empty  bool         // she said that it holds nothing to tag
}

// Has reports whether the annotator's layer has the label on this sentence.
func (s Sentence) Has(labelKey string) bool {
	for _, annotation := range s.Mine {
		if annotation.Label.Key == labelKey {
			return true
		}
	}
	return false
}

// Sentence returns the sentence at position; false when there is none.
func (w *Workspace) Sentence(position int) (Sentence, bool) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	d := w.open
	if d == nil || position < 0 || position >= len(d.content.Sentences) {
		return Sentence{}, false
	}
	base := d.content.Sentences[position]
	return Sentence{
		Sentence: base,
		Mine:     w.named(d.mine[base.ID]),
		Others:   w.named(d.others[base.ID]),
		Empty:    d.read[base.ID],
	}, true
}

// Current returns the sentence under the cursor.
func (w *Workspace) Current() (Sentence, bool) { return w.Sentence(w.Cursor()) }

// named adds labels and annotators; the caller holds mu.
func (w *Workspace) named(list []models.Annotation) []Annotation {
	if len(list) == 0 {
		return nil
	}
	out := make([]Annotation, len(list))
	for i, annotation := range list {
		out[i] = Annotation{Annotation: annotation, Annotator: w.names[annotation.AnnotatorID]}
		out[i].Label = w.rules.Load().label(annotation.LabelID)
	}
	return out
}

// Counts sums up the annotator's work on the current article.
type Counts struct {
	Sentences int
	Seen      int            // tagged, marked as holding nothing, or the article is finished
	Labels    map[string]int // annotations per label key
}

// Counts returns the counts of the current article.
func (w *Workspace) Counts() Counts {
	w.mu.RLock()
	defer w.mu.RUnlock()
	counts := Counts{Labels: map[string]int{}}
	if w.open == nil {
		return counts
	}
	counts.Sentences = len(w.open.content.Sentences)
	for _, sentence := range w.open.content.Sentences {
		if w.open.seen(sentence.ID) {
			counts.Seen++
		}
		for _, annotation := range w.open.mine[sentence.ID] {
			counts.Labels[w.keyOf(annotation.LabelID)]++
		}
	}
	return counts
}

func (w *Workspace) keyOf(labelID int64) string {
	label := w.rules.Load().label(labelID)
	return label.Key
}
