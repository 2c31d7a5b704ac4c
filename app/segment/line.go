package segment

import (
	"strings"
	"unicode/utf8"
)

// lineBreaks are the mandatory breaks of Unicode Standard Annex 14 (classes BK,
// CR, LF and NL).
var lineBreaks = []string{"\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"}

// eachLine calls visit with every line of text and with the byte offset of its
// start. It searches for one kind of break at a time, each search over the piece
// the search before left, so the cost stays linear.
func eachLine(text string, base int, breaks []string, visit func(text string, base int)) {
	if len(breaks) == 0 {
		visit(text, base)
		return
	}
	for {
		i := strings.Index(text, breaks[0])
		if i < 0 {
			eachLine(text, base, breaks[1:], visit)
			return
		}
		eachLine(text[:i], base, breaks[1:], visit)
		i += len(breaks[0])
		text, base = text[i:], base+i
	}
}

// line is one line of a text, the unit a boundary may depend on. Offsets into
// it are bytes; past its end every reading gives 0.
type line string

// at returns the character that starts at byte i.
func (l line) at(i int) rune {
	if i >= len(l) {
		return 0
	}
	if c := l[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(string(l[i:]))
	return r
}

// after returns where the character at byte i ends.
func (l line) after(i int) int {
	if i >= len(l) || l[i] < utf8.RuneSelf {
		return i + 1
	}
	_, n := utf8.DecodeRuneInString(string(l[i:]))
	return i + n
}

// before returns the character that ends at byte i and where it starts.
func (l line) before(i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	if c := l[i-1]; c < utf8.RuneSelf {
		return rune(c), i - 1
	}
	r, n := utf8.DecodeLastRuneInString(string(l[:i]))
	return r, i - n
}

// skip returns the first byte at or behind i whose character bears none of the
// given marks.
func (l line) skip(i int, m mark) int {
	for i < len(l) && markOf(l.at(i))&m != 0 {
		i = l.after(i)
	}
	return i
}

// skipBack passes over white space from byte i towards the start of the line, not
// past floor.
func (l line) skipBack(i, floor int) int {
	for i > floor {
		r, p := l.before(i)
		if markOf(r)&space == 0 {
			return i
		}
		i = p
	}
	return i
}

// spaceOrEnd reports whether white space or the end of the line is at byte i.
func (l line) spaceOrEnd(i int) bool {
	return i >= len(l) || markOf(l.at(i))&space != 0
}

// letters returns the end of the run of letters that starts at byte i.
func (l line) letters(i int) int {
	for i < len(l) && isLetter(l.at(i)) {
		i = l.after(i)
	}
	return i
}

// digits returns the end of the run of ASCII digits that starts at byte i.
func (l line) digits(i int) int {
	for i < len(l) && isFigure(l[i]) {
		i++
	}
	return i
}

// word returns the end of the word that starts at byte i: letters and combining
// marks, with apostrophes inside.
func (l line) word(i int) int {
	for i < len(l) {
		r := l.at(i)
		switch {
		case isLetter(r), isCombining(r):
		case isApostrophe(r) && isLetter(l.at(l.after(i))):
		default:
			return i
		}
		i = l.after(i)
	}
	return i
}

// window returns the end of the stretch of at most n bytes that starts at i.
func (l line) window(i, n int) int {
	return min(i+n, len(l))
}
