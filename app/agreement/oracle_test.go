package agreement_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"glossator/app/agreement"
)

// The oracles below follow the definitions word by word, over explicit pairs of
// ratings, and share no code with the package.

// grid is a random study: a label set, or nil for a missing rating.
type grid [][][]string

var testLabels = []string{"claim", "commitment", "statistic"}

// randomGrid makes a study in which annotators agree often but not always.
func randomGrid(random *rand.Rand, units, annotators int, missing float64) grid {
	g := make(grid, units)
	for u := range g {
		truth := random.IntN(1 << len(testLabels))
		g[u] = make([][]string, annotators)
		for a := range g[u] {
			if random.Float64() < missing {
				continue
			}
			bits := truth
			if random.Float64() < 0.4 {
				bits = random.IntN(1 << len(testLabels))
			}
			g[u][a] = []string{}
			for i, label := range testLabels {
				if bits&(1<<i) != 0 {
					g[u][a] = append(g[u][a], label)
				}
			}
		}
	}

	return g
}

func (g grid) ratings() []rated {
	var list []rated
	for u, row := range g {
		for a, set := range row {
			if set != nil {
				list = append(list, rated{unit: fmt.Sprintf("u%03d", u), annotator: fmt.Sprintf("r%d", a), labels: set})
			}
		}
	}

	return list
}

func present(row [][]string) [][]string {
	return slices.DeleteFunc(slices.Clone(row), func(set []string) bool { return set == nil })
}

// oracleAlpha takes the mean distance within units and over all pairable values.
func oracleAlpha(g grid, distance func(a, b []string) float64) float64 {
	var all [][]string
	within := 0.0
	for _, row := range g {
		values := present(row)
		if len(values) < 2 {
			continue
		}
		all = append(all, values...)
		for i := range values {
			for j := range values {
				if i != j {
					within += distance(values[i], values[j]) / float64(len(values)-1)
				}
			}
		}
	}
	across := 0.0
	for i := range all {
		for j := range all {
			if i != j {
				across += distance(all[i], all[j])
			}
		}
	}
	n := float64(len(all))

	return 1 - (within/n)/(across/(n*(n-1)))
}

func nominal(a, b []string) float64 {
	if slices.Equal(a, b) {
		return 0
	}

	return 1
}

// oracleObserved is the mean over units of the share of agreeing pairs.
func oracleObserved(g grid) float64 {
	sum, units := 0.0, 0.0
	for _, row := range g {
		values := present(row)
		pairs, agreeing := 0.0, 0.0
		for i := range values {
			for j := range i {
				pairs++
				agreeing += 1 - nominal(values[i], values[j])
			}
		}
		if pairs > 0 {
			sum += agreeing / pairs
			units++
		}
	}

	return sum / units
}

// oracleShares averages the shares of the categories over units with a rating.
func oracleShares(g grid) map[string]float64 {
	shares, units := map[string]float64{}, 0.0
	for _, row := range g {
		values := present(row)
		if len(values) > 0 {
			units++
		}
		for _, set := range values {
			shares[fmt.Sprint(set)] += 1 / float64(len(values))
		}
	}
	for category := range shares {
		shares[category] /= units
	}

	return shares
}

func oracleFleiss(g grid) float64 {
	expected := 0.0
	for _, share := range oracleShares(g) {
		expected += share * share
	}

	return (oracleObserved(g) - expected) / (1 - expected)
}

func oracleAC1(g grid, categories int) float64 {
	expected := 0.0
	for _, share := range oracleShares(g) {
		expected += share * (1 - share) / float64(categories-1)
	}

	return (oracleObserved(g) - expected) / (1 - expected)
}

