// Package rule scores sentences by rules with reasons: does one report a
// measured quantity, promise something, assert something that could be false?
// The rules are made for press releases, speeches and news; the words they look
// for are in one table a language. Scores are log-odds: sums of weights of
// evidence, in the manner of a naive Bayes scorecard (Good 1950, "Probability
// and the Weighing of Evidence").
package rule

import (
	"slices"
	"strings"

	"glossator/app/suggest/lexicon"
	"glossator/app/suggest/quantity"
	"glossator/app/suggest/token"
)

// Reason is one piece of evidence and its weight in log-odds.
//
//locale:texts Why
type Reason struct {
	Why    string // a few plain words, also the key of their translation
	Weight float64
}

// Total returns the sum of the weights: the log-odds that the reasons amount to.
func Total(reasons []Reason) float64 {
	sum := 0.0
	for _, r := range reasons {
		sum += r.Weight
	}
	return sum
}

// Sentence is a sentence that was read once: its tokens and numbers.
type Sentence struct {
	Text     string
	Language string // BCP 47
	Tokens   []token.Token
	Numbers  []quantity.Quantity
	w        *words

	measuresLength bool // speaks of an average or a waiting time
}

// Read prepares a sentence for the rules. A language without a table is read
// all the same; its rules find nothing.
func Read(text, language string) *Sentence {
	tokens := token.Split(text)
	w := wordsFor(language)
	return &Sentence{
		Text: text, Language: language, Tokens: tokens, w: w,
		Numbers: quantity.Read(tokens, language), measuresLength: w.lengthMeasured.In(tokens),
	}
}

// Verdicts are the scores of one sentence.
type Verdicts struct {
	Statistic  []Reason
	Commitment []Reason
	Claim      []Reason
	Worth      []Reason // how much a fact-checker would want to check it, whatever its label
}

// Judge applies all rules. In a language without a table the verdicts are
// empty: the rules have nothing to say.
func Judge(s *Sentence) Verdicts {
	if !s.w.known {
		return Verdicts{}
	}
	var v Verdicts
	v.Commitment = commitment(s)
	v.Statistic = statistic(s, Total(v.Commitment))
	v.Worth = worth(s, Total(v.Statistic), Total(v.Commitment))
	v.Claim = claim(s, Total(v.Statistic), Total(v.Commitment))
	return v
}

func (s *Sentence) low(i int) string { return token.Low(s.Tokens, i) }

func (s *Sentence) has(list *lexicon.Words) bool { return list.In(s.Tokens) }

// isQuestion reports whether the sentence ends in a question mark.
func (s *Sentence) isQuestion() bool { return strings.HasSuffix(strings.TrimSpace(s.Text), "?") }

// isPast reports whether a word looks like a verb of the past.
func (w *words) isPast(word string) bool {
	const shortest = 4
	if w.past.Has(word) {
		return true
	}
	return len(word) > shortest && slices.ContainsFunc(w.pastEnding, func(ending string) bool {
		return strings.HasSuffix(word, ending)
	})
}

// sheet collects reasons; of several with the same words the heaviest counts.
type sheet []Reason

// add notes a reason if it applies.
//
//locale:format why
func (h *sheet) add(applies bool, why string, weight float64) {
	if !applies {
		return
	}
	for i := range *h {
		if (*h)[i].Why == why {
			(*h)[i].Weight = max((*h)[i].Weight, weight)
			return
		}
	}
	*h = append(*h, Reason{why, weight})
}

// What every rule starts from: how rare its label is, in log-odds.
const (
	usualStatistic  = -3.2
	usualCommitment = -2.2
	usualClaim      = -1.9
	usualWorth      = -1.6
)

//locale:texts
const priorReason = "how common it is"
