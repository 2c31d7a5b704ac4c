package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
)

// benchSentencesMerged is the size of the budgets: a package of 5,000 sentences
// within 3 seconds, the next open difference within 100 ms.
const (
	benchArticlesMerged  = 100
	benchSentencesMerged = 50
)

// BenchmarkMerge merges a layer with a label on each of 5,000 sentences: into a
// copy that has the articles, and into an empty project.
func BenchmarkMerge(b *testing.B) {
	own, other := colleagues(b, benchArticlesMerged, benchSentencesMerged)
	sample := readFile(b, own)
	bundle, err := bundleOf(b.Context(), other)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("layer", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			path := filepath.Join(b.TempDir(), "p.glossator")
			writeFile(b, path, sample)
			s, err := store.Open(path, options())
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			mergeInto(b, s, bundle)
		}
	})
	b.Run("everything", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s, err := store.Create(filepath.Join(b.TempDir(), "p.glossator"), "Empty", options())
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			mergeInto(b, s, bundle)
		}
	})
	b.Run("bundle", func(b *testing.B) {
		for b.Loop() {
			if _, err := bundleOf(b.Context(), other); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func mergeInto(b *testing.B, s *store.Store, bundle models.Bundle) {
	b.Helper()
	report, err := s.Merge(b.Context(), store.Actor{}, bundle, models.MergeOptions{SamePerson: same(bundle)})
	if err != nil || report.Added != benchArticlesMerged*benchSentencesMerged {
		b.Fatalf("%d added, %v", report.Added, err)
	}
	b.StopTimer()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	b.StartTimer()
}

// same says that everybody of a bundle is nobody here.
func same(bundle models.Bundle) map[string]string {
	answers := make(map[string]string)
	for _, a := range bundle.Annotators {
		answers[a.UID] = a.UID
	}
	return answers
}

// BenchmarkNextDifference looks for the last open difference of 5,000
// sentences from the first one on, and sums the queue up.
func BenchmarkNextDifference(b *testing.B) {
	own, other := colleagues(b, benchArticlesMerged, benchSentencesMerged)
	bundle, err := bundleOf(b.Context(), other)
	if err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(own, options())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	twoLayers(b, s, bundle)
	for name, filter := range map[string]models.DifferenceFilter{
		"next": {Limit: 1, States: []models.ReviewState{models.ReviewOpen}},
		"last": {Limit: 1, States: []models.ReviewState{models.ReviewStale}}, // there is none: all is looked at
	} {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				if _, err := s.Differences(b.Context(), filter); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			percentiles(b, times, "difference")
		})
	}
	b.Run("counts", func(b *testing.B) {
		for b.Loop() {
			if counts, err := s.DifferenceCounts(b.Context(), models.DifferenceFilter{}); err != nil || counts.Total == 0 {
				b.Fatal(counts, err)
			}
		}
	})
}

// twoLayers merges a layer, and gives every other sentence another label in the
// own one.
func twoLayers(b *testing.B, s *store.Store, bundle models.Bundle) {
	b.Helper()
	ctx := b.Context()
	if _, err := s.Merge(ctx, store.Actor{}, bundle, models.MergeOptions{}); err != nil {
		b.Fatal(err)
	}
	r := &room{Store: s}
	_, by := r.actor(b, "Asel")
	rows, _, err := s.Articles(ctx, models.ArticleFilter{})
	if err != nil {
		b.Fatal(err)
	}
	for _, row := range rows {
		r.articles = []models.Article{row.Article}
		sentences := r.sentences(b, 0)
		for label, half := range map[string][]models.Sentence{"claim": sentences[:len(sentences)/2], "statistic": sentences[len(sentences)/2:]} {
			if err := store.FillHistory(ctx, s, by, half, label, len(half)); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.SetFinished(ctx, by, row.UID, true); err != nil {
			b.Fatal(err)
		}
	}
}
