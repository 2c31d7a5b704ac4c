package rule

import (
	"embed"

	"glossator/app/suggest/lexicon"
)

// words are the lists of one language.
type words struct {
	// what a statistic is known by
	changeVerb, changeAim, changePast, to       *lexicon.Words
	source, aggregate, average, projection      *lexicon.Words
	target, existing, rankVerb, partOfYear      *lexicon.Words
	doubled, the, per, cost, people, assisted   *lexicon.Words
	harmed, lengthMeasured                      *lexicon.Words
	budgetBefore, budgetAfter, budgetHead       *lexicon.Words
	will, willSkip, not, be, commitVerb         *lexicon.Words // a promise
	forecastVerb, keep, futureVerb, agent       *lexicon.Words
	promise, promiseFirm, promiseClause         *lexicon.Words
	promiseObject, promiseSettled               *lexicon.Words
	intend, intendNoun, intendClause            *lexicon.Words
	would, wouldSkip, auxiliary, ifWord, saying *lexicon.Words
	instrumentVerb, instrument, dutyVerb        *lexicon.Words
	goingTo, deadline, instrumentPhrase         *lexicon.Words
	determination, ifElected, inForce, spending *lexicon.Words
	demand                                      *lexicon.Words
	attributionPhrase, attribution, doubted     *lexicon.Words // a claim
	cause, causeClaimed, universal, superlative *lexicon.Words
	firstPerson, opinion, contested, past       *lexicon.Words
	denial, ruleInForce, have, urge, courtesy   *lexicon.Words
	pastEnding                                  []string
	known                                       bool
}

//go:embed tables/*.txt
var files embed.FS

// wordsFor returns the lists of a language by its BCP 47 tag.
var wordsFor = lexicon.ByLanguage(files, "tables", compile)

// Known reports whether there are rules for the language of a BCP 47 tag.
func Known(language string) bool { return wordsFor(language).known }

func compile(t lexicon.Table) *words {
	w := t.Words
	return &words{
		changeVerb: w("change-verb"), changeAim: w("change-aim"), changePast: w("change-past"), to: w("to"),
		source: w("source"), aggregate: w("aggregate"), average: w("average"), projection: w("projection"),
		target: w("target"), existing: w("existing"), rankVerb: w("rank-verb"), partOfYear: w("part-of-year"),
		doubled: w("doubled"), the: w("the"), per: w("per"), cost: w("cost"), people: w("counted-people"),
		assisted: w("assisted"), harmed: w("harmed"), lengthMeasured: w("length-measured"),
		budgetBefore: w("budget-before"), budgetAfter: w("budget-after"), budgetHead: w("budget-head"),
		will: w("will"), willSkip: w("will-skip"), not: w("not"), be: w("be"), commitVerb: w("commit-verb"),
		forecastVerb: w("forecast-verb"), keep: w("keep"), futureVerb: w("future-verb"), agent: w("agent"),
		promise: w("promise"), promiseFirm: w("promise-firm"), promiseClause: w("promise-clause"),
		promiseObject: w("promise-object"), promiseSettled: w("promise-settled"),
		intend: w("intend"), intendNoun: w("intend-noun"), intendClause: w("intend-clause"),
		would: w("would"), wouldSkip: w("would-skip"), auxiliary: w("auxiliary"), ifWord: w("if"), saying: w("saying"),
		instrumentVerb: w("instrument-verb"), instrument: w("instrument"), dutyVerb: w("duty-verb"),
		goingTo: w("going-to"), deadline: w("deadline"), instrumentPhrase: w("instrument-phrase"),
		determination: w("determination"), ifElected: w("if-elected"), inForce: w("in-force"), spending: w("spending"),
		demand: w("demand"), attributionPhrase: w("attribution-phrase"), attribution: w("attribution"), doubted: w("doubted"),
		cause: w("cause"), causeClaimed: w("cause-claimed"), universal: w("universal"), superlative: w("superlative"),
		firstPerson: w("first-person"), opinion: w("opinion"), contested: w("contested"), past: w("past"),
		denial: w("denial"), ruleInForce: w("rule-in-force"), have: w("have"), urge: w("urge"), courtesy: w("courtesy"),
		pastEnding: w("past-ending").All(), known: t != nil,
	}
}
