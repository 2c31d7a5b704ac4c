package store

import (
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// The table heads holds what the next revision of an entity is made knowing of
// when its state is not just that of one line of history: after a merge it may
// rest on several versions. It is derived: it follows from the revisions.

// overtake returns the revisions that a new one of an entity is made knowing
// of, where they do not follow from the state before, and forgets them: from
// now on they do.
func (c *change) overtake(uid string) (parents string, err error) {
	if !c.loose {
		return "", nil
	}
	list, err := collect(c.tx, one[string], "SELECT revision_uid FROM heads WHERE entity_uid = ? ORDER BY revision_uid", uid)
	if err != nil || len(list) == 0 {
		return "", err
	}
	if err := c.tx.Exec("DELETE FROM heads WHERE entity_uid = ? OR revision_uid IN ?", uid, list).Error; err != nil {
		return "", fmt.Errorf("overtake heads: %w", err)
	}
	return strings.Join(list, " "), nil
}

func dropHeads(tx *gorm.DB, uids []string) error {
	for part := range slices.Chunk(uids, comparedAtOnce) {
		if err := tx.Exec("DELETE FROM heads WHERE entity_uid IN ?", part).Error; err != nil {
			return fmt.Errorf("forget heads: %w", err)
		}
	}
	return nil
}

// putHeads writes down what states rest on, in place of what was written.
func putHeads(tx *gorm.DB, list []*resting) error {
	uids := make([]string, len(list))
	var lines [][]any
	for i, r := range list {
		uids[i] = r.uid
		if !r.loose() {
			continue
		}
		for _, e := range r.rests {
			lines = append(lines, []any{r.uid, e.UID})
		}
	}
	if err := dropHeads(tx, uids); err != nil {
		return err
	}
	const atOnce = 200
	return insertRows(tx, "INSERT INTO heads(entity_uid, revision_uid) VALUES ", lines, atOnce)
}

// stamp is what the row of an entity keeps of its last change: that of the
// revision that stands, which every copy agrees on, rather than of the merge
// that brought it here. Decisions know by it what they have judged.
func (r *resting) stamp(state string, mark stamp) stamp {
	if r == nil || r.state != state {
		return mark
	}
	mark.version, mark.device, mark.at = r.chosen.Version, r.chosen.DeviceUID, r.chosen.At
	return mark
}
