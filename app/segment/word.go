package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is the word before a full stop, with the dots, hyphens and slashes that
// belong to it.
type word struct {
	start int    // where it starts in the line
	raw   string // as written
	low   string // in small letters, straight apostrophes, no leading signs
	class class
}

// maxWord bounds the word before a stop, in bytes.
const maxWord = 160

// wordBefore reads the word that ends at byte i.
func (s *scanner) wordBefore(i int) word {
	a, floor := i, max(s.start, i-maxWord)
	for a > floor {
		r, p := s.before(a)
		if !isWordRune(r) && markOf(r)&joint == 0 && !isCombining(r) {
			break
		}
		a = p
	}
	w := word{start: a, raw: string(s.line[a:i])}
	w.low = strings.TrimLeft(fold(w.raw), "-'/")
	return w
}

// figureSigns are the characters of a number.
const figureSigns = "0123456789."

// classify finds the class of w in the tables. The forms an abbreviation hides
// in are unfolded: an elision (dell'avv.), a suffixed figure (5-б., 3p.m.), a pair
// set apart by a space (т. д.), a phrase (и пр.).
func (s *scanner) classify(w *word) {
	if w.single() {
		s.foldPair(w)
	}
	if w.class != ordinary {
		return
	}
	c, known := s.words.classes[w.low]
	switch {
	case known && s.misspelt(w):
	case known:
		w.class = c
		if c == title {
			s.foldPhrase(w)
		}
	case !w.single():
		s.foldTail(w)
	}
}

// misspelt reports whether the capitals of w say that it is not the abbreviation
// of the tables: EST is not est., an ill man not in Ill.
func (s *scanner) misspelt(w *word) bool {
	r := s.words.roles[w.low]
	first, _ := utf8.DecodeRuneInString(w.raw)
	return r&isZone != 0 && isAllCapitals(w.raw) || r&needsCapital != 0 && !unicode.IsUpper(first)
}

// streetEnd ends the names of streets in German ("Hauptstr. 5").
const streetEnd = "str"

// maxElided bounds the elided article of dell'avv. in bytes.
const maxElided = 5

// foldTail looks up the part of w behind an elision or a figure, or the end of a
// German street.
func (s *scanner) foldTail(w *word) {
	if tail := strings.TrimLeft(w.low, figureSigns); tail != w.low {
		c := s.words.classes[strings.TrimLeft(tail, "-")]
		if tail[0] == '-' || c.counted() {
			w.take(strings.TrimLeft(tail, "-"), c)
		}
		return
	}
	if s.words.ordinals && strings.HasSuffix(w.low, streetEnd) {
		w.take(streetEnd, s.words.classes[streetEnd])
		return
	}
	p := strings.LastIndexByte(w.low, '\'')
	if p <= 0 || p > maxElided || len(w.low)-p <= len("'s") {
		return
	}
	tail := w.low[p+1:]
	w.take(tail, s.words.classes[tail])
}

// foldPair looks up "т. д." when w is its second letter.
func (s *scanner) foldPair(w *word) {
	p, _ := s.tokenBefore(w.start)
	if !strings.HasSuffix(p, ".") || utf8.RuneCountInString(p) != len("x.") {
		return
	}
	pair := p + w.low
	w.take(pair, s.words.classes[pair])
}

// foldPhrase looks up w together with the word before it, as the Russian "и пр."
// ends a list where "пр." alone is an avenue.
func (s *scanner) foldPhrase(w *word) {
	p, _ := s.tokenBefore(w.start)
	phrase := p + " " + w.low
	w.take(phrase, s.words.classes[phrase])
}

// take makes low w's form where c is the class of an abbreviation.
func (w *word) take(low string, c class) {
	if c != ordinary {
		w.low, w.class = low, c
	}
}

// single reports whether w is one letter.
func (w *word) single() bool {
	return len(w.low) <= utf8.UTFMax && utf8.RuneCountInString(w.low) == 1
}

// abbreviated reports whether w is an abbreviation that holds what follows: a
// title, a general one, an initial or an acronym with dots.
func (s *scanner) abbreviated(w *word) bool {
	if c := s.words.classes[w.low]; c != ordinary && c != number && c != month {
		return true
	}
	return w.single() && !isFigures(w.low) || strings.Contains(w.low, ".") && isDotted(w.low)
}

// tokenBefore returns the token in front of byte i, in small letters, and
// whether it starts with a capital.
func (s *scanner) tokenBefore(i int) (token string, capital bool) {
	end := s.skipBack(i, s.start)
	a, floor := end, max(s.start, end-maxWord)
	for a > floor {
		r, p := s.before(a)
		if markOf(r)&space != 0 {
			break
		}
		a = p
	}
	return fold(string(s.line[a:end])), a < end && unicode.IsUpper(s.at(a))
}

// lettersBefore returns where the run of letters that ends at byte i starts, not
// before floor.
func (l line) lettersBefore(i, floor int) int {
	for i > floor {
		r, p := l.before(i)
		if !isLetter(r) {
			return i
		}
		i = p
	}
	return i
}

const (
	manyWords     = 9   // as many words as any rule asks for
	manyWordBytes = 256 // a stretch this long counts as many words
)

// wordsSoFar counts the words of the current sentence before byte i, up to
// manyWords.
func (s *scanner) wordsSoFar(i int) int {
	if i-s.start > manyWordBytes {
		return manyWords
	}
	n, inside := 0, false
	for p := s.start; p < i && n < manyWords; p = s.after(p) {
		blank := markOf(s.at(p))&space != 0
		if !blank && !inside {
			n++
		}
		inside = !blank
	}
	return n
}

// fold returns s in small letters with straight apostrophes. Most words are so
// already and cost nothing.
func fold(s string) string {
	for i, r := range s {
		if foldRune(r) == r {
			continue
		}
		var buffer [2 * maxWord]byte
		folded := append(buffer[:0], s[:i]...)
		for _, r := range s[i:] {
			folded = utf8.AppendRune(folded, foldRune(r))
		}
		return string(folded)
	}
	return s
}

// foldRune is fold for one character.
func foldRune(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z', 'А' <= r && r <= 'Я':
		return r + 'a' - 'A' // as far apart in both alphabets
	case r < utf8.RuneSelf, 'а' <= r && r <= 'я':
		return r
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}

// isWordRune reports whether r is a letter or a digit.
func isWordRune(r rune) bool { return isLetter(r) || isNumeral(r) }

// countLetters counts the letters of s.
func countLetters(s string) (n int) {
	for _, r := range s {
		if isLetter(r) {
			n++
		}
	}
	return n
}

// isAllCapitals reports whether s starts with two capitals.
func isAllCapitals(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(first) && unicode.IsUpper(second)
}

// maxDottedPart is the most letters between the dots of an acronym.
const maxDottedPart = 3

// isDotted reports whether the dots of s part one to three characters each, and a
// single one somewhere, as in u.s.s.r or ph.d but not in gov.kz.
func isDotted(s string) bool {
	single := false
	for part := range strings.SplitSeq(s, ".") {
		n := utf8.RuneCountInString(part)
		if n == 0 || n > maxDottedPart {
			return false
		}
		single = single || n == 1
	}
	return single
}

// isVowel reports whether the small letter r is a vowel of a Latin or Cyrillic
// alphabet.
func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouyáàâäãåæéèêëíìîïóòôöõøúùûüýœаеёиоуыэюяіїєәөұү", r)
}
