package catalogue

import (
	"slices"
	"strings"

	"glossator/models"
)

// state returns how far an annotator is.
func (m Mark) state() models.ArticleState {
	switch {
	case m.Finished:
		return models.StateFinished
	case m.Seen > 0:
		return models.StateInProgress
	}
	return models.StateUntouched
}

// Query is a filter with what it needs to know about annotations.
type Query struct {
	Filter models.ArticleFilter
	Work   *Work // of the asking annotator; needed for [NeedsWork] only
	Within *Set  // only these; nil: all
	// Among is the answer to the same query with fewer words, which a longer
	// one only narrows down; nil: there is none.
	Among []int64
}

// NeedsWork reports whether a filter or its order asks how far the annotator
// is.
func NeedsWork(f models.ArticleFilter) bool {
	return f.State != models.StateAny || f.Sort == models.SortProgress
}

// Known reports whether a catalogue has an order.
func Known(sort models.ArticleSort) bool {
	_, ok := comparisons[sort]
	return ok || sort == models.SortProgress
}

// Find returns the ids of the articles that a query lets through, in its
// order. Offset and limit of the filter are left to the caller.
func (c *Catalogue) Find(q Query) []int64 {
	sort := q.Filter.Sort
	if sort == models.SortProgress {
		sort = models.SortAdded
	}
	if q.Among != nil {
		return c.narrow(q)
	}
	fits := q.predicate()
	var found []*Entry
	for _, e := range c.order(sort) {
		if fits(e) {
			found = append(found, e)
		}
	}
	if q.Filter.Sort == models.SortProgress {
		found = q.byProgress(found)
	}
	ids := make([]int64, len(found))
	for i, e := range found {
		ids[i] = e.ID
	}
	if q.Filter.Reverse {
		slices.Reverse(ids)
	}
	return ids
}

// narrow keeps those of an earlier answer that still fit, in their order.
func (c *Catalogue) narrow(q Query) []int64 {
	fits := q.predicate()
	ids := make([]int64, 0, len(q.Among))
	for _, id := range q.Among {
		if e := c.entries[id]; e != nil && fits(e) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Shares of an article that is done, for the order by progress.
const (
	wholeShare    = 1000 // every sentence is seen
	finishedShare = wholeShare + 1
)

// byProgress puts the least done first; equal ones stay in their order. The
// shares are so few that counting sorts faster than comparing.
func (q Query) byProgress(found []*Entry) []*Entry {
	shares := make([]int, len(found))
	var starts [finishedShare + 2]int
	for i, e := range found {
		shares[i] = q.Work.At(e.ID).share(e.Sentences)
		starts[shares[i]+1]++
	}
	for share := range finishedShare {
		starts[share+1] += starts[share]
	}
	sorted := make([]*Entry, len(found))
	for i, e := range found {
		sorted[starts[shares[i]]] = e
		starts[shares[i]]++
	}
	return sorted
}

func (m Mark) share(sentences int) int {
	switch {
	case m.Finished:
		return finishedShare
	case sentences <= 0:
		return 0
	}
	return min(max(m.Seen*wholeShare/sentences, 0), wholeShare)
}

// predicate makes one function of everything that a filter asks for; what it
// does not ask for costs nothing.
func (q Query) predicate() func(*Entry) bool {
	f := q.Filter
	var all []func(*Entry) bool
	add := func(asked bool, fits func(*Entry) bool) {
		if asked {
			all = append(all, fits)
		}
	}
	language := f.Language
	if language == models.LanguageUnknown {
		language = ""
	}
	add(f.Source != "", func(e *Entry) bool { return e.Source == f.Source })
	add(f.Language != "", func(e *Entry) bool { return e.Language == language })
	add(f.From != "", func(e *Entry) bool { return e.Published != "" && notBefore(e.Published, f.From) })
	add(f.To != "", func(e *Entry) bool { return e.Published != "" && notAfter(e.Published, f.To) })
	add(f.Topic != "", func(e *Entry) bool { return e.Topics.Has(f.Topic) })
	add(f.State != models.StateAny, func(e *Entry) bool { return q.Work.At(e.ID).state() == f.State })
	add(q.Within != nil, func(e *Entry) bool { return q.Within.Has(e.ID) })
	for word := range strings.FieldsSeq(Fold(f.Search)) {
		add(true, func(e *Entry) bool { return strings.Contains(e.Key, word) })
	}
	return func(e *Entry) bool {
		for _, fits := range all {
			if !fits(e) {
				return false
			}
		}
		return true
	}
}

// notBefore and notAfter compare two ISO 8601 dates as far as both go, so that
// a date known to the month lies inside its year and around its days.
func notBefore(date, from string) bool {
	n := min(len(date), len(from))
	return date[:n] >= from[:n]
}

func notAfter(date, to string) bool {
	n := min(len(date), len(to))
	return date[:n] <= to[:n]
}
