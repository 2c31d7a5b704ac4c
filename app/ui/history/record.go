package history

import (
	"slices"

	"glossator/models"
)

// Rows of history in one question.
const (
	pageRows = 100
	// keptRows is how many rows are read anew at once after a change that is
	// told in older rows too; further ones come when they are asked for.
	keptRows = 500
)

// record is the newest part of the history that is in memory, newest first.
// Whatever was done about a step is newer than the step, so that the record
// knows of each of its steps whether it stands.
type record struct {
	steps    []models.Step
	undone   map[string]bool // groups that are taken back
	complete bool            // there is nothing older
}

// set replaces everything.
func (r *record) set(steps []models.Step, complete bool) {
	r.steps, r.complete = steps, complete
	r.settle()
}

// append adds older steps.
func (r *record) append(steps []models.Step, complete bool) {
	r.steps = append(r.steps, steps...)
	r.complete = complete
	r.settle()
}

// prepend adds newer steps and reports whether that does: false when steps
// between them and the record are missing, or when they change how older ones
// are told.
func (r *record) prepend(newest []models.Step) bool {
	if len(r.steps) == 0 {
		return false
	}
	known := slices.IndexFunc(newest, func(s models.Step) bool { return s.Seq == r.steps[0].Seq })
	if known < 0 || slices.ContainsFunc(newest[:known], retells) {
		return false
	}
	r.steps = slices.Concat(newest[:known], r.steps)
	r.settle()
	return true
}

// retells reports whether a step changes titles or the numbers of sentences.
func retells(s models.Step) bool {
	return s.Entity == models.EntitySegmentation || s.Entity == models.EntityBlock ||
		(s.Entity == models.EntityArticle && s.Op == models.OpUpdate)
}

// settle finds out which steps stand: the newest word about one decides.
func (r *record) settle() {
	r.undone = map[string]bool{}
	for _, s := range slices.Backward(r.steps) {
		if s.Undoes != "" {
			r.undone[s.Undoes] = s.Kind == models.KindUndo
		}
	}
}

// oldest returns the line of history that the next rows stand before; 0: the
// newest.
func (r *record) oldest() int64 {
	if len(r.steps) == 0 {
		return 0
	}
	return r.steps[len(r.steps)-1].Seq
}
