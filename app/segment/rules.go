package segment

// verdict is what a rule says about an ending.
type verdict uint8

const (
	undecided verdict = iota // the next rule is asked
	cut                      // a sentence ends here
	hold                     // none does
)

func cutIf(b bool) verdict {
	if b {
		return cut
	}
	return hold
}

// rule decides about an ending with white space behind it, or passes it on.
type rule func(*scanner, *ending) verdict

// rules are asked in this order; the first that decides is believed.
var rules = []rule{
	notFollowed,
	onlyMarker,
	scriptMark,
	quotedThenDash,
	drawnAcross,
	citation,
	smallLetter,
	dashAlone,
	strongMark,
	ellipsis,
	fullStop,
}

// cuts decides whether a sentence ends at e and sets where the next one starts.
func (s *scanner) cuts(e *ending) bool {
	switch {
	case e.stopped:
		return true
	case e.end >= len(s.line):
		return false // the end of the line ends it anyway
	case markOf(s.at(e.end))&space == 0:
		return s.cutsUnspaced(e)
	}
	e.next = s.skip(e.end, space)
	if e.next >= len(s.line) {
		return false
	}
	if s.strayCloser(e) || s.takeNotes(e) {
		return false
	}
	e.before = s.wordBefore(e.at)
	if s.raisedFigure(e) {
		return true
	}
	e.after = s.follow(e.next)
	if e.single() && s.opensEllipsis(e) {
		return !e.after.barred && !s.abbreviated(&e.before)
	}
	for _, r := range rules {
		if v := r(s, e); v != undecided {
			return v == cut
		}
	}
	return false
}

// strayCloser: quotes that lead to a comma or a stop close what came before
// (". ”, he said"). The scan goes on at them.
func (s *scanner) strayCloser(e *ending) bool {
	first := s.at(e.next)
	if markOf(first)&opener == 0 || first == '(' || first == '[' {
		return false
	}
	q := s.skip(e.next, opener)
	if r := s.at(q); r != '.' && r != ',' || !s.spaceOrEnd(q+1) {
		return false
	}
	e.end = e.next
	return true
}

// notFollowed: a comma, a closing bracket, a percent sign and their like open no
// sentence.
func notFollowed(_ *scanner, e *ending) verdict {
	if e.after.barred {
		return hold
	}
	return undecided
}

// scriptMark: the marks of other scripts end sentences and nothing else.
func scriptMark(_ *scanner, e *ending) verdict {
	if e.script || e.strong && e.first != '!' && e.first != '?' && e.first != '.' && e.first != '…' {
		return cutIf(!e.after.lower)
	}
	return undecided
}

// dashAlone: a dash that leads to no capital goes on with the sentence.
func dashAlone(_ *scanner, e *ending) verdict {
	if e.after.dash && e.after.symbol() {
		return hold
	}
	return undecided
}

// strongMark: an exclamation or a question mark ends the sentence, but for a
// title and its year (Viva Maria! (1965)), a quotation and its speaker, and names
// with a mark of their own.
func strongMark(s *scanner, e *ending) verdict {
	if !e.strong {
		return undecided
	}
	f := &e.after
	switch {
	case f.digit && !e.quote && s.bracketedYear(e.next):
		return hold
	case e.quote && f.upper && !f.open && s.saidFollows(f.at):
		return hold
	case s.words.roles[e.before.low]&exclaims != 0 && f.role&opens == 0:
		return hold
	}
	return cut
}
