package ingest

import (
	"strings"
	"unicode"
)

// phrases are folded phrases by their first word, so that a line is looked
// through once, whatever the number of phrases.
type phrases map[string][]string

func (p phrases) add(all []string) {
	for _, phrase := range all {
		first, _, _ := strings.Cut(phrase, " ")
		p[first] = append(p[first], phrase)
	}
}

// in reports whether one of the phrases stands in the folded line as whole
// words.
func (p phrases) in(line string) bool {
	for rest := line; rest != ""; {
		first, after, _ := strings.Cut(rest, " ")
		for _, phrase := range p[first] {
			if startsWith(rest, phrase) {
				return true
			}
		}
		rest = after
	}
	return false
}

// startsWith reports whether the folded line begins with phrase as whole words.
func startsWith(line, phrase string) bool {
	rest, ok := strings.CutPrefix(line, phrase)
	return ok && (rest == "" || rest[0] == ' ')
}

// fold returns line in lower case with one space for whatever is neither a
// letter, a mark nor a digit, so that phrases compare whatever the case, the
// punctuation and the spaces. The Russian ё is folded to е, as most writers do.
func fold(line string) string {
	var out strings.Builder
	out.Grow(len(line))
	gap := false
	for _, r := range line {
		if !isWordRune(r) {
			gap = out.Len() > 0
			continue
		}
		if gap {
			out.WriteByte(' ')
			gap = false
		}
		if r = unicode.ToLower(r); r == 'ё' {
			r = 'е'
		}
		out.WriteRune(r)
	}
	return out.String()
}

func isWordRune(r rune) bool {
	return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
