package store

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// Shelf returns all articles without their texts, in the order in which they
// were added.
func (s *Store) Shelf(ctx context.Context) (list []models.Article, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.deleted_at IS NULL ORDER BY a.id")
		return err
	})
	return list, err
}

// ArticleUID returns the UID that an article with this text has in this
// project, whether it is there or not.
func (s *Store) ArticleUID(text string) string {
	return derivedUID(models.PrefixArticle, s.project.UID, digest([]byte(text)))
}

// AnnotationArticles returns the UIDs of the articles of those of these live
// annotations that there are, by the UID of the annotation.
func (s *Store) AnnotationArticles(ctx context.Context, uids []string) (articles map[string]string, err error) {
	articles = map[string]string{}
	err = s.read(ctx, func(tx *gorm.DB) error {
		for part := range slices.Chunk(uids, countedAtOnce) {
			list, err := collect(tx, func(r *row, item *named[string]) error { return r.Scan(&item.uid, &item.value) },
				`SELECT n.uid, a.uid FROM annotations n JOIN sentences s ON s.id = n.sentence_id JOIN articles a ON a.id = s.article_id
				WHERE n.uid IN ? AND n.deleted_at IS NULL AND a.deleted_at IS NULL AND s.retired_at IS NULL`, part)
			if err != nil {
				return err
			}
			maps.Copy(articles, byUID(list))
		}
		return nil
	})
	return articles, err
}
