package segment_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// parting separates the sentences of a case in testdata.
const parting = " ‖ "

// readCases returns the cases of testdata/lang.txt, each as its sentences.
func readCases(tb testing.TB, lang string) [][]string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", lang+".txt"))
	if err != nil {
		tb.Fatal(err)
	}
	var cases [][]string
	for row := range strings.Lines(string(data)) {
		row = strings.TrimRight(row, "\n")
		if row != "" && !strings.HasPrefix(row, "#") {
			cases = append(cases, strings.Split(row, parting))
		}
	}
	return cases
}

func TestCases(t *testing.T) {
	t.Parallel()
	const enough = 60
	for _, lang := range []string{"en", "ru", "kk"} {
		cases := readCases(t, lang)
		if len(cases) < enough {
			t.Errorf("%s has %d cases, at least %d are wanted", lang, len(cases), enough)
		}
		for _, sents := range cases {
			text := strings.Join(sents, " ")
			want(t, lang, text, sents...)
			want(t, "", text, sents...)
			checkPromises(t, text, lang)
		}
	}
}

// Languages with a small table are read by their own rules only.
func TestCasesOfNeighbours(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "fr", "ky", "uk", "uz"} {
		for _, sents := range readCases(t, lang) {
			text := strings.Join(sents, " ")
			want(t, lang, text, sents...)
			checkPromises(t, text, lang)
		}
	}
}

// Cases set one after another as paragraphs give the same sentences as each
// alone: a boundary depends on its own line only.
func TestCasesTogether(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ru", "kk"} {
		cases := readCases(t, lang)
		texts, all := make([]string, 0, len(cases)), make([]string, 0, len(cases))
		for _, sents := range cases {
			texts = append(texts, strings.Join(sents, " "))
			all = append(all, sents...)
		}
		if got := sentences(strings.Join(texts, "\n\n"), lang); !slices.Equal(got, all) {
			t.Errorf("%s: %d sentences together, %d one by one", lang, len(got), len(all))
		}
	}
}
