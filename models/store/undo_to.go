package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// standingSince lists the groups of an annotator on a device that stand, from
// the newest back to a group.
const standingSince = `SELECT h.group_uid FROM history h
WHERE h.actor_uid = ? AND h.device_uid = ? AND h.kind IN ('do','import','merge')
  AND h.seq >= (SELECT MAX(g.seq) FROM history g WHERE g.group_uid = ?)
  AND COALESCE((SELECT u.kind FROM history u WHERE u.undoes <> '' AND u.undoes = h.group_uid ORDER BY u.seq DESC LIMIT 1), 'redo') = 'redo'
GROUP BY h.group_uid ORDER BY MAX(h.seq) DESC`

// undoneSince lists the groups that can be done again, the one that was undone
// last first.
const undoneSince = `SELECT h.undoes FROM history h
WHERE h.actor_uid = ? AND h.device_uid = ? AND h.kind = 'undo'
  AND NOT EXISTS (SELECT 1 FROM history r WHERE r.undoes <> '' AND r.undoes = h.undoes AND r.seq > h.seq AND r.group_uid <> h.group_uid)
  AND h.seq > COALESCE((SELECT d.seq FROM history d WHERE d.actor_uid = ? AND d.device_uid = ? AND d.kind IN ('do','import','merge')
    ORDER BY d.seq DESC LIMIT 1), 0)
GROUP BY h.undoes ORDER BY MIN(h.seq) DESC`

// UndoTo takes back the steps of this annotator on this device from the newest
// back to the given one, which is taken back as well: all of them or none. It
// returns that step. The error has [models.CodeNothing] when the step does not
// stand, and [models.CodeConflict] when it is somebody else's or somebody has
// changed since what one of the steps changed.
func (s *Store) UndoTo(ctx context.Context, by Actor, groupUID string) (models.Step, error) {
	return s.reverseAll(ctx, by, models.KindUndo, func(tx *gorm.DB) ([]string, error) {
		groups, err := collect(tx, one[string], standingSince, by.AnnotatorUID, s.options.DeviceUID, groupUID)
		if err != nil {
			return nil, err
		}
		return s.upTo(tx, by, groups, groupUID)
	})
}

// RedoTo does again what was undone, up to the given step and with it: all of
// it or nothing. It returns that step. The errors are those of [Store.UndoTo].
func (s *Store) RedoTo(ctx context.Context, by Actor, groupUID string) (models.Step, error) {
	return s.reverseAll(ctx, by, models.KindRedo, func(tx *gorm.DB) ([]string, error) {
		device := s.options.DeviceUID
		groups, err := collect(tx, one[string], undoneSince, by.AnnotatorUID, device, by.AnnotatorUID, device)
		if err != nil {
			return nil, err
		}
		return s.upTo(tx, by, groups, groupUID)
	})
}

// upTo cuts a list of groups after one, or says why it is not among them.
func (s *Store) upTo(tx *gorm.DB, by Actor, groups []string, group string) ([]string, error) {
	if at := slices.Index(groups, group); at >= 0 {
		return groups[:at+1], nil
	}
	e, ok, err := firstEvent(tx, group)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, models.Errorf(models.CodeNotFound, "This step is not in the history of the project.")
	case e.ActorUID != by.AnnotatorUID:
		return nil, models.Errorf(models.CodeConflict, "This step is somebody else's; only who made it can take it back or do it again.")
	case e.DeviceUID != s.options.DeviceUID:
		return nil, models.Errorf(models.CodeConflict, "This step was made on another device; take it back or do it again there.")
	}
	return nil, models.Errorf(models.CodeNothing, "This step was undone, or done again, already, or something new was done since.")
}
