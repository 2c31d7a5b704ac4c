package catalogue_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store/catalogue"
)

// entry makes an article whose words follow from its number.
func entry(n int64, random *rand.Rand) catalogue.Entry {
	return catalogue.Entry{
		ID: n, Published: fmt.Sprintf("20%02d-%02d", random.IntN(25), random.IntN(12)+1), Sentences: 30,
		Source: fmt.Sprintf("Source %d", random.IntN(200)), Language: []string{"ru", "kk", "en"}[random.IntN(3)],
		Key: catalogue.Fold(fmt.Sprintf("Комитет публикует выводы, часть %d\nисточник", random.IntN(1e6))),
	}
}

// Every order stays what sorting would make it, whatever comes and goes.
func TestOrdersFollowEveryChange(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	c, known := catalogue.New(), map[int64]catalogue.Entry{}
	for range 400 {
		id := int64(random.IntN(50) + 1)
		if random.IntN(3) == 0 {
			c.Remove(id)
			delete(known, id)
		} else {
			e := entry(id, random)
			c.Put(e)
			known[id] = e
		}
		for sort, less := range map[models.ArticleSort]func(a, b int64) int{
			models.SortAdded: func(a, b int64) int { return int(b - a) },
			models.SortTitle: func(a, b int64) int { return strings.Compare(known[a].Key, known[b].Key) },
			models.SortDate:  func(a, b int64) int { return strings.Compare(known[b].Published, known[a].Published) },
		} {
			ids := c.Find(catalogue.Query{Filter: models.ArticleFilter{Sort: sort}})
			if len(ids) != len(known) || c.Len() != len(known) || !slices.IsSortedFunc(ids, less) {
				t.Fatalf("order %q: %v of %d", sort, ids, len(known))
			}
		}
	}
}

func TestProgressIsAShare(t *testing.T) {
	t.Parallel()
	c := catalogue.New()
	for id, sentences := range []int{100, 10, 0, 10} {
		c.Put(catalogue.Entry{ID: int64(id + 1), Sentences: sentences})
	}
	work := &catalogue.Work{}
	work.Put(4, catalogue.Mark{Seen: 1, Finished: true})
	work.Put(1, catalogue.Mark{Seen: 60})
	work.Put(2, catalogue.Mark{Seen: 5})
	ids := c.Find(catalogue.Query{Filter: models.ArticleFilter{Sort: models.SortProgress}, Work: work})
	if !slices.Equal(ids, []int64{3, 2, 1, 4}) {
		t.Error(ids)
	}
}

func TestSetHoldsWhatWasAdded(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(9, 10))
	set, known := &catalogue.Set{}, map[int64]bool{}
	for range 1000 {
		id := int64(random.IntN(300) + 1)
		if known[id] = random.IntN(2) == 0; known[id] {
			set.Add(id)
		} else {
			set.Remove(id)
		}
		for id := range int64(400) {
			if set.Has(id) != known[id] {
				t.Fatalf("%d is in the set: %v", id, set.Has(id))
			}
		}
	}
}

func BenchmarkHundredThousand(b *testing.B) {
	const articles = 100_000
	random := rand.New(rand.NewPCG(5, 6))
	c, work, within := catalogue.New(), &catalogue.Work{}, &catalogue.Set{}
	for id := range int64(articles) {
		c.Put(entry(id+1, random))
		work.Put(id+1, catalogue.Mark{Seen: random.IntN(31)})
		within.Add(id + 1)
	}
	for name, f := range map[string]models.ArticleFilter{
		"all":      {},
		"words":    {Search: "часть 49", Sort: models.SortTitle},
		"source":   {Source: "Source 7", Sort: models.SortDate},
		"state":    {State: models.StateInProgress},
		"progress": {Sort: models.SortProgress},
		"dates":    {From: "2005-03", To: "2020", Language: "kk"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c.Find(catalogue.Query{Filter: f, Work: work, Within: within})
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/1000, "ms/filter")
		})
	}
	b.Run("edit", func(b *testing.B) {
		for b.Loop() {
			c.Put(entry(int64(random.IntN(articles)+1), random))
		}
	})
}
