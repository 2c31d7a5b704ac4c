package store

import (
	"context"
	"iter"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// AgreementRows returns the sentences that at least two of the annotators have
// finished, in the order of articles and sentences, those without any label
// included. Whether a row is independent is told by [models.AgreementRow]. The
// loop ends with the first error.
func (s *Store) AgreementRows(ctx context.Context, f models.AgreementFilter) iter.Seq2[models.AgreementRow, error] {
	return func(yield func(models.AgreementRow, error) bool) {
		last := int64(0)
		for {
			var rows []models.AgreementRow
			articles, err := s.exportRun(ctx, models.ExportFilter{ArticleUIDs: f.ArticleUIDs}, last)
			if err == nil && len(articles) > 0 {
				rows, err = s.agreementRun(ctx, articles, f)
			}
			if err != nil {
				yield(models.AgreementRow{}, err)
				return
			}
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
			if len(articles) == 0 {
				return
			}
			last = articles[len(articles)-1].ID
		}
	}
}

// agreementRun reads the rows of a run of articles.
func (s *Store) agreementRun(
	ctx context.Context, articles []models.Article, f models.AgreementFilter,
) (rows []models.AgreementRow, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		p, err := readReview(tx, articles)
		if err != nil {
			return err
		}
		v := voting{review: p, filter: f, seen: map[int64][]models.Exposure{}, blind: map[completion]bool{}, marks: map[int64]reviewed{}}
		if err := v.read(tx); err != nil {
			return err
		}
		for _, article := range articles {
			more, err := v.rows(tx, article)
			if err != nil {
				return err
			}
			rows = append(rows, more...)
		}
		return nil
	})
	return rows, err
}

// voting is a run of articles while its rows are made.
type voting struct {
	*review

	filter models.AgreementFilter
	seen   map[int64][]models.Exposure // by sentence
	blind  map[completion]bool
	marks  map[int64]reviewed // by sentence
}

const selectBlind = "SELECT g.article_id, g.annotator_id FROM progress g WHERE g.article_id IN ? AND g.coding = 'blind'"

func (v *voting) read(tx *gorm.DB) error {
	ids := make([]int64, len(v.articles))
	for i, a := range v.articles {
		ids[i] = a.ID
	}
	exposures, err := collect(tx, scanExposure, selectExposures, ids)
	for _, x := range exposures {
		v.seen[x.SentenceID] = append(v.seen[x.SentenceID], x)
	}
	if err != nil {
		return err
	}
	blind, err := collect(tx, func(r *row, c *completion) error { return r.Scan(&c.article, &c.annotator) }, selectBlind, ids)
	for _, c := range blind {
		v.blind[c] = true
	}
	for _, at := range v.sentences {
		v.marks[at.id] = at
	}
	return err
}

// rows returns the rows of an article, none unless two have finished it.
func (v *voting) rows(tx *gorm.DB, article models.Article) ([]models.AgreementRow, error) {
	finished := v.finishers(article.ID, v.filter.Layers)
	if len(finished) < 2 { //nolint:mnd // one alone is not compared
		return nil, nil
	}
	sentences, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+
		" FROM sentences s WHERE s.article_id = ? AND s.retired_at IS NULL ORDER BY s.start_off", article.ID)
	rows := make([]models.AgreementRow, len(sentences))
	for i, sentence := range sentences {
		rows[i] = models.AgreementRow{ArticleUID: article.UID, ArticleTitle: article.Title, Sentence: sentence}
		for _, a := range v.people {
			if slices.Contains(finished, a.UID) {
				rows[i].Votes = append(rows[i].Votes, v.vote(sentence.ID, article.ID, a))
			}
		}
	}
	return rows, err
}

// vote is what one annotator says about a sentence.
func (v *voting) vote(sentence, article int64, a models.Annotator) models.Vote {
	vote := models.Vote{AnnotatorUID: a.UID, Blind: v.blind[completion{article, a.ID}]}
	for _, label := range v.marks[sentence].labelsOf(a.UID) {
		if !slices.Contains(vote.Labels, label.Label) {
			vote.Labels = append(vote.Labels, label.Label)
		}
		for _, d := range label.Details {
			vote.Details = append(vote.Details, models.NamedDetail{
				Label: label.Label, Field: d.Field, Detail: models.Detail{N: d.N, ValueText: d.Text},
			})
		}
	}
	for _, x := range v.seen[sentence] {
		if x.AnnotatorID != a.ID {
			continue
		}
		for _, other := range v.people {
			if other.ID == x.LayerID {
				vote.Seen = append(vote.Seen, other.UID)
			}
		}
	}
	return vote
}
