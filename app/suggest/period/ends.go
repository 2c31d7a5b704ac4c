package period

// meaning makes an interval of a stretch of time and the value of the words
// that stand before or behind it. It reports whether there is one.
type meaning func(s stretch, kind string) (Interval, bool)

// introduced reads words and the stretch of time that they stand before.
func (r reader) introduced(words matcher, i int, means meaning) (Interval, int) {
	kind, n := words.Match(r.t, i)
	if n == 0 {
		return Interval{}, 0
	}
	s, m := r.stretchWide(i + n)
	if m == 0 {
		return Interval{}, 0
	}
	found, ok := means(s, kind)
	if !ok {
		return Interval{}, 0
	}
	return found, n + m
}

// by reads "by 2030", "before 1 September" and "until the end of the month".
func (r reader) by(i int) (Interval, int) { return r.introduced(r.w.by, i, r.deadline) }

// since reads "since 2018" and "since the beginning of the year".
func (r reader) since(i int) (Interval, int) { return r.introduced(r.w.since, i, r.sinceThen) }

// from reads "from 1 January" and "starting in 2027".
func (r reader) from(i int) (Interval, int) { return r.introduced(r.w.from, i, r.start) }

// after reads "after 2030".
func (r reader) after(i int) (Interval, int) { return r.introduced(r.w.after, i, r.afterwards) }

// postposed reads what Kazakh sets behind a date: "2030 жылға дейін".
func (r reader) postposed(s stretch, i int) (Interval, int) {
	for _, behind := range []struct {
		words matcher
		means meaning
	}{{r.w.byAfter, r.deadline}, {r.w.sinceAfter, r.sinceThen}, {r.w.afterAfter, r.afterwards}} {
		kind, n := behind.words.Match(r.t, i)
		if n == 0 {
			continue
		}
		if found, ok := behind.means(s, kind); ok {
			return found, n
		}
	}
	return Interval{}, 0
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

// sinceThen is a stretch up to the article's day.
func (r reader) sinceThen(s stretch, _ string) (Interval, bool) {
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

func (r reader) start(s stretch, _ string) (Interval, bool) {
	s, ok := r.now.resolve(s, forward)
	return Interval{From: s.first, Precision: s.precision, Relation: Start}, ok
}

// afterwards begins on the day after a stretch.
func (r reader) afterwards(s stretch, _ string) (Interval, bool) {
	s, ok := r.now.resolve(s, nearest)
	return Interval{From: s.last.AddDate(0, 0, 1), Precision: s.precision, Relation: Start}, ok
}
