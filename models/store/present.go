package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"glossator/models"
)

// ArticlesWithTexts returns those of these texts that are in the project, each
// with its article. Deleted articles do not count.
func (s *Store) ArticlesWithTexts(ctx context.Context, texts []string) (map[string]models.Article, error) {
	textOf := make(map[string]string, len(texts))
	uids := make([]string, len(texts))
	for i, text := range texts {
		uids[i] = s.ArticleUID(text)
		textOf[uids[i]] = text
	}
	known := map[string]models.Article{}
	err := s.read(ctx, func(tx *gorm.DB) error {
		for part := range slices.Chunk(uids, countedAtOnce) {
			list, err := collect(tx, scanArticle,
				"SELECT "+articleColumns+" FROM articles a WHERE a.uid IN ? AND a.deleted_at IS NULL", part)
			if err != nil {
				return err
			}
			for _, article := range list {
				known[textOf[article.UID]] = article
			}
		}
		return nil
	})
	return known, err
}
