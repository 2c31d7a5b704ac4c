package agreement

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

// seedStream is the second half of the generator's seed. Any constant will do.
const seedStream = 0x676c6f737361746f

// sample is one view prepared for drawing: the estimators to evaluate and the
// sums of every group of the plan. Groups with equal sums are of one kind: seen
// through one label, thousands of sentences are of a few kinds.
type sample struct {
	estimators []estimator
	base       *tally    // sums of the units that are in every draw
	kinds      [][]term  // sums of a group of each kind
	kindOf     []int     // the kind of each group
	counts     []float64 // how often each kind is in the current draw
	drawn      *tally    // the sums of the current draw

	values    [][]float64 // by estimator: the values of all draws that have one
	undefined []int       // by estimator: draws without a value
}

func newSample(c *coding, p *plan, estimators []estimator, draws int) *sample {
	s := &sample{
		estimators: estimators,
		base:       newTally(c.scheme),
		drawn:      newTally(c.scheme),
		values:     make([][]float64, len(estimators)),
		undefined:  make([]int, len(estimators)),
	}
	for i := range s.values {
		s.values[i] = make([]float64, 0, draws)
	}
	for _, unit := range p.fixed {
		s.base.add(c, unit)
	}
	part := newTally(c.scheme)
	known := make(map[string]int)
	for _, units := range p.groups {
		clear(part.sums)
		for _, unit := range units {
			part.add(c, unit)
		}
		s.addGroup(part.terms(), known)
	}
	s.counts = make([]float64, len(s.kinds))

	return s
}

// addGroup appends a group, of a known kind if there is one with equal sums.
func (s *sample) addGroup(terms []term, known map[string]int) {
	var key []byte
	for _, t := range terms {
		key = binary.AppendUvarint(key, uint64(t.place)) //nolint:gosec // a place is an index
		key = binary.BigEndian.AppendUint64(key, math.Float64bits(t.value))
	}
	kind, seen := known[string(key)]
	if !seen {
		kind = len(s.kinds)
		known[string(key)] = kind
		s.kinds = append(s.kinds, terms)
	}
	s.kindOf = append(s.kindOf, kind)
}

// evaluate computes every estimator on one draw, given how often each group is in it.
func (s *sample) evaluate(counts []float64) {
	clear(s.counts)
	for group, count := range counts {
		s.counts[s.kindOf[group]] += count
	}
	copy(s.drawn.sums, s.base.sums)
	for kind, count := range s.counts {
		if count == 0 {
			continue
		}
		for _, t := range s.kinds[kind] {
			s.drawn.sums[t.place] += count * t.value
		}
	}
	for i, estimate := range s.estimators {
		value, reason := estimate(s.drawn)
		if reason != defined {
			s.undefined[i]++

			continue
		}
		s.values[i] = append(s.values[i], value)
	}
}

// bootstrap makes all draws. The views share each draw, so their intervals rest
// on the same resampled articles.
func bootstrap(p *plan, samples []*sample, how Resampling) {
	source := rand.NewPCG(how.Seed, seedStream)
	counts := make([]float64, len(p.groups))
	for range how.Draws {
		p.draw(source, counts)
		for _, s := range samples {
			s.evaluate(counts)
		}
	}
}

// interval returns the percentile interval (Efron & Tibshirani 1993, chapter 13)
// of one estimator and the number of undefined draws, which are left out. It is
// not ok when more than [MaxUndefined] of the draws are undefined.
func (s *sample) interval(number int) (low, high float64, undefined int, ok bool) {
	values, undefined := s.values[number], s.undefined[number]
	if draws := len(values) + undefined; float64(undefined) > MaxUndefined*float64(draws) {
		return 0, 0, undefined, false
	}
	slices.Sort(values)
	tail := (1 - Level) / 2

	return quantile(values, tail), quantile(values, 1-tail), undefined, true
}

// quantile interpolates linearly between the order statistics of sorted values:
// definition 7 of Hyndman & Fan (1996), the default of R and NumPy.
func quantile(sorted []float64, share float64) float64 {
	place := share * float64(len(sorted)-1)
	below := math.Floor(place)
	lower := sorted[int(below)]
	upper := sorted[min(int(below)+1, len(sorted)-1)]

	return lower + (place-below)*(upper-lower)
}
