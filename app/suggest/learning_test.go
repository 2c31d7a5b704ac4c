package suggest_test

import (
	"maps"
	"slices"
	"testing"

	"glossator/app/suggest"
	"glossator/models"
)

// strongPrecision is the share of strong commitment marks that the made-up
// analysts would keep, and how many there are.
func strongPrecision(model *suggest.Model, unseen []suggest.Example) (precision float64, marks int) {
	article := suggest.Article{Language: "en"}
	for _, e := range unseen {
		article.Sentences = append(article.Sentences, models.Sentence{Text: e.Text})
	}
	kept := 0.0
	for _, s := range suggest.Suggestions(article, model, nil) {
		if s.Label != suggest.Commitment || s.Strength != suggest.Strong {
			continue
		}
		marks++
		if slices.Contains(unseen[s.Sentence].Labels, s.Label) {
			kept++
		}
	}
	return kept / float64(max(marks, 1)), marks
}

func TestStrongMarksGetBetterWithTags(t *testing.T) {
	t.Parallel()
	tagged, unseen := project(200, 1), project(300, 2)
	before, _ := strongPrecision(suggest.Train(suggest.Labels(), nil, nil), unseen)
	few, fewMarks := strongPrecision(suggest.Train(suggest.Labels(), tagged[:40], nil), unseen)
	many, manyMarks := strongPrecision(suggest.Train(suggest.Labels(), tagged, nil), unseen)
	t.Logf("precision of strong marks: %.2f without tags, %.2f (%d marks) with 40, %.2f (%d marks) with 200",
		before, few, fewMarks, many, manyMarks)
	const good, some = 0.9, 30
	if few <= before || many < few || many < good || manyMarks < some {
		t.Error("tags did not make the marks better")
	}
}

func TestUndoRestoresScores(t *testing.T) {
	t.Parallel()
	examples := project(120, 1)
	memory := &suggest.Memory{}
	probe := "The quay board hereby orders the sale of two cranes in the outer basin."
	before := suggest.Train(suggest.Labels(), examples, memory).Probabilities(probe, "en")
	more := append(slices.Clone(examples), suggest.Example{Text: probe, Language: "en", Labels: []string{suggest.Claim}, Read: true})
	during := suggest.Train(suggest.Labels(), more, memory).Probabilities(probe, "en")
	after := suggest.Train(suggest.Labels(), more[:len(examples)], memory).Probabilities(probe, "en")
	if maps.Equal(before, during) {
		t.Error("a tag changed nothing")
	}
	if !maps.Equal(before, after) {
		t.Errorf("undo left %v, before it was %v", after, before)
	}
}

func TestOrderOfTagsDoesNotMatter(t *testing.T) {
	t.Parallel()
	examples := project(120, 1)
	backwards := slices.Clone(examples)
	slices.Reverse(backwards)
	probe := "The tide office showed visitors the signal mast on the western bank."
	first := suggest.Train(suggest.Labels(), examples, nil).Probabilities(probe, "en")
	second := suggest.Train(suggest.Labels(), backwards, nil).Probabilities(probe, "en")
	if !maps.Equal(first, second) {
		t.Errorf("%v in one order, %v in the other", first, second)
	}
}

func TestUntaggedTeachesNothing(t *testing.T) {
	t.Parallel()
	examples := project(60, 1)
	waiting := project(60, 3)
	for i := range waiting {
		waiting[i].Read, waiting[i].Labels = false, nil
	}
	probe := "The tide office hereby orders a survey of the coal yard."
	alone := suggest.Train(suggest.Labels(), examples, nil)
	with := suggest.Train(suggest.Labels(), slices.Concat(examples, waiting), nil)
	if alone.Standing(suggest.Commitment) != with.Standing(suggest.Commitment) {
		t.Error("sentences that nobody decided were counted")
	}
	a, b := alone.Score(probe, "en"), with.Score(probe, "en")
	for label, p := range a.Probabilities {
		const tolerance = 0.05 // folds, and with them the calibration, may shift
		if d := p - b.Probabilities[label]; d > tolerance || d < -tolerance {
			t.Errorf("%s: %.3f without, %.3f with undecided sentences", label, p, b.Probabilities[label])
		}
	}
}

func TestRejectionIsANegative(t *testing.T) {
	t.Parallel()
	examples := []suggest.Example{
		{Text: "The quay board will open a slipway.", Labels: []string{suggest.Commitment}},
		{Text: "The film will open on Friday.", Rejected: []string{suggest.Commitment}},
	}
	standing := suggest.Train(suggest.Labels(), examples, nil).Standing(suggest.Commitment)
	if standing.Positive != 1 || standing.Negative != 1 || standing.Basis != suggest.BasisLearned {
		t.Errorf("got %+v", standing)
	}
}

func TestReasonsNameLearnedWords(t *testing.T) {
	t.Parallel()
	score := suggest.Train(suggest.Labels(), project(200, 1), nil).Score("The tide office hereby orders the sale of two cranes.", "en")
	if !slices.ContainsFunc(score.Reasons[suggest.Commitment], func(r suggest.Reason) bool { return r.Word == "hereby" && r.Weight > 0 }) {
		t.Errorf("the word that tells is not named: %+v", score.Reasons[suggest.Commitment])
	}
}
