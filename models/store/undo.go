package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// The stacks of undo and redo are nothing but history, read back: a group is
// undone when the newest group about it is an undo. Both directions are one
// operation, reversing a group; undo reverses the group or its last redo, redo
// reverses its last undo.

// undoable finds the newest group of this annotator on this device that stands.
const undoable = `SELECT h.group_uid FROM history h
WHERE h.actor_uid = ? AND h.device_uid = ? AND h.kind IN ('do','import','merge') AND COALESCE((
  SELECT u.kind FROM history u WHERE u.undoes <> '' AND u.undoes = h.group_uid ORDER BY u.seq DESC LIMIT 1), 'redo') = 'redo'
ORDER BY h.seq DESC LIMIT 1`

// redoable finds the group that was undone last, unless something new was done
// since.
const redoable = `SELECT h.undoes FROM history h
WHERE h.actor_uid = ? AND h.device_uid = ? AND h.kind = 'undo'
  AND NOT EXISTS (SELECT 1 FROM history r WHERE r.undoes <> '' AND r.undoes = h.undoes AND r.seq > h.seq AND r.group_uid <> h.group_uid)
  AND h.seq > COALESCE((SELECT d.seq FROM history d WHERE d.actor_uid = ? AND d.device_uid = ? AND d.kind IN ('do','import','merge')
    ORDER BY d.seq DESC LIMIT 1), 0)
ORDER BY h.seq DESC LIMIT 1`

func (s *Store) undoGroup(tx *gorm.DB, by Actor) (string, error) {
	group, _, err := first(tx, one[string], undoable, by.AnnotatorUID, s.options.DeviceUID)
	return group, err
}

func (s *Store) redoGroup(tx *gorm.DB, by Actor) (string, error) {
	group, _, err := first(tx, one[string], redoable, by.AnnotatorUID, s.options.DeviceUID, by.AnnotatorUID, s.options.DeviceUID)
	return group, err
}

// Undo takes back the newest step of this annotator on this device, also one
// from before a restart, and returns it. The error has [models.CodeNothing]
// when there is none and [models.CodeConflict] when somebody else has changed
// the same thing since.
func (s *Store) Undo(ctx context.Context, by Actor) (models.Step, error) {
	return s.reverse(ctx, by, models.KindUndo, s.undoGroup)
}

// Redo does again what was undone last, and returns it. The error has
// [models.CodeNothing] when nothing was undone or something new was done
// since, and [models.CodeConflict] as for [Store.Undo].
func (s *Store) Redo(ctx context.Context, by Actor) (models.Step, error) {
	return s.reverse(ctx, by, models.KindRedo, s.redoGroup)
}

// UndoState returns what Undo and Redo would be about, nil for nothing.
func (s *Store) UndoState(ctx context.Context, by Actor) (undo, redo *models.Step, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		if undo, err = candidate(tx, by, s.undoGroup); err != nil {
			return err
		}
		redo, err = candidate(tx, by, s.redoGroup)
		return err
	})
	return undo, redo, err
}

// finder finds a group of an annotator, empty when there is none.
type finder func(tx *gorm.DB, by Actor) (string, error)

func candidate(tx *gorm.DB, by Actor, find finder) (*models.Step, error) {
	group, err := find(tx, by)
	if err != nil || group == "" {
		return nil, err
	}
	step, err := stepOf(tx, group)
	return &step, err
}

// nothing says that there is no step to reverse.
func nothing(kind models.EventKind) error {
	if kind == models.KindRedo {
		return models.Errorf(models.CodeNothing, "There is nothing to redo.")
	}
	return models.Errorf(models.CodeNothing, "There is nothing to undo.")
}

func (s *Store) reverse(ctx context.Context, by Actor, kind models.EventKind, find finder) (models.Step, error) {
	return s.reverseAll(ctx, by, kind, func(tx *gorm.DB) ([]string, error) {
		group, err := find(tx, by)
		if err == nil && group == "" {
			err = nothing(kind)
		}
		return []string{group}, err
	})
}

