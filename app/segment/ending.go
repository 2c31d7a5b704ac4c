package segment

import "unicode"

// ending is a run of final marks with what closes behind it: a place where a
// sentence may end. All fields in bytes are offsets into the line.
type ending struct {
	at    int  // the first mark
	first rune // the first mark itself
	run   int  // end of the run of marks
	end   int  // end of what closes behind the run; where the scan goes on
	next  int  // where the next sentence would start

	dots   int  // full stops in the run, an ellipsis counting three
	strong bool // the run holds another mark than a stop
	wide   bool // the run holds a mark that needs no space behind it
	script bool // the mark is one of a single script
	spaced bool // the stops are set apart by spaces
	// stopped: a full stop ends the sentence and a spaced ellipsis opens the next.
	stopped bool

	quote   bool // a quotation closes with the run
	bracket bool // a bracket closes with the run

	before word
	after  following
}

// single reports whether the run is one full stop.
func (e *ending) single() bool { return e.dots == 1 && !e.strong }

// scriptFinal reports whether r, at byte i, is a mark that ends sentences in one
// script only: the Armenian colon and the Greek semicolon, told by the letter
// before them.
func (l line) scriptFinal(i int, r rune) bool {
	if r != ':' && r != ';' {
		return false
	}
	p, _ := l.before(i)
	return r == ':' && unicode.Is(unicode.Armenian, p) || r == ';' && unicode.Is(unicode.Greek, p)
}

// readEnding reads the run of marks at byte i and what closes behind it.
func (s *scanner) readEnding(i int) *ending {
	s.place = ending{at: i, first: s.at(i), run: i}
	e := &s.place
	if markOf(e.first)&final == 0 {
		e.script, e.strong = true, true
		e.run++
	}
	for !e.stopped && s.extendRun(e) {
	}
	if e.spaced && e.dots == 2 {
		e.spaced = false
	}
	e.end = e.run
	if !e.stopped {
		s.takeClosers(e)
	}
	return e
}

// extendRun takes the next mark into the run, or a stop set apart by a space.
func (s *scanner) extendRun(e *ending) bool {
	r := s.at(e.run)
	switch {
	case markOf(r)&final == 0:
		return s.extendSpaced(e)
	case r == '.':
		e.dots++
	case r == '…':
		e.dots += ellipsisDots
	default:
		e.strong = true
		e.wide = e.wide || markOf(r)&wide != 0
	}
	e.run = s.after(e.run)
	return true
}

// takeClosers takes in closing quotes and brackets, marks behind them, and notes.
func (s *scanner) takeClosers(e *ending) {
	for e.end < len(s.line) {
		r := s.at(e.end)
		m := markOf(r)
		next := s.after(e.end)
		switch {
		case m&closer != 0:
			if r == '“' && !s.spaceOrEnd(next) {
				return // a German closer, but here an English opener
			}
			e.quote = e.quote || m&quoteCloser != 0
			e.bracket = e.bracket || m&quoteCloser == 0
		case m&final != 0 && e.end > e.run: // "Really?".
			e.strong = e.strong || r != '.'
		case m&space != 0:
			next = s.spacedCloser(e.end)
		default:
			next = s.note(e.end)
		}
		if next == e.end {
			return
		}
		e.end = next
	}
}

// spacedCloser returns where the closing quote behind the white space at byte i
// stands (« Oui ! »), or i.
func (l line) spacedCloser(i int) int {
	q := l.skip(i, space)
	if r := l.at(q); r != '»' && r != '”' {
		return i
	}
	behind := l.after(q)
	if r := l.at(behind); l.spaceOrEnd(behind) || r == ',' || r == '.' {
		return q
	}
	return i
}
