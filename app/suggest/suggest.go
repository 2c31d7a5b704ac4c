package suggest

import (
	"unicode/utf8"

	"glossator/app/suggest/guess"
	"glossator/app/suggest/period"
	"glossator/app/suggest/rule"
	"glossator/models"
)

// Strength says how a suggestion is shown.
type Strength string

// The strengths of a suggestion.
const (
	Strong   Strength = "strong"
	Possible Strength = "possible"
	Listed   Strength = "" // no mark: claims only sort the sentences until enough of them were decided
)

// Cuts are the least probabilities of the strengths for one label.
type Cuts struct{ Strong, Possible float64 }

// FixedCuts hold until the running record knows better, see [CutsFrom].
func FixedCuts() Cuts { return Cuts{Strong: 0.75, Possible: 0.5} }

// Article is what [Suggestions] reads of an article.
type Article struct {
	Language    string // BCP 47 tag; empty: told by the script of each sentence
	PublishedOn string // ISO 8601; relative dates are resolved against it; may be empty
	Sentences   []models.Sentence
}

// ArticleOf takes what is needed from an article as the reading pane has it.
func ArticleOf(content models.Content) Article {
	return Article{
		Language: content.Article.Language, PublishedOn: content.Article.PublishedOn, Sentences: content.Sentences,
	}
}

// Suggestion is a label that is proposed for a sentence.
type Suggestion struct {
	Sentence    int // position in the article's Sentences
	Label       string
	Probability float64
	Strength    Strength
	Reasons     []Reason // the heaviest first
	Details     []Detail // guessed from the sentence, in the order of the form
}

// Detail is a guessed value of one field of the codebook.
type Detail struct {
	Field      string   // the field's key
	Row        int      // from 0, for fields that repeat
	Text       string   // as written, or the key of a choice
	Start, End int      // code points into the sentence, End exclusive; both 0 when it is a default
	Number     *float64 // for numbers
	ISO        string   // for dates: ISO 8601, as [models.ParseDate] writes it
}

// Suggestions proposes labels and details for the sentences of an article, in
// reading order. cuts gives the strengths of each label, [FixedCuts] where it
// has none; what is below "possible" is left out. Sentences that stand apart
// from the body are for the caller to leave out.
func Suggestions(article Article, model *Model, cuts map[string]Cuts) []Suggestion {
	now := period.AnchorOf(article.PublishedOn)
	var out []Suggestion
	for at, sentence := range article.Sentences {
		r := reading{text: sentence.Text, language: spoken(sentence.Text, article.Language)}
		v := model.memory.vectorOf(&r)
		for i, label := range model.labels {
			p, ok := model.probability(i, v, r.language)
			cut, own := cuts[label]
			if !own {
				cut = FixedCuts()
			}
			if !ok || p < cut.Possible {
				continue
			}
			s := Suggestion{Sentence: at, Label: label, Probability: p, Strength: model.strength(i, p, cut)}
			r.read()
			s.Reasons = explain(label, model.fits[i], r.sentence, r.verdicts)
			s.Details = detailsOf(label, r.sentence, now)
			out = append(out, s)
		}
	}
	return out
}

func (m *Model) strength(i int, p float64, cut Cuts) Strength {
	switch {
	case m.labels[i] == Claim && !m.fits[i].standing.seasoned():
		return Listed
	case p >= cut.Strong:
		return Strong
	}
	return Possible
}

// reading is a sentence that is read only once somebody needs its tokens.
type reading struct {
	text, language string
	sentence       *rule.Sentence
	verdicts       rule.Verdicts
}

func (r *reading) read() {
	if r.sentence == nil {
		r.sentence = rule.Read(r.text, r.language)
		r.verdicts = rule.Judge(r.sentence)
	}
}

// Guess proposes the details of a label for a sentence that the analyst tagged
// herself. language and published are as in [Article].
func Guess(label, text, language, published string) []Detail {
	return detailsOf(label, rule.Read(text, spoken(text, language)), period.AnchorOf(published))
}

// detailsOf turns guessed byte offsets into code points.
func detailsOf(label string, s *rule.Sentence, now period.Anchor) []Detail {
	guessed := guess.Details(label, s, now)
	out := make([]Detail, len(guessed))
	for i, d := range guessed {
		start := utf8.RuneCountInString(s.Text[:d.Start])
		out[i] = Detail{
			Field: d.Field, Row: d.Row, Text: d.Text, Number: d.Number, ISO: d.ISO,
			Start: start, End: start + utf8.RuneCountInString(s.Text[d.Start:d.End]),
		}
	}
	return out
}
