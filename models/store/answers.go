package store

import (
	"context"
	"strconv"

	"glossator/models"
)

// An annotator also answers a suggestion without looking at it: by putting the
// same label on by hand, by saying that the sentence holds nothing, and by
// taking off a label that she accepted. Each of these is noted in the step that
// it belongs to, so that undo takes both back.

// LabelSuggested puts a label on a sentence by hand that was suggested there at
// that moment, and notes that the suggestion was right: one step. The errors
// are those of [Store.AcceptSuggestion].
func (s *Store) LabelSuggested(ctx context.Context, by Actor, answer models.Outcome) (annotation models.Annotation, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		at, err := c.unlabelled(answer)
		if err != nil {
			return err
		}
		uid, err := c.label(at, PutLabel{LabelKey: answer.LabelKey})
		if err != nil {
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

// PassSuggested marks a sentence as holding nothing to tag and notes that what
// was suggested there at that moment was wrong: one step. The errors are those
// of [Store.SetReading].
func (s *Store) PassSuggested(ctx context.Context, by Actor, sentenceID int64, shown []models.Outcome) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		at, err := placeOf(c.tx, sentenceID)
		if err != nil {
			return err
		}
		if err := c.putReading(at, c.by.AnnotatorUID); err != nil {
			return err
		}
		for _, answer := range shown {
			answer.Kept = false
			if err := c.putOutcome(at, answer); err != nil {
				return err
			}
		}
		return nil
	})
}

// outcomeUID names the answer of whoever acts to the suggestion of a label; two
// copies of a project agree on it.
func (c *change) outcomeUID(at place, labelKey string) string {
	return derivedUID(models.PrefixOutcome, c.by.AnnotatorUID, at.articleUID, strconv.Itoa(at.start), strconv.Itoa(at.end), labelKey)
}

// reanswer turns an answer that there is round.
func (c *change) reanswer(at stand, labelKey string, kept bool) error {
	if !at.answered {
		return nil
	}
	uid := c.outcomeUID(at.place, labelKey)
	before, err := codecs[models.EntityOutcome].loadOne(c.tx, uid)
	if err != nil || before == "" || buried(before) {
		return err
	}
	state, err := decode[outcomeSnapshot](before)
	if err != nil || state.Kept == kept {
		return err
	}
	state.Kept, state.AnsweredAt = kept, c.at
	after, err := encode(state)
	if err != nil {
		return err
	}
	return c.save(models.EntityOutcome, uid, before, after)
}

// unanswer takes back the answers that were noted together with the mark that a
// sentence holds nothing.
func (c *change) unanswer(at place) error {
	uids, err := collect(c.tx, one[string], `SELECT o.uid FROM readings r
		JOIN outcomes o ON o.sentence_id = r.sentence_id AND o.annotator_id = r.annotator_id
		WHERE r.uid = ? AND o.kept = 0 AND o.deleted_at IS NULL AND o.answered_at = r.updated_at ORDER BY o.uid`,
		readingUID(at, c.by.AnnotatorUID))
	if err != nil {
		return err
	}
	for _, uid := range uids {
		if err := c.bury(models.EntityOutcome, uid); err != nil {
			return err
		}
	}
	return nil
}
