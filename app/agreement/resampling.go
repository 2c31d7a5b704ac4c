package agreement

import (
	"fmt"
	"maps"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// Limits of the bootstrap. They are conventions of this package: below them an
// interval would look more certain than it is.
const (
	// MinArticles is the fewest articles with comparable sentences that are
	// resampled as articles; below, sentences are resampled.
	MinArticles = 8
	// MinUnits is the fewest comparable sentences for an interval.
	MinUnits = 20
	// MaxUndefined is the largest share of undefined draws for an interval.
	MaxUndefined = 0.05
	// DefaultDraws is the number of bootstrap draws.
	DefaultDraws = 2000
	// Level is the coverage that the intervals aim at.
	Level = 0.95
)

// What a bootstrap resamples.
const (
	ResampleArticles  = "article"
	ResampleSentences = "sentence"
)

// Resampling says how the intervals were made.
type Resampling struct {
	// Unit is [ResampleArticles], [ResampleSentences], or empty when there are no intervals.
	Unit string `json:"unit"`
	// Draws is the number of draws, 0 when there are no intervals.
	Draws int `json:"draws"`
	// Seed is the seed of the random numbers: same table, same seed, same intervals.
	Seed uint64 `json:"seed"`
	// Level is the coverage aimed at, 0.95.
	Level float64 `json:"level"`
	// Note says in words why sentences were resampled, or why there are no intervals.
	Note string `json:"note,omitempty"`
}

// plan lists what is drawn. Units of equal content form one group, so that a
// draw of 5,000 sentences becomes a weighted sum over a handful of groups.
//
// Groups without a comparable unit say nothing about agreement, and which units
// were rated twice is part of the study's design: they stay in every draw once.
type plan struct {
	groups [][]int // units that enter together
	picks  []int   // the group of every article or sentence that can be drawn
	fixed  []int   // units that are in every draw
}

// planFor chooses what to resample: articles (sentences of one article are not
// independent), or sentences where there are too few articles.
func planFor(s *study, o Options) (plan, Resampling) {
	if o.SkipIntervals {
		return plan{}, Resampling{Level: Level, Note: "intervals were not asked for"}
	}
	whole := &s.views[0]
	comparables := 0
	unplaced := false
	byArticle := make(map[string][]int)
	for unit, article := range s.articles {
		if whole.ratings(unit) == 0 {
			continue
		}
		if whole.comparable(unit) {
			comparables++
		}
		unplaced = unplaced || article == ""
		byArticle[article] = append(byArticle[article], unit)
	}

	if comparables < MinUnits {
		return plan{}, Resampling{Level: Level, Note: fmt.Sprintf(
			"no intervals: %d comparable sentences, %d are needed", comparables, MinUnits)}
	}
	how := Resampling{Draws: o.draws(), Seed: o.Seed, Level: Level}
	articles := planArticles(whole, byArticle)
	if !unplaced && len(articles.picks) >= MinArticles {
		how.Unit = ResampleArticles

		return articles, how
	}
	how.Unit = ResampleSentences
	how.Note = fmt.Sprintf("sentences were resampled: %d articles hold comparable sentences, %d are needed",
		len(articles.picks), MinArticles)
	if unplaced {
		how.Note = "sentences were resampled: not every sentence names its article"
	}

	return planSentences(whole), how
}

func planArticles(whole *coding, byArticle map[string][]int) plan {
	var p plan
	for _, article := range slices.Sorted(maps.Keys(byArticle)) {
		units := byArticle[article]
		if !slices.ContainsFunc(units, whole.comparable) {
			p.fixed = append(p.fixed, units...)

			continue
		}
		p.picks = append(p.picks, len(p.groups))
		p.groups = append(p.groups, units)
	}

	return p
}

func planSentences(whole *coding) plan {
	var p plan
	known := make(map[string]int)
	for unit := range whole.units() {
		if !whole.comparable(unit) {
			p.fixed = append(p.fixed, unit)

			continue
		}
		content := fmt.Sprint(whole.row(unit))
		group, seen := known[content]
		if !seen {
			group = len(p.groups)
			known[content] = group
			p.groups = append(p.groups, []int{unit})
		}
		p.picks = append(p.picks, group)
	}

	return p
}

// draw fills counts with how often each group is in one resample of the size of
// the original. The bounded number is the high half of a product, which is
// fixed by arithmetic and does not depend on a library's choice of algorithm.
func (p *plan) draw(source *rand.PCG, counts []float64) {
	clear(counts)
	size := uint64(len(p.picks))
	for range p.picks {
		place, _ := bits.Mul64(source.Uint64(), size)
		counts[p.picks[place]]++
	}
}
