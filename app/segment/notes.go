package segment

import "strings"

// note returns the end of the reference mark, omission mark or smiley at byte i,
// or i: what belongs to the sentence before it.
func (l line) note(i int) int {
	switch r := l.at(i); {
	case r == '[', r == '(':
		return l.bracketNote(i)
	case isRaised(r):
		return l.after(i)
	case isPictograph(r):
		for isPictograph(l.at(i)) {
			i = l.after(i)
		}
	case r == ':' || r == ';' || r == '=':
		return l.smiley(i)
	}
	return i
}

// isRaised reports whether r is a raised figure.
func isRaised(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || '⁰' <= r && r <= '⁹'
}

// isPictograph reports whether r is an emoji or a part of one.
func isPictograph(r rune) bool {
	const joiner, variant = '\u200d', '\ufe0f'
	return 0x1F300 <= r && r <= 0x1FAFF || 0x2600 <= r && r <= 0x27BF || r == variant || r == joiner
}

// maxReference is the most characters of a reference mark ([12], [3,4]).
const maxReference = 4

// bracketNote returns the end of [12], [3–5] or of an omission in brackets, or i.
func (l line) bracketNote(i int) int {
	for _, omission := range []string{"(...)", "(…)", "[...]", "[…]"} {
		if strings.HasPrefix(string(l[i:]), omission) {
			return i + len(omission)
		}
	}
	if l[i] != '[' {
		return i
	}
	j := i + 1
	for range maxReference {
		if r := l.at(j); !isNumeral(r) && r != ',' && r != '–' && r != '-' {
			break
		}
		j = l.after(j)
	}
	if j > i+1 && l.at(j) == ']' {
		return j + 1
	}
	return i
}

// maxMouths is the most mouths a smiley has.
const maxMouths = 4

// smiley returns the end of the smiley at byte i, or i.
func (l line) smiley(i int) int {
	j := i + 1
	if l.at(j) == '-' {
		j++
	}
	mouth := j
	for j-mouth < maxMouths && j < len(l) && strings.IndexByte(")(DPp", l[j]) >= 0 {
		j++
	}
	if j == mouth || !l.spaceOrEnd(j) {
		return i
	}
	return j
}

// takeNotes takes the notes behind the white space into e. It reports whether
// nothing but notes is left of the line.
func (s *scanner) takeNotes(e *ending) bool {
	for {
		m := s.note(e.next)
		switch {
		case m == e.next:
			return false
		case m >= len(s.line):
			e.end = m
			return true
		case !s.spaceOrEnd(m):
			return false
		}
		e.end, e.next = m, s.skip(m, space)
		if e.next >= len(s.line) {
			return true
		}
	}
}

// maxRaised is the most digits of a reference figure that lost its raising.
const maxRaised = 2

// raisedFigure: a figure between a full stop and an opener is a reference that
// lost its raising ("… ended. 8 Yet …"); it belongs to the sentence before.
func (s *scanner) raisedFigure(e *ending) bool {
	m := s.digits(e.next)
	if e.dots > 1 || e.script || m == e.next || m-e.next > maxRaised || s.line[e.next] == '0' ||
		m >= len(s.line) || !s.spaceOrEnd(m) || s.abbreviated(&e.before) {
		return false
	}
	q := s.skip(m, space)
	if !isCapital(s.at(q)) {
		return false
	}
	if f := s.follow(q); f.role&opens == 0 || f.role&isMonth != 0 || f.initial {
		return false
	}
	e.end, e.next = m, q
	return true
}
