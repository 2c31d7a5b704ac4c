package suggest

import (
	"strings"
	"unicode"
)

// The languages of the scripts that have rules.
const (
	english = "en"
	russian = "ru"
	kazakh  = "kk"
)

const (
	kazakhLetters = "әғқңөұүһі"
	otherCyrillic = "їєґўћђљњџѓќјѕ" // of languages without rules
)

// languageOf tells the language of a sentence whose article names none, by its
// script: Latin is taken for English, as rules for English do no harm in other
// languages of that script. Other scripts have no rules: "".
func languageOf(text string) string {
	var latin, cyrillic, other int
	low := strings.ToLower(text)
	for _, r := range low {
		switch {
		case r < unicode.MaxASCII && !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.IsLetter(r):
			other++
		}
	}
	switch {
	case other > latin && other > cyrillic:
		return ""
	case latin >= cyrillic:
		return english
	case strings.ContainsAny(low, otherCyrillic):
		return ""
	case strings.ContainsAny(low, kazakhLetters):
		return kazakh
	}
	return russian
}

// spoken returns the language that a sentence is read in.
func spoken(text, language string) string {
	if language != "" {
		return language
	}
	return languageOf(text)
}
