package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

// This file and the index's own migration are all that knows how words are
// found; on another database it asks another index.

const (
	// rankedAtMost is how many hits are still put in order of worth; finding
	// the best of three hundred thousand takes a second.
	rankedAtMost = 200
	// opening and closing stand around a match in what the index returns. They
	// are control characters that no article holds (STX and ETX).
	opening, ending = "\x02", "\x03"
)

// hitColumns are in the order of scanHit.
const hitColumns = "highlight(sentences_fts, 0, ?, ?), " + sentenceColumns

type hit struct {
	marked   string
	sentence models.Sentence
}

func scanHit(r *row, h *hit) error {
	s := &h.sentence
	return r.Scan(&h.marked, &s.ID, &s.ArticleID, &s.BlockSeq, &s.Seq, &s.StartOff, &s.EndOff, &s.Text, &s.RetiredAt)
}

// selectHits walks the index from the newest sentence down, which costs no more
// for a common word than for a rare one.
const selectHits = "SELECT " + hitColumns + ` FROM sentences_fts JOIN sentences s ON s.id = sentences_fts.rowid
JOIN articles a ON a.id = s.article_id
WHERE sentences_fts MATCH ? AND sentences_fts.rowid < ? AND s.retired_at IS NULL AND a.deleted_at IS NULL`

const (
	countFound = "SELECT COUNT(*) FROM (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ? LIMIT ?) f"
	countLive  = `SELECT COUNT(*) FROM (SELECT rowid AS id FROM sentences_fts WHERE sentences_fts MATCH ? LIMIT ?) f
JOIN sentences s ON s.id = f.id JOIN articles a ON a.id = s.article_id WHERE s.retired_at IS NULL AND a.deleted_at IS NULL`
)

// rebuildWords fills the index of words from the sentences.
const rebuildWords = "INSERT INTO sentences_fts(sentences_fts) VALUES('rebuild')"

// newest stands for "before nothing".
const newest = int64(1) << 62

// Search finds sentences by their words, see [models.Search]. What is deleted
// does not show up. Words without any letter or digit, and none at all, find
// nothing. Each call takes a few milliseconds, whatever it asks for; a caller
// that has lost interest need not wait for it.
func (s *Store) Search(ctx context.Context, ask models.Search) (page models.SearchPage, err error) {
	wanted := parseWords(ask.Words)
	if len(wanted.all) == 0 {
		return page, nil
	}
	match := wanted.expression()
	err = s.read(ctx, func(tx *gorm.DB) error {
		indexed, _, err := first(tx, one[int], countFound, match, models.SearchCountCap+1)
		if err != nil {
			return err
		}
		var hits []hit
		if page.Ranked = indexed <= rankedAtMost; page.Ranked {
			hits, err = findHits(tx, match, newest, rankedAtMost)
			page.Count = len(hits)
		} else {
			hits, err = findSome(tx, match, ask, indexed, &page)
		}
		if err != nil {
			return err
		}
		page.Hits, err = described(tx, hits)
		return err
	})
	if page.Ranked {
		rank(page.Hits, wanted)
	}
	return page, err
}

// findSome returns a page of more hits than are put in order, and counts them
// up to the cap.
func findSome(tx *gorm.DB, match string, ask models.Search, indexed int, page *models.SearchPage) (hits []hit, err error) {
	page.Count, page.Capped = models.SearchCountCap, indexed > models.SearchCountCap
	if !page.Capped {
		if page.Count, _, err = first(tx, one[int], countLive, match, indexed); err != nil {
			return nil, err
		}
	}
	hits, page.Next, err = findPage(tx, match, ask)
	return hits, err
}

func findHits(tx *gorm.DB, match string, before int64, limit int) ([]hit, error) {
	return collect(tx, scanHit, selectHits+" ORDER BY sentences_fts.rowid DESC LIMIT ?", opening, ending, match, before, limit)
}

// findPage returns one page of many hits and where the next one starts. A page
// ends with an article, unless that one has very many hits itself.
func findPage(tx *gorm.DB, match string, ask models.Search) (hits []hit, next int64, err error) {
	before, limit := cmp.Or(ask.Before, newest), cmp.Or(ask.Limit, models.SearchLimit)
	if hits, err = findHits(tx, match, before, limit); err != nil || len(hits) < limit {
		return hits, 0, err
	}
	last := hits[len(hits)-1].sentence
	rest, err := collect(tx, scanHit, selectHits+
		" AND sentences_fts.rowid >= (SELECT MIN(f.id) FROM sentences f WHERE f.article_id = ?) AND s.article_id = ?"+
		" ORDER BY sentences_fts.rowid DESC LIMIT ?", opening, ending, match, last.ID, last.ArticleID, last.ArticleID, rankedAtMost)
	hits = append(hits, rest...)
	return hits, hits[len(hits)-1].sentence.ID, err
}

// described adds the articles, and turns the marks of the index into places.
// The hits of an article stand in reading order.
func described(tx *gorm.DB, hits []hit) ([]models.SearchHit, error) {
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.sentence.ArticleID, a.sentence.ArticleID), cmp.Compare(a.sentence.StartOff, b.sentence.StartOff))
	})
	articles := map[int64]models.Article{}
	var ids []int64
	for _, h := range hits {
		if id := h.sentence.ArticleID; len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
	}
	for part := range slices.Chunk(ids, countedAtOnce) {
		list, err := collect(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.id IN ?", part)
		if err != nil {
			return nil, err
		}
		for _, a := range list {
			articles[a.ID] = a
		}
	}
	found := make([]models.SearchHit, len(hits))
	for i, h := range hits {
		snippet, matches := snippetOf(h.sentence.Text, h.marked)
		found[i] = models.SearchHit{Article: articles[h.sentence.ArticleID], Sentence: h.sentence, Snippet: snippet, Matches: matches}
	}
	return found, nil
}

// matchesIn reads the marks of the index: the places of the matches in code
// points. Should the text hold such marks itself, it has no places.
func matchesIn(text, marked string) []models.Span {
	if strings.ReplaceAll(strings.ReplaceAll(marked, opening, ""), ending, "") != text {
		return nil
	}
	var spans []models.Span
	at := 0
	for _, r := range marked {
		switch string(r) {
		case opening:
			spans = append(spans, models.Span{Start: at, End: at})
		case ending:
			if len(spans) > 0 {
				spans[len(spans)-1].End = at
			}
		default:
			at++
		}
	}
	return spans
}
