package store_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode"

	"glossator/models"
	"glossator/models/store"
)

// anyCut cuts a block at some of its spaces.
func anyCut(random *rand.Rand, text []rune, block models.Block) [][2]int {
	var cut [][2]int
	start := block.StartOff
	for at := block.StartOff; at < block.EndOff; at++ {
		if unicode.IsSpace(text[at]) && at > start && random.IntN(4) == 0 {
			cut = append(cut, [2]int{start, at})
			start = at + 1
		}
	}
	return append(cut, [2]int{start, block.EndOff})
}

// TestAnyRecutIsSoundAndComesBack cuts an article at any places, with anything
// on its sentences, and takes that back.
func TestAnyRecutIsSoundAndComesBack(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 1))
		r := newPaper(t, 4, 1, 5)
		ctx := t.Context()
		_, berik := r.actor(t, "Berik")
		for _, s := range r.sentences(t, 0) {
			for _, by := range []store.Actor{r.by, berik} {
				switch random.IntN(4) {
				case 0:
					r.put(t, by, s, "claim", "note", nil)
				case 1:
					r.put(t, by, s, "statistic", "", map[string]string{"value": "7"})
				case 2:
					if err := r.SetReading(ctx, by, []int64{s.ID}, true); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		before, err := r.Content(ctx, r.articles[0].UID)
		if err != nil {
			t.Fatal(err)
		}
		wanted := store.Recut{ArticleUID: r.articles[0].UID, Segmenter: "test/2", Blocks: map[int][][2]int{}}
		for _, block := range before.Blocks {
			wanted.Blocks[block.Seq] = anyCut(random, []rune(before.Text), block)
		}
		was := r.standing(t)
		if _, err := r.NewBatch().SegmentAgain(ctx, r.by, wanted); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for block, cut := range wanted.Blocks {
			if got := r.cutsOf(t, block); !slices.Equal(got, cut) {
				t.Errorf("seed %d: block %d is cut at %v, want %v", seed, block, got, cut)
			}
		}
		r.sound(t)
		if _, err := r.Undo(ctx, r.by); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if got := r.standing(t); !slices.Equal(got, was) {
			t.Errorf("seed %d: after undo %v, want %v", seed, got, was)
		}
		r.sound(t)
	}
}

// stand is one annotation where it stands.
type stand struct {
	uid, note string
	sentence  int64
	details   int
}

func (r *room) standing(tb testing.TB) []stand {
	tb.Helper()
	list, err := r.Annotations(tb.Context(), r.articles[0].UID)
	if err != nil {
		tb.Fatal(err)
	}
	var all []stand
	for _, a := range list {
		all = append(all, stand{a.UID, a.Note, a.SentenceID, len(a.Details)})
	}
	return all
}
