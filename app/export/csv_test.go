package export_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/models"
)

// header is schema annotations/1 with the details of the codebook of the tests.
const header = "article_title,article_source,article_date,sentence_no,sentence_text,label,quote," +
	"commitment_actor,commitment_deadline,commitment_deadline_iso,commitment_kind," +
	"statistic_value,statistic_value_number,statistic_forecast,claim_speaker," +
	"confidence,comment,annotator,status,review_state,reviewer,review_comment,origin,created_at,updated_at,reviewed_at," +
	"language,article_url,start,end,article_id,sentence_id,annotation_id,annotator_id,text_sha256," +
	"codebook_version,project_id,export_schema"

const golden = header + "\n" +
	`"Shelters, courts and quotas",El.kz,2024-06-06,7,"Thus, 192 victims have been assisted, 74 of them are foreign citizens.",statistic,192 victims have been assisted,` +
	`,,,,"1 920,5",1920.5,no,,` +
	`high,first row only,"Әлия ""Lia"" Омарова",done,accepted,Ben,Yes.,suggested,2025-06-01T10:00:00Z,2025-06-01T10:30:59Z,2025-06-02T08:00:00Z,` +
	`en,https://el.kz/en/news/1,126,156,ar-0190f5b2,st-0190f5b2-120-190,an-1,at-1,sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,` +
	"0.9,pr-1,annotations/1\n" +
	`"Shelters, courts and quotas",El.kz,2024-06-06,8,The ministry will open ten by May 2025.,commitment,,` +
	`The ministry,by May 2025,2025-05,,,,,,` +
	`,,"Әлия ""Lia"" Омарова",open,unreviewed,,,manual,2025-06-01T10:00:01Z,2025-06-01T10:00:01Z,,` +
	`en,https://el.kz/en/news/1,191,230,ar-0190f5b2,st-0190f5b2-191-230,an-2,at-1,sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,` +
	"1.0,pr-1,annotations/1\n" +
	`"Shelters, courts and quotas",El.kz,2024-06-06,9,Thanks were spoken.,no_label,,` +
	`,,,,,,,,` +
	`,,gold,done,unreviewed,,,,,,,` +
	`en,https://el.kz/en/news/1,231,250,ar-0190f5b2,st-0190f5b2-231-250,,at-2,sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,` +
	"1.0,pr-1,annotations/1\n"

func write(t *testing.T, in export.Input) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := export.Stream(t.Context(), &out, "test", export.CSV(), in); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	got := write(t, input(statistic(), commitment(), nothing()))
	if got != golden {
		t.Errorf("got\n%s\nwant\n%s", got, golden)
	}
	records, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != 4 || strings.Join(records[0], ",") != header || records[1][17] != `Әлия "Lia" Омарова` {
		t.Errorf("encoding/csv reads %q", records)
	}
}

func TestReviewStates(t *testing.T) {
	t.Parallel()
	row := statistic()
	row.Stale = true
	if got := write(t, input(row)); !strings.Contains(got, ",done,stale,Ben,") {
		t.Errorf("a stale decision is not shown: %s", got)
	}
	row.Article.PublishedOn, row.Article.Precision = "2024-06", models.PrecisionMonth
	row.Article.TextSHA256 = ""
	got := write(t, input(row))
	if !strings.Contains(got, ",2024-06,7,") || strings.Contains(got, "sha256:") {
		t.Errorf("what is not known was made up: %s", got)
	}
}

func TestEmptyExportHasTheHeader(t *testing.T) {
	t.Parallel()
	if got := write(t, input()); got != header+"\n" {
		t.Errorf("got %q", got)
	}
}

// awkward are texts that writers and readers of CSV get wrong.
func awkward() []string {
	return []string{
		"", " ", " leads and trails ", `"`, `""`, `a "quoted" word`, ",", ";", "\t", "a,b", "line\nbreak", "cr\ronly", "cr\r\nlf", "\n", "\r",
		"0001", "1e5", "NA", "null", "=1+1", "-5%", "@SUM(A1)", `\.`, "#", "'",
		"👩‍👩‍👧 family", "e\u0301 combining", "שלום, עולם", "\u202Eright\u202C", "Қазақстан", "\uFEFFmark", "nul\x00", "\u2028",
	}
}

// rowsWith makes a row for each text, which stands in the columns of texts.
// Programs in C end a text at NUL.
func rowsWith(texts []string) []models.ExportRow {
	var rows []models.ExportRow
	for _, text := range texts {
		if strings.Contains(text, "\x00") {
			continue
		}
		row := statistic()
		row.Sentence.Text, row.Annotation.Note, row.Annotation.Quote, row.Article.Title = text, text, text, text
		row.Details = []models.NamedDetail{detail("statistic", "value", 0, text, new(-5.5), "")}
		rows = append(rows, row)
	}
	return rows
}

// parse is a plain reading of RFC 4180 with LF, to have one that keeps CR.
func parse(t *testing.T, data string) [][]string {
	t.Helper()
	var records [][]string
	var record []string
	for data != "" {
		var cell string
		if rest, quoted := strings.CutPrefix(data, `"`); quoted {
			cell, data = parseQuoted(t, rest)
		} else {
			end := strings.IndexAny(data, ",\n")
			cell, data = data[:end], data[end:]
		}
		record = append(record, cell)
		if data[0] == '\n' {
			records = append(records, record)
			record = nil
		}
		data = data[1:]
	}
	return records
}

func parseQuoted(t *testing.T, rest string) (cell, after string) {
	t.Helper()
	for {
		part, next, found := strings.Cut(rest, `"`)
		if !found {
			t.Fatalf("a quotation mark is open in %q", rest)
		}
		cell += part
		if !strings.HasPrefix(next, `"`) {
			return cell, next
		}
		cell, rest = cell+`"`, next[1:]
	}
}

func FuzzQuoting(f *testing.F) {
	for _, text := range awkward() {
		f.Add(text, "x")
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		row := statistic()
		row.Article.Title, row.Sentence.Text, row.Annotation.Note = one, two, one+two
		out := write(t, input(row))
		records := parse(t, out)
		if len(records) != 2 || len(records[1]) != len(records[0]) {
			t.Fatalf("%q has %d lines", out, len(records))
		}
		got := records[1]
		if got[0] != one || got[4] != two || got[16] != one+two {
			t.Errorf("%q, %q came back as %q, %q", one, two, got[0], got[4])
		}
		plain := !strings.ContainsAny(one, ",\"\r\n")
		if quoted := strings.HasPrefix(out[len(header)+1:], `"`); quoted == plain {
			t.Errorf("quotation marks for %q: %v", one, quoted)
		}
	})
}
