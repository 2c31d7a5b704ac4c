package store

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
)

func articleByUID(tx *gorm.DB, uid string) (models.Article, bool, error) {
	return first(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.uid = ?", uid)
}

// liveArticle finds an article that is not deleted.
func liveArticle(tx *gorm.DB, uid string) (models.Article, error) {
	article, ok, err := articleByUID(tx, uid)
	if err == nil && (!ok || article.DeletedAt != nil) {
		err = models.Errorf(models.CodeNotFound, "This article is not in the project; it may have been deleted.")
	}
	return article, err
}

// articleOrders are the orders of the library; the id settles ties.
var articleOrders = map[models.ArticleSort]string{
	models.SortAdded: "a.id DESC",
	models.SortTitle: "a.search_key, a.id",
	models.SortDate:  "a.published_on DESC, a.id DESC",
}

// Articles returns a page of the library and how many articles match in all.
// Counts are those of the annotator in the filter. The error has
// [models.CodeUnsupported] for an order that is not known.
func (s *Store) Articles(ctx context.Context, f models.ArticleFilter) (rows []models.ArticleRow, total int, err error) {
	order, ok := articleOrders[f.Sort]
	if !ok {
		return nil, 0, models.Errorf(models.CodeUnsupported, "The library has no order %q.", f.Sort)
	}
	err = s.read(ctx, func(tx *gorm.DB) error {
		where, args, err := articleWhere(tx, f.Search)
		if err != nil {
			return err
		}
		if total, _, err = first(tx, one[int], "SELECT COUNT(*) FROM articles a WHERE "+where, args...); err != nil || total == 0 {
			return err
		}
		limit := f.Limit
		if limit <= 0 {
			limit = total
		}
		// The page is chosen by index alone; only its own rows are read.
		list, err := collect(tx, scanArticle, "SELECT "+articleColumns+" FROM (SELECT a.id FROM articles a WHERE "+where+
			" ORDER BY "+order+" LIMIT ? OFFSET ?) page JOIN articles a ON a.id = page.id ORDER BY "+order,
			append(args, limit, f.Offset)...)
		if err != nil {
			return err
		}
		rows = make([]models.ArticleRow, len(list))
		for i, a := range list {
			rows[i].Article = a
		}
		return countRows(tx, rows, f.AnnotatorID)
	})
	return rows, total, err
}

// articleWhere matches articles whose title or source holds every word. A
// search with few hits becomes the list of their ids: one pass over an index
// then serves the count and the page.
func articleWhere(tx *gorm.DB, search string) (where string, args []any, err error) {
	const live = "a.deleted_at IS NULL"
	words := strings.Fields(strings.ToLower(search))
	if len(words) == 0 {
		return live, nil, nil
	}
	escape := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	for _, word := range words {
		args = append(args, "%"+escape.Replace(word)+"%")
	}
	where = live + strings.Repeat(` AND a.search_key LIKE ? ESCAPE '\'`, len(words))
	hits, err := collect(tx, one[int64], "SELECT a.id FROM articles a WHERE "+where+" LIMIT ?", append(slices.Clone(args), countedAtOnce+1)...)
	if err != nil || len(hits) > countedAtOnce {
		return where, args, err
	}
	if len(hits) == 0 {
		return "a.id = 0", nil, nil
	}
	return "a.id IN ?", []any{hits}, nil
}

// countedAtOnce bounds the parameters of a question about articles.
const countedAtOnce = 400

// countRows fills in what an annotator has done on each article.
func countRows(tx *gorm.DB, rows []models.ArticleRow, annotator int64) error {
	if annotator == 0 {
		return nil
	}
	for len(rows) > 0 {
		n := min(countedAtOnce, len(rows))
		if err := countPage(tx, rows[:n], annotator); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

type tally struct {
	article           int64
	annotations, read int
}

// countLive counts per article the annotations of an annotator and the
// sentences that she has tagged or read: one look at each index per sentence of
// the page.
const countLive = `SELECT t.article_id, SUM(t.n), COUNT(*) FROM (
  SELECT s.article_id, (SELECT COUNT(*) FROM annotations n WHERE n.sentence_id = s.id AND n.annotator_id = ? AND n.deleted_at IS NULL) AS n,
    (SELECT COUNT(*) FROM readings r WHERE r.sentence_id = s.id AND r.annotator_id = ? AND r.deleted_at IS NULL) AS r
  FROM sentences s WHERE s.article_id IN ? AND s.retired_at IS NULL) t
WHERE t.n > 0 OR t.r > 0 GROUP BY t.article_id`

func countPage(tx *gorm.DB, rows []models.ArticleRow, annotator int64) error {
	index := make(map[int64]int, len(rows))
	ids := make([]int64, len(rows))
	for i, r := range rows {
		index[r.ID], ids[i] = i, r.ID
	}
	counts, err := collect(tx, func(r *row, t *tally) error { return r.Scan(&t.article, &t.annotations, &t.read) },
		countLive, annotator, annotator, ids)
	if err != nil {
		return err
	}
	for _, t := range counts {
		at := index[t.article]
		rows[at].Annotations, rows[at].Read = t.annotations, t.read
	}
	finished, err := collect(tx, one[int64],
		"SELECT article_id FROM progress WHERE annotator_id = ? AND finished_at IS NOT NULL AND article_id IN ?", annotator, ids)
	for _, id := range finished {
		rows[index[id]].Finished = true
	}
	return err
}

// DeleteArticles takes articles out of the project as one step; undo brings
// them back with everything on them. The error has [models.CodeNotFound] when
// one is not there; nothing is then deleted.
func (s *Store) DeleteArticles(ctx context.Context, by Actor, uids []string) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, uid := range uids {
			if _, err := liveArticle(c.tx, uid); err != nil {
				return err
			}
			if err := c.bury(models.EntityArticle, uid); err != nil {
				return err
			}
		}
		return nil
	})
}

// EditArticle changes what is known about an article. Only title, subtitle,
// byline, author, source, address, language and date are taken over; its text
// never changes. The error has [models.CodeNotFound] when it is not there.
func (s *Store) EditArticle(ctx context.Context, by Actor, uid string, edit func(*models.Article)) (article models.Article, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		article, err = liveArticle(c.tx, uid)
		if err != nil {
			return err
		}
		edit(&article)
		err = update(c, models.EntityArticle, uid, func(state *articleSnapshot) error {
			state.Title, state.Subtitle, state.Byline, state.Author = article.Title, article.Subtitle, article.Byline, article.Author
			state.Source, state.URL, state.Language = article.Source, article.URL, article.Language
			state.PublishedOn, state.Precision = article.PublishedOn, article.Precision
			return nil
		})
		if err != nil {
			return err
		}
		article, err = liveArticle(c.tx, uid)
		return err
	})
	return article, err
}
