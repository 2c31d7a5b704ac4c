package segment_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"glossator/app/segment"
)

// readShared returns a file of the data folder that stands beside the checkout;
// without the folder the test is skipped.
func readShared(tb testing.TB, path ...string) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		folder := filepath.Join(dir, "shared", "data")
		if _, err := os.Stat(folder); err == nil {
			return readText(tb, filepath.Join(append([]string{folder}, path...)...))
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			tb.Skip("the development data is not here")
		}
		dir = parent
	}
}

func readText(tb testing.TB, path string) string {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Skipf("the development data is not complete: %v", err)
	}
	return string(data)
}

// goldenFile is a file of rule cases.
type goldenFile struct {
	Lang  string `json:"lang"`
	Cases []struct {
		Lang  string   `json:"lang"`
		Text  string   `json:"text"`
		Sents []string `json:"sents"`
	} `json:"cases"`
}

// disputed are the beginnings of the golden cases that the package decides
// otherwise, with the reason.
var disputed = map[string]string{
	"«К чему ты готовишься? – спросила мама.": "a full sentence inside a quotation is a unit",
	"Л.Н. Толстой написал":                    "the case joins a caption that ends in a year with the sentence behind it",
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, set := range []struct {
		file string
		pass int
	}{
		{"en.json", 48}, {"kk.json", 13}, {"ru-all.json", 40}, {"product-cases.json", 41}, {"en-chal.json", 81}, {"en-more.json", 95},
	} {
		t.Run(set.file, func(t *testing.T) {
			t.Parallel()
			var g goldenFile
			if err := json.Unmarshal([]byte(readShared(t, "segmentation", "golden", set.file)), &g); err != nil {
				t.Fatal(err)
			}
			if passed := countGolden(t, &g); passed < set.pass {
				t.Errorf("%d of %d cases hold, %d are due", passed, len(g.Cases), set.pass)
			}
		})
	}
}

// countGolden returns how many cases hold and logs the others.
func countGolden(t *testing.T, g *goldenFile) (passed int) {
	t.Helper()
	for _, c := range g.Cases {
		lang := c.Lang
		if lang == "" {
			lang = g.Lang
		}
		got := sentences(c.Text, lang)
		if slices.EqualFunc(got, c.Sents, sameWords) {
			passed++
			continue
		}
		reason := "open"
		for start, why := range disputed {
			if strings.HasPrefix(c.Text, start) {
				reason = why
			}
		}
		t.Logf("%s: got %q", reason, got)
	}
	return passed
}

// sameWords compares two texts with their white space made even.
func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// developmentSets are treebank texts, with the least F1 over marked boundaries
// and the most false splits they may have.
var developmentSets = []struct {
	name, lang  string
	f1          float64 // percent
	falseSplits int
}{
	{"d-en-news", "en", 98.6, 6},
	{"d-en-ewt", "en", 98.4, 11},
	{"d-ru-gsd", "ru", 99.5, 3},
	{"d-ru-taiga", "ru", 99.9, 0},
	{"d-kk-ktb", "kk", 99.8, 1},
}

func TestDevelopmentSets(t *testing.T) {
	t.Parallel()
	for _, set := range developmentSets {
		t.Run(set.name, func(t *testing.T) {
			t.Parallel()
			text := readShared(t, "segmentation", set.name+".txt")
			gold := readGold(t, readShared(t, "segmentation", set.name+".gold.jsonl"))
			checkPromises(t, text, set.lang)
			f1, falseSplits := score(text, gold, segment.Split(text, set.lang))
			t.Logf("F1 over marked boundaries %.2f, false splits %d", f1, falseSplits)
			if f1 < set.f1 || falseSplits > set.falseSplits {
				t.Errorf("F1 %.2f, at least %.2f is due; %d false splits, at most %d are", f1, set.f1, falseSplits, set.falseSplits)
			}
		})
	}
}

// goldSentence is one sentence of a development set, in bytes.
type goldSentence struct {
	Start int `json:"start"`
	End   int `json:"end"`
	Par   int `json:"par"`
}

// readGold reads the sentences behind the head line of a set.
func readGold(t *testing.T, data string) (gold []goldSentence) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(data))
	var head map[string]string
	if err := dec.Decode(&head); err != nil {
		t.Fatal(err)
	}
	for dec.More() {
		var g goldSentence
		if err := dec.Decode(&g); err != nil {
			t.Fatal(err)
		}
		gold = append(gold, g)
	}
	return gold
}

// score compares boundaries inside paragraphs. A missed boundary counts when a
// final mark stands before it; every false split counts.
func score(text string, gold []goldSentence, spans []segment.Span) (f1 float64, falseSplits int) {
	inner, outer := make(map[int]bool), make(map[int]bool)
	for i, g := range gold {
		if i+1 < len(gold) && gold[i+1].Par == g.Par {
			inner[g.End] = true
		} else {
			outer[g.End] = true
		}
	}
	found, missed := 0, 0
	for _, s := range spans {
		switch {
		case inner[s.End]:
			if isMarked(text[:s.End]) {
				found++
			}
			delete(inner, s.End)
		case !outer[s.End]:
			falseSplits++
		}
	}
	for end := range inner {
		if isMarked(text[:end]) {
			missed++
		}
	}
	return 200 * float64(found) / float64(2*found+falseSplits+missed), falseSplits
}

// isMarked reports whether text ends with a final mark and what closes behind it.
func isMarked(text string) bool {
	const closers = " \"'”’»)]}“`*_"
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closers))
	return strings.ContainsRune(".!?…。！？", r)
}

// The sentences of a whole imported article, offsets in code points.
func TestArticle(t *testing.T) {
	t.Parallel()
	text := readShared(t, "articles", "hddp-meeting.txt")
	var gold struct {
		Sentences []goldSentence `json:"sentences"`
	}
	if err := json.Unmarshal([]byte(readShared(t, "articles", "hddp-meeting.sentences.json")), &gold); err != nil {
		t.Fatal(err)
	}
	for _, lang := range languageTags {
		spans := segment.Split(text, lang)
		if len(spans) != len(gold.Sentences) {
			t.Fatalf("%q: %d sentences, %d are due", lang, len(spans), len(gold.Sentences))
		}
		for i, s := range spans {
			start, end := utf8.RuneCountInString(text[:s.Start]), utf8.RuneCountInString(text[:s.End])
			if g := gold.Sentences[i]; start != g.Start || end != g.End {
				t.Errorf("%q: sentence %d at %d-%d, due at %d-%d", lang, i, start, end, g.Start, g.End)
			}
		}
	}
}
