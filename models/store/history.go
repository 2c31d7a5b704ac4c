package store

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// eventsAtOnce is how many lines of history one statement writes: the driver's
// time for binding grows with the square of the parameters.
const eventsAtOnce = 30

func insertEvents(tx *gorm.DB, events []models.Event) error {
	lines := make([][]any, len(events))
	for i, e := range events {
		lines[i] = []any{
			e.UID, e.GroupUID, e.At, e.ActorUID, e.DeviceUID, e.Kind, e.Undoes,
			e.Op, e.Entity, e.EntityUID, e.Version, e.Before, e.After, e.Parents,
		}
	}
	const insert = `INSERT INTO history(uid, group_uid, at, actor_uid, device_uid, kind, undoes,
		op, entity, entity_uid, version, before, after, parents) VALUES `
	if err := insertRows(tx, insert, lines, eventsAtOnce); err != nil {
		return fmt.Errorf("write history: %w", err)
	}
	return nil
}

// eventColumns are in the order of scanEvent.
const eventColumns = `h.seq, h.uid, h.group_uid, h.at, h.actor_uid, h.device_uid, h.kind, h.undoes,
  h.op, h.entity, h.entity_uid, h.version, h.before, h.after, h.parents`

func scanEvent(r *row, e *models.Event) error {
	return r.Scan(&e.Seq, &e.UID, &e.GroupUID, &e.At, &e.ActorUID, &e.DeviceUID, &e.Kind, &e.Undoes,
		&e.Op, &e.Entity, &e.EntityUID, &e.Version, &e.Before, &e.After, &e.Parents)
}

// Steps returns what was done in the project, newest first: at most limit
// steps whose last line of history stands before the line before; 0 is the
// newest.
func (s *Store) Steps(ctx context.Context, before int64, limit int) (steps []models.Step, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		for len(steps) < limit {
			group, ok, err := newestGroup(tx, before)
			if err != nil || !ok {
				return err
			}
			step, err := stepOf(tx, group)
			if err != nil {
				return err
			}
			steps = append(steps, step)
			before = step.Seq
		}
		return nil
	})
	return steps, err
}

// newestGroup returns the group whose last line is the newest before the line
// before; 0: the newest of all. The lines of a long import may stand among
// those of other groups.
func newestGroup(tx *gorm.DB, before int64) (string, bool, error) {
	if before == 0 {
		before = math.MaxInt64
	}
	return first(tx, one[string], `SELECT h.group_uid FROM history h WHERE h.seq < ?
		AND NOT EXISTS (SELECT 1 FROM history n WHERE n.group_uid = h.group_uid AND n.seq > h.seq)
		ORDER BY h.seq DESC LIMIT 1`, before)
}

// SentenceHistory returns everything that was done to the annotations and
// readings of a sentence, the answers to suggestions included, and to those of the sentences that a repair has put
// into its place, and the repairs themselves, oldest first.
func (s *Store) SentenceHistory(ctx context.Context, sentenceID int64) (events []models.Event, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		here, ok, err := first(tx, scanSentence, "SELECT "+sentenceColumns+" FROM sentences s WHERE s.id = ?", sentenceID)
		if err != nil || !ok {
			return err
		}
		article, _, err := first(tx, one[string], "SELECT uid FROM articles WHERE id = ?", here.ArticleID)
		if err != nil {
			return err
		}
		const places = "SELECT p.id FROM sentences p WHERE p.article_id = ? AND p.start_off < ? AND p.end_off > ?"
		events, err = collect(tx, scanEvent, "SELECT "+eventColumns+` FROM history h WHERE h.entity_uid IN (
			SELECT n.uid FROM annotations n WHERE n.sentence_id IN (`+places+`)
			UNION ALL SELECT r.uid FROM readings r WHERE r.sentence_id IN (`+places+`)
			UNION ALL SELECT d.uid FROM decisions d WHERE d.sentence_id IN (`+places+`)
			UNION ALL SELECT o.uid FROM outcomes o WHERE o.sentence_id IN (`+places+`) UNION ALL SELECT ?) ORDER BY h.seq`,
			here.ArticleID, here.EndOff, here.StartOff, here.ArticleID, here.EndOff, here.StartOff,
			here.ArticleID, here.EndOff, here.StartOff, here.ArticleID, here.EndOff, here.StartOff, cuttingUID(article, here.BlockSeq))
		events = slices.DeleteFunc(events, func(e models.Event) bool { return !touches(e, here) })
		return err
	})
	return events, err
}

// touches reports whether an event is about the text of a sentence: a repair
// is one of a whole block.
func touches(e models.Event, here models.Sentence) bool {
	if e.Entity != models.EntitySegmentation {
		return true
	}
	before, wrong := decode[cuttingSnapshot](e.Before)
	after, err := decode[cuttingSnapshot](e.After)
	if wrong != nil || err != nil {
		return false
	}
	return slices.ContainsFunc(lacking(after.Sentences, before.Sentences), func(place [2]int) bool {
		return overlap(place, [2]int{here.StartOff, here.EndOff}) > 0
	})
}
