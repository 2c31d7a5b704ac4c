package suggest

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Undecided is a sentence that waits for a decision.
type Undecided struct {
	Text     string
	Language string // BCP 47 tag of its article
	Opened   bool   // its article was read without deciding all of it
}

// Pick is a sentence to decide next.
type Pick struct {
	Sentence int    // position in what was given to [Next]
	Random   bool   // drawn at random: these are the unbiased sample for the running record
	Label    string // the label that is least certain; empty for one drawn at random
}

// queueHalf is how many sentences are picked for either reason.
const queueHalf = 5

// Next returns what to decide next: the five sentences that the model is least
// certain about and five drawn at random from opened articles, or from all
// where none is open. Deciding only the likely ones would starve the model of
// what it does not know. The draw depends on seed and on nothing else, so that
// the same call gives the same picks.
func Next(m *Model, sentences []Undecided, seed uint64) []Pick {
	type doubtful struct {
		at       int
		distance float64 // of the nearest probability to a half
		label    string  // whose probability that is
	}
	var ranked []doubtful
	for i, s := range sentences {
		d := doubtful{at: i, distance: math.Inf(1)}
		probabilities := m.Probabilities(s.Text, s.Language)
		for _, label := range m.labels { // in their order: of two that are equally near the first counts
			const half = 0.5
			if p, ok := probabilities[label]; ok && math.Abs(p-half) < d.distance {
				d.distance, d.label = math.Abs(p-half), label
			}
		}
		if d.label != "" {
			ranked = append(ranked, d)
		}
	}
	slices.SortStableFunc(ranked, func(a, b doubtful) int { return cmp.Compare(a.distance, b.distance) })
	var out []Pick
	taken := map[int]bool{}
	for _, d := range ranked[:min(len(ranked), queueHalf)] {
		out = append(out, Pick{Sentence: d.at, Label: d.label})
		taken[d.at] = true
	}
	return append(out, drawn(sentences, taken, seed)...)
}

// drawn picks at random among the sentences that were not taken.
func drawn(sentences []Undecided, taken map[int]bool, seed uint64) []Pick {
	anyOpen := slices.ContainsFunc(sentences, func(s Undecided) bool { return s.Opened })
	var pool []int
	for i, s := range sentences {
		if !taken[i] && (s.Opened || !anyOpen) {
			pool = append(pool, i)
		}
	}
	random := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // no secret: the same seed must give the same picks
	random.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	var out []Pick
	for _, at := range pool[:min(len(pool), queueHalf)] {
		out = append(out, Pick{Sentence: at, Random: true})
	}
	return out
}
