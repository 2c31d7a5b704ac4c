package agreement_test

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"glossator/app/agreement"
)

// TestWriteCSV reads the written table back: two people, one label that nobody
// gave, and enough sentences for intervals.
func TestWriteCSV(t *testing.T) {
	t.Parallel()
	table, err := agreement.NewTable("claim", "statistic", agreement.NoLabel)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 40 {
		unit := fmt.Sprintf("s%02d", n)
		labels := [][]string{{"claim"}, nil}[n%2]
		if err := table.Rate(unit, "Ann", labels...); err != nil {
			t.Fatal(err)
		}
		if n == 7 {
			labels = []string{"claim"}
		}
		if err := table.Rate(unit, "Ben, \"B\"", labels...); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := agreement.WriteCSV(&out, agreement.Report(table, agreement.Options{Draws: 200})); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]map[string]string{}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows[row["label"]] = row
	}
	claim, unused := rows["claim"], rows["statistic"]
	if len(rows) != 3 || claim["both_yes"] != "20" || claim["only_second"] != "1" || claim["percent"] != "0.975" || claim["kappa_low"] == "" ||
		claim["annotators"] != `Ann | Ben, "B"` || claim["status"] != "defined" || !strings.Contains(claim["method"], "200 draws") {
		t.Errorf("claim: %v", claim)
	}
	if unused["kappa"] != "" || unused["status"] != "undefined" || !strings.HasPrefix(unused["reason"], "label unused") {
		t.Errorf("a label that nobody gave: %v", unused)
	}
	summary := agreement.Report(table, agreement.Options{Draws: 200})
	jaccard, _ := summary.Find(agreement.AlphaJaccard, "")
	if got := rows[""]["alpha"]; jaccard.Value == nil || got != strconv.FormatFloat(*jaccard.Value, 'f', -1, 64) ||
		!strings.Contains(rows[""]["method"], "krippendorff_alpha_jaccard") {
		t.Errorf("alpha of the whole set is %s: %v", got, rows[""])
	}
	if whole := rows[""]; whole["scope"] != "pair" || whole["n_both"] != "40" || whole["both_yes"] != "" {
		t.Errorf("the whole set: %v", whole)
	}
}
