package agreement_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"glossator/app/agreement"
)

// randomStudies calls the check with many random studies.
func randomStudies(t *testing.T, check func(random *rand.Rand, g grid)) {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 4))
	for range 30 {
		check(random, randomGrid(random, 5+random.IntN(30), 2+random.IntN(3), 0.3*random.Float64()))
	}
}

func valuesOf(t *testing.T, ratings []rated) agreement.Summary {
	t.Helper()

	return agreement.Report(tableOf(t, ratings), agreement.Options{SkipIntervals: true})
}

// checkSame compares two summaries up to rounding; rename maps labels of the first to the second.
func checkSame(t *testing.T, got, want *agreement.Summary, rename func(string) string) {
	t.Helper()
	if len(got.Results) != len(want.Results) {
		t.Fatalf("%d results, want %d", len(got.Results), len(want.Results))
	}
	for _, result := range want.Results {
		other, found := got.Find(result.Measure, rename(result.Label))
		if !found || other.Reason != result.Reason {
			t.Errorf("%s of %q: got %+v, want %+v", result.Measure, result.Label, other, result)

			continue
		}
		if result.Value != nil && math.Abs(*other.Value-*result.Value) > 1e-12 {
			t.Errorf("%s of %q: got %v, want %v", result.Measure, result.Label, *other.Value, *result.Value)
		}
	}
}

func unchanged(label string) string { return label }

func TestAnnotatorsAreInterchangeable(t *testing.T) {
	t.Parallel()
	randomStudies(t, func(_ *rand.Rand, g grid) {
		before := valuesOf(t, g.ratings())
		for _, row := range g {
			slices.Reverse(row)
		}
		after := valuesOf(t, g.ratings())
		checkSame(t, &after, &before, unchanged)
	})
}

func TestUnitsAreInterchangeable(t *testing.T) {
	t.Parallel()
	randomStudies(t, func(random *rand.Rand, g grid) {
		before := valuesOf(t, g.ratings())
		random.Shuffle(len(g), func(i, j int) { g[i], g[j] = g[j], g[i] })
		after := valuesOf(t, g.ratings())
		checkSame(t, &after, &before, unchanged)
	})
}

func TestNamesOfLabelsDoNotMatter(t *testing.T) {
	t.Parallel()
	rename := func(label string) string {
		if label == "" {
			return ""
		}

		return fmt.Sprintf("%d-%s", len(label), strings.ToUpper(label))
	}
	randomStudies(t, func(_ *rand.Rand, g grid) {
		ratings := g.ratings()
		before := valuesOf(t, ratings)
		for i := range ratings {
			renamed := make([]string, 0, len(ratings[i].labels))
			for _, label := range ratings[i].labels {
				renamed = append(renamed, rename(label))
			}
			ratings[i].labels = renamed
		}
		after := valuesOf(t, ratings)
		checkSame(t, &after, &before, rename)
	})
}

func TestAnAnnotatorAgreesWithHerself(t *testing.T) {
	t.Parallel()
	perfect := []agreement.Measure{
		agreement.PercentAgreement, agreement.PositiveAgreement, agreement.NegativeAgreement,
		agreement.CohenKappa, agreement.ScottPi, agreement.BennettS, agreement.RandolphKappa,
		agreement.FleissKappa, agreement.GwetAC1, agreement.AlphaNominal, agreement.ExactSetAgreement,
		agreement.AlphaExactSet, agreement.AlphaJaccard, agreement.AlphaMASI,
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		g := randomGrid(random, 25, 1, 0.1)
		for u := range g {
			g[u] = append(g[u], g[u][0])
		}
		summary := valuesOf(t, g.ratings())
		for _, result := range summary.Results {
			if result.Value != nil && slices.Contains(perfect, result.Measure) && math.Abs(*result.Value-1) > 1e-12 {
				t.Errorf("%s of %q = %v, want 1", result.Measure, result.Label, *result.Value)
			}
		}
	}
}

