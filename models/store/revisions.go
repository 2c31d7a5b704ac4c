package store

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// A revision is a line of history that says what somebody did, wherever it was
// done: a line of the table history that is not about a merge, or a line of the
// table received whose merge stands. What a merge itself writes is bookkeeping
// of this copy: it follows from the revisions.

// ownRevisions is the condition for a line of history to be a revision.
const ownRevisions = "h.kind <> 'merge' AND NOT (h.undoes <> '' AND EXISTS (SELECT 1 FROM merges m WHERE m.group_uid = h.undoes))"

const (
	selectOwnRevisions      = "SELECT " + eventColumns + " FROM history h WHERE h.entity_uid IN ? AND " + ownRevisions
	selectReceivedRevisions = "SELECT " + receivedColumns + " FROM received r WHERE r.entity_uid IN ?"
)

// receivedColumns are in the order of scanReceived.
const receivedColumns = `r.merge_uid, r.seq, r.uid, r.group_uid, r.at, r.actor_uid, r.device_uid, r.kind, r.undoes,
  r.op, r.entity, r.entity_uid, r.version, r.before, r.after, r.parents`

// reception is a revision with the merge that brought it.
type reception struct {
	merge string
	event models.Event
}

func scanReceived(r *row, v *reception) error {
	e := &v.event
	return r.Scan(&v.merge, &e.Seq, &e.UID, &e.GroupUID, &e.At, &e.ActorUID, &e.DeviceUID, &e.Kind, &e.Undoes,
		&e.Op, &e.Entity, &e.EntityUID, &e.Version, &e.Before, &e.After, &e.Parents)
}

// withdrawn are the merges that are undone: what they brought does not count.
type withdrawn map[string]bool

const selectWithdrawn = `SELECT m.group_uid FROM merges m WHERE (SELECT u.kind FROM history u
WHERE u.undoes <> '' AND u.undoes = m.group_uid ORDER BY u.seq DESC LIMIT 1) = 'undo'`

func withdrawnMerges(tx *gorm.DB) (withdrawn, error) {
	list, err := collect(tx, one[string], selectWithdrawn)
	gone := make(withdrawn, len(list))
	for _, group := range list {
		gone[group] = true
	}
	return gone, err
}

// revisionsOf returns all revisions of entities that are known here.
func revisionsOf(tx *gorm.DB, uids []string, gone withdrawn) ([]models.Event, error) {
	var list []models.Event
	for part := range slices.Chunk(uids, comparedAtOnce) {
		own, err := collect(tx, scanEvent, selectOwnRevisions, part)
		if err != nil {
			return nil, err
		}
		received, err := collect(tx, scanReceived, selectReceivedRevisions, part)
		if err != nil {
			return nil, err
		}
		list = append(list, own...)
		for _, r := range received {
			if !gone[r.merge] {
				list = append(list, r.event)
			}
		}
	}
	return list, nil
}

// unknownOf returns those revisions that are not known here, and the UIDs of
// those that were received with a merge that is undone.
func unknownOf(tx *gorm.DB, revisions []models.Event, gone withdrawn) (fresh []models.Event, again []string, err error) {
	known, dormant := make(map[string]bool, len(revisions)), make(map[string]bool)
	for part := range slices.Chunk(revisions, comparedAtOnce) {
		uids := make([]string, len(part))
		for i, e := range part {
			uids[i] = e.UID
		}
		own, err := collect(tx, one[string], "SELECT h.uid FROM history h WHERE h.uid IN ?", uids)
		if err != nil {
			return nil, nil, err
		}
		type receipt struct{ uid, merge string }
		received, err := collect(tx, func(r *row, v *receipt) error { return r.Scan(&v.uid, &v.merge) },
			"SELECT r.uid, r.merge_uid FROM received r WHERE r.uid IN ?", uids)
		if err != nil {
			return nil, nil, err
		}
		for _, uid := range own {
			known[uid] = true
		}
		for _, r := range received {
			known[r.uid], dormant[r.uid] = true, gone[r.merge]
		}
	}
	for _, e := range revisions {
		if dormant[e.UID] {
			again = append(again, e.UID)
		}
		if !known[e.UID] {
			fresh = append(fresh, e)
			known[e.UID] = true // a bundle may name one twice
		}
	}
	return fresh, again, nil
}

// keepReceived writes revisions down as brought by a merge.
func keepReceived(tx *gorm.DB, merge string, fresh []models.Event, again []string) error {
	lines := make([][]any, len(fresh))
	for i, e := range fresh {
		lines[i] = []any{
			merge, e.UID, e.GroupUID, e.At, e.ActorUID, e.DeviceUID, e.Kind, e.Undoes,
			e.Op, e.Entity, e.EntityUID, e.Version, e.Before, e.After, e.Parents,
		}
	}
	const insert = `INSERT INTO received(merge_uid, uid, group_uid, at, actor_uid, device_uid, kind, undoes,
		op, entity, entity_uid, version, before, after, parents) VALUES `
	if err := insertRows(tx, insert, lines, eventsAtOnce); err != nil {
		return fmt.Errorf("write what was received: %w", err)
	}
	for part := range slices.Chunk(again, comparedAtOnce) {
		if err := tx.Exec("UPDATE received SET merge_uid = ? WHERE uid IN ?", merge, part).Error; err != nil {
			return fmt.Errorf("take over what was received: %w", err)
		}
	}
	return nil
}
