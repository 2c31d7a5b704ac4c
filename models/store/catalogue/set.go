package catalogue

// Work is what an annotator has done on the articles. The zero value: nothing.
type Work struct{ marks []Mark } // by the article's id; ids are dense

// Mark is an annotator's work on one article.
type Mark struct {
	Seen     int // sentences that she has tagged or marked as holding nothing
	Finished bool
}

// At returns the work on an article.
func (w *Work) At(id int64) Mark {
	if w == nil || id >= int64(len(w.marks)) {
		return Mark{}
	}
	return w.marks[id]
}

// Put replaces the work on an article.
func (w *Work) Put(id int64, m Mark) {
	if missing := id + 1 - int64(len(w.marks)); missing > 0 {
		w.marks = append(w.marks, make([]Mark, missing)...)
	}
	w.marks[id] = m
}

// Set is a set of articles, a bit for each id up to the highest. The zero
// value is empty.
type Set struct{ bits []uint64 }

// wordBits is the length of a piece of a [Set].
const wordBits = 64

// Has reports whether an article is in the set.
func (s *Set) Has(id int64) bool {
	at := id / wordBits
	return at < int64(len(s.bits)) && s.bits[at]&(1<<(id%wordBits)) != 0
}

// Add puts an article into the set.
func (s *Set) Add(id int64) {
	at := id / wordBits
	if missing := at + 1 - int64(len(s.bits)); missing > 0 {
		s.bits = append(s.bits, make([]uint64, missing)...)
	}
	s.bits[at] |= 1 << (id % wordBits)
}

// Remove takes an article out.
func (s *Set) Remove(id int64) {
	if s.Has(id) {
		s.bits[id/wordBits] &^= 1 << (id % wordBits)
	}
}
