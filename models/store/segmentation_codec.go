package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// cuttingSnapshot is how one block of an article is cut into sentences. The
// history of a block begins when its cutting becomes another one, with the
// segmenter's own in the state before.
type cuttingSnapshot struct {
	Article   string   `json:"article"`
	Block     int      `json:"block"`               // its number in the article, from 0
	Sentences [][2]int `json:"sentences"`           // start and end of each, in reading order; none: the block stands apart
	Segmenter string   `json:"segmenter,omitempty"` // the rules that made them; empty: somebody did, by hand
}

// cuttingUID names the cutting of a block. Two copies of a project agree on
// it, and it can be read back.
func cuttingUID(article string, block int) string {
	return partUID(models.PrefixCutting, article, block)
}

// partUID names something about a block of an article.
func partUID(prefix models.Prefix, article string, block int) string {
	return string(prefix) + strings.TrimPrefix(article, string(models.PrefixArticle)) + "-" + strconv.Itoa(block)
}

// readPartUID is the inverse of [partUID].
func readPartUID(prefix models.Prefix, uid string) (article string, block int, err error) {
	at := strings.LastIndexByte(uid, '-')
	if !prefix.Has(uid) || at < len(prefix) {
		return "", 0, fmt.Errorf("%q names no block", uid)
	}
	if block, err = strconv.Atoi(uid[at+1:]); err != nil {
		return "", 0, fmt.Errorf("%q names no block: %w", uid, err)
	}
	return string(models.PrefixArticle) + uid[len(prefix):at], block, nil
}

// blockSentences finds the live sentences of a block. The offsets of the block
// let the index find them; a block is a few of the thousands of an article.
const blockSentences = "SELECT " + sentenceColumns + ` FROM articles a JOIN blocks b ON b.article_id = a.id AND b.seq = ?
JOIN sentences s ON s.article_id = a.id AND s.start_off >= b.start_off AND s.start_off < b.end_off AND s.block_seq = b.seq
WHERE a.uid = ? AND s.retired_at IS NULL ORDER BY s.start_off`

func liveSentences(tx *gorm.DB, article string, block int) ([]models.Sentence, error) {
	return collect(tx, scanSentence, blockSentences, block, article)
}

// cuttersOf finds the rules that cut a block; empty: somebody did, by hand.
const cuttersOf = `SELECT COALESCE(b.segmenter, a.segmenter) FROM articles a
JOIN blocks b ON b.article_id = a.id AND b.seq = ? WHERE a.uid = ?`

func loadCuttings(tx *gorm.DB, uids []string) (map[string]cuttingSnapshot, error) {
	found := make(map[string]cuttingSnapshot, len(uids))
	for _, uid := range uids {
		article, block, err := readPartUID(models.PrefixCutting, uid)
		if err != nil {
			return nil, err
		}
		state, ok, err := cuttingOf(tx, article, block)
		if err != nil {
			return nil, err
		}
		if ok {
			found[uid] = state
		}
	}
	return found, nil
}

// cuttingOf returns how a block is cut now; false when there is no such block.
func cuttingOf(tx *gorm.DB, article string, block int) (cuttingSnapshot, bool, error) {
	segmenter, ok, err := first(tx, one[string], cuttersOf, block, article)
	if err != nil || !ok {
		return cuttingSnapshot{}, false, err
	}
	live, err := liveSentences(tx, article, block)
	return cuttingSnapshot{Article: article, Block: block, Sentences: placesOf(live), Segmenter: segmenter}, true, err
}

// sameCutting compares where the sentences are. Who cut them so is no reason
// to keep somebody from taking a step back.
func sameCutting(a, b string) bool {
	if a == b {
		return true
	}
	one, err := decode[cuttingSnapshot](a)
	other, wrong := decode[cuttingSnapshot](b)
	return err == nil && wrong == nil && one.Article == other.Article && one.Block == other.Block &&
		slices.Equal(one.Sentences, other.Sentences)
}

// placesOf returns where sentences start and end.
func placesOf(sentences []models.Sentence) [][2]int {
	places := make([][2]int, len(sentences))
	for i, s := range sentences {
		places[i] = [2]int{s.StartOff, s.EndOff}
	}
	return places
}

