package store_test

import (
	"slices"
	"testing"

	"glossator/models/store"
)

const (
	longArticle  = 5000 // sentences
	perParagraph = 5
	longHistory  = 100_000 // steps
)

// BenchmarkRepair joins two sentences at the start of an article of 5,000, each
// time undone, in paragraphs of five and in one paragraph.
func BenchmarkRepair(b *testing.B) {
	for name, blocks := range map[string][]int{
		"paragraphs": slices.Repeat([]int{perParagraph}, longArticle/perParagraph), "one paragraph": {longArticle},
	} {
		b.Run(name, func(b *testing.B) {
			r := newPaper(b, blocks...)
			s := r.sentences(b, 0)
			for i := range 40 {
				r.put(b, r.by, s[i*3], "claim", "note", nil)
			}
			for b.Loop() {
				if _, err := r.JoinSentences(b.Context(), r.by, s[0].ID); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if _, err := r.Undo(b.Context(), r.by); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkHistoryPage reads a page of 100 steps of a history of 100,000: the
// newest, and one in the middle; and what undo would do next.
func BenchmarkHistoryPage(b *testing.B) {
	r := newPaper(b, slices.Repeat([]int{perParagraph}, longArticle/perParagraph)...)
	if err := store.FillHistory(b.Context(), r.Store, r.by, r.sentences(b, 0), "claim", longHistory); err != nil {
		b.Fatal(err)
	}
	const page = 100
	for name, before := range map[string]int64{"first": 0, "middle": longHistory / 2} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				steps, err := r.Steps(b.Context(), before, page)
				if err != nil || len(steps) != page {
					b.Fatal(len(steps), err)
				}
			}
		})
	}
	b.Run("next to undo", func(b *testing.B) {
		for b.Loop() {
			if undo, _, err := r.UndoState(b.Context(), r.by); err != nil || undo == nil {
				b.Fatal(undo, err)
			}
		}
	})
}
