package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// checkArticles compares every text with its hash and its parts with the text.
func (i *inspector) checkArticles(ctx context.Context) error {
	var last int64
	for len(i.findings) < maxFindings {
		article, ok, err := i.nextArticle(ctx, last)
		if err != nil || !ok {
			return err
		}
		if err := i.checkArticle(ctx, article); err != nil {
			return err
		}
		last = article.ID
	}
	return nil
}

func (i *inspector) nextArticle(ctx context.Context, after int64) (article models.Article, ok bool, err error) {
	if err := ctx.Err(); err != nil {
		return article, false, i.store.explain(err)
	}
	err = i.store.read(ctx, func(tx *gorm.DB) error {
		article, ok, err = first(tx, scanArticle, "SELECT "+articleColumns+" FROM articles a WHERE a.id > ? ORDER BY a.id LIMIT 1", after)
		return err
	})
	return article, ok, err
}

func (i *inspector) checkArticle(ctx context.Context, a models.Article) error {
	return i.store.read(ctx, func(tx *gorm.DB) error {
		body, _, err := first(tx, one[string], "SELECT body FROM article_texts WHERE article_id = ?", a.ID)
		if err != nil {
			return err
		}
		if digest([]byte(body)) != a.TextSHA256 {
			i.reportf(areaTexts, "The text of %q is not the one that was imported.", a.Title)
		}
		text := []rune(body)
		sentences, err := collect(tx, scanSentence, "SELECT "+sentenceColumns+
			" FROM sentences s WHERE s.article_id = ? ORDER BY s.start_off, s.id", a.ID)
		if err != nil {
			return err
		}
		i.checkSentences(a, text, sentences)
		if err := i.checkRepairs(tx, a, sentences); err != nil {
			return err
		}
		outside, _, err := first(tx, one[int], "SELECT COUNT(*) FROM blocks WHERE article_id = ? AND end_off > ?", a.ID, len(text))
		if outside > 0 {
			i.reportf(areaOffsets, "%d paragraphs of %q lie outside its text.", outside, a.Title)
		}
		return err
	})
}

func (i *inspector) checkSentences(a models.Article, text []rune, sentences []models.Sentence) {
	live, end := 0, 0
	for _, s := range sentences {
		if s.StartOff < 0 || s.EndOff < s.StartOff || s.EndOff > len(text) || string(text[s.StartOff:s.EndOff]) != s.Text {
			i.reportf(areaOffsets, "A sentence of %q is not what the text says at %d to %d.", a.Title, s.StartOff, s.EndOff)
		}
		if s.RetiredAt != nil {
			continue
		}
		live++
		if s.Seq != live || s.StartOff < end {
			i.reportf(areaOffsets, "The sentence of %q at %d does not follow the one before it.", a.Title, s.StartOff)
		}
		end = s.EndOff
	}
	if live != a.SentenceCount {
		i.reportf(areaOffsets, "%q has %d sentences instead of %d.", a.Title, live, a.SentenceCount)
	}
}

// checkParts makes sure that annotations of part of a sentence lie inside it.
func (i *inspector) checkParts(ctx context.Context) error {
	return i.store.read(ctx, func(tx *gorm.DB) error {
		outside, _, err := first(tx, one[int], `SELECT COUNT(*) FROM annotations n JOIN sentences s ON s.id = n.sentence_id
			WHERE n.start_off IS NOT NULL AND (n.start_off < s.start_off OR n.end_off > s.end_off)`)
		if outside > 0 {
			i.reportf(areaOffsets, "%d annotations lie outside their sentences.", outside)
		}
		return err
	})
}
