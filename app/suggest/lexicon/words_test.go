package lexicon_test

import (
	"testing"

	"glossator/app/suggest/lexicon"
	"glossator/app/suggest/token"
)

const sample = `
# A comment.
[bound]
more_than=at_least over=at_least не_мен*=at_least
обеща*_ный
[promise]
pledge promis* promissory=no
`

func TestMatchTakesTheLongestEntry(t *testing.T) {
	t.Parallel()
	table, err := lexicon.Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	bound := table.Words("bound")
	for _, c := range []struct {
		text, value string
		at, n       int
	}{
		{"More than 40 people", "at_least", 0, 2},
		{"over 40", "at_least", 0, 1},
		{"было не менее 40", "at_least", 1, 2},
		{"more people", "", 0, 0},
		{"more", "", 0, 0},
	} {
		value, n := bound.Match(token.Split(c.text), c.at)
		if value != c.value || n != c.n {
			t.Errorf("%q: got %q over %d tokens, want %q over %d", c.text, value, n, c.value, c.n)
		}
	}
	if _, n := bound.MatchBefore(token.Split("more than 40"), 2); n != 2 {
		t.Errorf("looking back found %d tokens, want 2", n)
	}
}

func TestWordInFullBeatsStem(t *testing.T) {
	t.Parallel()
	table, err := lexicon.Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	promise := table.Words("promise")
	if value, _ := promise.Value("promissory"); value != "no" {
		t.Errorf("got %q", value)
	}
	if !promise.Has("promises") || promise.Has("pledged") || table.Words("absent").Has("pledge") {
		t.Error("stems or lists are mixed up")
	}
}

func TestParseNamesTheLine(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"word", "[a]\nx\n[a]\ny"} {
		if _, err := lexicon.Parse(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}
