package rtf

import "strconv"

// tokenKind says what a token is.
type tokenKind int

const (
	opening tokenKind = iota // the start of a group
	closing                  // its end
	word                     // a control word, such as \par or \u1090
	symbol                   // a control symbol, such as \~
	char                     // a byte of text in the code page in force
)

// token is one piece of RTF, as the specification 1.9.1 divides it.
type token struct {
	kind   tokenKind
	name   string // of a control word
	number int    // its parameter
	given  bool   // it has one
	char   byte   // of a symbol, or the byte of text
}

// maxWord is the most letters and digits of a control word, specification
// 1.9.1, "Control Word".
const maxWord = 64

// scanner cuts RTF into tokens. It takes any bytes and always moves on.
type scanner struct {
	data []byte
	at   int
}

// next returns the next token, and false at the end.
func (s *scanner) next() (token, bool) {
	for s.at < len(s.data) {
		c := s.data[s.at]
		s.at++
		switch c {
		case '{':
			return token{kind: opening}, true
		case '}':
			return token{kind: closing}, true
		case '\r', '\n', 0:
			continue
		case '\\':
			return s.control()
		}
		return token{kind: char, char: c}, true
	}
	return token{}, false
}

func (s *scanner) control() (token, bool) {
	if s.at >= len(s.data) {
		return token{}, false
	}
	c := s.data[s.at]
	if isLetter(c) {
		return s.word(), true
	}
	s.at++
	if c != '\'' {
		return token{kind: symbol, char: c}, true
	}
	const digits = 2
	if s.at+digits > len(s.data) {
		return token{}, false
	}
	value, err := strconv.ParseUint(string(s.data[s.at:s.at+digits]), 16, 8)
	if err != nil {
		return token{kind: symbol, char: c}, true
	}
	s.at += digits
	return token{kind: char, char: byte(value)}, true
}

// word reads a control word, its number and the space that ends it. The bytes
// that follow \bin are passed over with it: they are no text.
func (s *scanner) word() token {
	from := s.at
	for s.at < len(s.data) && s.at-from < maxWord && isLetter(s.data[s.at]) {
		s.at++
	}
	t := token{kind: word, name: string(s.data[from:s.at])}
	digits := s.at
	if s.at < len(s.data) && s.data[s.at] == '-' {
		s.at++
	}
	for s.at < len(s.data) && s.at-from < maxWord && s.data[s.at] >= '0' && s.data[s.at] <= '9' {
		s.at++
	}
	number, err := strconv.Atoi(string(s.data[digits:s.at]))
	if err == nil {
		t.number, t.given = number, true
	}
	if s.at < len(s.data) && s.data[s.at] == ' ' {
		s.at++
	}
	if t.name == "bin" && t.number > 0 {
		s.at += min(t.number, len(s.data)-s.at)
	}
	return t
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
