package suggest

import (
	"slices"

	"glossator/app/suggest/rule"
	"glossator/app/suggest/vector"
)

// Model scores sentences. It does not change once it is made and may be used by
// several goroutines.
type Model struct {
	labels []string
	fits   []fit
	memory *Memory
	order  []int // position of its examples in what [Train] was given
}

// Reason is one piece of evidence for or against a label.
type Reason struct {
	Why    string  // a few plain words; for a learned word "the word"
	Word   string  // the word that speaks for or against it, or empty
	Weight float64 // log-odds, above 0 for the label
}

// String says the reason in a few words.
func (r Reason) String() string {
	if r.Word == "" {
		return r.Why
	}
	return r.Why + " “" + r.Word + "”"
}

// Score is what a model says of one sentence.
type Score struct {
	Probabilities map[string]float64  // by label; a label about which nothing can be said is missing
	Reasons       map[string][]Reason // by label, the heaviest first
}

// Labels returns the keys of the labels that the model was made for.
func (m *Model) Labels() []string { return slices.Clone(m.labels) }

// Standing says how much the model knows about a label; the zero value for a
// label that it was not made for.
func (m *Model) Standing(label string) Standing {
	if i := slices.Index(m.labels, label); i >= 0 {
		return m.fits[i].standing
	}
	return Standing{Basis: BasisNothing}
}

// Score scores a sentence for every label, with reasons. The language is a BCP
// 47 tag, or empty: told by the script.
func (m *Model) Score(text, language string) Score {
	s := rule.Read(text, spoken(text, language))
	verdicts := rule.Judge(s)
	v := vector.Of(s, verdicts)
	out := Score{Probabilities: map[string]float64{}, Reasons: map[string][]Reason{}}
	for i, label := range m.labels {
		p, ok := m.probability(i, v, s.Language)
		if !ok {
			continue
		}
		out.Probabilities[label] = p
		out.Reasons[label] = explain(label, m.fits[i], s, verdicts)
	}
	return out
}

// Probabilities scores a sentence without reasons, at a fraction of the cost
// where the sentence was read before. A label about which nothing can be said is
// missing.
func (m *Model) Probabilities(text, language string) map[string]float64 {
	v := m.memory.vector(text, language)
	out := make(map[string]float64, len(m.labels))
	for i, label := range m.labels {
		if p, ok := m.probability(i, v, spoken(text, language)); ok {
			out[label] = p
		}
	}
	return out
}

// probability scores a vector for the label at position i; false when neither
// rules nor examples say anything.
func (m *Model) probability(i int, v vector.Vector, language string) (float64, bool) {
	f := m.fits[i]
	switch f.standing.Basis {
	case BasisNothing:
		return 0, false
	case BasisRules:
		if !rule.Known(language) {
			return 0, false
		}
	case BasisLearned:
	}
	return f.sigmoid.Probability(f.weights.Margin(v)), true
}
