package store

import (
	"context"
	"strconv"

	"gorm.io/gorm"

	"glossator/models"
)

// Readings returns the ids of the sentences of an article that an annotator
// has marked as holding nothing to tag.
func (s *Store) Readings(ctx context.Context, articleUID string, annotatorID int64) (read map[int64]bool, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		ids, err := collect(tx, one[int64], `SELECT s.id FROM sentences s JOIN readings r ON r.sentence_id = s.id AND r.annotator_id = ?
			WHERE s.article_id = ? AND s.retired_at IS NULL AND r.deleted_at IS NULL`, annotatorID, article.ID)
		read = make(map[int64]bool, len(ids))
		for _, id := range ids {
			read[id] = true
		}
		return err
	})
	return read, err
}

// SetReading marks sentences as holding nothing to tag, or takes the mark
// away, as one step. The error has [models.CodeNotFound] when a sentence is
// not there; nothing is then changed.
func (s *Store) SetReading(ctx context.Context, by Actor, sentenceIDs []int64, read bool) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, id := range sentenceIDs {
			if err := c.setReading(id, read); err != nil {
				return err
			}
		}
		return nil
	})
}

// setReading marks a live sentence in the layer of whoever acts.
func (c *change) setReading(sentenceID int64, read bool) error {
	at, err := placeOf(c.tx, sentenceID)
	if err != nil {
		return err
	}
	if !read {
		if err := c.unanswer(at); err != nil {
			return err
		}
		return c.bury(models.EntityReading, readingUID(at, c.by.AnnotatorUID))
	}
	return c.putReading(at, c.by.AnnotatorUID)
}

// readingUID names the one row of a sentence and annotator; two copies of a
// project agree on it.
func readingUID(at place, annotator string) string {
	return derivedUID(models.PrefixReading, annotator, at.articleUID, strconv.Itoa(at.start), strconv.Itoa(at.end))
}

// putReading says of a sentence that an annotator has read it and found
// nothing.
func (c *change) putReading(at place, annotator string) error {
	uid := readingUID(at, annotator)
	before, err := codecs[models.EntityReading].loadOne(c.tx, uid)
	if err != nil {
		return err
	}
	if before != "" && !buried(before) {
		return nil
	}
	state := readingSnapshot{Article: at.articleUID, Start: at.start, End: at.end, Annotator: annotator, CreatedAt: c.at}
	if before != "" {
		if state, err = decode[readingSnapshot](before); err != nil {
			return err
		}
		state.DeletedAt = 0
	}
	after, err := encode(state)
	if err != nil {
		return err
	}
	return c.save(models.EntityReading, uid, before, after)
}
