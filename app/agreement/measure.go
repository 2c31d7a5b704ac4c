package agreement

import "slices"

// Measure is the stable name of a coefficient, used in files and on the command line.
type Measure string

// The measures that [Report] computes; [Measure.Formula] says how.
const (
	PercentAgreement   Measure = "percent_agreement"
	PositiveAgreement  Measure = "positive_agreement"
	NegativeAgreement  Measure = "negative_agreement"
	CohenKappa         Measure = "cohen_kappa"
	CohenKappaSE       Measure = "cohen_kappa_se"
	CohenKappaSENull   Measure = "cohen_kappa_se_null"
	CohenKappaCILow    Measure = "cohen_kappa_ci95_low"
	CohenKappaCIHigh   Measure = "cohen_kappa_ci95_high"
	CohenKappaExpected Measure = "cohen_kappa_expected"
	CohenKappaMax      Measure = "cohen_kappa_max"
	ScottPi            Measure = "scott_pi"
	BennettS           Measure = "bennett_s"
	RandolphKappa      Measure = "randolph_kappa"
	FleissKappa        Measure = "fleiss_kappa"
	FleissExpected     Measure = "fleiss_kappa_expected"
	GwetAC1            Measure = "gwet_ac1"
	GwetAC1SE          Measure = "gwet_ac1_se"
	GwetAC1CILow       Measure = "gwet_ac1_ci95_low"
	GwetAC1CIHigh      Measure = "gwet_ac1_ci95_high"
	AlphaNominal       Measure = "krippendorff_alpha_nominal"
	ExactSetAgreement  Measure = "exact_set_agreement"
	AlphaExactSet      Measure = "krippendorff_alpha_exact_set"
	AlphaJaccard       Measure = "krippendorff_alpha_jaccard"
	AlphaMASI          Measure = "krippendorff_alpha_masi"
)

// Alpha is the variant of Krippendorff's alpha that says most about a label, or,
// with the empty one, about whole label sets: sets that share labels agree in
// part, which the Jaccard distance tells and a nominal one does not.
func Alpha(label string) Measure {
	if label == "" {
		return AlphaJaccard
	}

	return AlphaNominal
}

// Kappa is the kappa of so many annotators: Cohen's of two, Fleiss' of more.
func Kappa(annotators int) Measure {
	const pair = 2
	if annotators > pair {
		return FleissKappa
	}

	return CohenKappa
}

// estimator computes a coefficient from sums; it can be bootstrapped.
type estimator func(*tally) (float64, Reason)

// analysis computes a number that needs the units themselves, or for which an
// interval would mean nothing.
type analysis func(*coding, *tally) (float64, Reason)

// fixed turns an estimator into a number without an interval.
func fixed(estimate estimator) analysis {
	return func(_ *coding, t *tally) (float64, Reason) { return estimate(t) }
}

// scope says which view a measure is for.
type scope int

const (
	everyView scope = iota
	wholeSet
	oneLabel
)

// definition is a row of the catalogue; it has an estimate or an analysis.
type definition struct {
	measure  Measure
	scope    scope
	pairOnly bool // for two annotators
	estimate estimator
	analysis analysis
	formula  string
}

