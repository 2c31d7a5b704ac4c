package workspace

import (
	"cmp"
	"slices"

	"glossator/models"
)

// desk is the current article with everything that stands on it. It is
// guarded by the workspace's mu.
type desk struct {
	content  models.Content
	position map[int64]int                 // sentence ID to its position
	mine     map[int64][]models.Annotation // by sentence ID, in label order
	others   map[int64][]models.Annotation // the same of all other layers
	read     map[int64]bool                // sentences marked as holding nothing
	refused  map[refusal]bool
	finished bool
	coding   models.Coding
	hidden   []int64 // annotators whose labels are not in others, because this article is coded blind
	cursor   int
}

// newDesk lays out an article. The annotations may be of any layer.
func newDesk(content models.Content, all []models.Annotation, read map[int64]bool, finished bool, me int64) *desk {
	d := &desk{
		content:  content,
		position: make(map[int64]int, len(content.Sentences)),
		mine:     map[int64][]models.Annotation{},
		others:   map[int64][]models.Annotation{},
		read:     read,
		refused:  map[refusal]bool{},
		finished: finished,
	}
	for i, sentence := range content.Sentences {
		d.position[sentence.ID] = i
	}
	for _, annotation := range all {
		layer := d.others
		if annotation.AnnotatorID == me {
			layer = d.mine
		}
		layer[annotation.SentenceID] = append(layer[annotation.SentenceID], annotation)
	}
	if d.read == nil {
		d.read = map[int64]bool{}
	}
	return d
}

// put replaces one of my annotations, or removes it when it is deleted, and
// keeps the order of the labels.
func (d *desk) put(annotation models.Annotation, labels []models.Label) {
	kept := slices.DeleteFunc(slices.Clone(d.mine[annotation.SentenceID]), func(a models.Annotation) bool {
		return a.UID == annotation.UID
	})
	if annotation.DeletedAt == nil {
		kept = append(kept, annotation)
	}
	rank := func(id int64) int {
		return slices.IndexFunc(labels, func(l models.Label) bool { return l.ID == id })
	}
	slices.SortStableFunc(kept, func(a, b models.Annotation) int {
		return cmp.Compare(rank(a.LabelID), rank(b.LabelID))
	})
	d.mine[annotation.SentenceID] = kept
}

// seen reports whether the annotator has dealt with the sentence: tagged it,
// said that it holds nothing, or finished the article.
func (d *desk) seen(id int64) bool {
	return d.finished || d.read[id] || len(d.mine[id]) > 0
}
