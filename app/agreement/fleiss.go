package agreement

// percentAgreement is the mean over comparable units of the share of agreeing
// pairs of ratings (Fleiss 1971). Every unit weighs the same, however many
// annotators rated it.
func percentAgreement(t *tally) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}

	return t.observed(), defined
}

// fleissExpected is the agreement expected from the category shares averaged
// over units (Fleiss 1971). Units with one rating count here, as in Gwet (2014).
func fleissExpected(t *tally) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}
	used, expected := 0, 0.0
	for _, share := range t.block(sharesBlock) {
		if share > 0 {
			used++
		}
		expected += share / t.rated() * (share / t.rated())
	}
	if used == 1 {
		return 1, defined // exactly, whatever the shares of single ratings round to
	}

	return expected, defined
}

// fleissKappa is Fleiss' (1971) kappa of any number of annotators.
func fleissKappa(t *tally) (float64, Reason) {
	expected, reason := fleissExpected(t)
	if reason != defined {
		return 0, reason
	}
	if expected == 1 {
		return 0, NoVariation
	}

	return chanceCorrected(t.observed(), expected), defined
}

// scottPi is Scott's (1955) pi of two annotators: chance from the pooled
// margins of the units both rated.
func scottPi(t *tally) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}
	ratings, squares := 0.0, 0.0
	for _, count := range t.block(pairableBlock) {
		ratings += count
		squares += count * count
	}
	if squares == ratings*ratings {
		return 0, NoVariation
	}

	return chanceCorrected(t.observed(), squares/(ratings*ratings)), defined
}

// bennettS is the S of Bennett, Alpert & Goldstein (1954): every declared
// category is equally likely by chance. The same number is known as
// Brennan-Prediger (1981) and, for many annotators, as Randolph's (2005)
// free-marginal kappa.
func bennettS(t *tally) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}
	if t.declared < binaryCategories {
		return 0, NoVariation
	}

	return chanceCorrected(t.observed(), 1/float64(t.declared)), defined
}
