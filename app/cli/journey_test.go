package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func lines[T any](t *testing.T, text string) []T {
	t.Helper()
	var all []T
	for line := range strings.Lines(text) {
		var one T
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		all = append(all, one)
	}
	return all
}

type imported struct {
	Article   string `json:"article"`
	Title     string `json:"title"`
	Sentences int    `json:"sentences"`
	Status    string `json:"status"`
	Reason    string `json:"reason"`
}

// TestJourney goes from a text file to a CSV file by commands alone.
func TestJourney(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "Проект #1 50%.glossator")
	report := write(t, filepath.Join(dir, "report.txt"), []byte(reportText))

	added := lines[imported](t, must(t, "", "import", "--project", project, "--json", report))
	if len(added) != 1 || added[0].Status != "imported" || added[0].Sentences != 3 || added[0].Title != "Ministry opens shelters" {
		t.Fatalf("imported %+v", added)
	}
	uid := added[0].Article
	again := lines[imported](t, must(t, reportText, "import", "--project", project, "--json", "-"))
	if again[0].Status != "duplicate" || again[0].Article != uid {
		t.Errorf("the same text again: %+v, want a duplicate of %s", again[0], uid)
	}

	tagged := glossator(t, strings.Join([]string{
		`{"article":"` + uid + `","sentence":1,"label":"commitment"}`,
		`{"article":"` + uid + `","sentence":2,"label":"statistic","details":{"value":"192"},"note":"since \"January\""}`,
		`{"article":"` + uid + `","sentence":9,"label":"claim"}`,
		`{"article":"ar-none","sentence":1,"label":"claim"}`,
		`{"article":"` + uid + `","sentence":1,"label":"opinion"}`,
		`{"article":"` + uid + `","sentence":1,"label":"statistic","details":{"mood":"grey"}}`,
		`no JSON`,
	}, "\n")+"\n", "tag", "--project", project, "--annotator", "Ann", "-")
	type answer struct {
		OK         bool   `json:"ok"`
		Annotation string `json:"annotation"`
		Error      string `json:"error"`
	}
	for i, got := range lines[answer](t, tagged.out) {
		if want := i < 2; got.OK != want || strings.HasPrefix(got.Annotation, "an-") != want || (got.Error == "") != want {
			t.Errorf("line %d: %+v", i+1, got)
		}
	}
	if tagged.status != 1 || !strings.Contains(tagged.words, "5 of 7 lines were refused") {
		t.Errorf("status %d, words %q", tagged.status, tagged.words)
	}

	rows := table(t, must(t, "", "export", "--project", project))
	if len(rows) != 2 {
		t.Fatalf("%d rows, want 2: %v", len(rows), rows)
	}
	runes := []rune(reportText)
	for i, want := range []struct{ no, label, text string }{
		{"1", "commitment", "The ministry will open three shelters by the end of the year."},
		{"2", "statistic", "Since January, 192 victims received help."},
	} {
		row := rows[i]
		if row["sentence_no"] != want.no || row["label"] != want.label || row["sentence_text"] != want.text || row["annotator"] != "Ann" {
			t.Errorf("row %d is %v", i, row)
		}
		start, _ := strconv.Atoi(row["start"])
		end, _ := strconv.Atoi(row["end"])
		if string(runes[start:end]) != want.text {
			t.Errorf("row %d: the offsets %d-%d say %q", i, start, end, string(runes[start:end]))
		}
	}
	if rows[1]["statistic_value"] != "192" || rows[1]["comment"] != `since "January"` {
		t.Errorf("details or note are lost: %v", rows[1])
	}
	if out := must(t, "", "check", "--project", project); !strings.HasPrefix(out, "ok ") {
		t.Errorf("check says %q", out)
	}
	copied := filepath.Join(dir, "copy.glossator")
	must(t, "", "backup", "--project", project, copied)
	if out := must(t, "", "export", "--project", copied); len(table(t, out)) != 2 {
		t.Errorf("the copy exports %q", out)
	}
	var stats struct {
		Articles    int `json:"articles"`
		Sentences   int `json:"sentences"`
		Annotations int `json:"annotations"`
	}
	if err := json.Unmarshal([]byte(must(t, "", "stats", "--project", project, "--json")), &stats); err != nil ||
		stats.Articles != 1 || stats.Sentences != 3 || stats.Annotations != 2 {
		t.Errorf("stats %+v, %v", stats, err)
	}
}

