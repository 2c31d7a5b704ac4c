package likeness

import "slices"

const (
	// SentenceWidth is how many words a shingle of a sentence has. Single words
	// are enough there, and one changed word in ten still leaves 0.8.
	SentenceWidth = 1
	// ArticleWidth is how many words a shingle of a whole article has. All
	// articles share words; few share runs of five.
	ArticleWidth = 5
	// Threshold is the resemblance from which texts count as nearly the same.
	Threshold = 0.8
)

// Set is the shingles of a text: hashed, sorted, each once.
type Set []uint32

// Shingles returns the shingles of a text, each of width words. A word that a
// text has twice makes two shingles (Broder's option of numbering
// occurrences), so that leaving out a repetition counts. A text of fewer words
// is one shingle, a text without a word has none.
func Shingles(text string, width int) Set { return shinglesOf(Words(text), width) }

func shinglesOf(words []Word, width int) Set {
	if len(words) == 0 {
		return nil
	}
	width = min(max(width, 1), len(words))
	set := make(Set, 0, len(words)-width+1)
	seen := make(map[uint64]uint64, len(words))
	for i := range len(words) - width + 1 {
		hash := hashOf(words[i : i+width])
		seen[hash]++
		set = append(set, uint32(mix(hash+seen[hash])>>half))
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// Resemblance is the Jaccard coefficient: the share of what both sets have in
// what they have together, from 0 to 1. An empty set resembles nothing.
func (s Set) Resemblance(t Set) float64 {
	both := s.common(t)
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(s)+len(t)-both)
}

func (s Set) common(t Set) int {
	both, i, j := 0, 0, 0
	for i < len(s) && j < len(t) {
		switch {
		case s[i] < t[j]:
			i++
		case s[i] > t[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return both
}
