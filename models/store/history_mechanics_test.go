package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// Replay reads the history from its start and returns an error unless every
// line begins where the last one about its entity ended, and the states at the
// end are those of the tables.
func Replay(ctx context.Context, s *Store) error {
	return s.read(ctx, func(tx *gorm.DB) error {
		events, err := collect(tx, scanEvent, "SELECT "+eventColumns+" FROM history h ORDER BY h.seq")
		if err != nil {
			return err
		}
		states, entities := map[string]string{}, map[string]models.Entity{}
		for _, e := range events {
			known, ok := states[e.EntityUID]
			if ok && !codecs[e.Entity].same(known, e.Before) {
				return fmt.Errorf("line %d of %s begins with %s after %s", e.Seq, e.EntityUID, e.Before, known)
			}
			states[e.EntityUID], entities[e.EntityUID] = e.After, e.Entity
		}
		for uid, want := range states {
			got, err := codecs[entities[uid]].loadOne(tx, uid)
			if err != nil {
				return err
			}
			if !codecs[entities[uid]].same(got, want) {
				return fmt.Errorf("%s is %s, and its history ends in %s", uid, got, want)
			}
		}
		return nil
	})
}

// FillHistory makes n steps of setting and taking off labels of an annotator in
// one transaction: a history of years in seconds.
func FillHistory(ctx context.Context, s *Store, by Actor, sentences []models.Sentence, label string, n int) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for i := range n {
			c.group = newUID(models.PrefixGroup)
			at, err := c.standing(sentences[i%len(sentences)].ID, label)
			if err != nil {
				return err
			}
			if at.annotation == "" {
				_, err = c.label(at, PutLabel{LabelKey: label})
			} else {
				err = c.bury(models.EntityAnnotation, at.annotation)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
