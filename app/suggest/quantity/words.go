package quantity

import (
	"embed"

	"glossator/app/suggest/lexicon"
)

// words are the lists of one language; tables/en.txt says what each holds.
type words struct {
	number, scale, ordinal, every           *lexicon.Words
	fraction, fractionNext, fractionAlone   *lexicon.Words
	multiple, often, perOften, times        *lexicon.Words
	vague, vagueNext, vagueAlone            *lexicon.Words
	percent, points, currency               *lexicon.Words
	measure, duration, month, weekday       *lexicon.Words
	before, after, rankSuffix, numberSuffix *lexicon.Words
	people, stop, pronoun, determiner, verb *lexicon.Words
	boundBefore, boundAfter, of, in, and    *lexicon.Words
	rangeFrom, rangeTo, per, everyRate      *lexicon.Words
	ageBefore, ageAfter, target, hour, year *lexicon.Words
	among, be, them, adverb, reaches        *lexicon.Words
	decimalComma                            bool // 1,234 is a little more than one
	singular                                bool // a counted noun need not look like an English plural
	headFinal                               bool // qualifiers stand before the counted noun
	verbEnding                              []string
}

//go:embed tables/*.txt
var files embed.FS

// wordsFor returns the lists of a language by its BCP 47 tag.
var wordsFor = lexicon.ByLanguage(files, "tables", compile)

func compile(t lexicon.Table) *words {
	w := t.Words
	return &words{
		number: w("number"), scale: w("scale"), ordinal: w("ordinal"), every: w("every"),
		fraction: w("fraction"), fractionNext: w("fraction-next"), fractionAlone: w("fraction-alone"),
		multiple: w("multiple"), often: w("often"), perOften: w("per-often"), times: w("times"),
		vague: w("vague"), vagueNext: w("vague-next"), vagueAlone: w("vague-alone"),
		percent: w("percent"), points: w("points"), currency: w("currency"),
		measure: w("measure"), duration: w("duration"), month: w("month"), weekday: w("weekday"),
		before: w("numbered"), after: w("numbered-after"), rankSuffix: w("rank-suffix"), numberSuffix: w("number-suffix"),
		people: w("people"), stop: w("stop"), pronoun: w("pronoun"), determiner: w("determiner"), verb: w("verb"),
		boundBefore: w("bound-before"), boundAfter: w("bound-after"), of: w("of"), in: w("in"), and: w("and"),
		rangeFrom: w("range-from"), rangeTo: w("range-to"), per: w("per"), everyRate: w("every-rate"),
		ageBefore: w("age-before"), ageAfter: w("age-after"), target: w("target"), hour: w("hour"), year: w("year"),
		among: w("among"), be: w("be"), them: w("them"), adverb: w("adverb"), reaches: w("reaches"), verbEnding: w("verb-ending").All(),
		decimalComma: w("writing").Has("decimal-comma"), singular: w("writing").Has("inflected"),
		headFinal: w("writing").Has("head-final"),
	}
}
