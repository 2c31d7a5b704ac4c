package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// Revision is what somebody corrects about an article. Its text never changes.
type Revision struct {
	Article func(*models.Article) // changes what [Store.EditArticle] may change; nil: nothing
	Blocks  []BlockRevision
}

// BlockRevision says what a block really is.
type BlockRevision struct {
	Seq         int // of the block, from 0
	Kind        models.BlockKind
	Boilerplate bool
	// Cut is where its sentences start and end, in code points into the text.
	// It counts where the block becomes part of the body.
	Cut [][2]int
	// Segmenter is the rules that made Cut.
	Segmenter string
}

// ReviseArticle corrects what is said about an article and what its blocks are,
// as one step. A block that becomes part of the body gets sentences; one that
// is set apart loses them, which the error with [models.CodeInvalid] refuses
// while there is a label or a decision on one of them. Other errors:
// [models.CodeNotFound] for an article or block that is not there.
func (s *Store) ReviseArticle(ctx context.Context, by Actor, uid string, revision Revision) (article models.Article, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		if article, err = liveArticle(c.tx, uid); err != nil {
			return err
		}
		if revision.Article != nil {
			if err := c.editArticle(uid, revision.Article); err != nil {
				return err
			}
		}
		for _, block := range revision.Blocks {
			if err := c.reviseBlock(uid, block); err != nil {
				return err
			}
		}
		for _, block := range revision.Blocks {
			if err := c.recutRevised(article, block); err != nil {
				return err
			}
		}
		article, err = liveArticle(c.tx, uid)
		return err
	})
	return article, err
}

func (c *change) reviseBlock(article string, b BlockRevision) error {
	err := update(c, models.EntityBlock, blockUID(article, b.Seq), func(state *blockSnapshot) error {
		state.Kind, state.Boilerplate = b.Kind, b.Boilerplate
		return nil
	})
	if models.CodeOf(err) == models.CodeNotFound {
		return models.Errorf(models.CodeNotFound, "The article has no paragraph %d; look at the newest state.", b.Seq+1)
	}
	return err
}

// recutRevised gives a block of the body its sentences, and takes those of one
// that stands apart.
func (c *change) recutRevised(article models.Article, b BlockRevision) error {
	state, _, err := cuttingOf(c.tx, article.UID, b.Seq)
	if err != nil {
		return err
	}
	isApart := models.Block{Kind: b.Kind, Boilerplate: b.Boilerplate}.Apart()
	switch cut := len(state.Sentences) > 0; {
	case isApart && cut:
		if err := c.clearBlock(article, state); err != nil {
			return err
		}
		return c.recut(state, nil, state.Segmenter)
	case !isApart && !cut:
		return c.recut(state, b.Cut, b.Segmenter)
	}
	return nil
}

// recut makes other sentences of a block. Nothing may stand on those that go.
func (c *change) recut(state cuttingSnapshot, cut [][2]int, segmenter string) error {
	before, err := encode(state)
	if err != nil {
		return err
	}
	state.Sentences, state.Segmenter = append([][2]int{}, cut...), segmenter
	after, err := encode(state)
	if err != nil || after == before {
		return err
	}
	return c.save(models.EntitySegmentation, cuttingUID(state.Article, state.Block), before, after)
}

// clearBlock makes sure that nobody's work stands on the sentences of a block,
// and takes the marks off that they were read.
func (c *change) clearBlock(article models.Article, state cuttingSnapshot) error {
	live, err := liveSentences(c.tx, state.Article, state.Block)
	if err != nil {
		return err
	}
	ids := make([]int64, len(live))
	for i, s := range live {
		ids[i] = s.ID
	}
	count, err := workOn(c.tx, ids)
	if err != nil {
		return err
	}
	if count > 0 {
		return models.Errorf(models.CodeInvalid,
			"Paragraph %d of %q stays in the text, because there are labels or decisions on its sentences; take them off first.",
			state.Block+1, article.Title)
	}
	marks, err := collect(c.tx, one[string], "SELECT uid FROM readings WHERE sentence_id IN ? AND deleted_at IS NULL ORDER BY id", ids)
	if err != nil {
		return err
	}
	for _, uid := range marks {
		if err := c.bury(models.EntityReading, uid); err != nil {
			return err
		}
	}
	return nil
}

// workOn counts the live annotations and decisions on sentences.
func workOn(tx *gorm.DB, sentences []int64) (int, error) {
	count, _, err := first(tx, one[int], `SELECT (SELECT COUNT(*) FROM annotations WHERE sentence_id IN ? AND deleted_at IS NULL)
		+ (SELECT COUNT(*) FROM decisions WHERE sentence_id IN ? AND deleted_at IS NULL)`, sentences, sentences)
	if err != nil {
		return 0, fmt.Errorf("look for work: %w", err)
	}
	return count, nil
}