// catalogue holds every measure in report order.
var catalogue = []definition{
	{measure: PercentAgreement, estimate: percentAgreement,
		formula: "mean over units of the share of agreeing pairs of ratings (Fleiss 1971)"},
	{measure: PositiveAgreement, scope: oneLabel, estimate: positiveAgreement,
		formula: "2a/(2a+b+c), the F1 of one annotator against the other (Cicchetti & Feinstein 1990)"},
	{measure: NegativeAgreement, scope: oneLabel, estimate: negativeAgreement,
		formula: "2d/(2d+b+c) (Cicchetti & Feinstein 1990)"},
	{measure: CohenKappa, pairOnly: true, estimate: cohenKappa,
		formula: "chance from each annotator's own margins (Cohen 1960)"},
	{measure: CohenKappaSE, pairOnly: true, analysis: cohenError,
		formula: "large-sample standard error (Fleiss, Cohen & Everitt 1969)"},
	{measure: CohenKappaSENull, pairOnly: true, analysis: cohenNullError,
		formula: "standard error if kappa were 0 (Fleiss, Cohen & Everitt 1969)"},
	{measure: CohenKappaCILow, pairOnly: true, analysis: normalLimit(-1, cohenKappa, cohenError),
		formula: "kappa - 1.96 standard errors"},
	{measure: CohenKappaCIHigh, pairOnly: true, analysis: normalLimit(+1, cohenKappa, cohenError),
		formula: "kappa + 1.96 standard errors"},
	{measure: CohenKappaExpected, pairOnly: true, analysis: fixed(cohenExpected),
		formula: "chance agreement of Cohen's kappa (Cohen 1960)"},
	{measure: CohenKappaMax, pairOnly: true, analysis: fixed(cohenMax),
		formula: "largest kappa that the margins allow (Cohen 1960)"},
	{measure: ScottPi, pairOnly: true, estimate: scottPi,
		formula: "chance from pooled margins (Scott 1955)"},
	{measure: BennettS, estimate: bennettS,
		formula: "chance = 1/declared categories (Bennett, Alpert & Goldstein 1954; Brennan & Prediger 1981)"},
	{measure: RandolphKappa, estimate: bennettS,
		formula: "free-marginal kappa, chance = 1/declared categories (Randolph 2005)"},
	{measure: FleissKappa, estimate: fleissKappa,
		formula: "chance from category shares averaged over units (Fleiss 1971)"},
	{measure: FleissExpected, analysis: fixed(fleissExpected),
		formula: "chance agreement of Fleiss' kappa (Fleiss 1971)"},
	{measure: GwetAC1, estimate: gwetAC1,
		formula: "chance = sum p(1-p)/(q-1), q declared categories (Gwet 2008)"},
	{measure: GwetAC1SE, analysis: gwetError,
		formula: "linearised standard error, infinite population (Gwet 2014)"},
	{measure: GwetAC1CILow, analysis: normalLimit(-1, gwetAC1, gwetError),
		formula: "AC1 - 1.96 standard errors"},
	{measure: GwetAC1CIHigh, analysis: normalLimit(+1, gwetAC1, gwetError),
		formula: "AC1 + 1.96 standard errors"},
	{measure: AlphaNominal, estimate: alphaNominal,
		formula: "1 - Do/De, nominal distance (Krippendorff 2011)"},
	{measure: ExactSetAgreement, scope: wholeSet, estimate: percentAgreement,
		formula: "percent agreement on whole label sets"},
	{measure: AlphaExactSet, scope: wholeSet, estimate: alphaNominal,
		formula: "nominal alpha on whole label sets (Krippendorff 2011)"},
	{measure: AlphaJaccard, scope: wholeSet, estimate: alphaJaccard,
		formula: "1 - Do/De, distance 1 - |A and B|/|A or B|, two empty sets 0 (Krippendorff 2011)"},
	{measure: AlphaMASI, scope: wholeSet, estimate: alphaMASI,
		formula: "1 - Do/De, distance 1 - J*M, M = 1, 2/3, 1/3, 0, two empty sets 0 (Passonneau 2006)"},
}

// Formula returns one line that says how the measure is computed and by which
// source, and the empty string for an unknown measure.
func (m Measure) Formula() string {
	place := slices.IndexFunc(catalogue, func(d definition) bool { return d.measure == m })
	if place < 0 {
		return ""
	}

	return catalogue[place].formula
}

// definitionsFor lists the measures of a view in report order.
func definitionsFor(whole bool, annotators int) []definition {
	excluded := wholeSet
	if whole {
		excluded = oneLabel
	}
	var list []definition
	for _, d := range catalogue {
		if d.scope != excluded && (!d.pairOnly || annotators <= 2) {
			list = append(list, d)
		}
	}

	return list
}
