package period

import (
	"embed"

	"glossator/app/suggest/lexicon"
)

// words are the lists of one language; tables/en.txt says what each holds.
type words struct {
	month, weekday, season, unit, day *lexicon.Words
	year, years, filler, decade       *lexicon.Words
	by, since, from, to, after, at    *lexicon.Words
	between, and, within, past, ago   *lexicon.Words
	later, about, future, inWord      *lexicon.Words
	this, next, last, ordinal         *lexicon.Words
	begin, middle, end                *lexicon.Words
	beginAfter, middleAfter, endAfter *lexicon.Words
	byAfter, sinceAfter, afterAfter   *lexicon.Words
	withinAfter, relativeYear, half   *lexicon.Words
	one, gone, inSeason               *lexicon.Words
	starters                          *lexicon.Words // what an expression can begin with, numbers apart
	capital                           bool           // names of months begin with a capital
	suffixed                          bool           // endings stand behind a hyphen: "2030-ға"
}

//go:embed tables/*.txt
var files embed.FS

// wordsFor returns the lists of a language by its BCP 47 tag.
var wordsFor = lexicon.ByLanguage(files, "tables", compile)

func compile(t lexicon.Table) *words {
	w := t.Words
	var all []*lexicon.Words
	for section := range t {
		if section != "future" && section != "gone" && section != "writing" {
			all = append(all, w(section))
		}
	}
	return &words{
		starters: lexicon.Union(all...),
		month:    w("month"), weekday: w("weekday"), season: w("season"), unit: w("unit"), day: w("day"),
		year: w("year"), years: w("years"), filler: w("filler"), decade: w("decade"),
		by: w("by"), since: w("since"), from: w("from"), to: w("to"), after: w("after"), at: w("at"),
		between: w("between"), and: w("and"), within: w("within"), past: w("past"), ago: w("ago"),
		later: w("later"), about: w("about"), future: w("future"), inWord: w("in"),
		this: w("this"), next: w("next"), last: w("last"), ordinal: w("ordinal"),
		begin: w("begin"), middle: w("middle"), end: w("end"),
		beginAfter: w("begin-after"), middleAfter: w("middle-after"), endAfter: w("end-after"),
		byAfter: w("by-after"), sinceAfter: w("since-after"), afterAfter: w("after-after"),
		withinAfter: w("within-after"), relativeYear: w("relative-year"), half: w("half"),
		one: w("one"), gone: w("gone"), inSeason: w("in-season"),
		capital: w("writing").Has("capital-months"), suffixed: w("writing").Has("suffixed"),
	}
}
