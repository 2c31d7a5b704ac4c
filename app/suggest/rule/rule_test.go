package rule_test

import (
	"os"
	"strings"
	"testing"

	"glossator/app/suggest/rule"
)

// score counts the hits and misses of one rule.
type score struct{ hits, falseAlarms, misses float64 }

func (s score) f1() float64 { return 2 * s.hits / (2*s.hits + s.falseAlarms + s.misses) }

// examples reads the codebook's examples: the letters of their labels, and the
// sentence.
func examples(t *testing.T) [][2]string {
	t.Helper()
	data, err := os.ReadFile("../testdata/examples.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for line := range strings.Lines(string(data)) {
		letters, text, found := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if found && !strings.HasPrefix(line, "#") {
			out = append(out, [2]string{letters, text})
		}
	}
	return out
}

func TestCodebookExamples(t *testing.T) {
	t.Parallel()
	all := examples(t)
	const size = 102
	if len(all) != size {
		t.Fatalf("%d examples, want %d", len(all), size)
	}
	for _, c := range []struct {
		letter string
		least  float64
		pick   func(rule.Verdicts) []rule.Reason
	}{
		{"C", 0.95, func(v rule.Verdicts) []rule.Reason { return v.Commitment }},
		{"S", 0.94, func(v rule.Verdicts) []rule.Reason { return v.Statistic }},
		{"L", 0.63, func(v rule.Verdicts) []rule.Reason { return v.Claim }},
	} {
		var found score
		for _, example := range all {
			reasons := c.pick(rule.Judge(rule.Read(example[1], "en")))
			want, got := strings.Contains(example[0], c.letter), rule.Total(reasons) > 0
			switch {
			case want && got:
				found.hits++
			case got:
				found.falseAlarms++
			case want:
				found.misses++
			}
			if want != got {
				t.Logf("%s: want %v, got %.1f: %q %v", c.letter, want, rule.Total(reasons), example[1], reasons)
			}
		}
		t.Logf("%s: F1 %.3f", c.letter, found.f1())
		if found.f1() < c.least {
			t.Errorf("%s: F1 %.3f, want at least %.2f", c.letter, found.f1(), c.least)
		}
	}
}

func TestRussianAndKazakhExamples(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../testdata/examples-ru-kk.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var found score
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(row) != 3 {
			continue
		}
		verdicts := rule.Judge(rule.Read(row[2], row[0]))
		for letter, reasons := range map[string][]rule.Reason{"C": verdicts.Commitment, "S": verdicts.Statistic} {
			want, got := row[1] == letter, rule.Total(reasons) > 0
			switch {
			case want && got:
				found.hits++
			case got:
				found.falseAlarms++
			case want:
				found.misses++
			}
			if want != got {
				t.Logf("%s: want %v, got %.1f: %q %v", letter, want, rule.Total(reasons), row[2], reasons)
			}
		}
	}
	const least = 0.9
	if found.f1() < least {
		t.Errorf("F1 %.2f, want at least %.2f", found.f1(), least)
	}
}
