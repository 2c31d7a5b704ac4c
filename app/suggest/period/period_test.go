package period_test

import (
	"os"
	"strings"
	"testing"

	"glossator/app/suggest/period"
	"glossator/app/suggest/token"
	"glossator/models"
)

// published is the Thursday on which the test phrases were published.
const published = "2024-06-06"

func read(text, language, day string) []string {
	var out []string
	for _, found := range period.Read(text, token.Split(text), language, period.AnchorOf(day)) {
		out = append(out, found.ISO())
	}
	return out
}

func TestPhrases(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/phrases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(row) != 3 {
			continue
		}
		all++
		got := strings.Join(read(row[1], row[0], published), " ")
		if got == strings.TrimSuffix(row[2], "-") || got == row[2] {
			right++
			continue
		}
		t.Logf("miss: %s %q: got %q, want %q", row[0], row[1], got, row[2])
	}
	const leastCases, leastShare = 150, 0.95
	if all < leastCases || float64(right) < leastShare*float64(all) {
		t.Errorf("%d of %d phrases right", right, all)
	}
	t.Logf("%d of %d phrases right", right, all)
}

func TestWithoutArticleDate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"It was signed on 15 April 2025.":  "2025-04-15",
		"Last year it fell.":               "",
		"It was signed on April 15.":       "",
		"By the end of the year it opens.": "",
		"Since 2018 it fell.":              "2018/..",
		"By 2030 it will be done.":         "../2030",
	} {
		if got := strings.Join(read(text, "en", ""), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAnchorPrecisions(t *testing.T) {
	t.Parallel()
	const text = "Since the beginning of the year 40 people came."
	for day, want := range map[string]string{
		"2024-02-10":           "2024-01-01/2024-02-10",
		"2024-02-10T08:00:00Z": "2024-01-01/2024-02-10",
		"2024-02":              "2024-01-01/2024-02-29",
		"2024":                 "2024-01-01/2024-12-31",
		"soon":                 "",
	} {
		if got := strings.Join(read(text, "en", day), " "); got != want {
			t.Errorf("%s: got %q, want %q", day, got, want)
		}
	}
}

func TestOffsetsAreOfTheExpression(t *testing.T) {
	t.Parallel()
	const text = "Откроют до конца года."
	found := period.Read(text, token.Split(text), "ru", period.AnchorOf(published))
	if len(found) != 1 || found[0].Text != "до конца года" || text[found[0].Start:found[0].End] != found[0].Text {
		t.Errorf("got %+v", found)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"31 June 2023", "from 10 to 12", "99.99.9999", "2024-13-45", "end of end of the year", "within 1e9 years",
		"29 February 1900", "between 2020 and 2019", "first quarter of", "до 30 февраля", "2030-ға дейін", "by by by",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"en", "ru", "kk", "sv"} {
			last := 0
			for _, found := range period.Read(text, token.Split(text), language, period.AnchorOf(published)) {
				if found.Start < last || found.End <= found.Start || text[found.Start:found.End] != found.Text {
					t.Fatalf("%q: %q at %d–%d after %d", text, found.Text, found.Start, found.End, last)
				}
				last = found.End
				if _, err := models.ParseDate(found.ISO()); err != nil {
					t.Fatalf("%q: %q cannot be read back: %v", text, found.ISO(), err)
				}
				if !found.From.IsZero() && !found.To.IsZero() && found.To.Before(found.From) {
					t.Fatalf("%q: %s ends before it starts", text, found.ISO())
				}
			}
		}
	})
}
