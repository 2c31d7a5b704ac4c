package store

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"strconv"

	"gorm.io/gorm"

	"glossator/models"
)

// rankedRow is a sentence of the queue with its rank; the highest comes first.
type rankedRow struct {
	rank    int64
	place   models.DifferencePlace
	article string // UID
}

// ranked returns a page of the queue in another order than that of reading. It
// goes on after the place of the filter where that is a sentence with a label,
// and else begins anew.
func (s *Store) ranked(ctx context.Context, f models.DifferenceFilter) (page models.DifferencePage, err error) {
	limit := cmp.Or(f.Limit, models.DifferenceLimit)
	list, from, err := s.rank(ctx, f)
	if err != nil {
		return page, err
	}
	page.Next = f.After
	for _, r := range list {
		if from != nil && !follows(r, *from, f.Backward) {
			continue
		}
		if len(page.Rows) == limit {
			return page, nil
		}
		row, err := s.rowAt(ctx, f, r)
		if err != nil {
			return page, err
		}
		page.Rows, page.Next = append(page.Rows, row...), r.place
	}
	page.Done = true
	return page, nil
}

// rank sorts the queue, and finds the place from which to go on in it.
func (s *Store) rank(ctx context.Context, f models.DifferenceFilter) (list []rankedRow, from *rankedRow, err error) {
	whole := f
	whole.After, whole.Backward = models.DifferencePlace{}, false
	err = s.queue(ctx, whole, func(_ *gorm.DB, p *review, run []queued) (bool, error) {
		for _, c := range run {
			if len(f.States) == 0 || slices.Contains(f.States, c.row.State) {
				list = append(list, p.rankOf(c.at, f))
			}
		}
		for _, at := range p.sentences {
			if r := p.rankOf(at, f); r.place == f.After {
				from = &r
			}
		}
		return true, nil
	})
	slices.SortFunc(list, comparePlaces)
	if f.Backward {
		slices.Reverse(list)
	}
	return list, from, err
}

// comparePlaces puts the higher rank first, and equal ones into the order of
// reading.
func comparePlaces(a, b rankedRow) int {
	return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.place.Article, b.place.Article), cmp.Compare(a.place.Offset, b.place.Offset))
}

// follows reports whether a row comes after a place, or with backward before it.
func follows(r, from rankedRow, backward bool) bool {
	if backward {
		return comparePlaces(r, from) < 0
	}
	return comparePlaces(r, from) > 0
}

// rowAt reads one row of the queue; none when it is no longer in it.
func (s *Store) rowAt(ctx context.Context, f models.DifferenceFilter, r rankedRow) ([]models.Difference, error) {
	f.Order, f.Backward, f.Limit, f.ArticleUIDs = models.OrderReading, false, 1, []string{r.article}
	f.After = models.DifferencePlace{Article: r.place.Article, Offset: r.place.Offset - 1}
	page, err := s.Differences(ctx, f)
	return slices.DeleteFunc(page.Rows, func(d models.Difference) bool { return d.Place != r.place }), err
}

func (p *review) rankOf(at reviewed, f models.DifferenceFilter) rankedRow {
	r := rankedRow{place: models.DifferencePlace{Article: at.article, Offset: at.offset + 1}}
	if i := slices.IndexFunc(p.articles, func(a models.Article) bool { return a.ID == at.article }); i >= 0 {
		r.article = p.articles[i].UID
	}
	if f.Order == models.OrderRandom {
		r.rank = shuffled(r.article, at.offset)
		return r
	}
	r.rank = p.contest(at, f.Layers)
	return r
}

// shuffled is a number that looks like chance and is always the same for the
// same sentence, in every copy of the project.
func shuffled(articleUID string, offset int) int64 {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(articleUID + strconv.Itoa(offset))) // a hash takes everything
	const sign = 1                                              // bit, which stays free
	return int64(sum.Sum64() >> sign)
}

// contest says how much layers (none: all) contradict each other on a sentence:
// the sum over all pairs of the Jaccard distances of their labels, in
// thousandths (Jaccard 1912, "The distribution of the flora in the alpine zone"),
// and a little for other details and for doubts. Layers that have not finished
// the article say nothing.
func (p *review) contest(at reviewed, layers []string) int64 {
	const whole = 1000
	var sum int64
	finished := p.finishers(at.article, layers)
	for i, one := range finished {
		for _, other := range finished[i+1:] {
			a, b := at.labelsOf(one), at.labelsOf(other)
			shared := 0
			for _, label := range a {
				if slices.ContainsFunc(b, func(l models.ResultLabel) bool { return l.Label == label.Label }) {
					shared++
				}
			}
			all := len(a) + len(b) - shared
			switch {
			case all > shared:
				sum += int64(whole * (all - shared) / all)
			case compareLabels(a, b) == models.DetailsDiffer:
				sum++
			}
		}
	}
	for _, m := range at.marks {
		if m.low && (len(layers) == 0 || slices.Contains(layers, m.annotator)) {
			sum++
		}
	}
	return sum
}
