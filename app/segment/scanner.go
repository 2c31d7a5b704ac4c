package segment

// scanner cuts one line at a time and gathers the spans of the whole text.
type scanner struct {
	line
	words *lexicon
	base  int // offset of the line in the text
	first int // index in spans of the line's first sentence
	start int // where the current sentence starts
	item  marker
	// bracket says that a round bracket opened inside the current sentence.
	bracket bool
	quotes  quoteCount
	place   ending // the ending at hand, kept here so that none costs memory
	// What is asked of a line at most once.
	informal, bulleted answer
	spans              []Span
}

// answer remembers the answer to a question about the whole line.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

func answered(b bool) answer {
	if b {
		return yes
	}
	return no
}

// stride says how many bytes the scan may pass over: none where the byte may
// start something to look at, two for a lead byte of scripts without any.
var stride = func() (table [256]uint8) {
	const (
		firstOther = 0x80 // first byte outside ASCII
		firstLead  = 0xc3 // lead bytes of Latin, Greek, Cyrillic, …
		endLead    = 0xd6
		greekMark  = 0xcd // leads the Greek question mark, U+037E
		endTrail   = 0xc0 // end of the bytes that continue a character
	)
	for i := range table {
		switch {
		case i < firstOther:
			if asciiMarks[i]&(space|final) == 0 && i != '(' && i != ')' && i != ':' && i != ';' {
				table[i] = 1
			}
		case i < endTrail:
			table[i] = 1
		case i >= firstLead && i < endLead && i != greekMark:
			table[i] = 2
		}
	}
	return table
}()

// scanLine cuts the line that starts at byte base of the text.
func (s *scanner) scanLine(text string, base int) {
	s.line, s.base, s.first = line(text), base, len(s.spans)
	s.line = s.line[:s.skipBack(len(text), 0)]
	s.informal, s.bulleted, s.item = unasked, unasked, marker{}
	s.begin(0)
	for i := s.start; i < len(s.line); {
		c := s.line[i]
		if n := int(stride[c]); n > 0 {
			i += n
			continue
		}
		if c == ' ' && s.item.kind == noMarker {
			i++
			continue
		}
		i = s.look(i)
	}
	s.emit(len(s.line))
}

// look deals with the character at byte i and returns where the scan goes on.
func (s *scanner) look(i int) int {
	r := s.at(i)
	m := markOf(r)
	switch {
	case m&final != 0, s.scriptFinal(i, r):
		return s.atFinal(i)
	case m&space != 0:
		return s.atSpace(i)
	case m&bullet != 0:
		s.atBullet(i)
	case r == '(':
		s.bracket = s.bracket || i > s.start
	case r == ')':
		s.bracket = false
	case r == ':':
		s.atColon(i)
	}
	return s.after(i)
}

// atFinal deals with the final mark at byte i.
func (s *scanner) atFinal(i int) int {
	e := s.readEnding(i)
	if !s.cuts(e) || s.bracket && s.closesLater(e.end) {
		if e.bracket {
			s.bracket = false
		}
		return e.end
	}
	s.emit(e.next)
	return s.start
}

// emit closes the sentence that runs up to byte end and begins the next there.
func (s *scanner) emit(end int) {
	e := s.skipBack(end, s.start)
	if e > s.start {
		span := Span{s.base + s.start, s.base + e}
		if len(s.spans) > s.first && !s.standsAlone(s.start, e) {
			s.spans[len(s.spans)-1].End = span.End
		} else {
			s.spans = append(s.spans, span)
		}
	}
	s.begin(end)
}

// begin starts a sentence at the first visible character behind byte i.
func (s *scanner) begin(i int) {
	s.start = s.skip(i, space)
	s.bracket = false
	s.quotes = quoteCount{upTo: s.start}
	if m := s.markerAt(s.start); m.kind != noMarker {
		s.item = m
	}
}

// standsAlone reports whether the piece between two bytes is a sentence of its
// own: it holds a letter or a digit, or is a rule drawn with signs.
func (s *scanner) standsAlone(start, end int) bool {
	for i := start; i < end; i = s.after(i) {
		if isWordRune(s.at(i)) {
			return true
		}
	}
	return s.drawnRule(start) > start
}
