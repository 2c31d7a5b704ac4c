package store

import (
	"context"
	"encoding/json"
	"fmt"

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
			e.Op, e.Entity, e.EntityUID, e.Version, e.Before, e.After,
		}
	}
	const insert = `INSERT INTO history(uid, group_uid, at, actor_uid, device_uid, kind, undoes,
		op, entity, entity_uid, version, before, after) VALUES `
	if err := insertRows(tx, insert, lines, eventsAtOnce); err != nil {
		return fmt.Errorf("write history: %w", err)
	}
	return nil
}

// eventColumns are in the order of scanEvent.
const eventColumns = `h.seq, h.uid, h.group_uid, h.at, h.actor_uid, h.device_uid, h.kind, h.undoes,
  h.op, h.entity, h.entity_uid, h.version, h.before, h.after`

func scanEvent(r *row, e *models.Event) error {
	return r.Scan(&e.Seq, &e.UID, &e.GroupUID, &e.At, &e.ActorUID, &e.DeviceUID, &e.Kind, &e.Undoes,
		&e.Op, &e.Entity, &e.EntityUID, &e.Version, &e.Before, &e.After)
}

// Steps returns what was done in the project, newest first: at most limit
// steps whose first line of history stands before the line before; 0 is the
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

// newestGroup returns the group of the last line before the line before.
func newestGroup(tx *gorm.DB, before int64) (string, bool, error) {
	if before == 0 {
		return first(tx, one[string], "SELECT group_uid FROM history ORDER BY seq DESC LIMIT 1")
	}
	return first(tx, one[string], "SELECT group_uid FROM history WHERE seq < ? ORDER BY seq DESC LIMIT 1", before)
}

// stepOf sums a group up by its first line.
func stepOf(tx *gorm.DB, group string) (models.Step, error) {
	e, ok, err := first(tx, scanEvent, "SELECT "+eventColumns+" FROM history h WHERE h.group_uid = ? ORDER BY h.seq LIMIT 1", group)
	if err != nil || !ok {
		return models.Step{}, err
	}
	step := models.Step{Seq: e.Seq, GroupUID: group, Kind: e.Kind, At: e.At, ActorUID: e.ActorUID, Op: e.Op, Entity: e.Entity}
	if step.Events, _, err = first(tx, one[int], "SELECT COUNT(*) FROM history WHERE group_uid = ?", group); err != nil {
		return models.Step{}, err
	}
	err = placeStep(tx, &step, e)
	return step, err
}

// placeStep says where a step happened and about which label.
func placeStep(tx *gorm.DB, step *models.Step, e models.Event) error {
	if e.Entity == models.EntityArticle {
		step.ArticleUID = e.EntityUID
		return nil
	}
	var where struct {
		Article string `json:"article"`
		Label   string `json:"label"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
	}
	if err := json.Unmarshal([]byte(e.After), &where); err != nil {
		return fmt.Errorf("read snapshot: %w", err)
	}
	step.ArticleUID, step.LabelKey = where.Article, where.Label
	if where.Article == "" || where.End == 0 {
		return nil
	}
	var err error
	step.SentenceID, _, err = first(tx, one[int64], `SELECT s.id FROM articles a
		JOIN sentences s ON s.article_id = a.id AND s.start_off = ? AND s.end_off = ? WHERE a.uid = ?`, where.Start, where.End, where.Article)
	return err
}

// SentenceHistory returns everything that was done to the annotations and
// readings of a sentence, oldest first.
func (s *Store) SentenceHistory(ctx context.Context, sentenceID int64) (events []models.Event, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		events, err = collect(tx, scanEvent, "SELECT "+eventColumns+` FROM history h WHERE h.entity_uid IN (
			SELECT uid FROM annotations WHERE sentence_id = ? UNION ALL SELECT uid FROM readings WHERE sentence_id = ?
			UNION ALL SELECT uid FROM decisions WHERE sentence_id = ?) ORDER BY h.seq`, sentenceID, sentenceID, sentenceID)
		return err
	})
	return events, err
}
