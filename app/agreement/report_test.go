package agreement_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"glossator/app/agreement"
)

// study makes a table of two annotators: a unit for each letter of the two
// strings. Y is the label claim, n is no label, - is a missing rating. Units are
// dealt out to so many articles in turn; 0 articles leaves them unplaced.
func study(t *testing.T, first, second string, articles int) *agreement.Table {
	t.Helper()
	table, err := agreement.NewTable("claim")
	if err != nil {
		t.Fatal(err)
	}
	for a, letters := range []string{first, second} {
		for u, letter := range letters {
			unit := fmt.Sprintf("s%04d", u)
			if articles > 0 {
				if err := table.SetArticle(unit, fmt.Sprintf("article %d", u%articles)); err != nil {
					t.Fatal(err)
				}
			}
			if letter == '-' {
				continue
			}
			var labels []string
			if letter == 'Y' {
				labels = append(labels, "claim")
			}
			if err := table.Rate(unit, []string{"Ann", "Ben"}[a], labels...); err != nil {
				t.Fatal(err)
			}
		}
	}

	return table
}

func TestWhatIsResampled(t *testing.T) {
	t.Parallel()
	mixed, other := strings.Repeat("YnnY", 10), strings.Repeat("YnYn", 10)
	single := strings.Repeat("-", 40)
	for name, test := range map[string]struct {
		first, second string
		articles      int
		unit, note    string
	}{
		"eight articles":               {mixed, other, 8, "article", ""},
		"seven articles":               {mixed, other, 7, "sentence", "7 articles"},
		"no articles":                  {mixed, other, 0, "sentence", "not every sentence names its article"},
		"nineteen sentences":           {mixed[:19], other[:19], 8, "", "19 comparable sentences, 20 are needed"},
		"twenty sentences":             {mixed[:20], other[:20], 8, "article", ""},
		"only one annotator in most":   {mixed + mixed, other[:15] + single + single[:25], 8, "", "15 comparable"},
		"articles of one annotator":    {mixed[:21] + mixed, other[:21] + single, 61, "article", ""},
		"nobody finished the same one": {mixed + single, single + other, 8, "", "0 comparable"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			summary := agreement.Report(study(t, test.first, test.second, test.articles), agreement.Options{Draws: 100})
			how := summary.Resampling
			if how.Unit != test.unit || !strings.Contains(how.Note, test.note) || (test.note == "") != (how.Note == "") {
				t.Errorf("resampling is %+v, want unit %q and a note about %q", how, test.unit, test.note)
			}
			percent, _ := summary.Find(agreement.PercentAgreement, "claim")
			if (percent.Low != nil) != (test.unit != "") {
				t.Errorf("interval of %+v does not fit to %q", percent, test.unit)
			}
		})
	}
}

// TestEqualArticlesHaveNoSpread: every draw of equal articles is the study itself.
func TestEqualArticlesHaveNoSpread(t *testing.T) {
	t.Parallel()
	ones, none := strings.Repeat("Y", 12), strings.Repeat("n", 12)
	table := study(t, ones+none+ones, none+none+ones, 12)
	summary := agreement.Report(table, agreement.Options{Draws: 300})
	if summary.Resampling.Unit != agreement.ResampleArticles {
		t.Fatalf("resampling is %+v", summary.Resampling)
	}
	for _, result := range summary.Results {
		if result.Low == nil {
			continue
		}
		checkNear(t, string(result.Measure)+" low", result.Low, *result.Value, 1e-12)
		checkNear(t, string(result.Measure)+" high", result.High, *result.Value, 1e-12)
	}
}

func TestRareLabelLosesItsInterval(t *testing.T) {
	t.Parallel()
	rare := "Y" + strings.Repeat("n", 39)
	summary := agreement.Report(study(t, rare, rare, 0), agreement.Options{})
	kappa, _ := summary.Find(agreement.CohenKappa, "claim")
	if kappa.Value == nil || *kappa.Value != 1 {
		t.Fatalf("kappa is %+v, want 1", kappa)
	}
	// A sentence is absent from about (1-1/40)^40 = 36 per cent of the draws.
	if kappa.Low != nil || kappa.UndefinedDraws < 600 || kappa.UndefinedDraws > 850 || kappa.Note == "" {
		t.Errorf("kappa has %d undefined draws, low %v, note %q; want about 726, none and a note",
			kappa.UndefinedDraws, kappa.Low, kappa.Note)
	}
	percent, _ := summary.Find(agreement.PercentAgreement, "claim")
	if percent.Low == nil || percent.UndefinedDraws != 0 {
		t.Errorf("percent agreement is defined in every draw and lost its interval: %+v", percent)
	}
}

