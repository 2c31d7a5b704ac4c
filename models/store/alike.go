package store

import (
	"context"
	"slices"

	"glossator/models"
)

// MakeAlike gives sentences these labels and no other ones in the layer of whoever
// acts, as one step. Annotations that are there already stay with their details;
// without labels the sentences are marked as holding nothing. It returns how
// many sentences changed. The error has [models.CodeNotFound] when a sentence or
// a label is not there; nothing is then changed.
func (s *Store) MakeAlike(ctx context.Context, by Actor, sentenceIDs []int64, labelKeys []string) (changed int, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, id := range sentenceIDs {
			if err := ctx.Err(); err != nil {
				return err //nolint:wrapcheck // write explains it
			}
			before := len(c.events)
			if err := c.relabel(id, labelKeys); err != nil {
				return err
			}
			if len(c.events) > before {
				changed++
			}
		}
		return nil
	})
	return changed, err
}

// standingLabel is a live annotation of a sentence.
type standingLabel struct{ uid, label string }

const selectStandingLabels = `SELECT n.uid, l.key FROM annotations n JOIN labels l ON l.id = n.label_id
WHERE n.sentence_id = ? AND n.annotator_id = ? AND n.deleted_at IS NULL ORDER BY n.id`

// relabel gives one sentence these labels and no other ones.
func (c *change) relabel(sentenceID int64, labelKeys []string) error {
	at, err := placeOf(c.tx, sentenceID)
	if err != nil {
		return err
	}
	standing, err := c.standingLabels(sentenceID)
	if err != nil {
		return err
	}
	for _, s := range standing {
		if slices.Contains(labelKeys, s.label) {
			continue
		}
		if err := c.bury(models.EntityAnnotation, s.uid); err != nil {
			return err
		}
	}
	for _, key := range labelKeys {
		if slices.ContainsFunc(standing, func(s standingLabel) bool { return s.label == key }) {
			continue
		}
		if _, err := labelByKey(c.tx, key); err != nil {
			return err
		}
		at, err := c.standing(sentenceID, key)
		if err != nil {
			return err
		}
		if _, err := c.label(at, PutLabel{LabelKey: key}); err != nil {
			return err
		}
	}
	if len(labelKeys) == 0 {
		return c.putReading(at, c.by.AnnotatorUID)
	}
	return nil
}

func (c *change) standingLabels(sentenceID int64) ([]standingLabel, error) {
	return collect(c.tx, func(r *row, s *standingLabel) error { return r.Scan(&s.uid, &s.label) },
		selectStandingLabels, sentenceID, c.by.AnnotatorID)
}
