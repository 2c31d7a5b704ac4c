package likeness

import (
	"cmp"
	"context"
	"slices"
)

// Group is texts that are all at least [Threshold] like the first one and of
// more than one kind.
type Group struct {
	IDs       []int64  // those of the most frequent wording first, else in the order in which they were taken in
	Kinds     []uint32 // of the texts, in the same order
	Identical bool     // all have the same words
	first     int      // where the first one was taken in
}

// Groups returns the groups: first those of the same words, then the others,
// each in the order in which they were taken in. A text may be in two groups
// when two texts that it is like are not like one another. progress hears from
// 0 to 1 how far it is and may be nil. The error is that of ctx.
func (f *Finder) Groups(ctx context.Context, progress func(done float64)) ([]Group, error) {
	linked := newForest(len(f.ends))
	for i := range f.bands {
		if err := ctx.Err(); err != nil {
			return nil, err //nolint:wrapcheck // the caller's own
		}
		f.link(f.bands[i], linked)
		if progress != nil {
			progress(float64(i+1) / bands)
		}
	}
	var groups []Group
	for _, t := range f.trees(linked) {
		parts, err := f.divide(ctx, t)
		if err != nil {
			return nil, err
		}
		groups = append(groups, parts...)
	}
	slices.SortStableFunc(groups, func(a, b Group) int {
		if a.Identical != b.Identical {
			return cmp.Compare(rank(a), rank(b))
		}
		return cmp.Compare(a.first, b.first)
	})
	return groups, nil
}

func rank(g Group) int {
	if g.Identical {
		return 0
	}
	return 1
}

// tree is the wordings that are linked, over others or at once, with the places
// of their texts in the order in which they were taken in.
type tree struct {
	wordings []int32
	texts    map[int32][]int
}

// trees returns the trees of more than one kind.
func (f *Finder) trees(linked *forest) []*tree {
	kinds := make([]mixture, len(f.ends))
	for at := range f.ends {
		kinds[linked.root(int32(at))].join(f.kinds[at])
	}
	var list []*tree
	byRoot := map[int32]*tree{}
	for at, text := range f.items {
		root := linked.root(text.wording)
		if !kinds[root].mixed {
			continue
		}
		t, known := byRoot[root]
		if !known {
			t = &tree{texts: map[int32][]int{}}
			byRoot[root] = t
			list = append(list, t)
		}
		if len(t.texts[text.wording]) == 0 {
			t.wordings = append(t.wordings, text.wording)
		}
		t.texts[text.wording] = append(t.texts[text.wording], at)
	}
	return list
}

// divide makes groups of a tree, whose ends may be unlike: around the most
// frequent wording, around the most frequent of those that are in no group
// yet, and so on. The error is that of ctx.
func (f *Finder) divide(ctx context.Context, t *tree) ([]Group, error) {
	var groups []Group
	leaders := slices.Clone(t.wordings)
	slices.SortStableFunc(leaders, func(a, b int32) int { return cmp.Compare(len(t.texts[b]), len(t.texts[a])) })
	grouped := map[int32]bool{}
	for _, leader := range leaders {
		if grouped[leader] {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err //nolint:wrapcheck // the caller's own
		}
		alike, kinds := f.alike(leader, t.wordings)
		if !kinds.mixed {
			continue // its texts are still looked for by others
		}
		places := slices.Clone(t.texts[leader])
		for _, other := range alike {
			grouped[other] = true
			places = append(places, t.texts[other]...)
		}
		groups = append(groups, f.group(places, len(t.texts[leader])))
	}
	return groups, nil
}

// alike returns the other wordings that are nearly the same as one, and the
// kinds of all of them.
func (f *Finder) alike(one int32, wordings []int32) ([]int32, mixture) {
	var list []int32
	kinds := f.kinds[one]
	for _, other := range wordings {
		if other != one && f.resemblance(one, other) >= Threshold {
			list = append(list, other)
			kinds.join(f.kinds[other])
		}
	}
	return list, kinds
}

// group makes a group of texts, the first so many of which have its first
// wording.
func (f *Finder) group(places []int, leading int) Group {
	slices.Sort(places[leading:])
	g := Group{
		IDs: make([]int64, len(places)), Kinds: make([]uint32, len(places)),
		Identical: leading == len(places), first: slices.Min(places),
	}
	for i, at := range places {
		g.IDs[i], g.Kinds[i] = f.items[at].id, f.items[at].kind
	}
	return g
}
