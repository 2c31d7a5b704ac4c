package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// AcceptSuggestion puts the label of a suggestion on its sentence, with these
// details and [models.OriginSuggested], and notes the answer: one step. The
// details name their fields by FieldID. The error has [models.CodeNotFound]
// when the sentence or the label is not there and [models.CodeInvalid] when the
// label is on it already or a detail is not fit for it, as in [Store.SetDetails].
func (s *Store) AcceptSuggestion(
	ctx context.Context, by Actor, answer models.Outcome, details []models.Detail,
) (annotation models.Annotation, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		at, err := c.unlabelled(answer)
		if err != nil {
			return err
		}
		state := c.blank(at.place, answer.LabelKey, models.OriginSuggested)
		if state.Details, err = c.guessed(answer.LabelKey, details); err != nil {
			return err
		}
		uid := newUID(models.PrefixAnnotation)
		if err := create(c, models.EntityAnnotation, uid, state); err != nil {
			return err
		}
		if err := c.contradict(at); err != nil {
			return err
		}
		answer.Kept = true
		if err := c.putOutcome(at.place, answer); err != nil {
			return err
		}
		annotation, err = annotationByUID(c.tx, uid)
		return err
	})
	return annotation, err
}

// RejectSuggestion notes that the annotator refused a label for a sentence. The
// errors are those of [Store.AcceptSuggestion].
func (s *Store) RejectSuggestion(ctx context.Context, by Actor, answer models.Outcome) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		at, err := c.unlabelled(answer)
		if err != nil {
			return err
		}
		answer.Kept = false
		return c.putOutcome(at.place, answer)
	})
}

// unlabelled finds the sentence of an answer, which must not have the label.
func (c *change) unlabelled(answer models.Outcome) (stand, error) {
	at, err := c.standing(answer.SentenceID, answer.LabelKey)
	if err == nil && at.annotation != "" {
		err = models.Errorf(models.CodeInvalid,
			"The label %q is on this sentence already, so that there is no suggestion of it to answer.", answer.LabelKey)
	}
	return at, err
}

// guessed turns the details of a suggestion into those of an annotation.
func (c *change) guessed(labelKey string, details []models.Detail) ([]detailSnapshot, error) {
	if len(details) == 0 {
		return nil, nil
	}
	label, err := labelByKey(c.tx, labelKey)
	if err != nil {
		return nil, err
	}
	fields, err := fieldsOf(c.tx, label.ID)
	if err != nil {
		return nil, err
	}
	return replaceDetails(nil, details, label, fields)
}

// putOutcome notes an answer; one to the same suggestion replaces it. Two
// copies of a project agree on its UID.
func (c *change) putOutcome(at place, answer models.Outcome) error {
	uid := c.outcomeUID(at, answer.LabelKey)
	before, err := codecs[models.EntityOutcome].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	after, err := encode(outcomeSnapshot{
		Article: at.articleUID, Start: at.start, End: at.end, Annotator: c.by.AnnotatorUID, Label: answer.LabelKey,
		Kept: answer.Kept, Strength: answer.Strength, Probability: answer.Probability, AnsweredAt: c.at,
	})
	if err != nil {
		return err
	}
	return c.save(models.EntityOutcome, uid, before, after)
}

// Outcomes returns the last answers of an annotator to suggestions, at most
// limit, oldest first. Answers about sentences that were repaired or deleted
// since are among them: they were given.
func (s *Store) Outcomes(ctx context.Context, annotatorID int64, limit int) (list []models.Outcome, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanOutcome, selectOutcomes, annotatorID, limit)
		return err
	})
	slices.Reverse(list)
	return list, err
}

const outcomeColumns = "o.sentence_id, l.key, o.kept, o.strength, o.probability"

const selectOutcomes = "SELECT " + outcomeColumns + ` FROM outcomes o JOIN labels l ON l.id = o.label_id
WHERE o.annotator_id = ? AND o.deleted_at IS NULL ORDER BY o.answered_at DESC, o.uid DESC LIMIT ?`

func scanOutcome(r *row, o *models.Outcome) error {
	return r.Scan(&o.SentenceID, &o.LabelKey, &o.Kept, &o.Strength, &o.Probability)
}

// Rejections returns the suggestions on live sentences of an article that an
// annotator refused, in reading order.
func (s *Store) Rejections(ctx context.Context, articleUID string, annotatorID int64) (list []models.Outcome, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		list, err = collect(tx, scanOutcome, selectRejections, annotatorID, article.ID)
		return err
	})
	return list, err
}

const selectRejections = "SELECT " + outcomeColumns + ` FROM sentences s
JOIN outcomes o ON o.sentence_id = s.id AND o.annotator_id = ? JOIN labels l ON l.id = o.label_id
WHERE s.article_id = ? AND s.retired_at IS NULL AND o.kept = 0 AND o.deleted_at IS NULL ORDER BY s.start_off, l.position`
