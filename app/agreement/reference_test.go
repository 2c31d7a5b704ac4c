package agreement_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"glossator/app/agreement"
)

// referenceFile holds worked cases from papers and independent programs.
type referenceFile struct {
	Cases     []referenceCase `json:"cases"`
	EdgeCases []edgeCase      `json:"edge_cases"`
}

type referenceCase struct {
	ID         string              `json:"id"`
	Kind       string              `json:"kind"`
	Categories []string            `json:"categories"`
	Table      [][]int             `json:"table"`
	Items      [][]json.RawMessage `json:"items"`
	Clusters   []string            `json:"clusters"`
	Expected   []expectation       `json:"expected"`
}

type expectation struct {
	Measure   string    `json:"measure"`
	Value     float64   `json:"value"`
	Values    []float64 `json:"values"`
	Tolerance float64   `json:"tol"`
	Label     string    `json:"label"`
	Category  string    `json:"category"`
	Resample  string    `json:"resample"`
	Low       float64   `json:"low"`
	High      float64   `json:"high"`
	Optional  bool      `json:"optional"`
}

type edgeCase struct {
	ID         string                     `json:"id"`
	Categories []string                   `json:"categories"`
	Items      [][]json.RawMessage        `json:"items"`
	Expected   map[string]json.RawMessage `json:"expected"`
}

// loadReference walks up to the folder that holds shared/data.
func loadReference(t *testing.T) referenceFile {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		content, err := os.ReadFile(filepath.Join(folder, "shared", "data", "agreement-cases.json"))
		if err == nil {
			var file referenceFile
			if err := json.Unmarshal(content, &file); err != nil {
				t.Fatal(err)
			}

			return file
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Skip("the reference cases (shared/data/agreement-cases.json) are not on this machine")
		}
		folder = parent
	}
}

// rated is one rating of a test table.
type rated struct {
	unit, annotator, article string
	labels                   []string
}

// ratingsOf turns a case into ratings; a null is left out.
func ratingsOf(t *testing.T, items [][]json.RawMessage, clusters []string) []rated {
	t.Helper()
	var list []rated
	for unit, row := range items {
		for annotator, raw := range row {
			if string(raw) == "null" {
				continue
			}
			labels := []string{}
			if raw[0] == '[' {
				mustUnmarshal(t, raw, &labels)
			} else {
				labels = append(labels, "")
				mustUnmarshal(t, raw, &labels[0])
			}
			entry := rated{unit: fmt.Sprintf("u%03d", unit), annotator: fmt.Sprintf("r%d", annotator), labels: labels}
			if clusters != nil {
				entry.article = clusters[unit]
			}
			list = append(list, entry)
		}
	}

	return list
}

func mustUnmarshal(t *testing.T, raw []byte, target any) {
	t.Helper()
	if err := json.Unmarshal(raw, target); err != nil {
		t.Fatal(err)
	}
}

// itemsOf writes a table of counts out unit by unit.
func itemsOf(c referenceCase) [][]json.RawMessage {
	items := c.Items
	for i, row := range c.Table {
		for j, count := range row {
			for range count {
				items = append(items, []json.RawMessage{
					json.RawMessage(fmt.Sprintf("%q", c.Categories[i])),
					json.RawMessage(fmt.Sprintf("%q", c.Categories[j])),
				})
			}
		}
	}

	return items
}

func tableOf(t *testing.T, ratings []rated, labels ...string) *agreement.Table {
	t.Helper()
	table, err := agreement.NewTable(labels...)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range ratings {
		if err := table.SetArticle(r.unit, r.article); err != nil {
			t.Fatal(err)
		}
		if err := table.Rate(r.unit, r.annotator, r.labels...); err != nil {
			t.Fatal(err)
		}
	}

	return table
}

// csvOf writes ratings in the columns that the command reads.
func csvOf(t *testing.T, ratings []rated) []byte {
	t.Helper()
	var buffer bytes.Buffer
	writer := csv.NewWriter(&buffer)
	rows := [][]string{{"unit", "annotator", "label", "article"}}
	for _, r := range ratings {
		labels := r.labels
		if len(labels) == 0 {
			labels = []string{agreement.NoLabel}
		}
		for _, label := range labels {
			rows = append(rows, []string{r.unit, r.annotator, label, r.article})
		}
	}
	if err := writer.WriteAll(rows); err != nil {
		t.Fatal(err)
	}

	return buffer.Bytes()
}

