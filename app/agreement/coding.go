package agreement

import (
	"slices"
	"strings"
)

// The two categories of a coding for one label.
const (
	no  = 0
	yes = 1

	binaryCategories = 2
)

// coding is one nominal view of a table: a category, or missing, for every unit
// and annotator. Each distinct label set is a category of the whole-set view;
// the view of one label has the categories yes and no.
type coding struct {
	*scheme

	annotators int
	cells      []int32 // unit by unit; missing where there is no rating
}

// scheme describes the categories of a coding.
type scheme struct {
	categories int       // numbers in use run from 0 to categories-1
	declared   int       // the q of Bennett's S and Gwet's AC1
	sets       [][]int   // the label set of each category; nil in the view of one label
	overlaps   []overlap // pairs of categories that are neither equal nor disjoint
}

// overlap is a pair of different label sets with labels in common. All other
// pairs of different sets have distance 1, so listing these few is enough to
// compute an expected disagreement without a matrix over all pairs.
type overlap struct {
	first, second int
	jaccard, masi float64 // similarities, 1 - distance
}

func (c *coding) units() int { return len(c.cells) / max(c.annotators, 1) }

func (c *coding) row(unit int) []int32 {
	return c.cells[unit*c.annotators : (unit+1)*c.annotators]
}

// ratings counts the annotators who rated the unit.
func (c *coding) ratings(unit int) int {
	count := 0
	for _, category := range c.row(unit) {
		if category != missing {
			count++
		}
	}

	return count
}

// comparable says whether two annotators or more rated the unit.
func (c *coding) comparable(unit int) bool { return c.ratings(unit) > 1 }

// forLabel narrows the whole-set view to one label: present or not.
func (c *coding) forLabel(label int) coding {
	present := make([]int32, len(c.sets))
	for number, set := range c.sets {
		if slices.Contains(set, label) {
			present[number] = yes
		}
	}

	view := coding{
		scheme:     &scheme{categories: binaryCategories, declared: binaryCategories},
		annotators: c.annotators,
		cells:      make([]int32, len(c.cells)),
	}
	for i, set := range c.cells {
		view.cells[i] = missing
		if set != missing {
			view.cells[i] = present[set]
		}
	}

	return view
}

// forPair keeps the ratings of two annotators.
func (c *coding) forPair(first, second int) coding {
	view := coding{scheme: c.scheme, annotators: 2, cells: make([]int32, 0, 2*c.units())}
	for unit := range c.units() {
		row := c.row(unit)
		view.cells = append(view.cells, row[first], row[second])
	}

	return view
}

// study is a table arranged for the formulas.
type study struct {
	annotators []string
	articles   []string // of each unit
	labels     []string
	views      []coding // the whole set, then one for each label
}

// newStudy arranges a table. Units are sorted by name, so that the order of
// rows in a file does not change the random draws of the bootstrap.
func newStudy(t *Table) study {
	order := make([]int, len(t.units))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(t.units[a], t.units[b]) })

	whole := coding{
		scheme: &scheme{
			categories: len(t.sets),
			declared:   t.declaredCategories(),
			sets:       t.sets,
			overlaps:   findOverlaps(t.sets),
		},
		annotators: len(t.annotators),
		cells:      make([]int32, 0, len(t.units)*len(t.annotators)),
	}
	s := study{annotators: t.annotators, labels: t.Labels()}
	for _, unit := range order {
		whole.cells = append(whole.cells, t.rows[unit]...)
		for range len(t.annotators) - len(t.rows[unit]) {
			whole.cells = append(whole.cells, missing)
		}
		s.articles = append(s.articles, t.articles[unit])
	}
	s.views = append(s.views, whole)
	for _, label := range s.labels {
		s.views = append(s.views, whole.forLabel(t.labelNumbers[label]))
	}

	return s
}

// pair narrows a study to two annotators.
func (s *study) pair(first, second int) study {
	narrow := study{
		annotators: []string{s.annotators[first], s.annotators[second]},
		articles:   s.articles,
		labels:     s.labels,
	}
	for _, view := range s.views {
		narrow.views = append(narrow.views, view.forPair(first, second))
	}

	return narrow
}

// declaredCategories is the number of categories of the whole-set view: every
// declared label alone, the empty set if declared, and every other set in use.
func (t *Table) declaredCategories() int {
	if !t.closed {
		return len(t.sets)
	}
	count := len(t.labels)
	if t.emptyDeclared {
		count++
	}
	for _, set := range t.sets {
		if len(set) > 1 || (len(set) == 0 && !t.emptyDeclared) {
			count++
		}
	}

	return count
}

func findOverlaps(sets [][]int) []overlap {
	var found []overlap
	for second := range sets {
		for first := range second {
			similarity := jaccardSimilarity(sets[first], sets[second])
			if similarity > 0 {
				found = append(found, overlap{
					first: first, second: second,
					jaccard: similarity,
					masi:    masiSimilarity(sets[first], sets[second]),
				})
			}
		}
	}

	return found
}
