package period

// edge reads "the end of 2025", "early next year", "mid-June", and what Kazakh
// sets behind: "жыл соңы".
func (r reader) edge(i int) (stretch, int) {
	p, n := r.edgeWord(i, r.w.begin, r.w.middle, r.w.end)
	if n == 0 {
		return r.edgeBehind(i)
	}
	k := i + n
	if r.low(k) == "-" {
		k++
	}
	k = r.skip(k, r.w.filler)
	if _, nested := r.edgeWord(k, r.w.begin, r.w.middle, r.w.end); nested > 0 {
		return stretch{}, 0
	}
	s, m := r.stretchWide(k)
	if m == 0 {
		return stretch{}, 0
	}
	s, ok := r.now.resolve(s, r.edgeSide())
	if !ok {
		return stretch{}, 0
	}
	return s.narrow(p), k + m - i
}

func (r reader) edgeSide() direction {
	if r.ahead {
		return forward
	}
	return nearest
}

// edgeWord reads which part of a stretch a word of the lists names.
func (r reader) edgeWord(i int, lists ...matcher) (part, int) {
	for p, list := range lists {
		if _, n := list.Match(r.t, i); n > 0 {
			return part(p), n
		}
	}
	return 0, 0
}

// edgeBehind reads "жыл соңы": a unit, a year or a month, then its part.
func (r reader) edgeBehind(i int) (stretch, int) {
	s, n := r.bareUnit(i)
	if n == 0 {
		s, n = r.firstOf([]shape{reader.namedYear}, i)
	}
	if n == 0 {
		month, m := r.month(i)
		if m == 0 || !r.now.Known() {
			return stretch{}, 0
		}
		resolved, ok := r.now.resolve(stretch{yearless: true, month: month, months: 1, precision: Month}, r.edgeSide())
		if !ok {
			return stretch{}, 0
		}
		s, n = resolved, m
	}
	p, m := r.edgeWord(i+n, r.w.beginAfter, r.w.middleAfter, r.w.endAfter)
	if m == 0 {
		return stretch{}, 0
	}
	return s.narrow(p), n + m
}
