package guess

import (
	"slices"

	"glossator/app/suggest/quantity"
)

// briefest is how many words a title with a name may have before the name
// alone is taken: "Minister Anna Bell" stays, "deputy head of the committee on
// youth Anna Bell" does not.
const briefest = 4

// named narrows the subject of a verb down to who is meant: without the
// helping verbs that belong to the verb, without a clause before it or behind
// it, without an apposition, and without a long title.
func (r *reader) named(s span) span {
	s = r.withoutTail(s)
	s = r.withoutClause(s)
	s = r.withoutApposition(s)
	return r.withoutTitle(s)
}

// withoutTail cuts helping verbs and adverbs off the end: "the department has
// also".
func (r *reader) withoutTail(s span) span {
	for !s.empty() && (r.w.finite.Has(r.low(s.to-1)) || r.w.adverb.Has(r.low(s.to-1))) {
		s.to--
	}
	return s
}

// withoutClause cuts a clause with a verb of its own out. What stands before
// "who" or "which" is the subject; before any other clause the subject follows.
func (r *reader) withoutClause(s span) span {
	for i := s.from; i < s.to; i++ {
		if r.w.relative.Has(r.low(i)) && i > s.from {
			return r.withoutTail(r.trimmed(span{s.from, i}))
		}
	}
	for i := s.to - 1; i >= s.from; i-- {
		if r.w.clause.Has(r.low(i)) || r.w.finite.Has(r.low(i)) {
			return r.trimmed(span{i + 1, s.to})
		}
	}
	return s
}

// withoutApposition keeps of "Anna Bell, head of the centre" the part that is a
// name, else the first.
func (r *reader) withoutApposition(s span) span {
	var parts []span
	from := s.from
	for i := s.from; i <= s.to; i++ {
		if i == s.to || r.low(i) == "," {
			if part := r.trimmed(span{from, i}); !part.empty() {
				parts = append(parts, part)
			}
			from = i + 1
		}
	}
	if len(parts) < 2 {
		return s
	}
	if at := slices.IndexFunc(parts, r.isName); at >= 0 {
		return parts[at]
	}
	return parts[0]
}

// isName reports whether a span is nothing but capitalised words.
func (r *reader) isName(s span) bool {
	for i := s.from; i < s.to; i++ {
		if !r.t[i].Capital && !isSign(r.low(i)) || r.w.role.Has(r.low(i)) {
			return false
		}
	}
	return !s.empty()
}

// How many capitalised words must end a title for the last two to be a name,
// by what stands before them: behind "of" one of them belongs to the office
// ("of Kazakhstan Naila Mukhtarova"), behind "of the" two may.
const (
	nameWords     = 2
	afterLink     = 3
	afterArticles = 4
)

// withoutTitle takes a long title off the name that it ends in.
func (r *reader) withoutTitle(s span) span {
	if s.to-s.from <= briefest || r.noRole(s) {
		return s
	}
	run := s.to
	for run > s.from && r.t[run-1].Capital && !r.w.role.Has(r.low(run-1)) {
		run--
	}
	least := nameWords
	switch before := r.low(run - 1); {
	case run == s.from:
		return s
	case r.w.article.Has(before):
		least = afterArticles
	case r.w.insideName.Has(before) || r.w.placeBefore.Has(before) || r.w.to.Has(before):
		least = afterLink
	}
	if s.to-run < least {
		return s
	}
	return span{s.to - nameWords, s.to}
}

// noRole reports whether a span names no office.
func (r *reader) noRole(s span) bool {
	_, at := r.find(r.w.role, s)
	return at.empty()
}

// beforeRunOn cuts a noun phrase where a sentence goes on without a comma:
// "according to the ministry over 300 people were".
func (r *reader) beforeRunOn(s span) span {
	_, verb := r.find(r.w.finite, s)
	if verb.empty() {
		return s
	}
	for i := s.from + 1; i < verb.from; i++ {
		linked := r.w.insideName.Has(r.low(i-1)) || r.w.placeBefore.Has(r.low(i-1)) || r.w.to.Has(r.low(i-1)) || r.w.article.Has(r.low(i-1))
		if r.opensFigure(i) || r.w.article.Has(r.low(i)) && !linked {
			return r.trimmed(span{s.from, i})
		}
	}
	return r.trimmed(span{s.from, verb.from})
}

// opensFigure reports whether a figure is written from token i on, with or
// without a word such as "over" before it.
func (r *reader) opensFigure(i int) bool {
	for _, q := range r.s.Numbers {
		if q.From == i || (q.From == i+1 && q.Bound != quantity.BoundNone) {
			return true
		}
	}
	return false
}
