package likeness_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glossator/app/likeness"
)

func texts(words []likeness.Word) string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return strings.Join(all, "|")
}

func TestWordsAreFoldedAndPlaced(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                           "",
		" — !":                       "",
		"Ёлка,ЁЛКА; ёлка":            "елка|елка|елка",
		"Қазақстан 2026-ж.":          "қазақстан|2026|ж",
		"co\u00adoperate, 12\u00a0%": "cooperate|12",
		"и\u0306од Йод":              "йод|йод", // the mark written apart
		"\u00ad":                     "",
	} {
		if got := texts(likeness.Words(text)); got != want {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
	words := likeness.Words("«Ел» да!")
	if want := (likeness.Place{Start: 5, End: 7}); len(words) != 2 || words[1].Place != want {
		t.Errorf("%v", words)
	}
}

func TestResemblance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b  string
		width int
		want  float64
	}{
		{"The court met.", "the COURT met", likeness.SentenceWidth, 1},
		{"a b c d e f g h i 10", "a b c d e f g h i 11", likeness.SentenceWidth, 9.0 / 11},
		{"a b c d", "a b c d d", likeness.SentenceWidth, 4.0 / 5}, // the second d is another shingle
		{"a b c d e f", "a b c d e f g", likeness.ArticleWidth, 2.0 / 3},
		{"a b", "a b", likeness.ArticleWidth, 1},
		{"", "", likeness.SentenceWidth, 0},
		{"", "a", likeness.SentenceWidth, 0},
		{"one", "two", likeness.SentenceWidth, 0},
	} {
		a, b := likeness.Shingles(c.a, c.width), likeness.Shingles(c.b, c.width)
		if got := a.Resemblance(b); math.Abs(got-c.want) > 1e-9 || got != b.Resemblance(a) {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// sentence makes words of a small vocabulary, most of them rare.
func sentence(r *rand.Rand, length int) []string {
	words := make([]string, length)
	for i := range words {
		words[i] = "w" + strings.Repeat("o", r.IntN(3)) + string(rune('a'+r.IntN(26))) + string(rune('a'+r.IntN(26)))
	}
	return words
}

// changed replaces so many of the words.
func changed(r *rand.Rand, words []string, count int) []string {
	words = slices.Clone(words)
	for range count {
		words[r.IntN(len(words))] = "x" + string(rune('a'+r.IntN(26)))
	}
	return words
}

func TestSignatureEstimatesResemblance(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	const pairs, most = 200, 5 // standard errors
	var sum float64
	for range pairs {
		words := sentence(r, 60)
		a := likeness.Shingles(strings.Join(words, " "), 1)
		b := likeness.Shingles(strings.Join(changed(r, words, r.IntN(20)), " "), 1)
		truth, estimate := a.Resemblance(b), a.Signature().Resemblance(b.Signature())
		deviation := math.Sqrt(max(truth*(1-truth), 0.01) / likeness.Functions)
		if math.Abs(estimate-truth) > most*deviation {
			t.Errorf("estimated %v of %v", estimate, truth)
		}
		sum += estimate - truth
	}
	if mean := sum / pairs; math.Abs(mean) > 0.02 {
		t.Errorf("the estimate is off by %v on the average", mean)
	}
}

// Signatures are stored: those of another version have to be the same.
func TestSignatureStaysTheSame(t *testing.T) {
	t.Parallel()
	s := likeness.Shingles("Министерство откроет 3 приюта к концу года.", likeness.SentenceWidth).Signature()
	if s[0] != 0x570a252 || s[likeness.Functions-1] != 0x3fa316bb {
		t.Errorf("the signature begins with %#x and ends with %#x", s[0], s[likeness.Functions-1])
	}
	back, ok := likeness.ParseSignature(s.Bytes())
	if !ok || back != s {
		t.Error("a stored signature is another one")
	}
	if _, ok := likeness.ParseSignature([]byte("short")); ok {
		t.Error("five bytes are a signature")
	}
	if empty := likeness.Shingles("…", 1).Signature(); !empty.Empty() || s.Empty() || empty.Resemblance(empty) != 0 {
		t.Error("a text without a word is like something")
	}
}

func TestIndexFindsTheNear(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 5))
	index := likeness.NewIndex()
	index.Add(-1, likeness.Shingles("", 1).Signature())
	var originals [][]string
	for i := range 500 {
		words := sentence(r, 20)
		originals = append(originals, words)
		index.Add(int64(i), likeness.Shingles(strings.Join(words, " "), 1).Signature())
	}
	proposed := 0
	for i, words := range originals {
		near := likeness.Shingles(strings.Join(changed(r, words, 2), " "), 1) // 18 of 22 or more
		found := index.Near(near.Signature())
		if !slices.Contains(found, int64(i)) {
			t.Errorf("text %d is not found", i)
		}
		proposed += len(found)
	}
	if proposed > 600 {
		t.Errorf("%d texts proposed for 500", proposed)
	}
	if found := index.Near(likeness.Set(nil).Signature()); found != nil {
		t.Errorf("nothing is near %v", found)
	}
}

func TestDifferences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b, inA, inB string }{
		{"same words", "Same, words!", "", ""},
		{"the 192 victims", "the 193 victims", "192", "193"},
		{"a b c", "a c", "b", ""},
		{"", "a b", "", "a b"},
		{"Суд открыл дело сегодня", "Суд вчера открыл новое дело", "сегодня", "вчера|новое"},
		{"x y z", "z y x", "x y", "y x"},
	} {
		inA, inB := likeness.Differences(c.a, c.b)
		if got := cut(c.a, inA); got != c.inA {
			t.Errorf("only in %q: %q, want %q", c.a, got, c.inA)
		}
		if got := cut(c.b, inB); got != c.inB {
			t.Errorf("only in %q: %q, want %q", c.b, got, c.inB)
		}
	}
}

func cut(text string, places []likeness.Place) string {
	var parts []string
	for _, p := range places {
		parts = append(parts, string([]rune(text)[p.Start:p.End]))
	}
	return strings.Join(parts, "|")
}

func FuzzDifferences(f *testing.F) {
	f.Add("Суд открыл дело.", "суд закрыл дело")
	f.Add("a\u00adb c", "ab\xff d")
	f.Add("", "ёЁ")
	f.Fuzz(func(t *testing.T, a, b string) {
		inA, inB := likeness.Differences(a, b)
		if left, right := without(a, inA), without(b, inB); left != right {
			t.Errorf("%q and %q keep %q and %q", a, b, left, right)
		}
		sa, sb := likeness.Shingles(a, likeness.SentenceWidth), likeness.Shingles(b, likeness.SentenceWidth)
		if r := sa.Resemblance(sb); r != sb.Resemblance(sa) || r < 0 || r > 1 || (len(sa) > 0 && sa.Resemblance(sa) != 1) {
			t.Errorf("%q and %q resemble by %v", a, b, r)
		}
		if !slices.IsSorted(sa) || (slices.Equal(sa, sb) && sa.Signature() != sb.Signature()) {
			t.Errorf("%q and %q: other signatures of the same set", a, b)
		}
	})
}

// without returns the words outside places.
func without(text string, places []likeness.Place) string {
	var kept []string
	for _, w := range likeness.Words(text) {
		if !slices.ContainsFunc(places, func(p likeness.Place) bool { return p.Start <= w.Start && w.End <= p.End }) {
			kept = append(kept, w.Text)
		}
	}
	return strings.Join(kept, " ")
}
