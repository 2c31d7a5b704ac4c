package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldSuffix is glued to a number although a hyphen stands between them.
const foldSuffix = "-fold"

// innerMarks may stand between the digits of one number: 1,200.5, 10:30, 3/4.
const innerMarks = ",.:/"

// numberEnd returns where the number that starts at i ends.
func numberEnd(s string, i int) int {
	if end := groupedEnd(s, i); end > i {
		return end
	}
	j := i
	for j < len(s) {
		r, size := utf8.DecodeRuneInString(s[j:])
		switch {
		case isDigit(r), strings.ContainsRune(innerMarks, r) && isDigitAt(s, j+1), unicode.IsLetter(r):
			j += size
		case strings.HasPrefix(s[j:], foldSuffix):
			return j + len(foldSuffix)
		default:
			return j
		}
	}
	return j
}

// groupSpaces are the spaces that part groups of digits.
var groupSpaces = []string{" ", "\u00a0", "\u2009", "\u202f"}

const groupDigits = 3

// groupedEnd reads "700 000" and "1 250 000,5" as one number. It returns i
// where no such number starts.
func groupedEnd(s string, i int) int {
	lead := digits(s, i)
	if lead > groupDigits || s[i] == '0' {
		return i
	}
	end := i + lead
	for {
		next := groupAfter(s, end)
		if next == end {
			break
		}
		end = next
	}
	if end == i+lead {
		return i
	}
	if end < len(s) && (s[end] == ',' || s[end] == '.') && isDigitAt(s, end+1) {
		end += 1 + digits(s, end+1)
	}
	return end
}

// groupAfter returns the end of a space and exactly three digits at i, or i.
func groupAfter(s string, i int) int {
	for _, space := range groupSpaces {
		start := i + len(space)
		if !strings.HasPrefix(s[i:], space) || digits(s, start) != groupDigits {
			continue
		}
		end := start + groupDigits
		next, _ := utf8.DecodeRuneInString(s[end:])
		if unicode.IsLetter(next) || next == '-' || next == ':' {
			return i // "in 2 100-year periods", "5 300:1"
		}
		return end
	}
	return i
}

func digits(s string, i int) int {
	n := 0
	for isDigitAt(s, i+n) {
		n++
	}
	return n
}
