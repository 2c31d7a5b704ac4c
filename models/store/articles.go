package store

import (
	"context"
	"slices"

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

// Articles returns a page of the library and how many articles match in all.
// Counts and state are those of the annotator in the filter. The error has
// [models.CodeUnsupported] for an order that is not known.
func (s *Store) Articles(ctx context.Context, f models.ArticleFilter) (rows []models.ArticleRow, total int, err error) {
	ids, err := s.find(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	total = len(ids)
	ids = ids[min(max(f.Offset, 0), total):]
	if f.Limit > 0 {
		ids = ids[:min(f.Limit, len(ids))]
	}
	rows = make([]models.ArticleRow, 0, len(ids))
	err = s.read(ctx, func(tx *gorm.DB) error {
		for part := range slices.Chunk(ids, countedAtOnce) {
			list, err := articleRows(tx, part, f.AnnotatorID)
			if err != nil {
				return err
			}
			rows = append(rows, list...)
		}
		return nil
	})
	return rows, total, err
}

// ArticleIndex returns where an article stands in the list of a filter, from
// 0; -1 when the filter leaves it out. Offset and limit are not regarded.
func (s *Store) ArticleIndex(ctx context.Context, f models.ArticleFilter, uid string) (int, error) {
	ids, err := s.find(ctx, f)
	if err != nil {
		return -1, err
	}
	index := -1
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, ok, err := articleByUID(tx, uid)
		if ok {
			index = slices.Index(ids, article.ID)
		}
		return err
	})
	return index, err
}

// ArticleUIDs returns the UIDs of the articles that a filter lets through, in
// its order and within its offset and limit.
func (s *Store) ArticleUIDs(ctx context.Context, f models.ArticleFilter) (uids []string, err error) {
	ids, err := s.find(ctx, f)
	if err != nil {
		return nil, err
	}
	ids = ids[min(max(f.Offset, 0), len(ids)):]
	if f.Limit > 0 {
		ids = ids[:min(f.Limit, len(ids))]
	}
	for part := range slices.Chunk(ids, countedAtOnce) {
		err := s.read(ctx, func(tx *gorm.DB) error {
			list, err := collect(tx, scanNumbered, "SELECT a.id, a.uid FROM articles a WHERE a.id IN ?", part)
			known := make(map[int64]string, len(list))
			for _, item := range list {
				known[item.id] = item.uid
			}
			for _, id := range part {
				uids = append(uids, known[id])
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return uids, nil
}

// Facets returns the values that the library can be filtered by.
func (s *Store) Facets(ctx context.Context) (models.Facets, error) {
	s.library.mu.Lock()
	defer s.library.mu.Unlock()
	if err := s.catchUp(ctx); err != nil {
		return models.Facets{}, err
	}
	return s.library.articles.Facets(), nil
}

type numbered struct {
	id  int64
	uid string
}

func scanNumbered(r *row, n *numbered) error { return r.Scan(&n.id, &n.uid) }

// countedAtOnce bounds the parameters of a question about articles.
const countedAtOnce = 400

// articleRows returns articles in the order of their ids, with what an
// annotator has done on them.
func articleRows(tx *gorm.DB, ids []int64, annotator int64) ([]models.ArticleRow, error) {
	list, err := collect(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.id IN ?", ids)
	if err != nil {
		return nil, err
	}
	known := make(map[int64]models.Article, len(list))
	for _, a := range list {
		known[a.ID] = a
	}
	rows := make([]models.ArticleRow, 0, len(ids))
	for _, id := range ids {
		if article, ok := known[id]; ok {
			rows = append(rows, models.ArticleRow{Article: article})
		}
	}
	return rows, countPage(tx, rows, annotator)
}

type tally struct {
	article int64
	count   int
}

func scanTally(r *row, t *tally) error { return r.Scan(&t.article, &t.count) }

// The counts of a page of the library, each by one look at a key.
const (
	countAnnotations = `SELECT t.article_id, SUM(t.annotations) FROM tallies t
WHERE t.label_id IN (SELECT l.id FROM labels l) AND t.annotator_id = ? AND t.article_id IN ? GROUP BY t.article_id`
	countSeen     = "SELECT c.article_id, c.seen FROM coverage c WHERE c.annotator_id = ? AND c.article_id IN ?"
	countFinished = `SELECT g.article_id, 1 FROM progress g
WHERE g.annotator_id = ? AND g.article_id IN ? AND g.finished_at IS NOT NULL`
)

// countPage fills in what an annotator has done on each article.
func countPage(tx *gorm.DB, rows []models.ArticleRow, annotator int64) error {
	if annotator == 0 || len(rows) == 0 {
		return nil
	}
	index := make(map[int64]int, len(rows))
	ids := make([]int64, len(rows))
	for i, r := range rows {
		index[r.ID], ids[i] = i, r.ID
	}
	for _, part := range []struct {
		question string
		set      func(r *models.ArticleRow, count int)
	}{
		{countAnnotations, func(r *models.ArticleRow, count int) { r.Annotations = count }},
		{countSeen, func(r *models.ArticleRow, count int) { r.Read = count }},
		{countFinished, func(r *models.ArticleRow, _ int) { r.Finished = true }},
	} {
		tallies, err := collect(tx, scanTally, part.question, annotator, ids)
		if err != nil {
			return err
		}
		for _, t := range tallies {
			part.set(&rows[index[t.article]], t.count)
		}
	}
	return nil
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
// byline, author, source, address, language, date and topics are taken over;
// its text never changes. The error has [models.CodeNotFound] when it is not
// there.
func (s *Store) EditArticle(ctx context.Context, by Actor, uid string, edit func(*models.Article)) (article models.Article, err error) {
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		if err := c.editArticle(uid, edit); err != nil {
			return err
		}
		article, err = liveArticle(c.tx, uid)
		return err
	})
	return article, err
}

// EditArticles changes what is known about several articles as one step, as
// [Store.EditArticle] does; when one is not there, none is changed.
func (s *Store) EditArticles(ctx context.Context, by Actor, uids []string, edit func(*models.Article)) error {
	return s.write(ctx, by, models.KindDo, func(c *change) error {
		for _, uid := range uids {
			if err := c.editArticle(uid, edit); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *change) editArticle(uid string, edit func(*models.Article)) error {
	article, err := liveArticle(c.tx, uid)
	if err != nil {
		return err
	}
	edit(&article)
	return update(c, models.EntityArticle, uid, func(state *articleSnapshot) error {
		state.Title, state.Subtitle, state.Byline, state.Author = article.Title, article.Subtitle, article.Byline, article.Author
		state.Source, state.URL, state.Language = article.Source, article.URL, article.Language
		state.PublishedOn, state.Precision, state.Topics = article.PublishedOn, article.Precision, article.Topics
		return nil
	})
}
