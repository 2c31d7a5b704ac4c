package segment

// quoteCount counts the quotation marks of the current sentence up to a byte, so
// that no stretch is counted twice.
type quoteCount struct {
	upTo     int
	straight int // straight double quotes
	depth    int // opened less closed pairs
}

// inQuote reports whether a quotation that opened in the current sentence is
// still open at byte i.
func (s *scanner) inQuote(i int) bool {
	q := &s.quotes
	for ; q.upTo < i; q.upTo = s.after(q.upTo) {
		switch s.at(q.upTo) {
		case '"':
			q.straight++
		case '«', '“', '„', '「':
			q.depth++
		case '»', '”', '」':
			q.depth--
		}
	}
	return q.straight%2 == 1 || q.depth > 0
}

// quotedThenDash: a quotation and a dash lead to the words of the author
// (— Да! — сказал он), which belong to it.
func quotedThenDash(_ *scanner, e *ending) verdict {
	if e.quote && e.after.dash {
		return hold
	}
	return undecided
}

// maxSpeaker is the most words from a quotation to its verb of speech.
const maxSpeaker = 4

// saidFollows reports whether a speaker and a verb of speech stand at byte i
// ("…!" Aigul Omarova said.).
func (s *scanner) saidFollows(i int) bool {
	for n := range maxSpeaker {
		end := s.hyphenated(i)
		if end == i {
			return false
		}
		role := s.words.roles[fold(string(s.line[i:end]))]
		if role&says != 0 {
			r := s.at(end)
			return n > 0 && (end >= len(s.line) || r == '.' || r == ',' || r == ':')
		}
		if !isCapital(s.at(i)) || role&opens != 0 && role&speaks == 0 || !s.spaceOrEnd(end) {
			return false
		}
		i = s.skip(end, space)
	}
	return false
}

// hyphenated returns the end of the word at byte i with its hyphens.
func (l line) hyphenated(i int) int {
	for i < len(l) {
		r := l.at(i)
		if !isLetter(r) && r != '-' && !isApostrophe(r) {
			return i
		}
		i = l.after(i)
	}
	return i
}
