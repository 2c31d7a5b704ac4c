package agreement

import "math"

// normalQuantile is the 97.5 per cent point of the standard normal distribution.
const normalQuantile = 1.959963984540054

// chanceCorrected is the common form of all kappa-like coefficients.
func chanceCorrected(observed, expected float64) float64 {
	return (observed - expected) / (1 - expected)
}

// cohenExpected is the agreement expected from both annotators' own margins
// (Cohen 1960). Counts are whole numbers, so certain agreement is exactly 1.
func cohenExpected(t *tally) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}
	second := t.block(secondBlock)
	products := 0.0
	for category, count := range t.block(firstBlock) {
		products += count * second[category]
	}

	return products / (t.comparable() * t.comparable()), defined
}

// cohenChance is cohenExpected for coefficients that divide by 1 - expected.
func cohenChance(t *tally) (float64, Reason) {
	expected, reason := cohenExpected(t)
	if reason == defined && expected == 1 {
		reason = NoVariation
	}

	return expected, reason
}

// cohenKappa is Cohen's (1960) kappa of two annotators over the units both rated.
func cohenKappa(t *tally) (float64, Reason) {
	expected, reason := cohenChance(t)
	if reason != defined {
		return 0, reason
	}

	return chanceCorrected(t.observed(), expected), defined
}

// cohenMax is the largest kappa that the margins allow (Cohen 1960).
func cohenMax(t *tally) (float64, Reason) {
	expected, reason := cohenChance(t)
	if reason != defined {
		return 0, reason
	}
	second := t.block(secondBlock)
	possible := 0.0
	for category, count := range t.block(firstBlock) {
		possible += min(count, second[category])
	}

	return chanceCorrected(possible/t.comparable(), expected), defined
}

// cohenError is the large-sample standard error of kappa (Fleiss, Cohen &
// Everitt 1969). The double sum over cells is taken unit by unit.
func cohenError(c *coding, t *tally) (float64, Reason) {
	expected, reason := cohenChance(t)
	if reason != defined {
		return 0, reason
	}
	units, observed := t.comparable(), t.observed()
	first, second := t.block(firstBlock), t.block(secondBlock)

	sum := 0.0
	for unit := range c.units() {
		if !c.comparable(unit) {
			continue
		}
		i, j := c.row(unit)[0], c.row(unit)[1]
		deviation := (second[i] + first[j]) / units * (1 - observed)
		if i == j {
			deviation -= 1 - expected
		}
		sum += deviation * deviation
	}
	centre := observed*expected - 2*expected + observed
	variance := (sum/units - centre*centre) / (units * math.Pow(1-expected, 4))

	return math.Sqrt(max(variance, 0)), defined
}

// cohenNullError is the standard error of kappa when the true kappa is zero
// (Fleiss, Cohen & Everitt 1969).
func cohenNullError(_ *coding, t *tally) (float64, Reason) {
	expected, reason := cohenChance(t)
	if reason != defined {
		return 0, reason
	}
	units := t.comparable()
	second := t.block(secondBlock)
	sum := 0.0
	for category, count := range t.block(firstBlock) {
		row, column := count/units, second[category]/units
		sum += row * column * (row + column)
	}
	variance := (expected + expected*expected - sum) / units

	return math.Sqrt(max(variance, 0)) / (1 - expected), defined
}

// normalLimit makes a limit of the 95 per cent interval under the normal
// approximation; sign is -1 for the lower and +1 for the upper one.
func normalLimit(sign float64, estimate estimator, standardError analysis) analysis {
	return func(c *coding, t *tally) (float64, Reason) {
		spread, reason := standardError(c, t)
		if reason != defined {
			return 0, reason
		}
		value, reason := estimate(t)

		return value + sign*normalQuantile*spread, reason
	}
}
