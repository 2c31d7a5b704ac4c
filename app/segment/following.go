package segment

import (
	"strings"
	"unicode"
)

// following is what stands behind a place where a sentence may end.
type following struct {
	word string // the first word, small letters, straight apostrophes
	role role   // what the language knows about the word

	upper   bool // a capital, or a letter of a script without capitals
	lower   bool // a small letter
	digit   bool
	unicase bool // a letter of a script without capitals
	initial bool // a single letter with a stop behind it
	acronym bool // two to four capitals
	address bool // a web address

	open   bool // an opening quote or bracket stands first
	dash   bool // a dash stands before the word
	barred bool // nothing that can open a sentence
	opens  bool // a word that opens sentences, with its capital
	at     int  // where the word starts
}

// symbol reports whether neither a capital nor a figure follows.
func (f *following) symbol() bool { return !f.upper && !f.digit }

// maxOpening bounds the quotes, dashes and dots before the first word, in bytes.
const maxOpening = 48

// follow reads what stands at byte k.
func (s *scanner) follow(k int) following {
	f := following{at: k}
	first := s.at(k)
	if markOf(first)&barrier != 0 && s.drawnRule(k) == k || joins(first) {
		f.barred = true
		return f
	}
	if first == '[' && (s.at(k+1) == '…' || s.at(k+1) == '.') {
		f.upper = true
		return f
	}
	s.skipOpening(&f)
	if f.at >= len(s.line) {
		f.barred = true
		return f
	}
	s.readFirstWord(&f)
	return f
}

// skipOpening moves f past openers, dashes, leading dots and space.
func (s *scanner) skipOpening(f *following) {
	for limit := s.window(f.at, maxOpening); f.at < limit; {
		r := s.at(f.at)
		m := markOf(r)
		switch {
		case m&opener != 0:
			f.open = true
		case m&dash != 0:
			f.dash = true
		case m&space == 0 && r != '.' && r != '…':
			return
		}
		f.at = s.after(f.at)
	}
}

// readFirstWord classifies the character and the word at f.at.
func (s *scanner) readFirstWord(f *following) {
	r := s.at(f.at)
	switch {
	case isNumeral(r):
		f.digit = true
	case unicode.IsLower(r):
		f.upper = s.camelCase(f.at)
		f.lower = !f.upper
	case isCapital(r):
		f.upper = true
	case isLetter(r):
		f.upper, f.unicase = true, true
	}
	end := s.word(f.at)
	raw := string(s.line[f.at:end])
	f.word = fold(raw)
	f.role = s.words.roles[f.word]
	f.acronym = isAcronym(raw)
	f.initial = end == s.after(f.at) && s.at(end) == '.'
	f.opens = f.role&opens != 0 && f.upper && !f.initial
	f.address = f.lower && (strings.HasPrefix(string(s.line[end:]), "://") || f.word == "www" && s.at(end) == '.')
}

// maxCamelHead is the most small letters before the capital of a name such as
// iPhone, eBay or wikiHow.
const maxCamelHead = 4

// camelCase reports whether such a name starts at byte i.
func (l line) camelCase(i int) bool {
	for range maxCamelHead {
		i = l.after(i)
		if r := l.at(i); !unicode.IsLower(r) {
			return isCapital(r)
		}
	}
	return false
}

// maxAcronym is the most letters of a word in capitals that may be a time zone
// or an agency behind an hour.
const maxAcronym = 4

// isAcronym reports whether s is two to four capitals.
func isAcronym(s string) bool {
	n := 0
	for _, r := range s {
		n++
		if n > maxAcronym || !unicode.IsUpper(r) {
			return false
		}
	}
	return n > 1
}
