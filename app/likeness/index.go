package likeness

import "slices"

// Index finds the texts that may be nearly the same as another one, by the
// bands of their signatures. It is for some ten thousand texts that come one by
// one; a [Finder] is for many at once. It is not safe for concurrent writing.
type Index struct {
	buckets [bands]map[uint32][]int64
}

// NewIndex makes an empty index.
func NewIndex() *Index {
	x := &Index{}
	for i := range x.buckets {
		x.buckets[i] = map[uint32][]int64{}
	}
	return x
}

// Add keeps a signature under an id. That of a text without a word is not
// kept.
func (x *Index) Add(id int64, s Signature) {
	if s.Empty() {
		return
	}
	for at, bucket := range x.buckets {
		key := s.band(at)
		bucket[key] = append(bucket[key], id)
	}
}

// Near returns the ids of the texts that share a band with a signature, in
// ascending order, each once. Of texts at [Threshold] it misses 4 in 10,000,
// of liker ones fewer; unlike ones among them are left to the caller to tell by
// their resemblance.
func (x *Index) Near(s Signature) []int64 {
	if s.Empty() {
		return nil
	}
	var ids []int64
	for at, bucket := range x.buckets {
		ids = append(ids, bucket[s.band(at)]...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
