package locale

import (
	"golang.org/x/text/language"

	"fyne.io/fyne/v2/lang"
)

// System is the preference for the language that the desktop speaks.
const System = ""

// Language is one in which the window can speak.
type Language struct {
	Code string // of BCP 47, as preferences hold it
	Name string // in the language itself
}

// languages are the window's languages; the first stands in for all others.
var languages = []Language{
	{Code: "en", Name: "English"},
	{Code: "ru", Name: "Русский"},
	{Code: "kk", Name: "Қазақша"},
}

// Languages returns the languages that [Use] takes, English first.
func Languages() []Language { return append([]Language(nil), languages...) }

// Choose returns the code of the language to speak: the preferred one if the
// window knows it, else that of the desktop, else English.
func Choose(preferred, system string) string {
	tags := make([]language.Tag, len(languages))
	for i, known := range languages {
		tags[i] = language.MustParse(known.Code)
	}
	matcher := language.NewMatcher(tags)
	for _, wanted := range []string{preferred, system} {
		tag, err := language.Parse(wanted)
		if err != nil || wanted == System {
			continue
		}
		// A weak match is another language of the same script.
		if _, i, sure := matcher.Match(tag); sure >= language.High {
			return languages[i].Code
		}
	}
	return languages[0].Code
}

// OfSystem returns the code of the language that the desktop speaks.
func OfSystem() string { return lang.SystemLocale().String() }
