package store

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// UndoMerge takes a merge of this annotator on this device back, also when she
// has done something else since, and returns its step. The error has
// [models.CodeConflict] when something that was done since rests on what the
// merge brought, or when it is somebody else's, [models.CodeNothing] when it does
// not stand, and [models.CodeNotFound] when it is no step of this project.
func (s *Store) UndoMerge(ctx context.Context, by Actor, groupUID string) (models.Step, error) {
	return s.reverse(ctx, by, models.KindUndo, func(tx *gorm.DB, by Actor) (string, error) {
		groups, err := collect(tx, one[string], standingSince, by.AnnotatorUID, s.options.DeviceUID, groupUID)
		if err != nil {
			return "", err
		}
		if _, err := s.upTo(tx, by, groups, groupUID); err != nil {
			return "", err
		}
		return groupUID, refuseBuiltOn(tx, groupUID)
	})
}

// builtOn are the questions whether something rests on what a merge brought that
// is not the merge's own, each with what is said when it does.
var builtOn = []struct {
	question string
	refusal  func() error
}{
	{`SELECT 1 FROM history h JOIN annotations n ON n.uid = h.entity_uid JOIN decisions d ON d.sentence_id = n.sentence_id
WHERE h.group_uid = ? AND h.entity = 'annotation' AND d.deleted_at IS NULL AND INSTR(d.seen, n.uid) > 0 AND ` + notBrought("d"),
		func() error {
			return models.Errorf(models.CodeConflict,
				"Labels of this import were decided about since; take those decisions back first. Nothing was changed.")
		}},
	{`SELECT 1 FROM history h JOIN decisions d ON d.uid = h.entity_uid JOIN responses r ON r.decision_id = d.id
WHERE h.group_uid = ? AND h.entity = 'decision' AND r.deleted_at IS NULL AND ` + notBrought("r"),
		func() error {
			return models.Errorf(models.CodeConflict,
				"Decisions of this import were answered since; take those answers back first. Nothing was changed.")
		}},
	{`SELECT 1 FROM history h JOIN articles a ON a.uid = h.entity_uid JOIN progress g ON g.article_id = a.id
WHERE h.group_uid = ? AND h.entity = 'article' AND h.before = '' AND g.finished_at IS NOT NULL AND ` + notBrought("g"),
		func() error {
			return models.Errorf(models.CodeConflict,
				"An article of this import was finished since; take that back first. Nothing was changed.")
		}},
	{`SELECT 1 FROM history h JOIN annotators p ON p.uid = h.entity_uid JOIN annotations n ON n.annotator_id = p.id
WHERE h.group_uid = ? AND h.entity = 'annotator' AND h.before = '' AND n.deleted_at IS NULL AND ` + notBrought("n"),
		func() error {
			return models.Errorf(models.CodeConflict,
				"Another import has brought more of the same people since; take that back first. Nothing was changed.")
		}},
}

// notBrought is the condition that an entity of a table is none of the group's.
func notBrought(table string) string {
	return "NOT EXISTS (SELECT 1 FROM history o WHERE o.group_uid = h.group_uid AND o.entity_uid = " + table + ".uid) LIMIT 1"
}

// refuseBuiltOn refuses to take a merge away from under later work.
func refuseBuiltOn(tx *gorm.DB, group string) error {
	for _, rests := range builtOn {
		_, found, err := first(tx, one[int], rests.question, group)
		if err != nil {
			return err
		}
		if found {
			return rests.refusal()
		}
	}
	return nil
}

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
