package learn

import "math"

// Sigmoid turns a margin into a probability: 1/(1+exp(-(Slope*2*margin+Offset))).
type Sigmoid struct{ Slope, Offset float64 }

// Plain is the sigmoid before anything was learned about it.
func Plain() Sigmoid { return Sigmoid{Slope: 1} }

// Probability returns the probability of a margin.
func (s Sigmoid) Probability(margin float64) float64 {
	return probability(s.Slope*2*margin + s.Offset)
}

func probability(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }

const (
	trust         = 1.0  // how many rows' worth the plain sigmoid is held to be
	slopeTrust    = 0.25 // of that for the slope
	offsetTrust   = 0.05 // and for the offset
	newtonSteps   = 30
	mostHalvings  = 10
	settledStep   = 1e-6
	singularBelow = 1e-12
	leastSlope    = 0.05 // keeps the order of scores
)

// Calibrate fits the sigmoid to out-of-fold margins by Newton steps on the log
// loss (Platt 1999, "Probabilistic Outputs for Support Vector Machines"; with
// the step halving of Lin, Lin and Weng 2007, "A Note on Platt's Probabilistic
// Outputs"), pulled towards [Plain] while rows are few.
func Calibrate(margins []float64, marks []Mark) Sigmoid {
	s := Plain()
	loss := s.loss(margins, marks)
	for range newtonSteps {
		step := s.newtonStep(margins, marks)
		improved := false
		for range mostHalvings {
			next := Sigmoid{s.Slope - step.Slope, s.Offset - step.Offset}
			if l := next.loss(margins, marks); l < loss {
				s, loss, improved = next, l, true
				break
			}
			step.Slope, step.Offset = step.Slope/2, step.Offset/2
		}
		if !improved || math.Abs(step.Slope)+math.Abs(step.Offset) < settledStep {
			break
		}
	}
	s.Slope = math.Max(leastSlope, s.Slope)
	return s
}

// loss is the log loss on the marked rows and the pull towards [Plain].
func (s Sigmoid) loss(margins []float64, marks []Mark) float64 {
	sum := trust / 2 * (slopeTrust*(s.Slope-1)*(s.Slope-1) + offsetTrust*s.Offset*s.Offset)
	for i, margin := range margins {
		if marks[i] == Unknown {
			continue
		}
		x := float64(marks[i]) * (s.Slope*2*margin + s.Offset)
		if x > 0 { // whichever form does not overflow
			sum += math.Log1p(math.Exp(-x))
		} else {
			sum += math.Log1p(math.Exp(x)) - x
		}
	}
	return sum
}

func (s Sigmoid) newtonStep(margins []float64, marks []Mark) Sigmoid {
	slope, offset := trust*slopeTrust*(s.Slope-1), trust*offsetTrust*s.Offset
	curveSlope, curveOffset, mixed := trust*slopeTrust, trust*offsetTrust, 0.0
	for i, margin := range margins {
		if marks[i] == Unknown {
			continue
		}
		target := 0.0
		if marks[i] == Positive {
			target = 1
		}
		p := s.Probability(margin)
		miss, spread, x := p-target, p*(1-p), 2*margin
		slope += miss * x
		offset += miss
		curveSlope += spread * x * x
		curveOffset += spread
		mixed += spread * x
	}
	determinant := curveSlope*curveOffset - mixed*mixed
	if determinant < singularBelow {
		return Sigmoid{}
	}
	return Sigmoid{
		Slope:  (slope*curveOffset - offset*mixed) / determinant,
		Offset: (offset*curveSlope - slope*mixed) / determinant,
	}
}
