package segment

import "strings"

// maxCredit bounds the word before the colon of a picture credit, in bytes.
const maxCredit = 24

// atColon cuts before a picture credit ("Photo: …") that is set behind a caption
// without a stop. i is the byte of the colon.
func (s *scanner) atColon(i int) {
	if i+1 >= len(s.line) || !s.spaceOrEnd(i+1) {
		return
	}
	w := s.lettersBefore(i, max(s.start, i-maxCredit))
	if w <= s.start || w == i || !isCapital(s.at(w)) {
		return
	}
	p, _ := s.before(w)
	if markOf(p)&space == 0 || s.words.roles[strings.ToLower(string(s.line[w:i]))]&opensCredit == 0 {
		return
	}
	p, _ = s.before(s.skipBack(w, s.start))
	if isWordRune(p) || p == '.' || p == ')' || markOf(p)&quoteCloser != 0 {
		s.emit(w)
	}
}
