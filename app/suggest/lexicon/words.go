// Package lexicon is the format of the language tables: lists of words and
// phrases under section names, one file a language. What the lists mean is the
// business of the package that owns the files.
package lexicon

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"glossator/app/suggest/token"
)

// Words is one list of a table: words, stems and phrases, each with an optional
// value. The zero value is an empty list.
type Words struct {
	exact   map[string]string
	stems   map[string]string
	lengths []int // of the stems, in bytes, longest first
	phrases map[string][]phrase
	opening []phrase // phrases whose first word is a stem
}

// phrase is an entry of several words.
type phrase struct {
	words []string // each may end in [stemMark]
	value string
}

const (
	stemMark   = "*" // "promis*": every word that begins so
	phraseMark = "_" // "more_than": words that follow each other
	valueMark  = "=" // "three=3"
)

func (w *Words) add(entry string) {
	word, value, _ := strings.Cut(entry, valueMark)
	if word == "" { // the sign "=" itself
		word, value = entry, ""
	}
	parts := strings.Split(word, phraseMark)
	stem, isStem := strings.CutSuffix(word, stemMark)
	switch {
	case len(parts) > 1 && strings.HasSuffix(parts[0], stemMark):
		w.opening = append(w.opening, phrase{parts, value})
	case len(parts) > 1:
		w.phrases[parts[0]] = append(w.phrases[parts[0]], phrase{parts, value})
	case isStem:
		w.stems[stem] = value
		if !slices.Contains(w.lengths, len(stem)) {
			w.lengths = append(w.lengths, len(stem))
		}
	default:
		w.exact[word] = value
	}
}

func newWords() *Words {
	return &Words{exact: map[string]string{}, stems: map[string]string{}, phrases: map[string][]phrase{}}
}

// Has reports whether the list holds the word, which is in lower case.
func (w *Words) Has(word string) bool {
	_, ok := w.Value(word)
	return ok
}

// Value returns what the list says about a word in lower case. The longest stem
// decides; a word in full beats every stem.
func (w *Words) Value(word string) (string, bool) {
	if value, ok := w.exact[word]; ok {
		return value, true
	}
	for _, n := range w.lengths {
		if n > len(word) {
			continue
		}
		if value, ok := w.stems[word[:n]]; ok {
			return value, true
		}
	}
	return "", false
}

// Float returns the value of a word as a number; false without one.
func (w *Words) Float(word string) (float64, bool) {
	value, ok := w.Value(word)
	if !ok {
		return 0, false
	}
	number, err := strconv.ParseFloat(value, 64)
	return number, err == nil
}

// All returns the words that stand in full in the list, sorted.
func (w *Words) All() []string { return slices.Sorted(maps.Keys(w.exact)) }

// Match reads the longest entry that starts at token i. It returns the value
// of the entry and how many tokens it takes, 0 when none starts there.
func (w *Words) Match(tokens []token.Token, i int) (value string, n int) {
	if i < 0 || i >= len(tokens) {
		return "", 0
	}
	longest := phrase{}
	if len(w.phrases) > 0 {
		longest = longestAt(w.phrases[tokens[i].Low], tokens, i, longest)
	}
	longest = longestAt(w.opening, tokens, i, longest)
	if len(longest.words) > 0 {
		return longest.value, len(longest.words)
	}
	if single, ok := w.Value(tokens[i].Low); ok {
		return single, 1
	}
	return "", 0
}

// MatchBefore reads the longest entry that ends just before token i, as
// [Words.Match] does.
func (w *Words) MatchBefore(tokens []token.Token, i int) (value string, n int) {
	for back := longestPhrase; back > 0; back-- {
		if value, n = w.Match(tokens, i-back); n == back {
			return value, n
		}
	}
	return "", 0
}

// longestPhrase is how far back [Words.MatchBefore] looks, in tokens.
const longestPhrase = 4

// Union returns a list of the first words of all entries of the lists, without
// values: what [Words.Match] could start with.
func Union(lists ...*Words) *Words {
	out := newWords()
	for _, w := range lists {
		for word := range w.exact {
			out.add(word)
		}
		for stem := range w.stems {
			out.add(stem + stemMark)
		}
		for first := range w.phrases {
			out.add(first)
		}
		for _, p := range w.opening {
			out.add(p.words[0])
		}
	}
	out.sortLengths()
	return out
}

// sortLengths puts the longest stems first.
func (w *Words) sortLengths() {
	slices.Sort(w.lengths)
	slices.Reverse(w.lengths)
}

// Find returns the first token at which an entry starts and the entry's length
// in tokens; the length is 0 when there is none.
func (w *Words) Find(tokens []token.Token) (at, n int) {
	for i := range tokens {
		if _, n = w.Match(tokens, i); n > 0 {
			return i, n
		}
	}
	return 0, 0
}

// In reports whether any entry stands among the tokens.
func (w *Words) In(tokens []token.Token) bool {
	_, n := w.Find(tokens)
	return n > 0
}

// Near reports whether a single word of the list stands in tokens[from:to];
// the ends may lie outside the sentence.
func (w *Words) Near(tokens []token.Token, from, to int) bool {
	for i := max(from, 0); i < min(to, len(tokens)); i++ {
		if w.Has(tokens[i].Low) {
			return true
		}
	}
	return false
}

// longestAt returns the longest phrase of a list that stands at token i, if it
// is longer than best.
func longestAt(list []phrase, tokens []token.Token, i int, best phrase) phrase {
	for _, p := range list {
		if len(p.words) > len(best.words) && p.at(tokens, i) {
			best = p
		}
	}
	return best
}

func (p phrase) at(tokens []token.Token, i int) bool {
	if i+len(p.words) > len(tokens) {
		return false
	}
	for k, word := range p.words {
		low := tokens[i+k].Low
		stem, isStem := strings.CutSuffix(word, stemMark)
		if (isStem && !strings.HasPrefix(low, stem)) || (!isStem && low != word) {
			return false
		}
	}
	return true
}
