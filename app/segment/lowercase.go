package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// smallLetter: a small letter goes on with the sentence, but in an informal line,
// in a chain of questions, or behind a plain word that only lost its capital.
func smallLetter(s *scanner, e *ending) verdict {
	f := &e.after
	switch {
	case !f.lower:
		return undecided
	case f.address:
		return cut
	case f.dash:
		return hold
	case e.single() && s.at(e.next) == '(':
		return cutIf(s.bracketEndsLine(e.next) && s.endsAtStop(e))
	case e.quote || e.bracket || s.inQuote(e.at):
		return hold
	case s.isInformal():
		return cutIf(informalEnd(s, e))
	case e.first == '?':
		return cutIf(s.questionFollows(e.next))
	case e.first == '!':
		return cutIf(s.exclaimedPlainly(e))
	}
	return cutIf(s.plainEnd(e))
}

// questionFollows reports whether the next mark behind byte k is a question mark
// too and near (who? what? where?).
func (l line) questionFollows(k int) bool {
	const reach = 80
	for i, end := k, l.window(k, reach); i < end; i = l.after(i) {
		if r := l.at(i); markOf(r)&final != 0 {
			return r == '?'
		}
	}
	return false
}

// exclaimedPlainly reports whether a Latin word in small letters stands before the
// exclamation mark, so that it is no name (Help!) or interjection (Oh!), and no
// speaker behind it (Leave me alone! he yelled).
func (s *scanner) exclaimedPlainly(e *ending) bool {
	first, _ := utf8.DecodeRuneInString(e.before.raw)
	if !unicode.IsLower(first) || !unicode.Is(unicode.Latin, first) || s.words.roles[e.before.low]&exclaims != 0 {
		return false
	}
	return !s.isSpeaker(e.after.at)
}

// isSpeaker reports whether a verb of speech stands at byte i, or a pronoun and
// such a verb.
func (s *scanner) isSpeaker(i int) bool {
	end := s.word(i)
	r := s.words.roles[string(s.line[i:end])]
	if r&speaks != 0 {
		i = s.skip(end, space)
		r = s.words.roles[string(s.line[i:s.word(i)])]
	}
	return r&says != 0
}

// minPlain is the fewest letters of a word that is taken for no abbreviation
// when a small letter follows.
const minPlain = 4

// plainEnd: a plain word in small letters stands before a single full stop. A
// Cyrillic one must end in a vowel, й or ь, as a Russian word cut short to an
// abbreviation ends in a consonant.
func (s *scanner) plainEnd(e *ending) bool {
	if !e.single() {
		return false
	}
	last, _ := s.before(e.at)
	w := &e.before
	switch {
	case !unicode.IsLower(last), strings.ContainsAny(w.low, "./"), utf8.RuneCountInString(w.low) < minPlain:
		return false
	case unicode.Is(unicode.Cyrillic, last) && !isVowel(last) && last != 'й' && last != 'ь':
		return false
	}
	return s.words.classes[w.low] == ordinary
}

// informalEnd: in an informal line sentences may start with a small letter.
func informalEnd(s *scanner, e *ending) bool {
	w := &e.before
	if e.strong {
		return s.words.roles[w.low]&exclaims == 0
	}
	c := s.words.classes[w.low]
	return e.dots == 1 && utf8.RuneCountInString(w.low) > 1 && (c == ordinary || c == unit) && !strings.Contains(w.low, ".")
}

// isInformal reports whether the line is informal throughout: it starts with a
// small letter, or has spellings such as "i", "u" or "im".
func (s *scanner) isInformal() bool {
	if s.informal == unasked {
		s.informal = answered(s.startsSmall() || s.hasUntidyWord())
	}
	return s.informal == yes
}

// startsSmall reports whether the first word of the line is written small, list
// marks and names such as iPhone apart.
func (l line) startsSmall() bool {
	i := 0
	for i < len(l) && !isWordRune(l.at(i)) {
		i = l.after(i)
	}
	second := l.after(i)
	third := l.at(l.after(second))
	if !unicode.IsLower(l.at(i)) || !unicode.IsLower(l.at(second)) || isLetter(third) && unicode.IsUpper(third) {
		return false
	}
	end := l.word(i)
	return l.spaceOrEnd(end) || strings.ContainsRune(",.!?", l.at(end))
}

// hasUntidyWord looks for untidy spellings between the words of the line.
func (s *scanner) hasUntidyWord() bool {
	for i := 0; i < len(s.line); {
		if !isLetter(s.at(i)) {
			i = s.after(i)
			continue
		}
		end := s.word(i)
		if i > 0 && s.spaceOrEnd(i-1) && s.isUntidyWord(string(s.line[i:end]), s.at(end)) {
			return true
		}
		i = end
	}
	return false
}

// isUntidyWord reports whether w, with the character next behind it, is an
// untidy spelling: a small "i" or "u" by itself, or one the tables list.
func (s *scanner) isUntidyWord(w string, next rune) bool {
	switch {
	case w == "i", w == "u":
		return markOf(next)&space != 0
	case w[0] == 'i' && len(w) > 1 && isApostrophe(line(w).at(1)):
		return true
	}
	return s.words.roles[w]&isUntidy != 0
}
