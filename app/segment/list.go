package segment

// markerKind is the shape of a list marker.
type markerKind uint8

const (
	noMarker markerKind = iota
	figureMarker
	letterMarker
)

// marker is what opens an item of a list: 1. 1) 1.) (1) a. a) a.)
type marker struct {
	kind  markerKind
	close string // what closes it: ".", ")" or ".)"
	value int    // its figure, or its letter's code
	end   int    // the byte behind it
}

// markerFigures is the most digits a list marker has.
const markerFigures = 3

// markerAt reads the list marker at byte i, behind a bullet where there is one.
func (l line) markerAt(i int) marker {
	if markOf(l.at(i))&bullet != 0 {
		i = l.skip(l.after(i), space)
	}
	bracketed := l.at(i) == '('
	if bracketed {
		i++
	}
	m := l.markerHead(i)
	if m.kind == noMarker {
		return m
	}
	switch rest := l[m.end:]; {
	case len(rest) > 1 && rest[:2] == ".)":
		m.close = ".)"
	case len(rest) > 0 && rest[0] == ')':
		m.close = ")"
	case len(rest) > 0 && rest[0] == '.' && !bracketed:
		m.close = "."
	default:
		return marker{}
	}
	m.end += len(m.close)
	if !l.spaceOrEnd(m.end) {
		return marker{}
	}
	return m
}

// markerHead reads the figure or the letter of a list marker.
func (l line) markerHead(i int) marker {
	end := min(l.digits(i), i+markerFigures)
	if end > i {
		m := marker{kind: figureMarker, end: end}
		for _, c := range []byte(l[i:end]) {
			m.value = m.value*10 + int(c-'0')
		}
		return m
	}
	if r := l.at(i); r >= 'a' && r <= 'z' {
		return marker{kind: letterMarker, value: int(r), end: i + 1}
	}
	return marker{}
}

// next reports whether n is the marker of the item behind m's.
func (m marker) next(n marker) bool {
	return n.kind == m.kind && n.close == m.close && n.value == m.value+1
}

// atSpace cuts before the next item of a list set in one line. It returns where
// the white space ends.
func (s *scanner) atSpace(i int) int {
	k := s.skip(i, space)
	if s.item.kind == noMarker || k == s.start {
		return k
	}
	m := s.markerAt(k)
	if s.item.next(m) && isCapital(s.at(s.skip(m.end, space))) {
		s.emit(k)
	}
	return k
}

// atBullet cuts before a bullet in a line that uses them as such.
func (s *scanner) atBullet(i int) {
	if r, _ := s.before(i); i > s.start && markOf(r)&space != 0 && s.isBulleted() {
		s.item = marker{}
		s.emit(i)
	}
}

// isBulleted reports whether the line opens with a bullet or has two.
func (s *scanner) isBulleted() bool {
	if s.bulleted == unasked {
		bullets := 0
		for i, r := range s.line {
			if markOf(r)&bullet == 0 {
				continue
			}
			bullets++
			if i == 0 || bullets > 1 {
				break
			}
		}
		s.bulleted = answered(bullets > 1 || markOf(s.at(0))&bullet != 0)
	}
	return s.bulleted == yes
}

// onlyMarker: nothing but a list marker, dots or an initial stands before the
// mark, so there is no sentence to end yet.
func onlyMarker(s *scanner, e *ending) verdict {
	if e.at-s.start > maxMarker {
		return undecided
	}
	i := s.skip(s.start, opener|bullet|space|dash)
	if i >= e.at && e.strong && len(s.spans) > s.first {
		return cut // a stray mark, which the sentence before takes in
	}
	if i >= e.at || e.first == '.' && e.dots == 1 && isItemNumber(string(s.line[i:e.at])) {
		return hold
	}
	return undecided
}

const (
	maxMarker     = 40 // bytes looked at for a marker at the head of a sentence
	maxItemNumber = 12 // bytes of the number of an item or a section
	maxSection    = 8  // characters of a section number (12.3.4)
	maxRomanItem  = 5  // characters of a Roman numeral as list marker
)

// isItemNumber reports whether s numbers an item or a section: a figure, figures
// with dots, a Roman numeral or a single letter.
func isItemNumber(s string) bool {
	if len(s) > maxItemNumber {
		return false
	}
	var length, figures, romans, letters, dots int
	for _, r := range s {
		length++
		switch {
		case isNumeral(r), r == '§', r == '№', r == '#':
			figures++
		case r == '.':
			dots++
		case isRomanCapital(r):
			romans++
		case isLetter(r):
			letters++
		}
	}
	switch {
	case figures+dots == length:
		return length <= markerFigures || dots > 0 && length <= maxSection
	case romans == length:
		return length <= maxRomanItem
	}
	return letters == 1 && length == 1
}
