package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/models"
)

// The values of a yes-or-no detail.
//
//locale:texts
const (
	textYes = "yes"
	textNo  = "no"
)

// Codebook returns a text of the built-in codebook, such as the name of a
// label, in the user's language. A text that the project's own codebook says
// otherwise stays as it is.
func Codebook(text string) string {
	if translated, ok := current().codebook[text]; ok {
		return translated
	}
	return text
}

// Choice writes the key of a choice within a sentence.
func Choice(key string) string { return Codebook(strings.ReplaceAll(key, "_", " ")) }

// Option writes the key of a choice where it stands alone, as in a list.
func Option(key string) string {
	words := Choice(key)
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// Value writes the value of a detail as it is shown.
func Value(fd models.Field, value string) string {
	switch fd.Type {
	case models.FieldChoice:
		return Choice(value)
	case models.FieldBool:
		return map[string]string{"true": T(textYes), "false": T(textNo)}[value]
	case models.FieldText, models.FieldNumber, models.FieldDate, models.FieldPerson:
	}
	return value
}
