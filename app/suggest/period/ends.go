package period

// by reads "by 2030", "before 1 September" and "until the end of the month".
func (r reader) by(i int) (Interval, int) {
	kind, n := r.w.by.Match(r.t, i)
	if n == 0 {
		return Interval{}, 0
	}
	found, m := r.stretchWide(i + n)
	if m == 0 {
		return Interval{}, 0
	}
	interval, ok := r.deadline(found, kind)
	if !ok {
		return Interval{}, 0
	}
	return interval, n + m
}

// exclusive is the value of words that end a deadline before their date.
const exclusive = "before"

func (r reader) deadline(s stretch, kind string) (Interval, bool) {
	s, ok := r.now.resolve(s, forward)
	if !ok {
		return Interval{}, false
	}
	precision := s.precision
	last := s.last
	switch {
	case kind == exclusive && !s.end:
		last, precision = s.first.AddDate(0, 0, -1), Day
	case s.begin:
		last, precision = s.first, Day
	case s.end:
		precision = s.whole.precision
	}
	return Interval{To: last, Precision: precision, Relation: Deadline}, true
}

// since reads "since 2018" and "since the beginning of the year": up to the
// article's day.
func (r reader) since(i int) (Interval, int) {
	_, n := r.w.since.Match(r.t, i)
	if n == 0 {
		return Interval{}, 0
	}
	s, m := r.stretchWide(i + n)
	if m == 0 {
		return Interval{}, 0
	}
	found, ok := r.sinceThen(s)
	if !ok {
		return Interval{}, 0
	}
	return found, n + m
}

func (r reader) sinceThen(s stretch) (Interval, bool) {
	s, ok := r.now.resolve(s, backward)
	if !ok {
		return Interval{}, false
	}
	if r.now.Known() && s.first.After(r.now.day) { // "from 1 January": a start to come
		return Interval{From: s.first, Precision: s.precision, Relation: Start}, true
	}
	precision := Day
	if !r.now.Known() {
		precision = s.precision
	}
	return Interval{From: s.first, To: r.now.day, Precision: precision, Relation: Past}, true
}

// from reads "from 1 January" and "starting in 2027".
func (r reader) from(i int) (Interval, int) {
	_, n := r.w.from.Match(r.t, i)
	if n == 0 {
		return Interval{}, 0
	}
	s, m := r.stretchWide(i + n)
	if m == 0 {
		return Interval{}, 0
	}
	s, ok := r.now.resolve(s, forward)
	if !ok {
		return Interval{}, 0
	}
	return Interval{From: s.first, Precision: s.precision, Relation: Start}, n + m
}

// after reads "after 2030": from the next day on.
func (r reader) after(i int) (Interval, int) {
	_, n := r.w.after.Match(r.t, i)
	if n == 0 {
		return Interval{}, 0
	}
	s, m := r.stretchWide(i + n)
	if m == 0 {
		return Interval{}, 0
	}
	s, ok := r.now.resolve(s, nearest)
	if !ok {
		return Interval{}, 0
	}
	return Interval{From: s.last.AddDate(0, 0, 1), Precision: s.precision, Relation: Start}, n + m
}

// postposed reads what Kazakh sets behind a date: "2030 жылға дейін".
func (r reader) postposed(s stretch, i int) (Interval, int) {
	if kind, n := r.w.byAfter.Match(r.t, i); n > 0 {
		if found, ok := r.deadline(s, kind); ok {
			return found, n
		}
	}
	if _, n := r.w.sinceAfter.Match(r.t, i); n > 0 {
		if found, ok := r.sinceThen(s); ok {
			return found, n
		}
	}
	if _, n := r.w.afterAfter.Match(r.t, i); n > 0 {
		if s, ok := r.now.resolve(s, nearest); ok {
			return Interval{From: s.last.AddDate(0, 0, 1), Precision: s.precision, Relation: Start}, n
		}
	}
	return Interval{}, 0
}
