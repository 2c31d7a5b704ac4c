package agreement

import (
	"cmp"
	"slices"
)

// Weights of MASI's monotonicity term (Passonneau 2006): one set contains the
// other; the sets overlap, neither contains the other.
const (
	weightSubset  = 2.0 / 3.0
	weightOverlap = 1.0 / 3.0
)

// Jaccard returns the Jaccard distance of two label sets, 1 - |A∩B| / |A∪B|,
// between 0 (identical) and 1 (nothing in common). Two empty sets have
// distance 0. Order and repetition of labels do not matter.
func Jaccard(a, b []string) float64 {
	return 1 - jaccardSimilarity(setOf(a), setOf(b))
}

// MASI returns Passonneau's (2006) distance of two label sets, 1 - J·M, where J
// is the Jaccard similarity and M is 1 for identical sets, 2/3 when one contains
// the other, 1/3 when they overlap otherwise and 0 when they are disjoint. Two
// empty sets have distance 0. Other programs use other functions under this
// name (rounded weights, or weights on the distance), so name the formula when
// you quote the number.
func MASI(a, b []string) float64 {
	return 1 - masiSimilarity(setOf(a), setOf(b))
}

// setOf returns the elements sorted and without repetition.
func setOf[T cmp.Ordered](elements []T) []T {
	set := slices.Clone(elements)
	slices.Sort(set)

	return slices.Compact(set)
}

// jaccardSimilarity is |A∩B| / |A∪B| of two sorted sets.
func jaccardSimilarity[T cmp.Ordered](a, b []T) float64 {
	shared := countShared(a, b)
	union := len(a) + len(b) - shared
	if union == 0 {
		return 1
	}

	return float64(shared) / float64(union)
}

// masiSimilarity is J·M of two sorted sets; see MASI.
func masiSimilarity[T cmp.Ordered](a, b []T) float64 {
	shared := countShared(a, b)
	similarity := jaccardSimilarity(a, b)

	switch {
	case shared == len(a) && shared == len(b):
		return similarity
	case shared == min(len(a), len(b)):
		return similarity * weightSubset
	default:
		return similarity * weightOverlap
	}
}

// countShared merges two sorted sets and counts the elements in both.
func countShared[T cmp.Ordered](a, b []T) int {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch order := cmp.Compare(a[i], b[j]); {
		case order < 0:
			i++
		case order > 0:
			j++
		default:
			shared++
			i++
			j++
		}
	}

	return shared
}
