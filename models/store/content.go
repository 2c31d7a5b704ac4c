package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"

	"gorm.io/gorm"

	"glossator/models"
)

func scanBlock(r *row, b *models.Block) error {
	return r.Scan(&b.ID, &b.ArticleID, &b.Seq, &b.Kind, &b.Boilerplate, &b.StartOff, &b.EndOff, &b.CutByHand)
}

const sentenceColumns = "s.id, s.article_id, s.block_seq, s.seq, s.start_off, s.end_off, s.text, s.retired_at"

func scanSentence(r *row, s *models.Sentence) error {
	return r.Scan(&s.ID, &s.ArticleID, &s.BlockSeq, &s.Seq, &s.StartOff, &s.EndOff, &s.Text, &s.RetiredAt)
}

// Content returns an article as it is read: its text, blocks and live
// sentences in reading order. The error has [models.CodeNotFound] when it is
// not there.
func (s *Store) Content(ctx context.Context, articleUID string) (content models.Content, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		if content.Article, err = liveArticle(tx, articleUID); err != nil {
			return err
		}
		id := content.Article.ID
		if content.Text, _, err = first(tx, one[string], "SELECT body FROM article_texts WHERE article_id = ?", id); err != nil {
			return err
		}
		content.Blocks, err = collect(tx, scanBlock,
			`SELECT id, article_id, seq, kind, boilerplate, start_off, end_off, COALESCE(segmenter = '', 0)
			FROM blocks WHERE article_id = ? ORDER BY seq`, id)
		if err != nil {
			return err
		}
		content.Sentences, err = collect(tx, scanSentence, "SELECT "+sentenceColumns+
			" FROM sentences s WHERE s.article_id = ? AND s.retired_at IS NULL ORDER BY s.start_off", id)
		return err
	})
	return content, err
}

// Original returns the imported file byte for byte, uncompressed. The error
// has [models.CodeNotFound] when none was kept and [models.CodeDamaged] when
// its bytes are no longer what they were.
func (s *Store) Original(ctx context.Context, articleUID string) (original models.Original, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		article, err := liveArticle(tx, articleUID)
		if err != nil {
			return err
		}
		var list []models.Original
		if err := tx.Where("article_id = ?", article.ID).Limit(1).Find(&list).Error; err != nil {
			return fmt.Errorf("read original: %w", err)
		}
		if len(list) == 0 {
			return models.Errorf(models.CodeNotFound, "No original is kept of %q; it was added as text.", article.Title)
		}
		original, err = unpack(list[0], article.Title)
		return err
	})
	return original, err
}

// unpack uncompresses an original and compares it with its hash.
func unpack(o models.Original, title string) (models.Original, error) {
	if o.Compression == gzipped {
		data, err := decompress(o.Data, o.Size)
		if err != nil {
			return o, damagedOriginal(title).Because(err)
		}
		o.Data, o.Compression = data, ""
	}
	if digest(o.Data) != o.SHA256 {
		return o, damagedOriginal(title)
	}
	return o, nil
}

func damagedOriginal(title string) *models.Error {
	return models.Errorf(models.CodeDamaged, "The original of %q is damaged; its text and annotations are not touched by that.", title)
}

// decompress reads no more than the size that was noted at import.
func decompress(packed []byte, size int64) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(r, size+1))
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	return data, nil
}
