package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnnotationsComeBackByCommands exports, changes the table, looks what it
// would do, and takes it over.
func TestAnnotationsComeBackByCommands(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	report := write(t, filepath.Join(dir, "report.txt"), []byte(reportText))
	uid := lines[imported](t, must(t, "", "import", "--project", project, "--json", report))[0].Article
	must(t, `{"article":"`+uid+`","sentence":1,"label":"claim"}`+"\n", "tag", "--project", project, "--annotator", "Ann", "-")

	back := filepath.Join(dir, "back.csv")
	must(t, "", "export", "--project", project, "--format", "csv-excel", "--locale", "kk-KZ", "-o", back)
	data, err := os.ReadFile(back)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), ";claim;", ";commitment;", 1)
	text += strings.Replace(strings.Split(string(data), "\r\n")[1], ";claim;", ";praise;", 1) + "\r\n"
	write(t, back, []byte(text))

	type answer struct {
		DryRun      bool   `json:"dry_run"`
		Changed     int    `json:"changed"`
		Unmatched   int    `json:"unmatched"`
		NotImported string `json:"not_imported"`
		Rows        []struct {
			Line    int `json:"line"`
			Changes []struct{ What, Before, After string }
		} `json:"rows"`
	}
	ask := func(args ...string) answer {
		t.Helper()
		var got answer
		out := must(t, "", append([]string{"import-annotations", project, back, "--json", "--annotator", "Ann"}, args...)...)
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		return got
	}
	dry := ask("--dry-run")
	if !dry.DryRun || dry.Changed != 1 || dry.Unmatched != 1 || len(dry.Rows) != 2 || dry.Rows[0].Changes[0].After != "commitment" || dry.NotImported != "" {
		t.Errorf("the dry run says %+v", dry)
	}
	if rows := table(t, must(t, "", "export", "--project", project)); rows[0]["label"] != "claim" {
		t.Errorf("the dry run changed something: %v", rows)
	}
	done := ask()
	if rows := table(t, must(t, "", "export", "--project", project)); len(rows) != 1 || rows[0]["label"] != "commitment" {
		t.Errorf("after the import: %v", rows)
	}
	list, err := os.ReadFile(filepath.Join(dir, "back-not-imported.csv"))
	if err != nil || done.NotImported == "" || !strings.Contains(string(list), "praise") {
		t.Errorf("%q, %v; the answer is %+v", list, err, done)
	}
	if out := must(t, "", "check", "--project", project); !strings.HasPrefix(out, "ok ") {
		t.Errorf("check says %q", out)
	}
}

// TestExportIsNarrowedDownByCommands uses the options of the window.
func TestExportIsNarrowedDownByCommands(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	report := write(t, filepath.Join(dir, "report.txt"), []byte(reportText))
	uid := lines[imported](t, must(t, "", "import", "--project", project, "--json", report))[0].Article
	tag := func(who, label string) {
		must(t, `{"article":"`+uid+`","sentence":1,"label":"`+label+`"}`+"\n", "tag", "--project", project, "--annotator", who, "-")
	}
	tag("Ann", "claim")
	tag("Ben", "commitment")
	for want, args := range map[string][]string{
		"claim commitment": {},
		"commitment":       {"--annotator", "Ben"},
		"claim":            {"--label", "claim", "--since", "2020-01-01"},
		"":                 {"--until", "2020-01-01"},
	} {
		var labels []string
		for _, row := range table(t, must(t, "", append([]string{"export", "--project", project}, args...)...)) {
			labels = append(labels, row["label"])
		}
		if got := strings.Join(labels, " "); got != want && got != "commitment claim" {
			t.Errorf("%v: %q, want %q", args, got, want)
		}
	}
	folder := filepath.Join(dir, "tables")
	must(t, "", "export", "--project", project, "--format", "tables", "--folder", "--without-text", "-o", folder)
	articles, err := os.ReadFile(filepath.Join(folder, "articles.csv"))
	if err != nil || strings.Contains(string(articles), "three shelters") {
		t.Errorf("articles.csv: %q, %v", articles, err)
	}
	for _, args := range [][]string{{"--layer", "mine"}, {"--since", "yesterday"}, {"--folder"}} {
		if got := glossator(t, "", append([]string{"export", "--project", project}, args...)...); got.status != 2 {
			t.Errorf("%v: status %d, %q", args, got.status, got.words)
		}
	}
}
