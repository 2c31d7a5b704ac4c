package learn

import "glossator/app/suggest/vector"

// Folds is into how many parts rows are split for scores that no row had a
// hand in.
const Folds = 5

// OutOfFold fits one label and also scores every marked row by a model that did
// not see the row's fold; unmarked rows score 0. folds gives each row its fold,
// from 0 to [Folds]-1.
//
// The model of a fold starts from the solution on all rows with the fold's rows
// taken out, which is near its own solution, instead of from the prior.
func (p *Problem) OutOfFold(marks []Mark, folds []int, prior Prior) (fitted Weights, margins []float64) {
	full := p.start(prior)
	ratio := imbalance(marks)
	p.descend(&full, rowsOf(marks, nil, 0), marks, ratio, mostEpochs)
	margins = make([]float64, len(p.rows))
	held := solution{make([]float64, p.size), make([]float64, len(p.rows))}
	for fold := range Folds {
		copy(held.w, full.w)
		copy(held.alpha, full.alpha)
		p.forget(&held, marks, folds, fold)
		p.descend(&held, rowsOf(marks, folds, fold), marks, ratio, mostRefits)
		for i, row := range p.rows {
			if marks[i] != Unknown && folds[i] == fold {
				margins[i] = dot(held.w, row)
			}
		}
	}
	return Weights{problem: p, w: full.w, prior: prior}, margins
}

// forget takes the rows of a fold out of a solution.
func (p *Problem) forget(s *solution, marks []Mark, folds []int, fold int) {
	for i, row := range p.rows {
		if folds[i] != fold || s.alpha[i] == 0 {
			continue
		}
		for _, e := range row {
			s.w[e.at] -= s.alpha[i] * float64(marks[i]) * float64(e.value)
		}
		s.alpha[i] = 0
	}
}

func dot(w []float64, row []entry) float64 {
	sum := 0.0
	for _, e := range row {
		sum += w[e.at] * float64(e.value)
	}
	return sum
}

// Agrees returns how well a prior alone tells the marked rows: the mean of
// mark times margin, squashed, over the positive rows plus that over the
// negative ones. It chooses between priors.
func Agrees(prior Prior, vectors []vector.Vector, marks []Mark) float64 {
	model := Untrained(prior)
	var sum, n [2]float64
	for i, v := range vectors {
		if marks[i] == Unknown {
			continue
		}
		class := 0
		if marks[i] == Positive {
			class = 1
		}
		sum[class] += probability(2 * float64(marks[i]) * model.Margin(v))
		n[class]++
	}
	agreement := 0.0
	for class := range sum {
		if n[class] > 0 {
			agreement += sum[class] / n[class]
		}
	}
	return agreement
}
