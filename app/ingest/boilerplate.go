package ingest

import "strings"

// maxBoilerplate is the longest line, in code points, that is taken for
// something beside the article; a longer one is prose that speaks of it.
const maxBoilerplate = 200

// isBoilerplate reports whether a passage belongs to the page around the
// article: a call to subscribe together with what to subscribe to, a share bar,
// a reference to other articles, a copyright line, or no words at all.
func (lex *lexicon) isBoilerplate(p *passage) bool {
	if !p.within(maxBoilerplate) {
		return false
	}
	line := p.fold()
	switch {
	case !hasWord(line), lex.alone[line], lex.notes.in(line), lex.walls.in(line):
		return true
	case strings.HasPrefix(p.text, "©"), startsWith(line, "copyright"):
		return true
	case lex.calls.in(line) && lex.channels.in(line):
		return true
	}
	return lex.refersElsewhere(p.text, line)
}

// refersElsewhere needs a colon after the lead: "Related: ..." is a reference,
// "Related claims were made" is a sentence.
func (lex *lexicon) refersElsewhere(text, line string) bool {
	for _, related := range lex.related {
		if !startsWith(line, related) {
			continue
		}
		if after, ok := cutPhrase(text, related); ok && strings.HasPrefix(strings.TrimLeft(after, " "), ":") {
			return true
		}
	}
	return false
}
