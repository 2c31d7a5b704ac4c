package suggest

import (
	"slices"
	"sync"

	"glossator/app/suggest/learn"
	"glossator/app/suggest/vector"
)

// ruleWeight makes a rule's log-odds the log-odds of the untrained model: the
// margin is half of them.
const ruleWeight = 0.5 / vector.RuleScale

// priors are the starting weights of the labels with rules. Of several the one
// that agrees best with the examples is taken, the first when there are none:
// what people call a claim may or may not include figures.
var priors = map[string][]learn.Prior{
	Commitment: {{vector.CommitmentScore: ruleWeight}},
	Statistic:  {{vector.StatisticScore: ruleWeight}},
	Claim:      {{vector.ClaimScore: ruleWeight}, {vector.WorthScore: ruleWeight}},
}

// fewestForChoice is how many positive examples it takes to leave the first
// prior.
const fewestForChoice = 10

// fewestToCalibrate is how many examples it takes to fit a sigmoid.
const fewestToCalibrate = 10

// Train fits a model for the labels, given by their keys, to the examples. It
// is a pure function of the two: their order does not matter, memory may be nil
// and only saves time. Labels without rules and without examples of both kinds
// get no scores; see [Model.Standing].
func Train(labels []string, examples []Example, memory *Memory) *Model {
	if memory == nil {
		memory = &Memory{}
	}
	order := ordered(examples)
	sorted := make([]Example, len(examples))
	vectors := make([]vector.Vector, len(examples))
	for i, at := range order {
		sorted[i] = examples[at]
		vectors[i] = memory.vector(sorted[i].Text, sorted[i].Language)
	}
	set := trainingSet{
		examples: sorted, vectors: vectors, folds: foldsOf(sorted), problem: learn.NewProblem(vectors),
	}
	m := &Model{labels: slices.Clone(labels), fits: make([]fit, len(labels)), memory: memory, order: order}
	var running sync.WaitGroup
	for i, label := range labels {
		running.Go(func() { m.fits[i] = set.fit(label) })
	}
	running.Wait()
	return m
}

// trainingSet is what the labels of one model are fitted to.
type trainingSet struct {
	examples []Example
	vectors  []vector.Vector
	folds    []int
	problem  *learn.Problem
}

// fit is what was learned of one label.
type fit struct {
	weights  learn.Weights
	sigmoid  learn.Sigmoid
	marks    []learn.Mark
	margins  []float64 // of the marked examples, out of fold
	standing Standing
}

func (t trainingSet) fit(label string) fit {
	marks := make([]learn.Mark, len(t.examples))
	for i, e := range t.examples {
		marks[i] = e.mark(label)
	}
	choices := priors[label]
	f := fit{marks: marks, sigmoid: learn.Plain(), standing: standingOf(marks, len(choices) > 0)}
	prior := t.choose(choices, marks, f.standing)
	if f.standing.Basis != BasisLearned {
		f.weights = learn.Untrained(prior)
		return f
	}
	f.weights, f.margins = t.problem.OutOfFold(marks, t.folds, prior)
	if f.standing.Decided() >= fewestToCalibrate && t.everyFold(marks) {
		f.sigmoid = learn.Calibrate(f.margins, marks)
	}
	return f
}

// everyFold reports whether every fold holds a marked example; else the scores
// out of fold come from models that saw next to nothing.
func (t trainingSet) everyFold(marks []learn.Mark) bool {
	var filled [learn.Folds]bool
	for i, mark := range marks {
		filled[t.folds[i]] = filled[t.folds[i]] || mark != learn.Unknown
	}
	return !slices.Contains(filled[:], false)
}

// choose returns the prior that agrees best with the examples.
func (t trainingSet) choose(choices []learn.Prior, marks []learn.Mark, s Standing) learn.Prior {
	if len(choices) == 0 {
		return nil
	}
	best := choices[0]
	if len(choices) == 1 || s.Positive < fewestForChoice || s.Negative == 0 {
		return best
	}
	agreement := learn.Agrees(best, t.vectors, marks)
	for _, prior := range choices[1:] {
		if a := learn.Agrees(prior, t.vectors, marks); a > agreement {
			best, agreement = prior, a
		}
	}
	return best
}
