package suggest_test

import (
	"fmt"
	"testing"

	"glossator/app/suggest"
	"glossator/models"
)

// BenchmarkRefit1000 refits all three labels, with calibration, after one more
// tag: the other sentences were read before.
func BenchmarkRefit1000(b *testing.B) {
	const size = 1000
	examples := project(size, 1)
	memory := &suggest.Memory{}
	suggest.Train(suggest.Labels(), examples, memory)
	b.ReportAllocs()
	for b.Loop() {
		suggest.Train(suggest.Labels(), examples, memory)
	}
}

// BenchmarkScoreArticle60 proposes labels and details for an article of 60
// sentences that was never read before.
func BenchmarkScoreArticle60(b *testing.B) {
	model := suggest.Train(suggest.Labels(), project(1000, 1), nil)
	const sentences = 60
	turn := 0
	b.ReportAllocs()
	for b.Loop() {
		turn++
		article := suggest.Article{Language: "en", PublishedOn: "2024-06-06"}
		for i, e := range project(sentences, 2) {
			text := fmt.Sprintf("%s No %d-%d.", e.Text, turn, i)
			article.Sentences = append(article.Sentences, models.Sentence{Text: text})
		}
		suggest.Suggestions(article, model, nil)
	}
}
