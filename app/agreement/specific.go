package agreement

// positiveAgreement is the probability that another annotator gives the label
// where one has given it: 2a/(2a+b+c) for two annotators (Cicchetti & Feinstein
// 1990), which is the F1 score of one against the other; over all pairs for more
// (de Vet, Dikmans & Eekhout 2017).
func positiveAgreement(t *tally) (float64, Reason) {
	return specificAgreement(t, yesMatchedAt, yesMetAt, LabelUnused)
}

// negativeAgreement is the same for not giving the label: 2d/(2d+b+c).
func negativeAgreement(t *tally) (float64, Reason) {
	return specificAgreement(t, noMatchedAt, noMetAt, LabelAlwaysUsed)
}

func specificAgreement(t *tally, matched, met int, never Reason) (float64, Reason) {
	if t.comparable() == 0 {
		return 0, NoPairs
	}
	if t.sums[met] == 0 {
		return 0, never
	}

	return t.sums[matched] / t.sums[met], defined
}