func TestUndefinedInWords(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		first, second string
		measure       agreement.Measure
		reason        agreement.Reason
	}{
		"nobody used it":         {"nnn", "nnn", agreement.PositiveAgreement, agreement.LabelUnused},
		"everybody used it":      {"YYY", "YYY", agreement.NegativeAgreement, agreement.LabelAlwaysUsed},
		"no variation, kappa":    {"nnn", "nnn", agreement.CohenKappa, agreement.NoVariation},
		"no variation, error":    {"nnn", "nnn", agreement.CohenKappaSE, agreement.NoVariation},
		"no variation, limit":    {"YYY", "YYY", agreement.CohenKappaCIHigh, agreement.NoVariation},
		"no variation, largest":  {"YYY", "YYY", agreement.CohenKappaMax, agreement.NoVariation},
		"no variation in pairs":  {"nnY", "nn-", agreement.AlphaNominal, agreement.NoVariation},
		"no pairs":               {"nY-", "--Y", agreement.PercentAgreement, agreement.NoPairs},
		"no pairs, one alone":    {"nY", "--", agreement.FleissKappa, agreement.NoPairs},
		"no pairs, error":        {"nY", "--", agreement.GwetAC1SE, agreement.NoPairs},
		"one unit has no spread": {"n", "Y", agreement.GwetAC1SE, agreement.OneUnit},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			summary := agreement.Report(study(t, test.first, test.second, 0), agreement.Options{})
			got, found := summary.Find(test.measure, "claim")
			if !found || got.Value != nil || got.Status != "undefined" || got.Reason != test.reason {
				t.Errorf("%s is %+v, want undefined: %s", test.measure, got, test.reason)
			}
			if got.Reason.Explain() == "" {
				t.Errorf("reason %q has no words", got.Reason)
			}
		})
	}
}

// TestDeclaredCategories: declaring an unused category changes S and AC1 and nothing else.
func TestDeclaredCategories(t *testing.T) {
	t.Parallel()
	build := func(labels ...string) agreement.Summary {
		table, err := agreement.NewTable(labels...)
		if err != nil {
			t.Fatal(err)
		}
		for u, pair := range [][2]string{{"a", "a"}, {"b", "b"}, {"a", "b"}} {
			for i, label := range pair {
				if err := table.Rate(strconv.Itoa(u), strconv.Itoa(i), label); err != nil {
					t.Fatal(err)
				}
			}
		}

		return agreement.Report(table, agreement.Options{})
	}
	two, three, four := build("a", "b"), build("a", "b", "c"), build("a", "b", "c", agreement.NoLabel)
	observed := 2.0 / 3.0
	for count, summary := range map[float64]*agreement.Summary{2: &two, 3: &three, 4: &four} {
		expect(t, summary, agreement.BennettS, "", (observed-1/count)/(1-1/count))
		chance := 0.5 / (count - 1)
		expect(t, summary, agreement.GwetAC1, "", (observed-chance)/(1-chance))
		expect(t, summary, agreement.CohenKappa, "", 0.4)
	}
	open := build()
	expect(t, &open, agreement.BennettS, "", (observed-0.5)/0.5)
}

func TestThreeAnnotators(t *testing.T) {
	t.Parallel()
	table := study(t, strings.Repeat("YnnY", 10), strings.Repeat("YnYn", 10), 8)
	for u := range 30 {
		if err := table.Rate(fmt.Sprintf("s%04d", u), "Eva", []string{"claim"}[:u%2]...); err != nil {
			t.Fatal(err)
		}
	}
	summary := agreement.Report(table, agreement.Options{Draws: 100})
	if _, found := summary.Find(agreement.CohenKappa, ""); found {
		t.Error("Cohen's kappa is for two annotators and was computed for three")
	}
	if summary.Annotators != 3 || summary.Units != 40 || len(summary.Counts) != 0 {
		t.Errorf("the summary speaks of %d annotators, %d units, %d tables of counts",
			summary.Annotators, summary.Units, len(summary.Counts))
	}
	if len(summary.Pairs) != 3 {
		t.Fatalf("%d pairs, want 3", len(summary.Pairs))
	}
	alone := agreement.Report(study(t, strings.Repeat("YnnY", 10), strings.Repeat("YnYn", 10), 8), agreement.Options{Draws: 100})
	for i, want := range alone.Results {
		got := summary.Pairs[0].Results[i]
		if want.Value != nil && (*got.Value != *want.Value || (want.Low != nil && *got.Low != *want.Low)) {
			t.Errorf("%s of the pair is %v, alone it is %v", want.Measure, *got.Value, *want.Value)
		}
	}
	last := summary.Pairs[2]
	if last.Names[0] != "Ben" || last.Names[1] != "Eva" || last.Comparable != 30 {
		t.Errorf("the last pair is %v with %d units, want Ben and Eva with 30", last.Names, last.Comparable)
	}
}

