package store

import (
	"fmt"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

const selectHasSeen = `SELECT 1 FROM exposures e JOIN sentences s ON s.id = e.sentence_id
WHERE s.article_id = ? AND e.annotator_id = ? LIMIT 1`

// codeBlind has the acting annotator code the articles of the bundle blind that
// are neither finished by her nor seen with the labels of others. It is a step
// of its own that travels, and stands in history before the merge, so that the
// merge is the first to be undone.
func (m *merging) codeBlind() error {
	if !m.blind {
		return nil
	}
	own := &change{
		tx: m.tx, by: m.by, device: m.device, group: newUID(models.PrefixGroup), kind: models.KindDo, at: m.at, clock: m.clock,
	}
	for _, article := range slices.Sorted(maps.Keys(m.coming())) {
		hidden, err := canHide(m.tx, article, m.by.AnnotatorID)
		if err != nil {
			return err
		}
		if !hidden {
			continue
		}
		err = own.editProgress(article, m.by.AnnotatorUID, func(state *progressSnapshot) {
			if state.FinishedAt == 0 {
				state.Coding = models.CodingBlind
			}
		})
		if err != nil {
			return err
		}
	}
	m.clock, m.dirty = own.clock, m.dirty || len(own.events) > 0
	return insertEvents(m.tx, own.events)
}

// canHide reports whether an article is there and its annotator was shown no
// other layer on it.
func canHide(tx *gorm.DB, articleUID string, annotatorID int64) (bool, error) {
	article, there, err := articleByUID(tx, articleUID)
	if err != nil || !there || article.DeletedAt != nil {
		return false, err
	}
	_, seen, err := first(tx, one[int], selectHasSeen, article.ID, annotatorID)
	if err != nil {
		return false, fmt.Errorf("look for what was seen: %w", err)
	}
	return !seen, nil
}
