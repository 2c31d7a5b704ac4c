package ingest

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"
)

// The guess at the language, in this order:
//
//   - Cyrillic letters of one alphabet only, see [alphabets]. For Kazakh, 1.5 %
//     of the letters were enough: on the Kazakh treebank this was right for 38
//     of 38 passages of 120 letters, with no false alarm on 83 Russian ones,
//     while detectors by trigrams take all of them for Turkmen.
//   - Frequent words: English if a sixth of the words are among them (running
//     English has above a third, other languages in Latin letters below a
//     tenth), Russian if a twelfth.
//   - Trigrams, for the other languages, where there is enough text and the
//     detector is sure (Cavnar and Trenkle 1994, "N-Gram-Based Text
//     Categorization").
//
// Anything else is not known, which is better than a wrong language.
const (
	kazakhLetters = "әғқңөұү"
	englishShare  = 1.0 / 6
	russianShare  = 1.0 / 12
	sampleSize    = 20_000 // bytes; more text does not change the answer
	trigramSample = 3_000  // bytes
	trigramFewest = 40     // letters
	trigramEnough = 200    // letters from which on the answer is right without being sure
)

// alphabet is a Cyrillic one that has letters which others lack.
type alphabet struct {
	language string
	letters  string  // in lower case
	share    float64 // of all Cyrillic letters, from which on they decide
	never    string  // letters that the alphabet does not have
}

// alphabets are asked in this order: those that share most of the letters of
// Kazakh come before it.
var alphabets = []alphabet{
	{language: "tt", letters: "җ", share: 0.002},
	{language: "ba", letters: "ҙҫҡ", share: 0.005},
	{language: "uz", letters: "ў", share: 0.003, never: "іыщәңө"},
	{language: "tg", letters: "ҳҷӣӯ", share: 0.005, never: "ўыщәңө"},
	{language: "ky", letters: "ң", share: 0.005, never: "әғқұі"},
	{language: "mn", letters: "өү", share: 0.02, never: "әғқұіңһ"},
	{language: "kk", letters: kazakhLetters, share: 0.015},
	{language: "mk", letters: "ѓќѕ", share: 0.002},
	{language: "sr", letters: "ћђ", share: 0.002},
	{language: "uk", letters: "їєґ", share: 0.003, never: "ыэъ"},
	{language: "be", letters: "ў", share: 0.003, never: "ищъ"},
}

// census counts what the guess rests on.
type census struct {
	latin, cyrillic int
	letters         map[rune]int // Cyrillic, in lower case
	words           int
	frequent        map[string]int // by language
}

// Language guesses the language of a text by its letters and its frequent
// words. It returns a BCP 47 language, such as "en", "ru" or "kk", or "" for
// what is not known.
func Language(text string) string {
	text = sample(text, sampleSize)
	c := words().count(text)
	share := func(language string) float64 {
		return float64(c.frequent[language]) / float64(max(c.words, 1))
	}
	if c.latin > c.cyrillic {
		if share("en") >= englishShare {
			return "en"
		}
		return byTrigrams(text)
	}
	for _, alphabet := range alphabets {
		if alphabet.fits(&c) {
			return alphabet.language
		}
	}
	// The letter і is in Ukrainian, Belarusian and Kazakh, and never in Russian.
	if share("ru") >= russianShare && c.share("іїєґўјљњћђџѓќѕ") == 0 {
		return "ru"
	}
	return byTrigrams(text)
}

// languageOf returns the language of a text for which one is declared. The
// declaration is believed unless the letters contradict it: the templates of
// bilingual sites name one language for both.
func languageOf(declared, text string) string {
	guess := Language(text)
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(declared), "_", "-"))
	if err != nil || tag == language.Und {
		return guess
	}
	base, _ := tag.Base()
	if guess == "" || guess == base.String() {
		return base.String()
	}
	script, _ := tag.Script()
	c := words().count(sample(text, sampleSize))
	cyrillic := language.MustParseScript("Cyrl")
	latin := language.MustParseScript("Latn")
	switch {
	case script == latin && c.cyrillic > c.latin, script == cyrillic && c.latin > c.cyrillic:
		return guess
	case guess == "kk" && base.String() == "ru":
		return guess
	}
	return base.String()
}

// byTrigrams asks the detector.
func byTrigrams(text string) string {
	text = sample(text, trigramSample)
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	info := whatlanggo.Detect(text)
	switch {
	case letters < trigramFewest, letters < trigramEnough && !info.IsReliable():
		return ""
	case info.Lang == whatlanggo.Tuk && info.Script == unicode.Cyrillic:
		return "" // some other Turkic language, for which it has no trigrams
	}
	return info.Lang.Iso6391()
}

// fits reports whether the letters of a text are those of the alphabet.
func (a alphabet) fits(c *census) bool {
	const strays = 0.001 // names and quotations in another language
	return c.cyrillic > 0 && c.share(a.letters) >= a.share && c.share(a.never) <= strays
}

// share returns how many of the Cyrillic letters are among these.
func (c *census) share(letters string) float64 {
	count := 0
	for _, r := range letters {
		count += c.letters[r]
	}
	return float64(count) / float64(max(c.cyrillic, 1))
}

func (lex *lexicon) count(text string) census {
	c := census{letters: map[rune]int{}, frequent: map[string]int{}}
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			c.latin++
		case unicode.Is(unicode.Cyrillic, r):
			c.cyrillic++
			c.letters[unicode.ToLower(r)]++
		}
	}
	for word := range strings.FieldsSeq(fold(text)) {
		c.words++
		for _, language := range lex.frequent[word] {
			c.frequent[language]++
		}
	}
	return c
}

// sample returns the start of text, of at most size bytes, cut at a space.
func sample(text string, size int) string {
	if len(text) <= size {
		return text
	}
	return text[:strings.LastIndexAny(text[:size], " \n")+1]
}
