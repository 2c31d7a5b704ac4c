package store

import (
	"context"
	"maps"
	"slices"

	"glossator/models"
)

// Recut is how the blocks of an article are cut into sentences by other rules
// than before.
type Recut struct {
	ArticleUID string
	Segmenter  string
	Blocks     map[int][][2]int // by the number of the block: start and end of each sentence, in code points into the text
}

// BlockCut is how one block of an article is cut.
type BlockCut struct {
	Block     int
	Sentences [][2]int
	ByHand    bool // somebody has joined or split its sentences
}

// Cuts returns how the blocks of an article are cut that have sentences, in
// reading order. The error has [models.CodeNotFound] when the article is not
// there.
func (s *Store) Cuts(ctx context.Context, articleUID string) ([]BlockCut, error) {
	content, err := s.Content(ctx, articleUID)
	if err != nil {
		return nil, err
	}
	return cutsOf(content), nil
}

func cutsOf(content models.Content) []BlockCut {
	var cuts []BlockCut
	for _, sentence := range content.Sentences {
		if len(cuts) == 0 || cuts[len(cuts)-1].Block != sentence.BlockSeq {
			byHand := sentence.BlockSeq < len(content.Blocks) && content.Blocks[sentence.BlockSeq].CutByHand
			cuts = append(cuts, BlockCut{Block: sentence.BlockSeq, ByHand: byHand})
		}
		last := &cuts[len(cuts)-1]
		last.Sentences = append(last.Sentences, [2]int{sentence.StartOff, sentence.EndOff})
	}
	return cuts
}

// SegmentAgain cuts an article by other rules, as a part of the batch's step.
// What stands on the sentences goes to those that take their place, in every
// layer, see carry.go; blocks that somebody has cut by hand stay as they are.
// It returns how many blocks are cut otherwise now. The error has
// [models.CodeNotFound] when the article is not there.
func (b *Batch) SegmentAgain(ctx context.Context, by Actor, wanted Recut) (changed int, err error) {
	err = b.write(ctx, by, models.KindDo, func(c *change) error {
		changed, err = c.segmentAgain(wanted)
		return err
	})
	if err != nil {
		return 0, err
	}
	return changed, nil
}

func (c *change) segmentAgain(wanted Recut) (changed int, err error) {
	if _, err := liveArticle(c.tx, wanted.ArticleUID); err != nil {
		return 0, err
	}
	for _, block := range slices.Sorted(maps.Keys(wanted.Blocks)) {
		done, err := c.recutBlock(wanted, block)
		if err != nil {
			return 0, err
		}
		if done {
			changed++
		}
	}
	if changed == 0 {
		return 0, nil
	}
	err = update(c, models.EntityArticle, wanted.ArticleUID, func(state *articleSnapshot) error {
		state.Segmenter = wanted.Segmenter
		return nil
	})
	return changed, err
}

// recutBlock cuts one block by other rules and reports whether that made a
// difference.
func (c *change) recutBlock(wanted Recut, block int) (bool, error) {
	state, found, err := cuttingOf(c.tx, wanted.ArticleUID, block)
	if err != nil {
		return false, err
	}
	cut := wanted.Blocks[block]
	byHand := state.Segmenter == ""
	if !found || byHand || len(state.Sentences) == 0 || slices.Equal(state.Sentences, cut) {
		return false, nil
	}
	live, err := liveSentences(c.tx, state.Article, block)
	if err != nil {
		return false, err
	}
	moves := movesOf(live, cut)
	for _, move := range moves {
		if len(move.places) == 0 {
			return false, models.Errorf(models.CodeInvalid,
				"The sentences of paragraph %d leave a part of it out; it was left as it is.", block+1)
		}
	}
	if err := c.recut(state, cut, wanted.Segmenter); err != nil {
		return false, err
	}
	r := &repair{change: c, article: wanted.ArticleUID}
	for _, move := range moves {
		if len(move.old) == 0 {
			continue
		}
		if err := r.carry(move.old, move.places); err != nil {
			return false, err
		}
	}
	return true, nil
}

// move is sentences and those that take their place: nothing else shares text
// with either.
type move struct {
	old    []models.Sentence
	places [][2]int
	end    int
}

// movesOf tells which sentences of a new cut take the place of which old ones.
// Those that stay are in none.
func movesOf(live []models.Sentence, cut [][2]int) []move {
	fresh, stays := lacking(cut, placesOf(live)), make(map[[2]int]bool, len(cut))
	for _, place := range cut {
		stays[place] = true
	}
	gone := slices.DeleteFunc(slices.Clone(live), func(s models.Sentence) bool { return stays[[2]int{s.StartOff, s.EndOff}] })
	var moves []move
	at := func(start, end int) *move {
		if len(moves) == 0 || start >= moves[len(moves)-1].end {
			moves = append(moves, move{})
		}
		last := &moves[len(moves)-1]
		last.end = max(last.end, end)
		return last
	}
	for len(gone)+len(fresh) > 0 {
		if len(fresh) == 0 || len(gone) > 0 && gone[0].StartOff <= fresh[0][0] {
			m := at(gone[0].StartOff, gone[0].EndOff)
			m.old, gone = append(m.old, gone[0]), gone[1:]
			continue
		}
		m := at(fresh[0][0], fresh[0][1])
		m.places, fresh = append(m.places, fresh[0]), fresh[1:]
	}
	return moves
}