// TestBounds checks ranges, the order of the limits, and that status, value and
// reason never contradict each other.
func TestBounds(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 8))
	for range 25 {
		g := randomGrid(random, random.IntN(40), 1+random.IntN(4), random.Float64())
		summary := agreement.Report(tableOf(t, g.ratings()), agreement.Options{Draws: 50})
		all := slices.Clone(summary.Results)
		for _, pair := range summary.Pairs {
			all = append(all, pair.Results...)
		}
		for _, result := range all {
			checkConsistent(t, result)
		}
		if _, err := json.Marshal(summary); err != nil {
			t.Errorf("the summary does not become JSON: %v", err)
		}
	}
}

func checkConsistent(t *testing.T, r agreement.Result) {
	t.Helper()
	if (r.Value != nil) != (r.Status == "defined") || (r.Value == nil) != (r.Reason != "") {
		t.Errorf("contradictory result %+v", r)
	}
	if r.Value == nil {
		if r.Low != nil || r.High != nil {
			t.Errorf("an undefined value has an interval: %+v", r)
		}

		return
	}
	name := string(r.Measure)
	isError := strings.HasSuffix(name, "_se") || strings.HasSuffix(name, "_se_null")
	limited := !isError && !strings.Contains(name, "_ci95_")
	if math.IsNaN(*r.Value) || math.IsInf(*r.Value, 0) || (limited && *r.Value > 1+1e-12) {
		t.Errorf("%s of %q = %v", r.Measure, r.Label, *r.Value)
	}
	if (strings.HasSuffix(name, "_agreement") || isError) && *r.Value < 0 {
		t.Errorf("%s of %q = %v is negative", r.Measure, r.Label, *r.Value)
	}
	if (r.Low == nil) != (r.High == nil) || (r.Low != nil && *r.Low > *r.High) {
		t.Errorf("%s of %q has crossed limits", r.Measure, r.Label)
	}
}

func TestTwoAnnotatorsWithoutMissingRatings(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(9, 10))
	for range 20 {
		summary := valuesOf(t, randomGrid(random, 40, 2, 0).ratings())
		fleiss, _ := summary.Find(agreement.FleissKappa, "")
		expect(t, &summary, agreement.ScottPi, "", *fleiss.Value)
	}
}

func TestFileOrderLeavesIntervalsAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(11, 12))
	ratings := randomGrid(random, 60, 2, 0.1).ratings()
	before := agreement.Report(tableOf(t, ratings, testLabels...), agreement.Options{Draws: 200})
	random.Shuffle(len(ratings), func(i, j int) { ratings[i], ratings[j] = ratings[j], ratings[i] })
	after := agreement.Report(tableOf(t, ratings, testLabels...), agreement.Options{Draws: 200})
	for _, want := range before.Results {
		got, _ := after.Find(want.Measure, want.Label)
		if want.Low != nil && (math.Abs(*got.Low-*want.Low) > 1e-12 || math.Abs(*got.High-*want.High) > 1e-12) {
			t.Errorf("%s of %q: interval %v to %v, want %v to %v",
				want.Measure, want.Label, *got.Low, *got.High, *want.Low, *want.High)
		}
	}
}

func TestSameSeedSameIntervals(t *testing.T) {
	t.Parallel()
	ratings := randomGrid(rand.New(rand.NewPCG(13, 14)), 60, 3, 0.2).ratings()
	first := agreement.Report(tableOf(t, ratings), agreement.Options{Seed: 7})
	again := agreement.Report(tableOf(t, ratings), agreement.Options{Seed: 7})
	if !reflect.DeepEqual(first, again) {
		t.Error("the same table and seed give different summaries")
	}
	other := agreement.Report(tableOf(t, ratings), agreement.Options{Seed: 8})
	if reflect.DeepEqual(first.Results, other.Results) {
		t.Error("another seed gives the very same intervals")
	}
}
