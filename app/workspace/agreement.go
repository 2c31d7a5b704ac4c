package workspace

import (
	"context"
	"fmt"
	"io"
	"slices"

	"glossator/app/agreement"
	"glossator/app/export"
	"glossator/models"
)

// AgreementFilter says what is compared.
type AgreementFilter struct {
	models.AgreementFilter

	// SeenToo takes in the sentences on which somebody had seen another's
	// labels first. What comes out is no agreement of independent people and
	// must not be called so.
	SeenToo bool
	// SkipIntervals leaves the bootstrap out.
	SkipIntervals bool
}

// Agreement is how far people agree, and on what that rests.
type Agreement struct {
	Summary     agreement.Summary
	People      []models.Annotator // those compared, in the order of their ratings; the same order as Names in the summary
	Independent int                // sentences finished by two or more who had not seen each other's labels
	SeenFirst   int                // sentences left out, because somebody had; with SeenToo they are in
	Details     []DetailAgreement
}

// Agreement measures how far annotators agree on the sentences that two or more
// of them have finished. The labels of the codebook and no label are the
// declared categories. Errors are those of the store.
func (w *Workspace) Agreement(ctx context.Context, filter AgreementFilter) (Agreement, error) {
	survey, err := w.newSurvey()
	if err != nil {
		return Agreement{}, err
	}
	for row, err := range w.agreementRows(ctx, filter) {
		if err != nil {
			return Agreement{}, err
		}
		if err := survey.add(row, filter.SeenToo); err != nil {
			return Agreement{}, err
		}
	}
	survey.result.Summary = agreement.Report(survey.table, agreement.Options{SkipIntervals: filter.SkipIntervals})
	survey.result.Details = survey.details.agreements()
	return survey.result, nil
}

// ExportAgreement writes the results of a filter to a file as
// [agreement.WriteCSV] does; the file appears whole or not at all. Errors are
// those of [export.Place] and of the store.
func (w *Workspace) ExportAgreement(ctx context.Context, path string, overwrite bool, filter AgreementFilter) error {
	result, err := w.Agreement(ctx, filter)
	if err != nil {
		return err
	}
	return export.Place(path, overwrite, func(out io.Writer) error { return agreement.WriteCSV(out, result.Summary) })
}

// survey collects the ratings of an [Agreement].
type survey struct {
	w       *Workspace
	table   *agreement.Table
	names   map[string]string // by UID, each once
	result  Agreement
	details *detailSurvey
}

func (w *Workspace) newSurvey() (*survey, error) {
	table, err := agreement.NewTable(append(w.labelKeys(), agreement.NoLabel)...)
	if err != nil {
		return nil, fmt.Errorf("declare the labels: %w", err)
	}
	return &survey{w: w, table: table, names: map[string]string{}, details: newDetailSurvey(w.Labels())}, nil
}

// add takes in one sentence.
func (s *survey) add(row models.AgreementRow, seenToo bool) error {
	independent := row.Independent()
	if independent {
		s.result.Independent++
	} else {
		s.result.SeenFirst++
	}
	if !independent && !seenToo {
		return nil
	}
	unit := row.Sentence.PublicID(row.ArticleUID)
	for _, vote := range row.Votes {
		if err := s.table.Rate(unit, s.name(vote.AnnotatorUID), s.current(vote.Labels)...); err != nil {
			return fmt.Errorf("count a rating: %w", err)
		}
	}
	if err := s.table.SetArticle(unit, row.ArticleUID); err != nil {
		return fmt.Errorf("count an article: %w", err)
	}
	s.details.add(row)
	return nil
}

// current leaves out labels that the codebook has given up: nobody could have
// given them since.
func (s *survey) current(labels []string) []string {
	keys := s.w.labelKeys()
	return slices.DeleteFunc(slices.Clone(labels), func(key string) bool { return !slices.Contains(keys, key) })
}

// name returns the display name of an annotator, with a number where two people
// have the same.
func (s *survey) name(uid string) string {
	if name, known := s.names[uid]; known {
		return name
	}
	person := s.w.annotatorOf(uid)
	name := person.Name
	for n := 2; slices.Contains(s.table.Annotators(), name); n++ {
		name = fmt.Sprintf("%s (%d)", person.Name, n)
	}
	s.names[uid] = name
	s.result.People = append(s.result.People, person)
	return name
}

// annotatorOf returns the annotator of a UID; one that is unknown has it for a
// name.
func (w *Workspace) annotatorOf(uid string) models.Annotator {
	w.mu.RLock()
	defer w.mu.RUnlock()
	for _, annotator := range w.names {
		if annotator.UID == uid {
			return annotator
		}
	}
	return models.Annotator{UID: uid, Name: uid}
}