// lacking returns those places of list that others does not hold, in order.
func lacking(list, others [][2]int) [][2]int {
	known := make(map[[2]int]bool, len(others))
	for _, place := range others {
		known[place] = true
	}
	var rest [][2]int
	for _, place := range list {
		if !known[place] {
			rest = append(rest, place)
		}
	}
	return rest
}

// saveCutting makes the live sentences of a block those of the snapshot: the
// others retire, and missing ones come back to life or are made. No row is
// changed otherwise, so that what refers to one goes on doing so.
func saveCutting(tx *gorm.DB, _ string, s cuttingSnapshot, mark stamp) error {
	article, ok, err := articleByUID(tx, s.Article)
	if err == nil && !ok {
		err = models.Errorf(models.CodeNotFound, "The sentences of this repair are not in the project; look at the newest state.")
	}
	if err != nil {
		return err
	}
	live, err := liveSentences(tx, s.Article, s.Block)
	if err != nil {
		return err
	}
	old, fresh := lacking(placesOf(live), s.Sentences), lacking(s.Sentences, placesOf(live))
	for _, at := range old {
		const retire = "UPDATE sentences SET retired_at = ? WHERE article_id = ? AND start_off = ? AND end_off = ?"
		if err := tx.Exec(retire, mark.at, article.ID, at[0], at[1]).Error; err != nil {
			return fmt.Errorf("retire sentence: %w", err)
		}
	}
	for _, at := range fresh {
		if err := enliven(tx, article.ID, s.Block, at); err != nil {
			return err
		}
	}
	const sign = "UPDATE blocks SET segmenter = ? WHERE article_id = ? AND seq = ?"
	if err := tx.Exec(sign, s.Segmenter, article.ID, s.Block).Error; err != nil {
		return fmt.Errorf("note who cut: %w", err)
	}
	changed := slices.Concat(old, fresh)
	if len(changed) == 0 {
		return nil
	}
	from := slices.MinFunc(changed, func(a, b [2]int) int { return a[0] - b[0] })
	return renumber(tx, article.ID, from[0], len(fresh)-len(old))
}

// enliven brings the sentence of a place back to life, or makes it of the
// article's text.
func enliven(tx *gorm.DB, article int64, block int, at [2]int) error {
	const revive = "UPDATE sentences SET retired_at = NULL WHERE article_id = ? AND start_off = ? AND end_off = ?"
	done := tx.Exec(revive, article, at[0], at[1])
	if done.Error != nil {
		return fmt.Errorf("bring sentence back: %w", done.Error)
	}
	if done.RowsAffected > 0 {
		return nil
	}
	const insert = `INSERT INTO sentences(article_id, block_seq, seq, start_off, end_off, text)
		SELECT t.article_id, ?, 1, ?, ?, substr(t.body, ?, ?) FROM article_texts t WHERE t.article_id = ?`
	if err := tx.Exec(insert, block, at[0], at[1], at[0]+1, at[1]-at[0], article).Error; err != nil {
		return fmt.Errorf("make sentence: %w", err)
	}
	return nil
}

// numberFrom counts the live sentences from an offset on anew. Only rows whose
// number changes are written.
const numberFrom = `UPDATE sentences SET seq = n.seq FROM (
  SELECT s.id, (SELECT COUNT(*) FROM sentences p WHERE p.article_id = ? AND p.start_off < ? AND p.retired_at IS NULL)
    + ROW_NUMBER() OVER (ORDER BY s.start_off) AS seq
  FROM sentences s WHERE s.article_id = ? AND s.start_off >= ? AND s.retired_at IS NULL) n
WHERE sentences.id = n.id AND sentences.seq <> n.seq`

// renumber gives live sentences their numbers, from an offset to the end of the
// article, and moves their count by the growth.
func renumber(tx *gorm.DB, article int64, from, growth int) error {
	if err := tx.Exec(numberFrom, article, from, article, from).Error; err != nil {
		return fmt.Errorf("number sentences: %w", err)
	}
	if err := tx.Exec("UPDATE articles SET sentence_count = sentence_count + ? WHERE id = ?", growth, article).Error; err != nil {
		return fmt.Errorf("count sentences: %w", err)
	}
	return nil
}
