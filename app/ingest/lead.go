package ingest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// role is what a line that begins with a certain word tells.
type role int

const (
	roleCredit role = iota // who made the picture
	roleAuthor
	roleSource
	roleLink
	roleDated
	roleUpdated
)

// lead is a word or phrase that opens a byline: "Photo:", "By", "Source:".
type lead struct {
	phrase string // folded
	role   role
	bare   bool // a name may follow without a colon
}

func leadsOf(list vocabulary) []lead {
	groups := []struct {
		phrases []string
		role    role
	}{
		{list.Credit, roleCredit},
		{list.Author, roleAuthor},
		{list.Source, roleSource},
		{list.Link, roleLink},
		{list.Dated, roleDated},
		{list.Updated, roleUpdated},
	}
	var leads []lead
	for _, group := range groups {
		for _, phrase := range group.phrases {
			bare := slices.Contains(list.Address, phrase) || group.role == roleDated || group.role == roleUpdated
			leads = append(leads, lead{phrase, group.role, bare})
		}
	}
	return leads
}

// sortLeads puts the longest first, so that "photo credit" is not taken for
// "photo".
func sortLeads(leads []lead) {
	slices.SortStableFunc(leads, func(a, b lead) int {
		return cmp.Compare(len(b.phrase), len(a.phrase))
	})
}

// findLead returns the lead that line opens with and what follows it. A lead
// needs a colon, a slash, a bar or a copyright sign after it, or, if it is a
// bare one, a capital letter or a digit.
func (lex *lexicon) findLead(line string) (found lead, rest string, ok bool) {
	const longest = 100 // bytes of a phrase, and more
	folded := fold(line[:min(len(line), longest)])
	for _, candidate := range lex.leads {
		if !startsWith(folded, candidate.phrase) {
			continue
		}
		after, ok := cutPhrase(line, candidate.phrase)
		if !ok {
			continue
		}
		trimmed := strings.TrimLeftFunc(after, isBlank)
		first, size := utf8.DecodeRuneInString(trimmed)
		if strings.ContainsRune(":：/|©", first) && size > 0 {
			return candidate, strings.TrimFunc(trimmed[size:], isBlank), true
		}
		if candidate.bare && len(trimmed) < len(after) && (unicode.IsUpper(first) || unicode.IsDigit(first)) {
			return candidate, trimmed, true
		}
	}
	return lead{}, "", false
}

// cutPhrase returns what follows phrase at the start of line, whatever the case
// of its letters and whatever signs stand before and between its words.
func cutPhrase(line, phrase string) (after string, ok bool) {
	for word := range strings.FieldsSeq(phrase) {
		line = strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		n := prefixFold(line, word)
		if n == 0 {
			return "", false
		}
		line = line[n:]
	}
	next, _ := utf8.DecodeRuneInString(line)
	if line != "" && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return "", false
	}
	return line, true
}

// prefixFold returns the length in bytes of word at the start of line, or 0.
func prefixFold(line, word string) int {
	n := 0
	for _, want := range word {
		r, size := utf8.DecodeRuneInString(line[n:])
		if unicode.ToLower(r) != want {
			return 0
		}
		n += size
	}
	return n
}
