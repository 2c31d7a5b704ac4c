package review_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"glossator/app/review"
	"glossator/models"
)

// large is a bundle of 100 articles of 50 sentences, each of them tagged once
// and revised once.
func large() models.Bundle {
	const articles, sentences = 100, 50
	b := bundle()
	b.Articles, b.Revisions, b.Exposures = nil, nil, nil
	for a := range articles {
		var text strings.Builder
		article := models.BundleArticle{Article: models.Article{UID: fmt.Sprintf("ar-%d", a), Title: "Title", CreatedAt: int64(a), SentenceCount: sentences}}
		for s := range sentences {
			start := text.Len()
			fmt.Fprintf(&text, "Sentence %d of article %d says that 192 victims received help in May. ", s, a)
			article.Sentences = append(article.Sentences, models.Sentence{Seq: s + 1, StartOff: start, EndOff: text.Len() - 1, Text: text.String()[start : text.Len()-1]})
			for n, note := range []string{"", `,"note":"once more"`} {
				b.Revisions = append(b.Revisions, models.Event{
					UID: fmt.Sprintf("ev-%d-%d-%d", a, s, n), GroupUID: "gr-1", At: 1, ActorUID: "at-1", DeviceUID: "dv-1", Kind: models.KindDo,
					Op: models.OpCreate, Entity: models.EntityAnnotation, EntityUID: fmt.Sprintf("an-%d-%d", a, s), Version: int64(len(b.Revisions) + 1),
					After: fmt.Sprintf(`{"article":"ar-%d","start":%d,"end":%d,"annotator":"at-1","label":"statistic"%s,`+
						`"details":[{"field":"value","text":"192","num":192}]}`, a, start, text.Len()-1, note),
				})
			}
		}
		article.Text = text.String()
		sum := sha256.Sum256([]byte(article.Text))
		article.Article.TextSHA256 = hex.EncodeToString(sum[:])
		article.Blocks = []models.Block{{Kind: models.BlockParagraph, EndOff: text.Len()}}
		b.Articles = append(b.Articles, article)
	}
	return b
}

// BenchmarkPackage writes and reads a package of 5,000 sentences.
func BenchmarkPackage(b *testing.B) {
	content := large()
	data := written(b, content)
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			written(b, content)
		}
		b.ReportMetric(float64(len(data)), "file-bytes")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := review.ReadFrom(bytes.NewReader(data), int64(len(data)), "x", review.DefaultLimits()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
