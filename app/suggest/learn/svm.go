package learn

import (
	"math"
	"math/rand/v2"
)

const (
	cost         = 1.0 // C of the support vector machine
	mostEpochs   = 30
	mostRefits   = 8 // epochs of a fit that starts near its solution
	wholeEvery   = 3
	settledBelow = 1e-3 // mean change of a row's multiplier in an epoch
)

// solution is a fitted machine with its multipliers, one a row.
type solution struct {
	w     []float64
	alpha []float64
}

// Fit learns one label. Rows marked Unknown are left out.
//
// It is the linear support vector machine with squared hinge loss, solved by
// dual coordinate descent (Hsieh et al. 2008, "A Dual Coordinate Descent Method
// for Large-scale Linear SVM"). Positive rows weigh the square root of the
// imbalance more. The solution is searched from the prior's weights instead of
// from zero, which pulls it towards them.
func (p *Problem) Fit(marks []Mark, prior Prior) Weights {
	s := p.start(prior)
	p.descend(&s, rowsOf(marks, nil, 0), marks, imbalance(marks), mostEpochs)
	return Weights{problem: p, w: s.w, prior: prior}
}

// start is the solution that knows no row yet.
func (p *Problem) start(prior Prior) solution {
	s := solution{make([]float64, p.size), make([]float64, len(p.rows))}
	for id, weight := range prior {
		if at := p.index[id]; at > 0 {
			s.w[at-1] = weight
		}
	}
	return s
}

// rowsOf returns the rows that are marked and not of the fold that is held out;
// with no folds, all that are marked.
func rowsOf(marks []Mark, folds []int, held int) []int {
	rows := make([]int, 0, len(marks))
	for i, mark := range marks {
		if mark != Unknown && (folds == nil || folds[i] != held) {
			rows = append(rows, i)
		}
	}
	return rows
}

// imbalance is how much more a positive row weighs than a negative one.
func imbalance(marks []Mark) float64 {
	positive, negative := Count(marks)
	if positive == 0 || negative == 0 {
		return 1
	}
	return math.Sqrt(float64(negative) / float64(positive))
}

// Count counts the positive and negative marks.
func Count(marks []Mark) (positive, negative int) {
	for _, mark := range marks {
		switch mark {
		case Positive:
			positive++
		case Negative:
			negative++
		case Unknown:
		}
	}
	return positive, negative
}

// descend improves a solution row by row until it settles. The order of rows
// is shuffled, which the method needs, but always in the same way. Rows that
// have no hand in the solution are looked at in every third epoch only, and
// before it counts as settled.
func (p *Problem) descend(s *solution, rows []int, marks []Mark, ratio float64, epochs int) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // no secret: the order must be the same every time
	whole := true
	for epoch := range epochs {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		change := 0.0
		for _, i := range rows {
			if whole || s.alpha[i] > 0 {
				change += math.Abs(p.step(s, i, marks[i], ratio))
			}
		}
		settled := change < settledBelow*float64(len(rows))
		if settled && whole {
			return
		}
		whole = settled || epoch%wholeEvery == 0
	}
}

// step solves the problem for one row's multiplier and returns its change.
func (p *Problem) step(s *solution, i int, mark Mark, ratio float64) float64 {
	y, c := -1.0, cost
	if mark == Positive {
		y, c = 1, cost*ratio
	}
	row := p.rows[i]
	margin := 0.0
	for _, e := range row {
		margin += s.w[e.at] * float64(e.value)
	}
	softness := 1 / (2 * c)
	gradient := y*margin - 1 + softness*s.alpha[i]
	updated := math.Max(0, s.alpha[i]-gradient/(p.square[i]+softness))
	change := updated - s.alpha[i]
	if change == 0 {
		return 0
	}
	s.alpha[i] = updated
	for _, e := range row {
		s.w[e.at] += change * y * float64(e.value)
	}
	return change
}
