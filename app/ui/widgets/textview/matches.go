package textview

import "sort"

// matches are the places found by a search.
type matches struct {
	spans   []Span
	current int
}

// SetMatches highlights the places that a search found, in rising order, and scrolls to the current one. A current of
// -1 scrolls nowhere; no spans end the search.
func (v *View) SetMatches(spans []Span, current int) {
	v.matches = matches{spans: spans, current: current}
	if current < 0 || current >= len(spans) || !v.reveal(spans[current]) {
		v.decorate()
	}
}

// between returns the matches that overlap a span.
func (m *matches) between(span Span) []Span {
	first := sort.Search(len(m.spans), func(i int) bool { return m.spans[i].End > span.Start })
	last := first + sort.Search(len(m.spans)-first, func(i int) bool { return m.spans[first+i].Start >= span.End })
	return m.spans[first:last]
}

func (m *matches) isCurrent(span Span) bool {
	return m.current >= 0 && m.current < len(m.spans) && m.spans[m.current] == span
}

// visible returns the bytes from the first to the last visible line.
func (p *page) visible() Span {
	if len(p.rows) == 0 {
		return Span{}
	}
	return Span{Start: p.rows[0].span.Start, End: p.rows[len(p.rows)-1].span.End}
}