// table reads a CSV export by column names.
func table(t *testing.T, text string) []map[string]string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestExportFile(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	must(t, reportText, "import", "--project", project, "-")
	out := filepath.Join(dir, "out.csv")
	must(t, "", "export", "--project", project, "-o", out)
	if got := glossator(t, "", "export", "--project", project, "-o", out); got.status != 1 || !strings.Contains(got.words, "exists already") {
		t.Errorf("a second export over the file: %+v", got)
	}
	must(t, "", "export", "--project", project, "-o", out, "--overwrite")
}

func TestExportIsReadByPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there")
	}
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	added := lines[imported](t, must(t, "A title here\n\nShe said \"no\", twice; 😀 e\u0301 done.\n", "import", "--json", "--project", project, "-"))
	must(t, `{"article":"`+added[0].Article+`","sentence":1,"label":"claim","note":"two\nlines, \"quoted\""}`+"\n",
		"tag", "--project", project, "--annotator", "Анна Ә", "-")
	out := filepath.Join(dir, "out.csv")
	must(t, "", "export", "--project", project, "-o", out)
	const script = `import csv,json,sys
print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding="utf-8",newline="")))))`
	read, err := exec.CommandContext(t.Context(), python, "-c", script, out).Output()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	if err := json.Unmarshal(read, &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1 || rows[0]["comment"] != "two\nlines, \"quoted\"" || rows[0]["annotator"] != "Анна Ә" ||
		rows[0]["sentence_text"] != "She said \"no\", twice; 😀 é done." {
		t.Errorf("Python reads %v", rows)
	}
}

func TestSegmentAndExtract(t *testing.T) {
	dir := home(t)
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	}
	const text = "Қазақстан туралы мәтін. Екінші сөйлем.\n\nA third one <b>."
	for _, got := range lines[span](t, must(t, text, "segment", "-")) {
		if text[got.Start:got.End] != got.Text {
			t.Errorf("%+v does not match its offsets", got)
		}
	}
	report := write(t, filepath.Join(dir, "report.txt"), []byte(reportText))
	var document struct {
		Title      string `json:"title"`
		Language   string `json:"language"`
		Paragraphs []struct {
			Text string `json:"text"`
			Kind string `json:"kind"`
		} `json:"paragraphs"`
	}
	if err := json.Unmarshal([]byte(must(t, "", "extract", report)), &document); err != nil {
		t.Fatal(err)
	}
	if document.Title != "Ministry opens shelters" || document.Language != "en" || len(document.Paragraphs) < 2 {
		t.Errorf("extracted %+v", document)
	}
}

// TestPressReportSegments holds the segment command against the expected
// sentences of the first press report.
func TestPressReportSegments(t *testing.T) {
	home(t)
	const folder = "../../../shared/data/articles/"
	text, err := os.ReadFile(folder + "hddp-meeting.txt")
	if err != nil {
		t.Skip("the development data is not there")
	}
	expectation, err := os.ReadFile(folder + "hddp-meeting.sentences.json")
	if err != nil {
		t.Fatal(err)
	}
	var expected struct {
		Sentences []struct {
			Text string `json:"text"`
		} `json:"sentences"`
	}
	if err := json.Unmarshal(expectation, &expected); err != nil {
		t.Fatal(err)
	}
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	}
	got := lines[span](t, must(t, "", "segment", folder+"hddp-meeting.txt"))
	if len(got) != len(expected.Sentences) {
		t.Fatalf("%d sentences, want %d", len(got), len(expected.Sentences))
	}
	for i, want := range expected.Sentences {
		if got[i].Text != want.Text || string(text[got[i].Start:got[i].End]) != want.Text {
			t.Errorf("sentence %d is %q, want %q", i+1, got[i].Text, want.Text)
		}
	}
}