func TestReferenceCases(t *testing.T) {
	t.Parallel()
	for _, c := range loadReference(t).Cases {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			if c.Kind == "set-distance" {
				checkDistances(t, c)

				return
			}
			bySentence := agreement.Report(tableOf(t, ratingsOf(t, itemsOf(c), nil), c.Categories...), agreement.Options{})
			byArticle := agreement.Report(tableOf(t, ratingsOf(t, itemsOf(c), c.Clusters), c.Categories...), agreement.Options{})
			for _, want := range c.Expected {
				if want.Optional {
					continue
				}
				summary := &bySentence
				if want.Resample == agreement.ResampleArticles {
					summary = &byArticle
				}
				checkExpectation(t, summary, want)
			}
		})
	}
}

func checkExpectation(t *testing.T, summary *agreement.Summary, want expectation) {
	t.Helper()
	name, isInterval := strings.CutSuffix(want.Measure, "_bootstrap95")
	label := want.Label
	if label == "" {
		label = want.Category
	}
	got, found := summary.Find(agreement.Measure(name), label)
	if !found {
		t.Errorf("%s of %q is missing", name, label)

		return
	}
	if isInterval {
		if summary.Resampling.Unit != want.Resample {
			t.Errorf("%s: resampled %q, want %q", name, summary.Resampling.Unit, want.Resample)
		}
		checkNear(t, name+" low", got.Low, want.Low, want.Tolerance)
		checkNear(t, name+" high", got.High, want.High, want.Tolerance)

		return
	}
	checkNear(t, name+" "+label, got.Value, want.Value, want.Tolerance)
}

func checkNear(t *testing.T, name string, got *float64, want, tolerance float64) {
	t.Helper()
	if got == nil {
		t.Errorf("%s is undefined, want %v", name, want)

		return
	}
	if math.Abs(*got-want) > tolerance {
		t.Errorf("%s = %.12f, want %.12f within %g", name, *got, want, tolerance)
	}
}

func checkDistances(t *testing.T, c referenceCase) {
	t.Helper()
	distances := map[string]func(a, b []string) float64{
		"jaccard_distance": agreement.Jaccard,
		"masi_distance":    agreement.MASI,
	}
	for _, want := range c.Expected {
		for i, value := range want.Values {
			var a, b []string
			mustUnmarshal(t, c.Items[i][0], &a)
			mustUnmarshal(t, c.Items[i][1], &b)
			got := distances[want.Measure](a, b)
			checkNear(t, fmt.Sprintf("%s(%v, %v)", want.Measure, a, b), &got, value, want.Tolerance)
		}
	}
}

func TestReferenceEdgeCases(t *testing.T) {
	t.Parallel()
	const tolerance = 1e-9
	for _, c := range loadReference(t).EdgeCases {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			summary := agreement.Report(tableOf(t, ratingsOf(t, c.Items, nil), c.Categories...), agreement.Options{})
			for measure, raw := range c.Expected {
				got, found := summary.Find(agreement.Measure(measure), "")
				if !found {
					t.Errorf("%s is missing", measure)

					continue
				}
				if raw[0] != '{' {
					var value float64
					mustUnmarshal(t, raw, &value)
					checkNear(t, measure, got.Value, value, tolerance)

					continue
				}
				var want struct{ Status, Reason string }
				mustUnmarshal(t, raw, &want)
				if got.Value != nil || got.Status != want.Status || string(got.Reason) != want.Reason {
					t.Errorf("%s = %+v, want %+v", measure, got, want)
				}
			}
		})
	}
}

// TestReferenceThroughCSV checks that a file gives what the same ratings give in memory.
func TestReferenceThroughCSV(t *testing.T) {
	t.Parallel()
	for _, c := range loadReference(t).Cases {
		if c.Kind == "set-distance" {
			continue
		}
		ratings := ratingsOf(t, itemsOf(c), c.Clusters)
		read, err := agreement.ReadCSV(bytes.NewReader(csvOf(t, ratings)), c.Categories...)
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		got := agreement.Report(read, agreement.Options{})
		want := agreement.Report(tableOf(t, ratings, c.Categories...), agreement.Options{})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the file and the ratings give different summaries", c.ID)
		}
	}
}
