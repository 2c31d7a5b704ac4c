package suggest

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"glossator/app/suggest/rule"
	"glossator/app/suggest/vector"
)

// heaviestWords is how many learned words a suggestion is explained by.
const heaviestWords = 5

// wordReason is the Why of a learned word.
const wordReason = "the word"

// leastWordWeight keeps words that say next to nothing out.
const leastWordWeight = 0.05

// explain returns the evidence for a label: the rules' reasons without their
// starting point, and the heaviest learned words.
func explain(label string, f fit, s *rule.Sentence, v rule.Verdicts) []Reason {
	var out []Reason
	for i, r := range verdictOf(label, v) {
		if i > 0 { // the first is how common the label is
			out = append(out, Reason{Why: r.Why, Weight: r.Weight})
		}
	}
	byWeight(out)
	if f.standing.Basis != BasisLearned {
		return out
	}
	return append(out, wordReasons(f, s)...)
}

func verdictOf(label string, v rule.Verdicts) []rule.Reason {
	switch label {
	case Commitment:
		return v.Commitment
	case Statistic:
		return v.Statistic
	case Claim:
		return v.Claim
	}
	return nil
}

func wordReasons(f fit, s *rule.Sentence) []Reason {
	words := vector.Words(s)
	slices.Sort(words)
	var out []Reason
	scale := 1 / math.Sqrt(float64(len(words))+1)
	for _, word := range slices.Compact(words) {
		if !readable(word) {
			continue
		}
		weight := 2 * f.sigmoid.Slope * f.weights.Weight(vector.WordID(word)) * scale
		if math.Abs(weight) >= leastWordWeight {
			out = append(out, Reason{Why: wordReason, Word: word, Weight: weight})
		}
	}
	byWeight(out)
	return out[:min(len(out), heaviestWords)]
}

// readable reports whether a word of the features says something to a reader:
// the kinds of numbers and the punctuation do not.
func readable(word string) bool {
	return !strings.HasPrefix(word, "<") && strings.ContainsFunc(word, unicode.IsLetter)
}

func byWeight(reasons []Reason) {
	slices.SortStableFunc(reasons, func(a, b Reason) int {
		return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight))
	})
}
