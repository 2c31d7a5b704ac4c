package store

import (
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// blockSnapshot is what a block of an article is. Where it begins and ends
// never changes.
type blockSnapshot struct {
	Article     string           `json:"article"`
	Block       int              `json:"block"` // its number in the article, from 0
	Kind        models.BlockKind `json:"kind"`
	Boilerplate bool             `json:"boilerplate,omitempty"`
}

// blockUID names what a block is, see [cuttingUID].
func blockUID(article string, block int) string { return partUID(models.PrefixBlock, article, block) }

func scanBlockState(r *row, s *blockSnapshot) error { return r.Scan(&s.Kind, &s.Boilerplate) }

func loadBlocks(tx *gorm.DB, uids []string) (map[string]blockSnapshot, error) {
	found := make(map[string]blockSnapshot, len(uids))
	for _, uid := range uids {
		article, block, err := readPartUID(models.PrefixBlock, uid)
		if err != nil {
			return nil, err
		}
		state, ok, err := first(tx, scanBlockState,
			"SELECT b.kind, b.boilerplate FROM articles a JOIN blocks b ON b.article_id = a.id AND b.seq = ? WHERE a.uid = ?", block, article)
		if err != nil {
			return nil, err
		}
		if ok {
			state.Article, state.Block = article, block
			found[uid] = state
		}
	}
	return found, nil
}

func saveBlock(tx *gorm.DB, _ string, s blockSnapshot, _ stamp) error {
	done := tx.Exec("UPDATE blocks SET kind = ?, boilerplate = ? WHERE seq = ? AND article_id = (SELECT id FROM articles WHERE uid = ?)",
		s.Kind, s.Boilerplate, s.Block, s.Article)
	if done.Error != nil {
		return fmt.Errorf("write block: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return models.Errorf(models.CodeNotFound, "This paragraph is not in the project; look at the newest state.")
	}
	return nil
}
