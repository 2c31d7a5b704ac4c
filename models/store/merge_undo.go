package store

import (
	"maps"
	"slices"

	"glossator/models"
)

// affected lists the entities that a merge brought revisions of or wrote, and
// those that rest on what it brought.
const affected = `SELECT r.entity_uid FROM received r WHERE r.merge_uid = ?
UNION SELECT h.entity_uid FROM history h WHERE h.group_uid = ?
UNION SELECT k.entity_uid FROM heads k JOIN received r ON r.uid = k.revision_uid WHERE r.merge_uid = ?`

// reverseMerge takes a merge back or does it again: standing is the group that
// made the present state. What the merge brought no longer counts, or counts
// again, and what the states rest on is reckoned anew.
func (c *change) reverseMerge(merge, standing string) error {
	gone, err := withdrawnMerges(c.tx)
	if err != nil {
		return err
	}
	gone[merge] = c.kind == models.KindUndo
	uids, err := collect(c.tx, one[string], affected, merge, merge, merge)
	if err != nil {
		return err
	}
	v, err := newResolver(c.tx, gone)
	if err != nil {
		return err
	}
	list, err := v.resolve(slices.Sorted(slices.Values(uids)))
	if err != nil {
		return err
	}
	resting := make(map[string]*resting, len(list))
	for _, r := range list {
		resting[r.uid] = r
	}
	before := c.resting
	c.resting = resting
	defer func() { c.resting = before }()
	if err := c.reverseGroup(standing); err != nil {
		return err
	}
	if err := c.bringUp(list); err != nil {
		return err
	}
	return putHeads(c.tx, append(list, forgotten(uids, resting)...))
}

// bringUp brings entities to what follows from all that now counts: somebody
// may have gone on since the merge was made or taken back.
func (c *change) bringUp(list []*resting) error {
	arrange(list)
	for _, r := range list {
		if r.state == "" {
			continue
		}
		now, err := codecs[r.entity].loadOne(c.tx, r.uid)
		if err != nil {
			return err
		}
		if now != "" && !codecs[r.entity].same(now, r.state) {
			if err := c.save(r.entity, r.uid, now, r.state); err != nil {
				return err
			}
		}
	}
	return nil
}

// forgotten are the entities of which nothing is known any more.
func forgotten(uids []string, known map[string]*resting) (list []*resting) {
	without := maps.Clone(known)
	for _, uid := range uids {
		if without[uid] == nil {
			list = append(list, &resting{lineage: &lineage{uid: uid}})
		}
	}
	return list
}

// reopen reckons anew what the entities of a group rest on that was taken back
// or done again, where the group had overtaken several versions: they are open
// again, or not any more.
func (c *change) reopen(group string) error {
	uids, err := collect(c.tx, one[string], "SELECT DISTINCT h.entity_uid FROM history h WHERE h.group_uid = ? AND h.parents <> ''", group)
	if err != nil || len(uids) == 0 {
		return err
	}
	gone, err := withdrawnMerges(c.tx)
	if err != nil {
		return err
	}
	v, err := newResolver(c.tx, gone)
	if err != nil {
		return err
	}
	v.unsaid = c.events
	list, err := v.resolve(uids)
	if err != nil {
		return err
	}
	return putHeads(c.tx, list)
}

// isMerge reports whether a group is a merge.
func (c *change) isMerge(group string) (bool, error) {
	found, _, err := first(c.tx, one[bool], "SELECT EXISTS (SELECT 1 FROM merges m WHERE m.group_uid = ?)", group)
	return found, err
}
