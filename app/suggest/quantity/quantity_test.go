package quantity_test

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"glossator/app/suggest/quantity"
	"glossator/app/suggest/token"
)

// columns of testdata/phrases.tsv.
const (
	colLanguage = iota
	colText
	colKind
	colValue
	colUnit
	colBound
	colCounted
	colCount
)

func phrases(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		for len(row) < colCount {
			row = append(row, "")
		}
		out = append(out, row)
	}
	return out
}

// miss says what is wrong about the first number that is read in a phrase,
// empty when nothing is.
func miss(row []string) string {
	found := quantity.Read(token.Split(row[colText]), row[colLanguage])
	if len(found) == 0 {
		return "nothing found"
	}
	q := found[0]
	want, err := strconv.ParseFloat(row[colValue], 64)
	if err != nil {
		return err.Error()
	}
	timeless := q.Kind == quantity.Clock || q.Kind == quantity.Date
	counted := row[colText][q.Counted.Start:q.Counted.End]
	switch {
	case string(q.Kind) != row[colKind], !timeless && math.Abs(q.Value-want) > 1e-6:
		return fmt.Sprintf("got %s %v, want %s %v", q.Kind, q.Value, row[colKind], want)
	case row[colUnit] != "" && q.Unit != row[colUnit]:
		return fmt.Sprintf("unit %q, want %q", q.Unit, row[colUnit])
	case string(q.Bound) != row[colBound]:
		return fmt.Sprintf("bound %q, want %q", q.Bound, row[colBound])
	case row[colCounted] != "" && counted != row[colCounted]:
		return fmt.Sprintf("counted %q, want %q", counted, row[colCounted])
	}
	return ""
}

func TestFirstNumberOfPhrases(t *testing.T) {
	t.Parallel()
	for _, row := range phrases(t, "phrases.tsv") {
		if wrong := miss(row); wrong != "" {
			t.Errorf("%q: %s", row[colText], wrong)
		}
	}
}

// The second table was written after the reader; the misses are listed.
func TestShareOfPhrases(t *testing.T) {
	t.Parallel()
	share := func(rows [][]string) (right int) {
		for _, row := range rows {
			wrong := miss(row)
			if wrong == "" {
				right++
				continue
			}
			t.Logf("miss: %s %q: %s", row[colLanguage], row[colText], wrong)
		}
		return right
	}
	first, more := phrases(t, "phrases.tsv"), phrases(t, "more.tsv")
	unseen := share(more)
	right, all := share(first)+unseen, len(first)+len(more)
	t.Logf("%d of %d phrases right, %d of the %d that were written after the reader", right, all, unseen, len(more))
	const leastCases, leastShare = 150, 0.9
	if all < leastCases || float64(right) < leastShare*float64(all) || float64(unseen) < leastShare*float64(len(more)) {
		t.Error("too few phrases are read right")
	}
}

func TestRanges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		language, text string
		low, high      float64
	}{
		{"en", "Between 10 and 20 percent of families are affected.", 10, 20},
		{"en", "It would cost $2-3 million.", 2e6, 3e6},
		{"en", "The plant employs 50–60 people.", 50, 60},
		{"en", "The centre trains 10 to 20 teachers.", 10, 20},
		{"ru", "От 10 до 20 процентов семей пострадали.", 10, 20},
		{"ru", "Открыто 10–15 приютов.", 10, 15},
	} {
		found := quantity.Read(token.Split(c.text), c.language)
		if len(found) != 1 || !found[0].Range || found[0].Value != c.low || found[0].ValueTo != c.high {
			t.Errorf("%q: got %+v", c.text, found)
		}
	}
	change := quantity.Read(token.Split("The number rose from 9 to 10 cases."), "en")
	if len(change) != 2 {
		t.Errorf("a change is two figures, got %+v", change)
	}
}

func TestReasonsForNoQuantity(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"A quota of 30% was introduced.":    "a threshold or target",
		"Fines of up to 500 euros apply.":   "a threshold or target",
		"It was adopted on 15 April.":       "a date",
		"Under article 127 it is a crime.":  "the number of an article or document",
		"They won 3-2 on Sunday.":           "a score",
		"Anna, 42, is a judge.":             "an age",
		"He got 5 years.":                   "a length of time",
		"About 1,240 complaints were made.": "",
	} {
		found := quantity.Read(token.Split(text), "en")
		if len(found) == 0 || found[0].Reason() != want {
			t.Errorf("%q: got %+v, want the reason %q", text, found, want)
		}
	}
}

func TestNumberWordsAreOneFigure(t *testing.T) {
	t.Parallel()
	found := quantity.Read(token.Split("Five hundred and twenty-five thousand, two hundred and one votes"), "en")
	if len(found) != 2 || found[0].Value != 525000 || found[1].Value != 201 {
		t.Errorf("got %+v", found)
	}
	if found = quantity.Read(token.Split("five six seven"), "en"); len(found) != 3 {
		t.Errorf("got %d figures, want 3", len(found))
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"1.2,3.4", "1,,2", "30%%", "5/", "12 of", "between 1 and", "$", "№ 5-", "٣ people", "half", "10-ға 5", "1 000 000 000 000 000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"en", "ru", "kk", "sv"} {
			last := 0
			tokens := token.Split(text)
			for _, q := range quantity.Read(tokens, language) {
				if q.From < last || q.To <= q.From || q.To > len(tokens) {
					t.Fatalf("%q: figure at %d–%d after %d", text, q.From, q.To, last)
				}
				last = q.To
				for _, s := range []quantity.Span{q.Written, q.Counted} {
					if s.Start < 0 || s.End > len(text) || (s.Start > s.End) {
						t.Fatalf("%q: span %+v", text, s)
					}
				}
				if math.IsNaN(q.Value) || math.IsInf(q.Value, 0) {
					t.Fatalf("%q: value %v", text, q.Value)
				}
			}
		}
	})
}
