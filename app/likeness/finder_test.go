package likeness_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"glossator/app/likeness"
)

// kinds of the tests.
const (
	none uint32 = iota
	claim
	statistic
)

// found returns the groups of a finder as text.
func found(t *testing.T, f *likeness.Finder) string {
	t.Helper()
	groups, err := f.Groups(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, g := range groups {
		sign := "~"
		if g.Identical {
			sign = "="
		}
		all = append(all, sign+fmt.Sprint(g.IDs))
	}
	return strings.Join(all, " ")
}

func TestGroupsAreOfSeveralKinds(t *testing.T) {
	t.Parallel()
	f := likeness.NewFinder()
	const promise = "The ministry will open %s shelters by the end of the year"
	f.Add(1, fmt.Sprintf(promise, "3"), claim)
	f.Add(2, "Nothing of the kind.", none)
	f.Add(3, "Read also", none)
	f.Add(4, "READ ALSO!", claim)
	f.Add(5, "…", claim)
	f.Add(6, fmt.Sprintf(promise, "4"), none)
	f.Add(7, fmt.Sprintf(promise, "4")+".", none)
	f.Add(8, "Another sentence about another thing", none)
	f.Add(9, "Another sentence about another thing.", none)
	if got, want := found(t, f), "=[3 4] ~[6 7 1]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := found(t, likeness.NewFinder()); got != "" {
		t.Errorf("nothing gives %s", got)
	}
}

// The ends of a chain are not like one another: a group holds only what is like
// its first text.
func TestChainsAreDivided(t *testing.T) {
	t.Parallel()
	f := likeness.NewFinder()
	words := strings.Fields("a b c d e f g h i j k l m n o p q r s t")
	for i := range 8 {
		kind := none
		if i >= 5 {
			kind = claim
		}
		f.Add(int64(i), strings.Join(words, " "), kind)
		words[2*i], words[2*i+1] = fmt.Sprint("x", i), fmt.Sprint("y", i)
	}
	if got, want := found(t, f), "~[4 3 5]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestFindingStops(t *testing.T) {
	t.Parallel()
	f := likeness.NewFinder()
	f.Add(1, "a", none)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Groups(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// What is found among random texts is compared with every pair.
func TestEveryPairIsFound(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	f := likeness.NewFinder()
	var sets []likeness.Set
	var kinds []uint32
	for range 400 {
		words := sentence(r, 12+r.IntN(20))
		for range 1 + r.IntN(3) {
			text := strings.Join(changed(r, words, r.IntN(3)), " ")
			kind := uint32(r.IntN(3))
			f.Add(int64(len(sets)), text, kind)
			sets, kinds = append(sets, likeness.Shingles(text, likeness.SentenceWidth)), append(kinds, kind)
		}
	}
	groups, err := f.Groups(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	inGroup := map[int64]bool{}
	for _, g := range groups {
		several := false
		for _, id := range g.IDs {
			inGroup[id] = true
			several = several || kinds[id] != kinds[g.IDs[0]]
			if sets[g.IDs[0]].Resemblance(sets[id]) < likeness.Threshold {
				t.Errorf("%d is not like %d", id, g.IDs[0])
			}
		}
		if !several {
			t.Errorf("%v are of one kind", g.IDs)
		}
	}
	for a := range sets {
		for b := range a {
			if kinds[a] != kinds[b] && sets[a].Resemblance(sets[b]) >= likeness.Threshold && (!inGroup[int64(a)] || !inGroup[int64(b)]) {
				t.Errorf("%d and %d are lost", a, b)
			}
		}
	}
	if len(groups) < 50 {
		t.Errorf("only %d groups", len(groups))
	}
}

// news makes sentences as a project has them: most are of their own, some come
// again with another figure.
func news(count int) []string {
	r := rand.New(rand.NewPCG(5, 6))
	list := make([]string, count)
	for i := range list {
		if i > 0 && r.IntN(10) == 0 {
			list[i] = strings.Join(changed(r, strings.Fields(list[r.IntN(i)]), r.IntN(2)), " ")
			continue
		}
		list[i] = strings.Join(sentence(r, 8+r.IntN(24)), " ")
	}
	return list
}

func BenchmarkFinder(b *testing.B) {
	list := news(100_000)
	for b.Loop() {
		f := likeness.NewFinder()
		for i, text := range list {
			f.Add(int64(i), text, uint32(i%4))
		}
		groups, err := f.Groups(b.Context(), nil)
		if err != nil || len(groups) == 0 {
			b.Fatal(len(groups), err)
		}
	}
}

// All sentences are of one pattern: the worst that there is for banding.
func BenchmarkOnePattern(b *testing.B) {
	for b.Loop() {
		f := likeness.NewFinder()
		for i := range 20_000 {
			f.Add(int64(i), fmt.Sprintf("The court of the district number %d opened the hearing of the case today at noon", i), uint32(i%2))
		}
		groups, err := f.Groups(b.Context(), nil)
		if err != nil || !slices.ContainsFunc(groups, func(g likeness.Group) bool { return len(g.IDs) == 20_000 }) {
			b.Fatal(len(groups), err)
		}
	}
}

func BenchmarkArticleSignature(b *testing.B) {
	text := strings.Join(news(50), " ")
	for b.Loop() {
		_ = likeness.Shingles(text, likeness.ArticleWidth).Signature()
	}
}