// oracleKappa computes kappa, or Scott's pi when the margins are pooled.
func oracleKappa(g grid, pooled bool) float64 {
	margins := [2]map[string]float64{{}, {}}
	units, agreeing := 0.0, 0.0
	for _, row := range g {
		if row[0] == nil || row[1] == nil {
			continue
		}
		units++
		agreeing += 1 - nominal(row[0], row[1])
		margins[0][fmt.Sprint(row[0])]++
		margins[1][fmt.Sprint(row[1])]++
	}
	expected := 0.0
	for _, category := range categoriesOf(margins[0], margins[1]) {
		p, q := margins[0][category]/units, margins[1][category]/units
		if pooled {
			p, q = (p+q)/2, (p+q)/2
		}
		expected += p * q
	}

	return (agreeing/units - expected) / (1 - expected)
}

func categoriesOf(margins ...map[string]float64) []string {
	var list []string
	for _, margin := range margins {
		for category := range margin {
			list = append(list, category)
		}
	}
	slices.Sort(list)

	return slices.Compact(list)
}

// narrowed keeps one label: the set {label} or the empty set.
func (g grid) narrowed(label string) grid {
	narrow := make(grid, len(g))
	for u, row := range g {
		narrow[u] = make([][]string, len(row))
		for a, set := range row {
			if set == nil {
				continue
			}
			narrow[u][a] = []string{}
			if slices.Contains(set, label) {
				narrow[u][a] = []string{label}
			}
		}
	}

	return narrow
}

// oracleF1 is the F1 score of the first annotator against the second.
func oracleF1(g grid) float64 {
	var both, first, second float64
	for _, row := range g {
		if row[0] == nil || row[1] == nil {
			continue
		}
		first += float64(len(row[0]))
		second += float64(len(row[1]))
		both += float64(min(len(row[0]), len(row[1])))
	}
	precision, recall := both/first, both/second

	return 2 * precision * recall / (precision + recall)
}

func TestMeasuresEqualTheirDefinitions(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		annotators := 2 + random.IntN(4)
		g := randomGrid(random, 30, annotators, 0.4*random.Float64())
		summary := agreement.Report(tableOf(t, g.ratings(), testLabels...), agreement.Options{SkipIntervals: true})
		declared := len(testLabels) + len(categoriesOf(oracleShares(g))) - countSingletons(g)
		checkView(t, &summary, "", g, declared)
		expect(t, &summary, agreement.AlphaJaccard, "", oracleAlpha(g, agreement.Jaccard))
		expect(t, &summary, agreement.AlphaMASI, "", oracleAlpha(g, agreement.MASI))
		for _, label := range testLabels {
			narrow := g.narrowed(label)
			checkView(t, &summary, label, narrow, 2)
			if annotators == 2 {
				expect(t, &summary, agreement.PositiveAgreement, label, oracleF1(narrow))
			}
		}
	}
}

// countSingletons counts the distinct sets of exactly one label.
func countSingletons(g grid) int {
	used := map[string]float64{}
	for _, row := range g {
		for _, set := range row {
			if len(set) == 1 {
				used[set[0]]++
			}
		}
	}

	return len(used)
}

func checkView(t *testing.T, summary *agreement.Summary, label string, g grid, categories int) {
	t.Helper()
	observed := oracleObserved(g)
	chance := 1 / float64(categories)
	expect(t, summary, agreement.PercentAgreement, label, observed)
	expect(t, summary, agreement.BennettS, label, (observed-chance)/(1-chance))
	expect(t, summary, agreement.FleissKappa, label, oracleFleiss(g))
	expect(t, summary, agreement.GwetAC1, label, oracleAC1(g, categories))
	expect(t, summary, agreement.AlphaNominal, label, oracleAlpha(g, nominal))
	if len(g[0]) == 2 {
		expect(t, summary, agreement.CohenKappa, label, oracleKappa(g, false))
		expect(t, summary, agreement.ScottPi, label, oracleKappa(g, true))
	}
}

func expect(t *testing.T, summary *agreement.Summary, measure agreement.Measure, label string, want float64) {
	t.Helper()
	got, found := summary.Find(measure, label)
	if !found || got.Value == nil {
		t.Errorf("%s of %q has no value: %+v", measure, label, got)

		return
	}
	if math.Abs(*got.Value-want) > 1e-12 {
		t.Errorf("%s of %q = %.15f, want %.15f", measure, label, *got.Value, want)
	}
}
