package agreement

import "math"

// gwetExpected is the chance agreement of AC1: the sum of p(1-p) over the
// categories, divided by q-1, q being the number of declared categories (Gwet
// 2008). It never exceeds 1/q, so AC1 is defined even without variation.
func gwetExpected(t *tally) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}
	if t.declared < binaryCategories {
		return 0, NoVariation
	}
	sum := 0.0
	for _, share := range t.block(sharesBlock) {
		p := share / t.rated()
		sum += p * (1 - p)
	}

	return sum / float64(t.declared-1), defined
}

// gwetAC1 is Gwet's (2008) AC1. Units with one rating count for the category
// shares and not for observed agreement (Gwet 2014).
func gwetAC1(t *tally) (float64, Reason) {
	expected, reason := gwetExpected(t)
	if reason != defined {
		return 0, reason
	}

	return chanceCorrected(t.observed(), expected), defined
}

// gwetError is the linearised standard error of AC1 for an infinite population
// of units (Gwet 2014; the form of the irrCAC package). The variance
// is that of each unit's own AC1, corrected for its part in chance agreement.
func gwetError(c *coding, t *tally) (float64, Reason) {
	expected, reason := gwetExpected(t)
	if reason != defined {
		return 0, reason
	}
	rated := t.rated()
	if rated == 1 {
		return 0, OneUnit
	}
	coefficient := chanceCorrected(t.observed(), expected)
	scale := rated / t.comparable()
	shares := t.block(sharesBlock)

	squares := 0.0
	for unit := range c.units() {
		ratings := float64(c.ratings(unit))
		if ratings == 0 {
			continue
		}
		own := 0.0
		if ratings > 1 {
			own = scale * chanceCorrected(agreementWithin(c.row(unit), ratings), expected)
		}
		ownExpected := 0.0
		for _, category := range c.row(unit) {
			if category != missing {
				ownExpected += (1 - shares[category]/rated) / ratings
			}
		}
		ownExpected /= float64(t.declared - 1)
		own -= 2 * (1 - coefficient) * (ownExpected - expected) / (1 - expected)
		squares += (own - coefficient) * (own - coefficient)
	}

	return math.Sqrt(squares / (rated * (rated - 1))), defined
}

// agreementWithin is the share of agreeing pairs among the ratings of one unit.
func agreementWithin(row []int32, ratings float64) float64 {
	agreeing := 0.0
	for i, category := range row {
		for j, other := range row {
			if i != j && category != missing && category == other {
				agreeing++
			}
		}
	}

	return agreeing / (ratings * (ratings - 1))
}