func TestCounts(t *testing.T) {
	t.Parallel()
	summary := agreement.Report(study(t, "YYYnn-Y", "YYnYnn-", 0), agreement.Options{})
	want := agreement.Contingency{Label: "claim", Both: 5, BothYes: 2, OnlyFirst: 1, OnlySecond: 1, BothNo: 1}
	if len(summary.Counts) != 1 || summary.Counts[0] != want {
		t.Errorf("counts are %+v, want %+v", summary.Counts, want)
	}
	if summary.Units != 7 || summary.Comparable != 5 {
		t.Errorf("%d units and %d comparable, want 7 and 5", summary.Units, summary.Comparable)
	}
}

func TestEmptyTable(t *testing.T) {
	t.Parallel()
	table, err := agreement.NewTable("claim")
	if err != nil {
		t.Fatal(err)
	}
	summary := agreement.Report(table, agreement.Options{})
	for _, result := range summary.Results {
		if result.Reason != agreement.NoPairs {
			t.Errorf("%s of an empty table is %+v", result.Measure, result)
		}
	}
}

func TestJSONContract(t *testing.T) {
	t.Parallel()
	encoded, err := json.Marshal(agreement.Report(study(t, "nn", "nn", 0), agreement.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var decoded struct {
		Units      *int                         `json:"units"`
		Annotators *int                         `json:"annotators"`
		Results    []map[string]json.RawMessage `json:"results"`
	}
	if err := json.Unmarshal(encoded, &decoded); err != nil {
		t.Fatal(err)
	}
	if decoded.Units == nil || decoded.Annotators == nil || len(decoded.Results) == 0 {
		t.Fatalf("a field that readers count on is missing in %s", encoded)
	}
	for _, result := range decoded.Results {
		for _, field := range []string{"measure", "label", "value", "low", "high", "status", "reason"} {
			if _, found := result[field]; !found {
				t.Errorf("field %s is missing in %v", field, result)
			}
		}
		if string(result["status"]) == `"undefined"` && string(result["value"]) != "null" {
			t.Errorf("an undefined value is written as %s", result["value"])
		}
	}
}

func TestEveryMeasureNamesItsFormula(t *testing.T) {
	t.Parallel()
	summary := agreement.Report(study(t, "Yn", "nn", 0), agreement.Options{})
	for _, result := range summary.Results {
		if result.Method == "" || result.Method != result.Measure.Formula() {
			t.Errorf("%s has method %q and formula %q", result.Measure, result.Method, result.Measure.Formula())
		}
	}
	if agreement.Measure("unheard_of").Formula() != "" {
		t.Error("an unknown measure has a formula")
	}
}

func TestTableRefuses(t *testing.T) {
	t.Parallel()
	table := study(t, "Y", "n", 1)
	for name, test := range map[string]struct{ got, want error }{
		"a unit without a name":       {table.Rate("", "Ann", "claim"), agreement.ErrEmptyName},
		"an annotator without a name": {table.Rate("s9", "", "claim"), agreement.ErrEmptyName},
		"a label without a name":      {table.Rate("s9", "Ann", ""), agreement.ErrEmptyName},
		"a second rating":             {table.Rate("s0000", "Ann", "claim"), agreement.ErrContradiction},
		"no_label beside a label":     {table.Rate("s9", "Ann", "claim", agreement.NoLabel), agreement.ErrContradiction},
		"an undeclared label":         {table.Rate("s9", "Ann", "clam"), agreement.ErrUndeclared},
		"a second article":            {table.SetArticle("s0000", "elsewhere"), agreement.ErrContradiction},
		"an article of nothing":       {table.SetArticle("", "elsewhere"), agreement.ErrEmptyName},
	} {
		if !errors.Is(test.got, test.want) {
			t.Errorf("%s: got %v, want %v", name, test.got, test.want)
		}
	}
	if summary := agreement.Report(table, agreement.Options{}); summary.Units != 1 || summary.Annotators != 2 {
		t.Errorf("refused ratings left traces: %d units, %d annotators", summary.Units, summary.Annotators)
	}
	if _, err := agreement.NewTable("a", "a"); !errors.Is(err, agreement.ErrContradiction) {
		t.Errorf("a label declared twice: %v", err)
	}
	if _, err := agreement.NewTable("a", ""); !errors.Is(err, agreement.ErrEmptyName) {
		t.Errorf("an empty declared label: %v", err)
	}
}
