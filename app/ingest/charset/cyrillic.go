package charset

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// class is what a byte stands for in one encoding.
type class uint8

const (
	other   class = iota // ASCII that is no letter
	latin                // an ASCII letter
	small                // a Cyrillic letter
	capital              // a Cyrillic letter
	mark                 // a sign that running text has: quotes, an ellipsis, ...
	dash                 // a sign that running text has, before a space
	odd                  // anything else
	strange              // a letter of no alphabet that is looked for
)

// glyph is a byte in one encoding.
type glyph struct {
	class  class
	weight int // how often the letter stands in running text, per mille
}

// weights are how often letters stand in running Slavic and Kazakh text, per
// mille, rounded. Those of the letters of one language only are set so that a
// text in it prefers its own encoding.
var weights = map[rune]int{
	'о': 109, 'е': 85, 'а': 80, 'и': 74, 'н': 67, 'т': 63, 'с': 55, 'р': 47, 'в': 45, 'л': 44, 'к': 35, 'м': 32, 'д': 30,
	'п': 28, 'у': 26, 'я': 20, 'ы': 15, 'ь': 17, 'г': 17, 'з': 16, 'б': 16, 'ч': 14, 'й': 12, 'х': 10, 'ж': 9, 'ш': 7,
	'ю': 6, 'ц': 5, 'щ': 4, 'э': 3, 'ф': 3, 'ъ': 4, 'ё': 1,
	'і': 30, 'ї': 6, 'є': 6, 'ґ': 1, 'ў': 12,
	'ј': 30, 'љ': 3, 'њ': 5, 'ћ': 5, 'ђ': 2, 'џ': 1,
	'қ': 25, 'ә': 15, 'ң': 12, 'ұ': 9, 'ө': 9, 'ғ': 5, 'ү': 5, 'һ': 1,
}

const (
	textMarks = "«»“”„…№’‘©°§\u00A0"
	dashes    = "—–"
)

// The score of a byte above ASCII. Running text in the right encoding has a
// mean of about 37, another script read as Cyrillic about 15 and below.
const (
	average     = 18   // of the weights
	rareBelow   = 8    // letters that a wrong encoding shows too often ...
	rarePenalty = 12   // ... cost this much more
	intruder    = 60   // a Latin and a Cyrillic letter in one word, an odd sign
	unknown     = 80   // a letter of no alphabet that is looked for
	capitalIn   = 120  // a capital after a small letter
	shouted     = 12   // a capital after a capital: all of the word may be in capitals
	initial     = 2    // a capital at the start of a word
	damping     = 4    // capitals stand less often
	glued       = 30   // a letter right after a dash
	handicap    = 20   // of KZ-1048, which differs from windows-1251 in rare letters only
	isText      = 24.0 // the mean from which on a text is Cyrillic
	nearTie     = 10   // total scores that differ by less do not decide
	clearLead   = 12.0 // means that differ by more contradict a label
)

// cyrillicPages are the encodings that are told apart, the usual ones first:
// the first of equals wins.
var cyrillicPages = sync.OnceValue(func() []page {
	pages := []page{
		{name: windows1251, decode: charmap.Windows1251.DecodeByte},
		{name: kz1048, decode: kazakhRune, handicap: handicap},
		{name: koi8u, decode: charmap.KOI8U.DecodeByte},
		{name: koi8r, decode: charmap.KOI8R.DecodeByte},
		{name: ibm866, decode: charmap.CodePage866.DecodeByte},
		{name: iso88595, decode: charmap.ISO8859_5.DecodeByte},
		{name: macCyrillic, decode: charmap.MacintoshCyrillic.DecodeByte},
		{name: ibm855, decode: charmap.CodePage855.DecodeByte},
	}
	for i := range pages {
		for b := range pages[i].glyphs {
			r := pages[i].decode(byte(b))
			pages[i].runes[b], pages[i].glyphs[b] = r, glyphOf(r)
		}
	}
	return pages
})

