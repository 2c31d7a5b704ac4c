package guess

import (
	"embed"

	"glossator/app/suggest/lexicon"
)

// words are the lists of one language; tables/en.txt shows what each holds.
type words struct {
	saying, according, accordingAfter          *lexicon.Words
	promiseVerb, will, passive, not, to        *lexicon.Words
	adopted, adoptedThing, clause, boundary    *lexicon.Words
	lead                                       *lexicon.Words
	finite, adverb, relative, article, role    *lexicon.Words
	joins, opensClause                         *lexicon.Words
	actorType, speakerType, sourceType         *lexicon.Words
	instrumentType, actionLevel, outcome       *lexicon.Words
	condition, existing, from                  *lexicon.Words
	up, down, same, change, average            *lexicon.Words
	earlier, than, projection                  *lexicon.Words
	placeBefore, month, insideName             *lexicon.Words
	cause, comparisonClaim, rule, own, support *lexicon.Words
}

//go:embed tables/*.txt
var files embed.FS

// wordsFor returns the lists of a language by its BCP 47 tag.
var wordsFor = lexicon.ByLanguage(files, "tables", compile)

// notVerb reports whether a word before a verb of saying makes something else
// of it.
func (w *words) notVerb(before string) bool {
	return w.passive.Has(before) || w.to.Has(before) || w.article.Has(before)
}

func compile(t lexicon.Table) *words {
	w := t.Words
	return &words{
		saying: w("saying"), according: w("according"), accordingAfter: w("according-after"),
		promiseVerb: w("promise-verb"), will: w("will"), passive: w("passive"), not: w("not"), to: w("to"),
		adopted: w("adopted"), adoptedThing: w("adopted-thing"), clause: w("clause"), boundary: w("boundary"),
		lead:   w("lead"),
		finite: w("finite"), adverb: w("adverb"), relative: w("relative"), article: w("article"), role: w("role"),
		joins: w("joins"), opensClause: w("opens-clause"),
		actorType: w("actor-type"), speakerType: w("speaker-type"), sourceType: w("source-type"),
		instrumentType: w("instrument-type"), actionLevel: w("action-level"), outcome: w("outcome"),
		condition: w("condition"), existing: w("existing"), from: w("from"),
		up: w("up"), down: w("down"), same: w("same"), change: w("change"), average: w("average"),
		earlier: w("earlier"), than: w("than"), projection: w("projection"),
		placeBefore: w("place-before"), month: w("month"), insideName: w("inside-name"),
		cause: w("cause"), comparisonClaim: w("comparison-claim"), rule: w("rule"), own: w("own"), support: w("evidence"),
	}
}
