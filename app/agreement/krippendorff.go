package agreement

// alphaNominal is Krippendorff's (2004, 2011) alpha with nominal distance.
func alphaNominal(t *tally) (float64, Reason) {
	return alpha(t, t.sums[nominalAt], func(overlap) float64 { return 0 })
}

// alphaJaccard is Krippendorff's alpha on label sets with Jaccard distance.
func alphaJaccard(t *tally) (float64, Reason) {
	return alpha(t, t.sums[jaccardAt], func(o overlap) float64 { return o.jaccard })
}

// alphaMASI is Krippendorff's alpha on label sets with MASI distance (Passonneau 2006).
func alphaMASI(t *tally) (float64, Reason) {
	return alpha(t, t.sums[masiAt], func(o overlap) float64 { return o.masi })
}

// alpha is 1 - Do/De over pairable values, units with one rating left out. The
// expected disagreement starts as if all different values had distance 1 and
// gives back the similarity of those that overlap.
func alpha(t *tally, disagreement float64, similarity func(overlap) float64) (float64, Reason) {
	counts := t.block(pairableBlock)
	values, squares := 0.0, 0.0
	for _, count := range counts {
		values += count
		squares += count * count
	}
	if values == 0 {
		return 0, NoPairs
	}
	expected := values*values - squares
	if expected == 0 {
		return 0, NoVariation
	}
	for _, pair := range t.overlaps {
		expected -= 2 * counts[pair.first] * counts[pair.second] * similarity(pair)
	}

	return 1 - (values-1)*disagreement/expected, defined
}
