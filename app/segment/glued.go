package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutsUnspaced decides where no white space follows: behind the marks of scripts
// that write none, a reference figure set against the stop, and a sentence glued
// to the one before. Otherwise the scan goes on behind the run of marks.
func (s *scanner) cutsUnspaced(e *ending) bool {
	e.next = e.end
	r := s.at(e.end)
	switch {
	case joins(r):
	case e.wide:
		return !s.continuesWide(e)
	case markOf(e.first)&tight != 0:
		return true
	case s.gluedFigure(e), s.gluedSentence(e):
		return true
	}
	e.end = e.run
	return false
}

// continuesWide reports whether a sentence in CJK script goes on behind its
// mark: inside an open bracket, or with a quoting particle or a comma.
func (s *scanner) continuesWide(e *ending) bool {
	switch r := s.at(e.end); r {
	case 'と', '，', '、':
		return true
	case 'っ':
		return e.quote
	}
	return s.openWide(e.at) && markOf(s.at(s.after(e.at)))&closer == 0
}

// openWide reports whether a CJK bracket is open at byte i.
func (s *scanner) openWide(i int) bool {
	const reach = 1200
	depth := 0
	for p := i; p > max(s.start, i-reach); {
		var r rune
		r, p = s.before(p)
		switch r {
		case '」', '』', '》', '〉', '”', '）':
			depth++
		case '「', '『', '《', '〈', '“', '（':
			depth--
			if depth < 0 {
				return true
			}
		}
	}
	return false
}

// maxGluedFigure is the most digits of a reference figure set against the stop.
const maxGluedFigure = 3

// gluedFigure: "in a consultation.11 Take …" ends behind the reference figure,
// and behind a page figure that may follow.
func (s *scanner) gluedFigure(e *ending) bool {
	m := s.digits(e.end)
	if !e.single() || m == e.end || m-e.end > maxGluedFigure || m >= len(s.line) || !s.spaceOrEnd(m) || !s.gluesFigure(e.at) {
		return false
	}
	q := s.skip(m, space)
	if page := min(s.digits(q), q+maxGluedFigure+1); page > q {
		m, q = page, s.skip(page, space)
	}
	if !isCapital(s.at(q)) {
		return false
	}
	e.end, e.next = m, q
	return true
}

// gluesFigure reports whether a reference figure may hang on the stop at byte i:
// a closing mark or a plain word stands before it.
func (s *scanner) gluesFigure(i int) bool {
	r, _ := s.before(i)
	if r == ')' || markOf(r)&quoteCloser != 0 {
		return true
	}
	p := i
	for range len("abc") {
		if r, p = s.before(p); !unicode.IsLower(r) {
			return false
		}
	}
	w := s.wordBefore(i)
	return s.words.classes[w.low] == ordinary
}

// hostEndings are the words behind a dot that speak for a host or a file name.
var hostEndings = []string{"com", "net", "org", "js"}

// lonelyStarts are the single letters that are words and open sentences.
const lonelyStarts = "IAВСКОУИА"

// gluedSentence: a plain word, a mark and a capital without a space between
// ("wonders.Neither") are two sentences, unless they look like a host name.
func (s *scanner) gluedSentence(e *ending) bool {
	j := e.end
	start, ok := s.gluesSentence(e.at)
	if !ok {
		return false
	}
	if !isCapital(s.at(j)) {
		return s.gluedSmall(e)
	}
	end := s.letters(j)
	if end == s.after(j) && !strings.ContainsRune(lonelyStarts, s.at(j)) {
		return false
	}
	switch r := s.at(end); {
	case r == '.' && !s.spaceOrEnd(end+1), r == '/', r == '@', r == '_':
		return false
	}
	if e.strong || e.dots > 1 {
		return true
	}
	word := fold(string(s.line[j:end]))
	if slices.Contains(hostEndings, word) {
		return false
	}
	return !isCapital(s.at(start)) || s.words.roles[word]&opens != 0
}

// gluedSmall: a question mark between two plain words in small letters
// ("are foreigners?thanks") ends a sentence in an informal line.
func (s *scanner) gluedSmall(e *ending) bool {
	end := s.letters(e.end)
	return e.strong && e.first == '?' && unicode.IsLower(s.at(e.end)) && end-e.end >= minGlued &&
		s.spaceOrEnd(end) && s.isInformal()
}

// minGlued is the fewest letters of the word before a glued sentence.
const minGlued = 3

// maxGlued bounds that word, in bytes.
const maxGlued = 96

// gluesSentence reports whether a plain word in small letters ends at byte i, and
// where it starts.
func (s *scanner) gluesSentence(i int) (start int, ok bool) {
	last, _ := s.before(i)
	if !unicode.IsLower(last) {
		return 0, false
	}
	start = s.lettersBefore(i, max(0, i-maxGlued))
	r, _ := s.before(start)
	if start > 0 && r != '-' && markOf(r)&(space|opener) == 0 {
		return 0, false
	}
	return start, utf8.RuneCountInString(string(s.line[start:i])) >= minGlued
}
