package suggest

import (
	"math"

	"glossator/app/suggest/learn"
	"glossator/models"
)

// Basis says what the scores of a label rest on.
type Basis string

// The bases of scores.
const (
	BasisNothing Basis = "nothing" // no rules and not enough examples: no scores
	BasisRules   Basis = "rules"
	BasisLearned Basis = "learned" // examples, starting from the rules where there are any
)

// Standing says how much a model knows about a label.
type Standing struct {
	Basis    Basis
	Positive int // sentences that bear it
	Negative int // sentences that were read and do not, and refusals
}

func standingOf(marks []learn.Mark, rules bool) Standing {
	s := Standing{Basis: BasisNothing}
	s.Positive, s.Negative = learn.Count(marks)
	switch {
	case s.Positive > 0 && s.Negative > 0:
		s.Basis = BasisLearned
	case rules:
		s.Basis = BasisRules
	}
	return s
}

// Decided is how many sentences taught the label.
func (s Standing) Decided() int { return s.Positive + s.Negative }

// fewestForMarks is how many decisions of either kind it takes before a label
// whose rules are weak may mark sentences: learnt from two or three claims, a
// model sees one in every sentence.
const fewestForMarks = 10

func (s Standing) seasoned() bool {
	return s.Basis == BasisLearned && s.Positive >= fewestForMarks && s.Negative >= fewestForMarks
}

// fewestForPercent is how many decisions it takes before a probability is worth
// printing.
const fewestForPercent = 200

// Note says in a sentence what the scores of the label rest on, and what is
// missing while there is not enough to say.
func (s Standing) Note() models.Text {
	switch {
	case s.Basis == BasisLearned && s.Decided() >= fewestForPercent:
		return models.Textf("Learned from %d tagged sentences and %d without.", s.Positive, s.Negative)
	case s.Basis == BasisLearned:
		return models.Textf("Learning: %d tagged sentences and %d without. Not enough to say how sure yet.", s.Positive, s.Negative)
	case s.Positive > 0:
		return models.Textf("Not enough to say yet: mark sentences as read that do not bear this label.")
	case s.Negative > 0:
		return models.Textf("Not enough to say yet: no sentence bears this label.")
	}
	return models.Textf("Not enough to say yet: nothing was tagged.")
}

// Percent writes a probability rounded to tens ("about 80 %"), or returns false
// while there are too few decisions to print one.
func (s Standing) Percent(probability float64) (models.Text, bool) {
	if s.Basis != BasisLearned || s.Decided() < fewestForPercent {
		return models.Text{}, false
	}
	const tens = 10
	return models.Textf("about %.0f %%", math.Round(probability*tens)*tens), true
}
