package segment

import "strings"

// ellipsisDots is what the one-character ellipsis counts for.
const ellipsisDots = 3

// ellipsis: an ellipsis ends the sentence before a capital, save before "I",
// whose capital says nothing.
func ellipsis(_ *scanner, e *ending) verdict {
	if e.dots < 2 {
		return undecided
	}
	if w := e.after.word; (w == "i" || strings.HasPrefix(w, "i'")) && (e.dots == ellipsisDots || e.spaced) {
		return hold
	}
	return cutIf(e.after.upper)
}

// opensEllipsis reports whether a full stop at e is followed by an ellipsis that
// opens the next sentence.
func (s *scanner) opensEllipsis(e *ending) bool {
	k := e.next
	if s.at(k) != '…' && (s.at(k) != '.' || s.at(k+1) != '.' || s.at(k+2) != '.') {
		return false
	}
	p, _ := s.before(e.at)
	return p != '.'
}

// extendSpaced takes " ." into a run of stops that are set apart (". . .").
func (s *scanner) extendSpaced(e *ending) bool {
	j := e.run
	if j == e.at || s.line[j-1] != '.' || !s.spacedStop(j) {
		return false
	}
	if !e.spaced && e.dots == 1 && s.spacedStop(j+len(" .")) && s.opensSpacedEllipsis(e) {
		e.stopped, e.next = true, j+1
		return true
	}
	e.spaced = true
	e.dots++
	e.run += len(" .")
	return true
}

// spacedStop reports whether " ." stands at byte i as part of an ellipsis: what
// follows is space, one more dot, a closer or the end.
func (l line) spacedStop(i int) bool {
	if l.at(i) != ' ' || l.at(i+1) != '.' {
		return false
	}
	switch behind := l.at(i + len(" .")); behind {
	case 0, ' ':
		return true
	case '.':
		return l.at(i+len(" ..")) != '.'
	default:
		return markOf(behind)&closer != 0
	}
}

// opensSpacedEllipsis reports whether a full stop close to its word is followed
// by a spaced ellipsis that leads into a new sentence.
func (s *scanner) opensSpacedEllipsis(e *ending) bool {
	if p, _ := s.before(e.at); e.at == 0 || markOf(p)&space != 0 {
		return false
	}
	q := e.run
	for s.at(q) == '.' || s.at(q) == ' ' {
		q++
	}
	return isCapital(s.at(q))
}
