package export_test

import (
	"encoding/json"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/models"
)

// TestColumnsThatAreThereWhenNeeded: topics, the columns of an imported file
// and those of gold stand in the table only where there are any.
func TestColumnsThatAreThereWhenNeeded(t *testing.T) {
	t.Parallel()
	plain := write(t, input(statistic()))
	for _, name := range []string{"topics", "provenance", "decided_by", "Region"} {
		if strings.Contains(plain, ","+name+",") {
			t.Errorf("%s is in every table", name)
		}
	}
	row := statistic()
	row.Article.Topics, row.Provenance, row.DecidedBy = "housing\nsocial policy", models.GoldAccepted, "Ben"
	row.Annotation.Extra = models.NewExtra(map[string]string{"Region": "=Almaty", "LABEL": "no"})
	in := input(row)
	in.Topics, in.Layer, in.Extra = true, models.LayerGold, []string{"Region", "LABEL"}
	got := write(t, in)
	header, rest, _ := strings.Cut(got, "\n")
	if !strings.HasPrefix(header, "article_title,article_source,article_date,topics,sentence_no,") ||
		!strings.Contains(header, ",reviewed_at,provenance,decided_by,language,") || !strings.HasSuffix(header, ",export_schema,Region") {
		t.Errorf("header %s", header)
	}
	if !strings.Contains(rest, `,"housing, social policy",7,`) || !strings.Contains(rest, ",accepted,Ben,en,") || !strings.HasSuffix(rest, ",annotations/1,=Almaty\n") {
		t.Errorf("row %s", rest)
	}
	if guarded := string(stream(t, export.ExcelCSV(), in)); !strings.Contains(guarded, "'=Almaty") {
		t.Error("a column of an imported file is not guarded")
	}
}

// TestAgreementHasItsTable in the archive of tables, with its description, and
// in the workbook.
func TestAgreementHasItsTable(t *testing.T) {
	t.Parallel()
	in := corpus()
	in.Layer = models.LayerGold
	in.Agreement = [][]string{{"scope", "label", "annotators", "n_both", "alpha", "status"}, {"pair", "claim", "A, B", "12", "0.5", "ok"}}
	names := map[string]string{}
	for _, part := range unzip(t, stream(t, export.Tables(), in)) {
		names[part.name] = part.text
	}
	if names["agreement.csv"] != "scope,label,annotators,n_both,alpha,status\npair,claim,\"A, B\",12,0.5,ok\n" {
		t.Errorf("agreement.csv holds %q", names["agreement.csv"])
	}
	if names["gold.csv"] == "" || names["annotations.csv"] != "" || !strings.Contains(names["README.txt"], `read_csv("gold.csv"`) {
		t.Errorf("the gold layer is not called so: %d parts", len(names))
	}
	var description struct {
		Resources []struct {
			Name   string
			Schema struct{ Fields []struct{ Name, Type string } }
		}
	}
	if err := json.Unmarshal([]byte(names["datapackage.json"]), &description); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, r := range description.Resources {
		found = found || r.Name == "agreement" && r.Schema.Fields[4].Type == "number" && r.Schema.Fields[2].Type == "string"
	}
	if !found {
		t.Errorf("the agreement is not described: %+v", description)
	}
}
