package store

import (
	"context"
	"slices"
	"unicode"

	"gorm.io/gorm"

	"glossator/models"
)

// JoinSentences joins a sentence with the next one of the same paragraph, as
// one step, and returns the sentence that takes their place. What stands on the
// two goes to it, in every layer, see carry.go. The error has
// [models.CodeNotFound] when the sentence is not there and
// [models.CodeInvalid] when it is the last one of its paragraph.
func (s *Store) JoinSentences(ctx context.Context, by Actor, sentenceID int64) (joined models.Sentence, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		r, err := c.repairOf(sentenceID)
		if err != nil {
			return err
		}
		if r.at+1 == len(r.live) {
			return models.Errorf(models.CodeInvalid,
				"Sentence %d is the last of its paragraph; sentences are joined within one paragraph only.", r.sentence().Seq)
		}
		next := r.live[r.at+1]
		whole := [2]int{r.sentence().StartOff, next.EndOff}
		joined, err = r.replace([]models.Sentence{r.sentence(), next}, [][2]int{whole})
		return err
	})
	return joined, err
}

// SplitSentence cuts a sentence in two at an offset, in code points into the
// article's text, as one step, and returns the first of the two. White space at
// the cut belongs to neither. What stands on the sentence goes to the parts, in
// every layer, see carry.go. The error has [models.CodeNotFound] when the
// sentence is not there and [models.CodeInvalid] when there is no word on one
// side of the cut or the cut falls inside a letter.
func (s *Store) SplitSentence(ctx context.Context, by Actor, sentenceID int64, offset int) (part models.Sentence, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		r, err := c.repairOf(sentenceID)
		if err != nil {
			return err
		}
		parts, err := cutAt(r.sentence(), offset)
		if err != nil {
			return err
		}
		part, err = r.replace([]models.Sentence{r.sentence()}, parts)
		return err
	})
	return part, err
}

// cutAt returns the places of the two parts of a sentence, without the white
// space between them.
func cutAt(s models.Sentence, offset int) ([][2]int, error) {
	text, cut := []rune(s.Text), offset-s.StartOff
	if cut <= 0 || cut >= len(text) {
		return nil, models.Errorf(models.CodeInvalid,
			"The place of the cut is not inside sentence %d; put the caret between two words of it.", s.Seq)
	}
	if joins(text[cut-1], text[cut]) {
		return nil, models.Errorf(models.CodeInvalid,
			"The place of the cut is inside a letter of sentence %d; put the caret between two words.", s.Seq)
	}
	left, right := cut, cut
	for left > 0 && unicode.IsSpace(text[left-1]) {
		left--
	}
	for right < len(text) && unicode.IsSpace(text[right]) {
		right++
	}
	if left == 0 || right == len(text) {
		return nil, models.Errorf(models.CodeInvalid,
			"There is no word on one side of the cut; put the caret between two words of sentence %d.", s.Seq)
	}
	return [][2]int{{s.StartOff, s.StartOff + left}, {s.StartOff + right, s.EndOff}}, nil
}

// joiner is the zero width joiner, which makes one sign of its neighbours.
const joiner = '\u200d'

// joins reports whether two code points are parts of one letter or sign: a base
// and what is written on it (Unicode Standard Annex 29, rules GB9 to GB9b, as
// far as sentences need them).
func joins(before, after rune) bool {
	return unicode.Is(unicode.M, after) || after == joiner || before == joiner || unicode.Is(unicode.Variation_Selector, after)
}

// repair is a change of one block's sentences.
type repair struct {
	*change
	article string
	live    []models.Sentence // of the block, in reading order
	at      int               // the sentence that is asked for
}

// repairOf begins a repair at a live sentence.
func (c *change) repairOf(sentenceID int64) (*repair, error) {
	at, err := placeOf(c.tx, sentenceID)
	if err != nil {
		return nil, err
	}
	block, _, err := first(c.tx, one[int], "SELECT block_seq FROM sentences WHERE id = ?", sentenceID)
	if err != nil {
		return nil, err
	}
	live, err := liveSentences(c.tx, at.articleUID, block)
	if err != nil {
		return nil, err
	}
	r := &repair{change: c, article: at.articleUID, live: live}
	r.at = slices.IndexFunc(live, func(s models.Sentence) bool { return s.ID == sentenceID })
	if r.at < 0 {
		return nil, missingSentence()
	}
	return r, nil
}

func (r *repair) sentence() models.Sentence { return r.live[r.at] }

// replace puts the sentences of places into the place of old ones, carries over
// what stands on them and returns the first.
func (r *repair) replace(old []models.Sentence, places [][2]int) (models.Sentence, error) {
	block := old[0].BlockSeq
	state, _, err := cuttingOf(r.tx, r.article, block)
	if err != nil {
		return models.Sentence{}, err
	}
	before, err := encode(state)
	if err != nil {
		return models.Sentence{}, err
	}
	state.Sentences, state.Segmenter = slices.Replace(state.Sentences, r.at, r.at+len(old), places...), ""
	after, err := encode(state)
	if err != nil {
		return models.Sentence{}, err
	}
	if err := r.save(models.EntitySegmentation, cuttingUID(r.article, block), before, after); err != nil {
		return models.Sentence{}, err
	}
	if err := r.carry(old, places); err != nil {
		return models.Sentence{}, err
	}
	live, err := liveSentences(r.tx, r.article, block)
	if err != nil || len(live) <= r.at {
		return models.Sentence{}, err
	}
	return live[r.at], nil
}

// refuseStranded refuses to take a repair back when somebody has worked on its
// sentences since: what stands on them would have no place. It is asked when
// everything that the repair has moved is back.
func (c *change) refuseStranded(at span) error {
	if at.entity != models.EntitySegmentation {
		return nil
	}
	left, err := decode[cuttingSnapshot](at.after)
	if err != nil {
		return err
	}
	now, err := decode[cuttingSnapshot](at.before)
	if err != nil {
		return err
	}
	for _, place := range lacking(left.Sentences, now.Sentences) {
		busy, err := occupied(c.tx, left.Article, place)
		if err != nil {
			return err
		}
		if busy {
			return models.Errorf(models.CodeConflict,
				"Somebody has worked on a sentence that this step made; it was left as it is. Join or split sentences instead.")
		}
	}
	return nil
}

// occupied reports whether anything live stands on the sentence of a place.
func occupied(tx *gorm.DB, article string, at [2]int) (bool, error) {
	found, _, err := first(tx, one[bool], `SELECT EXISTS (SELECT 1 FROM articles a
		JOIN sentences s ON s.article_id = a.id AND s.start_off = ? AND s.end_off = ? WHERE a.uid = ? AND (
		EXISTS (SELECT 1 FROM annotations n WHERE n.sentence_id = s.id AND n.deleted_at IS NULL)
		OR EXISTS (SELECT 1 FROM readings r WHERE r.sentence_id = s.id AND r.deleted_at IS NULL)
		OR EXISTS (SELECT 1 FROM decisions d WHERE d.sentence_id = s.id AND d.deleted_at IS NULL)))`, at[0], at[1], article)
	return found, err
}
