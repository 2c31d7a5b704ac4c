package store

import (
	"cmp"
	"slices"
	"strings"

	"glossator/models"
	"glossator/models/store/catalogue"
)

// Constants of Okapi BM25 in their usual setting (Robertson and Zaragoza 2009,
// "The Probabilistic Relevance Framework: BM25 and Beyond"). The weight of a
// word's rarity is left out: every hit holds all words, so that it would add
// the same to each.
const (
	saturation = 1.2  // k1: how soon a further match adds nothing
	lengthBias = 0.75 // b: how much a long sentence counts less
)

// beginning is what a match counts that is only the beginning of a word.
const beginning = 0.5

// rank puts the articles with the best sentences first. The sentences of an
// article stay together, in reading order.
func rank(hits []models.SearchHit, wanted words) {
	if len(hits) == 0 {
		return
	}
	whole := map[string]bool{}
	for _, t := range wanted.all {
		for word := range strings.FieldsSeq(catalogue.Fold(t.text)) {
			whole[word] = true
		}
	}
	mean := 0.0
	for _, h := range hits {
		mean += float64(len(h.Sentence.Text)) / float64(len(hits))
	}
	best := map[int64]float64{}
	for _, h := range hits {
		best[h.Article.ID] = max(best[h.Article.ID], score(h, whole, mean))
	}
	slices.SortStableFunc(hits, func(a, b models.SearchHit) int {
		return cmp.Or(cmp.Compare(best[b.Article.ID], best[a.Article.ID]), cmp.Compare(b.Article.ID, a.Article.ID))
	})
}

func score(h models.SearchHit, whole map[string]bool, mean float64) float64 {
	text := []rune(h.Snippet)
	matches := 0.0
	for _, span := range h.Matches {
		worth := beginning
		if whole[catalogue.Fold(string(text[span.Start:span.End]))] {
			worth = 1
		}
		matches += worth
	}
	length := 1 - lengthBias + lengthBias*float64(len(h.Sentence.Text))/mean
	return matches * (saturation + 1) / (matches + saturation*length)
}
