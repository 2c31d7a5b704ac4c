package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"glossator/models"
)

// Signature is what near-identical texts are found by. What its bytes mean is
// the business of package likeness.
type Signature struct {
	ArticleID int64
	Data      []byte
}

func scanSignature(r *row, s *Signature) error { return r.Scan(&s.ArticleID, &s.Data) }

func addSignature(tx *gorm.DB, article int64, signature []byte) error {
	if len(signature) == 0 {
		return nil
	}
	const insert = `INSERT INTO signatures(article_id, signature) VALUES(?, ?)
		ON CONFLICT(article_id) DO UPDATE SET signature = excluded.signature`
	if err := tx.Exec(insert, article, signature).Error; err != nil {
		return fmt.Errorf("write signature: %w", err)
	}
	return nil
}

// signaturesAtOnce is how many signatures one question reads.
const signaturesAtOnce = 2000

// Signatures returns the signatures of articles with a higher id than after, in
// the order of the ids, also of deleted ones: at most a few thousand, none at
// the end.
func (s *Store) Signatures(ctx context.Context, after int64) (list []Signature, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanSignature,
			"SELECT article_id, signature FROM signatures WHERE article_id > ? ORDER BY article_id LIMIT ?", after, signaturesAtOnce)
		return err
	})
	return list, err
}

// Unsigned returns up to limit articles with a higher id than after that have
// no signature, as those of a project from an earlier version have none.
func (s *Store) Unsigned(ctx context.Context, after int64, limit int) (list []models.Article, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanArticle, "SELECT "+articleColumns+` FROM articles a WHERE a.id > ? AND a.deleted_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM signatures g WHERE g.article_id = a.id) ORDER BY a.id LIMIT ?`, after, limit)
		return err
	})
	return list, err
}

// PutSignatures keeps signatures. They follow from the texts and have no
// history.
func (s *Store) PutSignatures(ctx context.Context, list []Signature) error {
	return s.write(ctx, Actor{}, models.KindDo, func(c *change) error {
		c.dirty = len(list) > 0
		for _, signature := range list {
			if err := addSignature(c.tx, signature.ArticleID, signature.Data); err != nil {
				return err
			}
		}
		return nil
	})
}

// LiveArticles returns those articles of these ids that are not deleted, in the
// order of the ids.
func (s *Store) LiveArticles(ctx context.Context, ids []int64) (list []models.Article, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanArticle,
			"SELECT "+articleColumns+" FROM articles a WHERE a.id IN ? AND a.deleted_at IS NULL ORDER BY a.id", ids)
		return err
	})
	return list, err
}

// ArticlesAt returns the articles from these addresses that are not deleted, in
// the order in which they came into the project. Addresses are compared letter
// by letter.
func (s *Store) ArticlesAt(ctx context.Context, addresses []string) (list []models.Article, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanArticle, "SELECT "+articleColumns+
			" FROM articles a WHERE a.url IN ? AND a.url <> '' AND a.deleted_at IS NULL ORDER BY a.id", addresses)
		return err
	})
	return list, err
}
