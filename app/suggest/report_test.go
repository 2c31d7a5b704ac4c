package suggest_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/suggest"
	"glossator/models"
)

// sharedData finds the folder of shared data beside the checkout.
func sharedData(tb testing.TB) string {
	tb.Helper()
	folder, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for range 8 {
		found := filepath.Join(folder, "shared", "data")
		if _, err := os.Stat(found); err == nil {
			return found
		}
		folder = filepath.Dir(folder)
	}
	tb.Skip("the folder shared/data is not beside this checkout")
	return ""
}

// pressReport reads the body sentences of the press report.
func pressReport(tb testing.TB) suggest.Article {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join(sharedData(tb), "articles", "hddp-meeting.sentences.json"))
	if err != nil {
		tb.Fatal(err)
	}
	var file struct {
		Sentences []struct {
			Kind, Text string
			Start, End int
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		tb.Fatal(err)
	}
	article := suggest.Article{Language: "en", PublishedOn: "2024-06-06"}
	for _, s := range file.Sentences {
		if s.Kind == "body" {
			article.Sentences = append(article.Sentences, models.Sentence{StartOff: s.Start, EndOff: s.End, Text: s.Text})
		}
	}
	return article
}

// found returns the suggestion of a label on the sentence that holds some words.
func found(t *testing.T, article suggest.Article, all []suggest.Suggestion, label, words string) (suggest.Suggestion, bool) {
	t.Helper()
	for _, s := range all {
		if s.Label == label && strings.Contains(article.Sentences[s.Sentence].Text, words) {
			return s, true
		}
	}
	return suggest.Suggestion{}, false
}

// detail returns the text of a field in a row, and its ISO form for dates.
func detail(s suggest.Suggestion, field string, row int) (text, iso string) {
	for _, d := range s.Details {
		if d.Field == field && d.Row == row {
			return d.Text, d.ISO
		}
	}
	return "", ""
}

func TestPressReportVictims(t *testing.T) {
	t.Parallel()
	article := pressReport(t)
	all := suggest.Suggestions(article, suggest.Train(suggest.Labels(), nil, nil), nil)
	s, ok := found(t, article, all, suggest.Statistic, "192 victims")
	if !ok || s.Strength != suggest.Strong {
		t.Fatalf("the statistic is not marked: %+v", s)
	}
	for _, want := range []struct {
		field, text string
		row         int
	}{
		{"value", "192", 0}, {"unit", "count", 0}, {"population", "victims of human trafficking", 0},
		{"value", "74", 1}, {"unit", "count", 1}, {"population", "foreign citizens", 1}, {"part_of", "1", 1},
		{"source", "local executive bodies", 0}, {"source_type", "administrative_data", 0}, {"measure", "count", 0},
	} {
		if got, _ := detail(s, want.field, want.row); got != want.text {
			t.Errorf("%s of row %d is %q, want %q", want.field, want.row+1, got, want.text)
		}
	}
	text, iso := detail(s, "period", 0)
	if text != "since the beginning of the year" || iso != "2024-01-01/2024-06-06" {
		t.Errorf("the period is %q, %s", text, iso)
	}
	sentence := []rune(article.Sentences[s.Sentence].Text)
	for _, d := range s.Details {
		if d.Number != nil && d.Field == "value" && string(sentence[d.Start:d.End]) != d.Text {
			t.Errorf("%s %q does not stand at %d–%d", d.Field, d.Text, d.Start, d.End)
		}
	}
}

func TestPressReportQuotaAndLaw(t *testing.T) {
	t.Parallel()
	article := pressReport(t)
	all := suggest.Suggestions(article, suggest.Train(suggest.Labels(), nil, nil), nil)
	for _, words := range []string{"30% quotas", "sector to 30%"} {
		if s, ok := found(t, article, all, suggest.Statistic, words); ok {
			t.Errorf("%q is taken for a statistic: %+v", words, s.Reasons)
		}
	}
	quota, ok := found(t, article, all, suggest.Commitment, "30% quotas")
	value, _ := detail(quota, "target_value", 0)
	unit, _ := detail(quota, "target_unit", 0)
	if !ok || value != "30" || unit != "percent" {
		t.Errorf("the target of the quota is %q %q", value, unit)
	}
	law, ok := found(t, article, all, suggest.Commitment, "a law was signed")
	status, _ := detail(law, "status", 0)
	_, on := detail(law, "status_on", 0)
	if !ok || status != "adopted" || on != "2024-04-15" {
		t.Errorf("the law is %q on %q", status, on)
	}
}
