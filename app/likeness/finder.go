package likeness

import (
	"cmp"
	"slices"
)

// reach is how many of the texts before it in a bucket a text is compared
// with. It bounds the work for a bucket of thousands, all of one pattern:
// these are linked over one another.
const reach = 24

// Finder collects many short texts and finds those that are the same or nearly
// the same but of different kinds. It keeps some 160 bytes of a text and not
// the text itself. The zero value is not of use: make it with [NewFinder].
type Finder struct {
	wording map[uint64]int32 // the wording of a text by the hash of its words
	sets    []uint32         // the shingles of all wordings, one after the other
	ends    []int            // where those of a wording end
	bands   [bands][]uint32  // by wording
	kinds   []mixture        // by wording
	items   []item
}

type item struct {
	id      int64
	wording int32
	kind    uint32
}

// mixture is the kinds of the texts of one wording or of several.
type mixture struct {
	kind  uint32
	known bool
	mixed bool
}

func (m *mixture) add(kind uint32) {
	m.mixed = m.mixed || (m.known && m.kind != kind)
	m.kind, m.known = kind, true
}

func (m *mixture) join(other mixture) {
	m.add(other.kind)
	m.mixed = m.mixed || other.mixed
}

// NewFinder makes a finder without texts.
func NewFinder() *Finder { return &Finder{wording: map[uint64]int32{}} }

// Add takes a text in. Its kind is what like texts are expected to share. A
// text without a word is left out.
func (f *Finder) Add(id int64, text string, kind uint32) {
	words := Words(text)
	if len(words) == 0 {
		return
	}
	hash := hashOf(words)
	at, known := f.wording[hash]
	if !known {
		at = f.newWording(hash, shinglesOf(words, SentenceWidth))
	}
	f.kinds[at].add(kind)
	f.items = append(f.items, item{id, at, kind})
}

func (f *Finder) newWording(hash uint64, set Set) int32 {
	at := int32(len(f.ends)) //nolint:gosec // more than two thousand million texts do not fit into memory
	f.wording[hash] = at
	f.sets = append(f.sets, set...)
	f.ends = append(f.ends, len(f.sets))
	f.kinds = append(f.kinds, mixture{})
	signature := set.Signature()
	for i := range f.bands {
		f.bands[i] = append(f.bands[i], signature.band(i))
	}
	return at
}

func (f *Finder) resemblance(one, other int32) float64 { return f.set(one).Resemblance(f.set(other)) }

func (f *Finder) set(wording int32) Set {
	if wording == 0 {
		return f.sets[:f.ends[0]]
	}
	return f.sets[f.ends[wording-1]:f.ends[wording]]
}

// link joins the wordings that share a bucket of a band and are alike indeed.
// Buckets of one kind are passed over: there is nothing to find.
func (f *Finder) link(keys []uint32, linked *forest) {
	order := make([]int32, len(keys))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(a, b)) })
	for start := 0; start < len(order); {
		end := start + 1
		kinds := f.kinds[order[start]]
		for end < len(order) && keys[order[end]] == keys[order[start]] {
			kinds.join(f.kinds[order[end]])
			end++
		}
		if kinds.mixed {
			f.compare(order[start:end], linked)
		}
		start = end
	}
}

func (f *Finder) compare(bucket []int32, linked *forest) {
	for i, one := range bucket {
		for _, other := range bucket[max(0, i-reach):i] {
			if linked.root(one) != linked.root(other) && f.resemblance(one, other) >= Threshold {
				linked.join(one, other)
			}
		}
	}
}
