package suggest

import (
	"cmp"
	"math"
	"slices"

	"glossator/app/suggest/learn"
	"glossator/app/suggest/vector"
)

// Dispute is a decision that a model which did not see it would have made
// otherwise.
type Dispute struct {
	Example     int // position in the examples given to [Train]
	Label       string
	Tagged      bool    // the example bears the label
	Probability float64 // of the label, out of fold
}

// fewestForLook is how many decisions a label needs before disputes mean
// anything.
const fewestForLook = 30

// SecondLook returns the decisions that are most in doubt, the most disputed
// first and at most n: tags that the model would not have set and read sentences
// that it would have tagged. The scores are out of fold: whole articles are held
// out. A label with too few decisions has no disputes.
func SecondLook(m *Model, n int) []Dispute {
	var out []Dispute
	for l, label := range m.labels {
		f := m.fits[l]
		if f.standing.Basis != BasisLearned || f.standing.Decided() < fewestForLook {
			continue
		}
		for i, mark := range f.marks {
			if mark == learn.Unknown || float64(mark)*f.margins[i] >= 0 {
				continue
			}
			out = append(out, Dispute{
				Example: m.order[i], Label: label, Tagged: mark == learn.Positive,
				Probability: f.sigmoid.Probability(f.margins[i]),
			})
		}
	}
	slices.SortStableFunc(out, func(a, b Dispute) int {
		return cmp.Or(cmp.Compare(b.doubt(), a.doubt()), cmp.Compare(a.Example, b.Example))
	})
	return out[:min(len(out), max(n, 0))]
}

// doubt is the probability that the decision is wrong.
func (d Dispute) doubt() float64 {
	if d.Tagged {
		return 1 - d.Probability
	}
	return d.Probability
}

// Repeat is a sentence that says much the same as an earlier one.
type Repeat struct {
	Of     int     // position of the earlier sentence
	Cosine float64 // 0 to 1
}

// alike is the cosine from which on two sentences are taken for a repetition.
const alike = 0.6

// Repeats returns the earlier sentences that a sentence most likely repeats, the
// likest first. memory may be nil.
func Repeats(text, language string, earlier []Example, memory *Memory) []Repeat {
	if memory == nil {
		memory = &Memory{}
	}
	v := memory.vector(text, language)
	var out []Repeat
	for i, e := range earlier {
		likeness := vector.Cosine(v, memory.vector(e.Text, e.Language))
		if likeness >= alike {
			out = append(out, Repeat{Of: i, Cosine: math.Min(1, likeness)})
		}
	}
	slices.SortStableFunc(out, func(a, b Repeat) int { return cmp.Compare(b.Cosine, a.Cosine) })
	return out
}