// reverseAll takes groups back in their order, all of them or none, each as a
// step of its own, and returns the last.
func (s *Store) reverseAll(
	ctx context.Context, by Actor, kind models.EventKind, find func(tx *gorm.DB) ([]string, error),
) (step models.Step, err error) {
	err = s.write(ctx, by, kind, func(c *change) error {
		groups, err := find(c.tx)
		if err != nil {
			return err
		}
		for _, group := range groups {
			standing, err := lastAbout(c.tx, group)
			if err != nil {
				return err
			}
			c.group, c.undoes = newUID(models.PrefixGroup), group
			if err := c.reverseStanding(group, standing); err != nil {
				return err
			}
		}
		step, err = stepOf(c.tx, groups[len(groups)-1])
		return err
	})
	return step, err
}

// reverseStanding takes back what made the present state of a group.
func (c *change) reverseStanding(group, standing string) error {
	merge, err := c.isMerge(group)
	if err != nil {
		return err
	}
	if merge {
		return c.reverseMerge(group, standing)
	}
	if err := c.reverseGroup(standing); err != nil {
		return err
	}
	return c.reopen(group)
}

// lastAbout returns the group that made the present state of group: itself, or
// the newest undo or redo of it.
func lastAbout(tx *gorm.DB, group string) (string, error) {
	newest, ok, err := first(tx, one[string],
		"SELECT group_uid FROM history WHERE undoes <> '' AND undoes = ? ORDER BY seq DESC LIMIT 1", group)
	if err == nil && !ok {
		newest = group
	}
	return newest, err
}

// span is what a group did to one entity: from its first before to its last
// after.
type span struct {
	entity        models.Entity
	uid           string
	before, after string
}

// reverseGroup brings every entity of a group back to the state before it, the
// last one first.
func (c *change) reverseGroup(group string) error {
	events, err := collect(c.tx, scanEvent, "SELECT "+eventColumns+" FROM history h WHERE h.group_uid = ? ORDER BY h.seq", group)
	if err != nil {
		return err
	}
	spans := spansOf(events)
	for _, at := range slices.Backward(spans) {
		if err := c.reverseSpan(at); err != nil {
			return err
		}
	}
	for _, at := range spans {
		if err := c.refuseStranded(at); err != nil {
			return err
		}
	}
	return nil
}

func spansOf(events []models.Event) []span {
	var spans []span
	index := make(map[string]int, len(events))
	for _, e := range events {
		if i, ok := index[e.EntityUID]; ok {
			spans[i].after = e.After
			continue
		}
		index[e.EntityUID] = len(spans)
		spans = append(spans, span{entity: e.Entity, uid: e.EntityUID, before: e.Before, after: e.After})
	}
	return spans
}

func (c *change) reverseSpan(at span) error {
	now, err := codecs[at.entity].loadOne(c.tx, at.uid)
	if err != nil {
		return err
	}
	if !codecs[at.entity].same(now, at.after) {
		var ok bool
		if at, ok = follow(at, now); !ok {
			return c.conflict("Somebody else has changed this %s since; it was left as it is.", at.entity)
		}
	}
	target := at.before
	if target == "" {
		if target, err = codecs[at.entity].bury(at.after, c.at); err != nil {
			return err
		}
	}
	if err := c.mayBury(at, target); err != nil {
		return err
	}
	return c.save(at.entity, at.uid, now, target)
}

// mayBury refuses to take an article away from under the annotations that
// others have made on it since.
func (c *change) mayBury(at span, target string) error {
	if at.entity != models.EntityArticle || !buried(target) {
		return nil
	}
	count, _, err := first(c.tx, one[int], `SELECT COUNT(*) FROM articles a JOIN sentences s ON s.article_id = a.id
		JOIN annotations n ON n.sentence_id = s.id WHERE a.uid = ? AND n.deleted_at IS NULL`, at.uid)
	if err == nil && count > 0 {
		err = c.conflict("There are annotations on this %s; it was left as it is. Delete it from the library if it shall go.", at.entity)
	}
	return err
}

// conflict refuses a step because of what others did to its entity.
//
//locale:format format
func (c *change) conflict(format string, entity models.Entity) error {
	if entity == models.EntitySegmentation {
		return models.Errorf(models.CodeConflict, format, models.Term("paragraph"))
	}
	return models.Errorf(models.CodeConflict, format, models.Term(entity))
}
