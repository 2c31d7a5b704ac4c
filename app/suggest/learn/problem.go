// Package learn fits a linear model to labelled vectors and turns its scores
// into probabilities. It knows nothing of text. Every result is a pure function
// of its input: the same rows in the same order give the same bits.
package learn

import "glossator/app/suggest/vector"

// Mark is what is known of a row for one label.
type Mark int8

// The marks of a row.
const (
	Negative Mark = -1
	Unknown  Mark = 0
	Positive Mark = 1
)

// Problem holds the rows of a training set. Several labels are fitted to the
// same rows; the features are renumbered once, so that weights are as many as
// the features that occur.
type Problem struct {
	index  *[vector.Size]int32 // feature ID -> position of its weight + 1
	rows   [][]entry
	square []float64 // of each row's length
	size   int       // how many features occur
}

// entry is one feature of a row under its new number.
type entry struct {
	at    int32
	value float32
}

// NewProblem makes a training set of vectors.
func NewProblem(vectors []vector.Vector) *Problem {
	p := &Problem{
		index:  new([vector.Size]int32),
		rows:   make([][]entry, len(vectors)),
		square: make([]float64, len(vectors)),
	}
	for i, v := range vectors {
		row := make([]entry, len(v))
		for k, f := range v {
			row[k] = entry{p.position(f.ID), f.Value}
			p.square[i] += float64(f.Value) * float64(f.Value)
		}
		p.rows[i] = row
	}
	return p
}

// position returns the number of a feature, a new one at its first occurrence.
func (p *Problem) position(id uint32) int32 {
	if p.index[id] == 0 {
		p.size++
		p.index[id] = int32(p.size) //nolint:gosec // at most vector.Size
	}
	return p.index[id] - 1
}

// Prior are the weights from which learning starts, by feature ID: with no rows
// the model is the rules.
type Prior map[uint32]float64

// Weights is a fitted linear model.
type Weights struct {
	problem *Problem // nil: nothing was learned
	w       []float64
	prior   Prior
}

// Untrained returns a model that is its prior.
func Untrained(prior Prior) Weights { return Weights{prior: prior} }

// Margin returns the score of a vector; 0 is the border between the classes.
func (m Weights) Margin(v vector.Vector) float64 {
	sum := 0.0
	for _, f := range v {
		sum += m.Weight(f.ID) * float64(f.Value)
	}
	return sum
}

// Weight returns the weight of a feature.
func (m Weights) Weight(id uint32) float64 {
	if m.problem != nil {
		if at := m.problem.index[id]; at > 0 {
			return m.w[at-1]
		}
	}
	return m.prior[id]
}