// page is one Cyrillic encoding.
type page struct {
	name     string
	decode   func(byte) rune
	handicap int // taken off the score
	runes    [256]rune
	glyphs   [256]glyph
}

func glyphOf(r rune) glyph {
	lower := unicode.ToLower(r)
	weight, known := weights[lower]
	switch {
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return glyph{class: latin}
	case r < utf8.RuneSelf:
		return glyph{class: other}
	case known && r == lower:
		return glyph{class: small, weight: weight}
	case known:
		return glyph{class: capital, weight: weight}
	case unicode.IsLetter(r):
		return glyph{class: strange}
	case strings.ContainsRune(textMarks, r):
		return glyph{class: mark}
	case strings.ContainsRune(dashes, r):
		return glyph{class: dash}
	}
	return glyph{class: odd}
}

// standing is how well a text reads in one encoding.
type standing struct {
	*page
	total int
	mean  float64 // for each byte above ASCII
}

func (s standing) isCyrillic() bool { return s.mean >= isText }

// ranking is the Cyrillic encodings for one text, the best first.
type ranking struct {
	seen []byte
	all  []standing
}

func rank(seen []byte) ranking {
	pages := cyrillicPages()
	all := make([]standing, len(pages))
	for i := range pages {
		all[i] = pages[i].stand(seen)
	}
	slices.SortStableFunc(all, func(a, b standing) int { return cmp.Compare(b.total, a.total) })
	return ranking{seen, all}
}

// rival returns the encoding that is as good as the best and would give
// another text.
func (r ranking) rival() (name string, ok bool) {
	best := r.all[0]
	for _, next := range r.all[1:] {
		if best.total-next.total >= nearTie {
			break
		}
		if !best.agrees(next.page, r.seen) {
			return next.name, true
		}
	}
	return "", false
}

// agrees reports whether both encodings give the same text.
func (p *page) agrees(with *page, seen []byte) bool {
	for _, b := range seen {
		if p.runes[b] != with.runes[b] {
			return false
		}
	}
	return true
}

// contradicted reports whether the letters of a text speak clearly for a
// Cyrillic encoding that is not the one with this name.
func contradicted(seen []byte, name string) bool {
	r := rank(seen)
	best := r.all[0]
	if !best.isCyrillic() || best.name == name {
		return false
	}
	for _, claimed := range r.all {
		if claimed.name == name {
			return best.mean-claimed.mean > clearLead && !best.agrees(claimed.page, seen)
		}
	}
	return isEightBit(name)
}

func (p *page) stand(seen []byte) standing {
	total, high := -p.handicap, 0
	before := glyph{}
	for _, b := range seen {
		now := p.glyphs[b]
		if b >= utf8.RuneSelf {
			high++
			total += now.score(before)
		} else if now.class == latin && before.isLetter() {
			total -= intruder
		}
		before = now
	}
	return standing{page: p, total: total, mean: float64(total) / float64(max(high, 1))}
}

func (g glyph) isLetter() bool { return g.class == small || g.class == capital }

// score is what a byte above ASCII adds, after the one before.
func (g glyph) score(before glyph) int {
	score := 0
	switch g.class {
	case strange:
		return -unknown
	case odd:
		return -intruder
	case other, latin, mark, dash:
		return 0
	case small:
		score = g.weight - average
	case capital:
		score = g.initial(before)
	}
	if g.weight < rareBelow {
		score -= rarePenalty
	}
	switch before.class {
	case latin:
		score -= intruder
	case dash:
		score -= glued
	case other, small, capital, mark, odd, strange:
	}
	return score
}

// initial is what a capital adds.
func (g glyph) initial(before glyph) int {
	switch before.class {
	case small:
		return -capitalIn
	case capital:
		return g.weight/damping - shouted
	case other, latin, mark, dash, odd, strange:
	}
	return g.weight/damping - initial
}
