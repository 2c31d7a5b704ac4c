package segment

import (
	"strings"
	"unicode"
)

// endsAtHour: behind a.m. and p.m. a capital that is no opener may be a name
// ("At 5 a.m. Mr. Smith woke"), so the sentence must have said more than a time.
func endsAtHour(s *scanner, w *word, f *following) bool {
	switch {
	case f.role&followsHour != 0, f.initial && s.words.roles[s.undotted(f.at)]&isZone != 0, s.localTime(f.at):
		return false
	case f.opens:
		return true
	case f.upper:
		return s.wordsSoFar(w.start) >= timeWords
	}
	return !f.digit && !f.dash
}

// localTime reports whether the time of a place is named at byte i (Astana time,
// New York time).
func (l line) localTime(i int) bool {
	const longest = 3 // words
	for range longest {
		end := l.word(i)
		if string(l[i:end]) == "time" {
			return true
		}
		if !isCapital(l.at(i)) || !l.spaceOrEnd(end) {
			return false
		}
		i = l.skip(end, space)
	}
	return false
}

// undotted returns the letters of the acronym with dots at byte i (E.S.T.), in
// small letters.
func (l line) undotted(i int) string {
	const longest = 4 // letters
	var b strings.Builder
	for range longest {
		next := l.after(i)
		if !isLetter(l.at(i)) || l.at(next) != '.' {
			break
		}
		b.WriteRune(unicode.ToLower(l.at(i)))
		i = next + 1
	}
	return b.String()
}
