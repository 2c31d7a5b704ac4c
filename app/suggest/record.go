package suggest

import (
	"cmp"
	"math"
	"slices"

	"glossator/models"
)

// Outcome is what became of one suggestion. It is noted before the model learns
// from the answer.
type Outcome struct {
	Probability float64
	Strength    Strength
	Kept        bool // accepted, also with changes to its details
}

// Record is how suggestions of one label and strength fared lately.
type Record struct {
	Shown, Kept int
	Low, High   float64 // Wilson interval of the share kept, 95 %
}

// recordLength is how many of the last outcomes the record covers.
const recordLength = 50

// RecordOf sums up the last 50 outcomes of a strength, oldest first in the
// list. It is the only accuracy that the program states.
func RecordOf(outcomes []Outcome, strength Strength) Record {
	var r Record
	for _, o := range slices.Backward(outcomes) {
		if o.Strength != strength || r.Shown == recordLength {
			continue
		}
		r.Shown++
		if o.Kept {
			r.Kept++
		}
	}
	r.Low, r.High = wilson(r.Kept, r.Shown)
	return r
}

// Text says the record in a sentence, or that there is not enough to say.
func (r Record) Text() models.Text {
	if r.Shown < recordLength {
		return models.Textf("Not enough to say yet.")
	}
	const percent = 100
	return models.Textf("Of the last %d you kept %d (%.0f–%.0f %%).", r.Shown, r.Kept, percent*r.Low, percent*r.High)
}

// wilson returns the 95 % interval of a share (Wilson 1927, "Probable Inference,
// the Law of Succession, and Statistical Inference").
func wilson(kept, shown int) (low, high float64) {
	if shown == 0 {
		return 0, 1
	}
	const z = 1.959964
	n, p := float64(shown), float64(kept)/float64(shown)
	centre := p + z*z/(2*n)
	margin := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return (centre - margin) / (1 + z*z/n), (centre + margin) / (1 + z*z/n)
}

const (
	strongPrecision   = 0.8
	possiblePrecision = 0.4
	fewestAbove       = 10 // outcomes above a cut before it counts
)

// CutsFrom sets the strengths of one label by its outcomes: the lowest
// probabilities from which on at least .8 and .4 were kept. Until fifty were
// shown it returns [FixedCuts].
func CutsFrom(outcomes []Outcome) Cuts {
	if len(outcomes) < recordLength {
		return FixedCuts()
	}
	sorted := slices.Clone(outcomes)
	slices.SortStableFunc(sorted, func(a, b Outcome) int { return cmp.Compare(b.Probability, a.Probability) })
	cuts := Cuts{Strong: 1, Possible: 1}
	kept := 0.0
	for i, o := range sorted {
		if o.Kept {
			kept++
		}
		precision := kept / float64(i+1)
		if i+1 < fewestAbove || (i+1 < len(sorted) && sorted[i+1].Probability == o.Probability) {
			continue
		}
		if precision >= strongPrecision {
			cuts.Strong = o.Probability
		}
		if precision >= possiblePrecision {
			cuts.Possible = o.Probability
		}
	}
	return cuts
}
