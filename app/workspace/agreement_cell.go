package workspace

import (
	"context"
	"iter"
	"slices"

	"glossator/models"
)

// CellPart is a part of the comparison of two annotators.
type CellPart string

// The parts. For the whole label set only all, same and differ have a meaning.
const (
	CellAll        CellPart = "all"
	CellSame       CellPart = "same"
	CellDiffer     CellPart = "differ"
	CellBothYes    CellPart = "both_yes"
	CellOnlyFirst  CellPart = "only_first"
	CellOnlySecond CellPart = "only_second"
	CellBothNo     CellPart = "both_no"
)

// AgreementCell is a number of an [Agreement]: of two annotators and one label.
type AgreementCell struct {
	First, Second string // UIDs; both empty: everybody, for the parts all, same and differ
	Label         string // a key; empty: the whole label set
	Part          CellPart
}

// AgreementSentences returns the sentences behind a number, in the order of
// articles. Errors are those of the store.
func (w *Workspace) AgreementSentences(ctx context.Context, filter AgreementFilter, cell AgreementCell) ([]models.AgreementRow, error) {
	var rows []models.AgreementRow
	for row, err := range w.agreementRows(ctx, filter) {
		if err != nil {
			return nil, err
		}
		if (filter.SeenToo || row.Independent()) && cell.holds(row) {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// agreementRows yields the rows of a filter without the articles that the
// person at work codes blind and has not finished.
func (w *Workspace) agreementRows(ctx context.Context, filter AgreementFilter) iter.Seq2[models.AgreementRow, error] {
	return func(yield func(models.AgreementRow, error) bool) {
		screen := w.newScreen()
		for row, err := range w.store.AgreementRows(ctx, filter.AgreementFilter) {
			hidden := false
			if err == nil {
				hidden, err = screen.hides(ctx, row.ArticleUID)
			}
			if !hidden && !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// holds reports whether a sentence is counted in the cell.
func (c AgreementCell) holds(row models.AgreementRow) bool {
	votes := c.votes(row)
	if len(votes) < 2 {
		return false
	}
	switch c.Part {
	case CellAll:
		return true
	case CellSame:
		return alike(votes, c.Label)
	case CellDiffer:
		return !alike(votes, c.Label)
	case CellBothYes, CellOnlyFirst, CellOnlySecond, CellBothNo:
		return c.Part == partOf(has(votes[0], c.Label), has(votes[1], c.Label))
	}
	return false
}

// votes returns those of the two annotators in the order of the cell, or of
// everybody.
func (c AgreementCell) votes(row models.AgreementRow) []models.Vote {
	if c.First == "" && c.Second == "" {
		return row.Votes
	}
	var votes []models.Vote
	for _, uid := range []string{c.First, c.Second} {
		if at := slices.IndexFunc(row.Votes, func(v models.Vote) bool { return v.AnnotatorUID == uid }); at >= 0 {
			votes = append(votes, row.Votes[at])
		}
	}
	return votes
}

func has(v models.Vote, label string) bool { return slices.Contains(v.Labels, label) }

func partOf(first, second bool) CellPart {
	switch {
	case first && second:
		return CellBothYes
	case first:
		return CellOnlyFirst
	case second:
		return CellOnlySecond
	}
	return CellBothNo
}

// alike reports whether all votes agree on a label, or on the whole set.
func alike(votes []models.Vote, label string) bool {
	for _, v := range votes[1:] {
		if label != "" && has(v, label) != has(votes[0], label) || label == "" && !sameSet(v.Labels, votes[0].Labels) {
			return false
		}
	}
	return true
}

// sameSet compares two sets of labels without repetitions.
func sameSet(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(label string) bool { return !slices.Contains(b, label) })
}
