package suggest

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"glossator/app/suggest/learn"
)

// The labels that there are rules for; they are keys of the codebook.
const (
	Commitment = "commitment"
	Statistic  = "statistic"
	Claim      = "claim"
)

// Labels returns the keys of the labels that there are rules for, in the order
// of the codebook.
func Labels() []string { return []string{Commitment, Statistic, Claim} }

// Example is what an annotator decided about one sentence.
type Example struct {
	Text     string
	Language string   // BCP 47 tag of its article; empty: told by the script
	Article  string   // its article, so that scores out of fold do not know it; may be empty
	Labels   []string // keys of the labels it bears
	Rejected []string // keys of the labels that were proposed and refused
	Read     bool     // decided as a whole: it bears none of the labels that are not listed
}

// mark says what an example teaches about a label. A sentence that was only not
// tagged yet teaches nothing, nor does one that bears a label which was also
// refused, as happens when two colleagues disagree.
func (e Example) mark(label string) learn.Mark {
	bears, refused := slices.Contains(e.Labels, label), slices.Contains(e.Rejected, label)
	switch {
	case bears && refused:
		return learn.Unknown
	case bears:
		return learn.Positive
	case refused, e.Read:
		return learn.Negative
	}
	return learn.Unknown
}

// ordered returns the positions of the examples in an order that does not
// depend on the order in which they were made, so that a model is a function of
// the set of decisions alone.
func ordered(examples []Example) []int {
	type keyed struct {
		at  int
		key uint64
	}
	keys := make([]keyed, len(examples))
	for i, e := range examples {
		keys[i] = keyed{i, hashOf(e.Text)}
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		x, y := examples[a.at], examples[b.at]
		return cmp.Or(cmp.Compare(a.key, b.key), strings.Compare(x.Text, y.Text), strings.Compare(x.Article, y.Article),
			strings.Compare(x.Language, y.Language), slices.Compare(x.Labels, y.Labels),
			slices.Compare(x.Rejected, y.Rejected), compareBool(x.Read, y.Read))
	})
	out := make([]int, len(keys))
	for i, k := range keys {
		out[i] = k.at
	}
	return out
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func hashOf(text string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text)) // never fails
	return h.Sum64()
}

// foldsOf gives each example a fold, whole articles together; with fewer
// articles than folds, whole sentences.
func foldsOf(examples []Example) []int {
	groups := func(key func(Example) string) map[string]int {
		var names []string
		for _, e := range examples {
			names = append(names, key(e))
		}
		slices.SortFunc(names, func(a, b string) int {
			return cmp.Or(cmp.Compare(hashOf(a), hashOf(b)), strings.Compare(a, b))
		})
		fold := map[string]int{}
		for i, name := range slices.Compact(names) {
			fold[name] = i % learn.Folds
		}
		return fold
	}
	key := func(e Example) string { return cmp.Or(e.Article, e.Text) }
	fold := groups(key)
	if len(fold) < learn.Folds {
		key = func(e Example) string { return e.Text }
		fold = groups(key)
	}
	out := make([]int, len(examples))
	for i, e := range examples {
		out[i] = fold[key(e)]
	}
	return out
}
