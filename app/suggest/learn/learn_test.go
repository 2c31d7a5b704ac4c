package learn_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"glossator/app/suggest/learn"
	"glossator/app/suggest/vector"
)

const (
	telling  = 100 // the feature that tells the classes apart
	opposite = 101
	noise    = 200 // first of the features that do not
)

// rows makes n vectors: feature 100 or 101 tells the class in nine of ten.
func rows(n int, seed uint64) ([]vector.Vector, []learn.Mark) {
	random := rand.New(rand.NewPCG(seed, 0))
	vectors, marks := make([]vector.Vector, n), make([]learn.Mark, n)
	for i := range vectors {
		marks[i] = learn.Negative
		if random.IntN(4) == 0 {
			marks[i] = learn.Positive
		}
		sign := uint32(telling)
		if (marks[i] == learn.Negative) == (random.IntN(10) > 0) {
			sign = opposite
		}
		vectors[i] = vector.Vector{{ID: vector.Bias, Value: 0.3}, {ID: sign, Value: 0.7}, {ID: noise + uint32(random.IntN(50)), Value: 0.7}}
	}
	return vectors, marks
}

func TestFitSeparates(t *testing.T) {
	t.Parallel()
	vectors, marks := rows(400, 1)
	w := learn.NewProblem(vectors).Fit(marks, nil)
	if w.Weight(telling) <= 0 || w.Weight(opposite) >= 0 {
		t.Errorf("weights %v and %v", w.Weight(telling), w.Weight(opposite))
	}
}

func TestWithoutRowsTheModelIsItsPrior(t *testing.T) {
	t.Parallel()
	prior := learn.Prior{vector.ClaimScore: 2}
	v := vector.Vector{{ID: vector.Bias, Value: 0.3}, {ID: vector.ClaimScore, Value: 0.5}}
	for _, w := range []learn.Weights{learn.Untrained(prior), learn.NewProblem(nil).Fit(nil, prior)} {
		if got := w.Margin(v); got != 1 {
			t.Errorf("margin %v, want 1", got)
		}
	}
}

// TestFoldsComeOutAsFittedAlone compares the short way to a fold's model with
// the long one.
func TestFoldsComeOutAsFittedAlone(t *testing.T) {
	t.Parallel()
	vectors, marks := rows(300, 2)
	folds := make([]int, len(vectors))
	for i := range folds {
		folds[i] = i % learn.Folds
	}
	problem := learn.NewProblem(vectors)
	_, margins := problem.OutOfFold(marks, folds, nil)
	alone := make([]learn.Mark, len(marks))
	for i := range marks {
		if folds[i] != 0 {
			alone[i] = marks[i]
		}
	}
	w := problem.Fit(alone, nil)
	const tolerance = 0.15
	for i, v := range vectors {
		if folds[i] == 0 && math.Abs(margins[i]-w.Margin(v)) > tolerance {
			t.Errorf("row %d: %.3f from the whole, %.3f fitted alone", i, margins[i], w.Margin(v))
		}
	}
}

func TestSameRowsSameBits(t *testing.T) {
	t.Parallel()
	vectors, marks := rows(200, 3)
	first, second := learn.NewProblem(vectors).Fit(marks, nil), learn.NewProblem(vectors).Fit(marks, nil)
	for _, v := range vectors {
		if first.Margin(v) != second.Margin(v) {
			t.Fatal("two fits of the same rows differ")
		}
	}
}

func TestCalibrationIsHonest(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(4, 0))
	const n = 2000
	margins, marks := make([]float64, n), make([]learn.Mark, n)
	for i := range margins { // true log-odds are three times the margin, less one
		margins[i] = random.NormFloat64()
		marks[i] = learn.Negative
		if random.Float64() < 1/(1+math.Exp(-3*margins[i]+1)) {
			marks[i] = learn.Positive
		}
	}
	s := learn.Calibrate(margins, marks)
	const off = 0.25
	if math.Abs(2*s.Slope-3) > off || math.Abs(s.Offset+1) > off {
		t.Errorf("got %+v, want a slope of 1.5 and an offset of -1", s)
	}
}

func TestCalibrationKeepsTheOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		margins []float64
		marks   []learn.Mark
	}{
		{nil, nil},
		{[]float64{0}, []learn.Mark{learn.Positive}},
		{[]float64{2, 2, 2}, []learn.Mark{learn.Negative, learn.Negative, learn.Negative}},
		{[]float64{-1000, 1000}, []learn.Mark{learn.Positive, learn.Negative}},
	} {
		s := learn.Calibrate(c.margins, c.marks)
		if s.Slope <= 0 || math.IsNaN(s.Offset) || math.IsInf(s.Offset, 0) {
			t.Errorf("%v: got %+v", c.margins, s)
		}
	}
}
