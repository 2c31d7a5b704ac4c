package store

import (
	"slices"
	"strings"
	"unicode"
)

// words is what a user typed, taken apart, see [models.Search].
type words struct {
	all  []term
	none []term
}

// term is a word, or several that stand side by side.
type term struct {
	text  string
	whole bool // not the beginning of a longer word
}

// prefixFrom is how many letters a beginning of a word needs. The index finds
// shorter ones as slowly as half of the language begins with them.
const prefixFrom = 3

// parseWords takes apart what a user typed. Whatever it is, it is no error: a
// quote that is not closed yet ends with the text.
func parseWords(typed string) words {
	var w words
	typed = strings.Map(plain, strings.ToValidUTF8(typed, " "))
	for rest := strings.TrimSpace(typed); rest != ""; rest = strings.TrimSpace(rest) {
		without := strings.HasPrefix(rest, "-")
		rest = strings.TrimPrefix(rest, "-")
		var text string
		quoted := strings.HasPrefix(rest, `"`)
		if quoted {
			text, rest, _ = strings.Cut(rest[1:], `"`)
		} else {
			text, rest = cutWord(rest)
		}
		if !strings.ContainsFunc(text, isLetterOrDigit) {
			continue
		}
		found := term{text: text, whole: quoted || lastLength(text) < prefixFrom}
		if without {
			w.none = append(w.none, found)
		} else {
			w.all = append(w.all, found)
		}
	}
	return w
}

// plain makes a space of a control character; a zero would end the question.
func plain(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// cutWord cuts at the first white space or quote.
func cutWord(text string) (word, rest string) {
	end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// lastLength is the number of letters at the end of a word, behind the last
// mark in it.
func lastLength(text string) int {
	parts := strings.FieldsFunc(text, func(r rune) bool { return !isLetterOrDigit(r) && !unicode.IsMark(r) })
	return len([]rune(parts[len(parts)-1]))
}

// expression writes the words in the language of the index (SQLite, "FTS5
// Extension", 3. Full-text Query Syntax). Everything typed stands in quotes, so
// that no character of it has a meaning there.
func (w words) expression() string {
	parts := make([]string, len(w.all))
	for i, t := range w.all {
		parts[i] = t.expression()
	}
	text := strings.Join(parts, " AND ")
	if len(w.none) == 0 {
		return text
	}
	without := make([]string, len(w.none))
	for i, t := range w.none {
		without[i] = t.expression()
	}
	return "(" + text + ") NOT (" + strings.Join(without, " OR ") + ")"
}

func (t term) expression() string {
	var spelt []string
	for _, text := range spellings(t.text) {
		quoted := `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		if !t.whole {
			quoted += " *"
		}
		spelt = append(spelt, quoted)
	}
	return "(" + strings.Join(spelt, " OR ") + ")"
}

// maxSpellings bounds the spellings of a long quotation.
const maxSpellings = 24

// spellings returns a text as it may be written: most Russian texts write "е"
// for "ё", which stands at most once in a word.
func spellings(text string) []string {
	plain := []rune(strings.ToLower(text))
	for i, r := range plain {
		if r == 'ё' {
			plain[i] = 'е'
		}
	}
	list := []string{string(plain)}
	for i, r := range plain {
		if r != 'е' || len(list) == maxSpellings {
			continue
		}
		dotted := slices.Clone(plain)
		dotted[i] = 'ё'
		list = append(list, string(dotted))
	}
	return list
}
