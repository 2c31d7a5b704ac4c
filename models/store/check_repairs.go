package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// checkRepairs makes sure that sentences have retired only in blocks whose
// history tells of a repair.
func (i *inspector) checkRepairs(tx *gorm.DB, a models.Article, sentences []models.Sentence) error {
	asked := make(map[int]bool)
	for _, s := range sentences {
		if s.RetiredAt == nil || asked[s.BlockSeq] {
			continue
		}
		asked[s.BlockSeq] = true
		known, _, err := first(tx, one[bool], "SELECT EXISTS (SELECT 1 FROM history WHERE entity_uid = ?)", cuttingUID(a.UID, s.BlockSeq))
		if err != nil {
			return err
		}
		if !known {
			i.reportf(areaHistory, "A sentence of %q at %d was replaced, and no history says by whom.", a.Title, s.StartOff)
		}
	}
	return nil
}

// checkRetired makes sure that nothing live stands on a sentence that a repair
// has replaced.
func (i *inspector) checkRetired(ctx context.Context) error {
	return i.store.read(ctx, func(tx *gorm.DB) error {
		count, _, err := first(tx, one[int], `SELECT (SELECT COUNT(*) FROM annotations n JOIN sentences s ON s.id = n.sentence_id
				WHERE n.deleted_at IS NULL AND s.retired_at IS NOT NULL) + (SELECT COUNT(*) FROM readings r
				JOIN sentences s ON s.id = r.sentence_id WHERE r.deleted_at IS NULL AND s.retired_at IS NOT NULL)`)
		if count > 0 {
			i.reportf(areaOffsets, "%d annotations and marks stand on sentences that were replaced.", count)
		}
		return err
	})
}
