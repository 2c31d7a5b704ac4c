package export

import (
	"slices"
	"strings"
)

// dialect is a way to write CSV.
type dialect struct {
	separator    byte
	newline      string
	mark         bool // begins with a byte order mark
	guard        bool // free text is changed by [Guard]
	decimalComma bool
}

// exact changes no value.
var exact = dialect{separator: ',', newline: "\n"}

// spreadsheet is what a spreadsheet opens by double click on a computer that is
// set up for a locale.
func spreadsheet(locale string) dialect {
	d := dialect{separator: Separator(locale), newline: "\r\n", mark: true, guard: true}
	d.decimalComma = d.separator == ';'
	return d
}

// pointLanguages are the languages whose countries write a decimal point, and
// commaCountries those of their countries that write a comma all the same
// (Unicode CLDR 44, numbers/symbols/decimal).
var (
	pointLanguages = []string{
		"en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ta", "te", "ur", "ar", "fa", "sw", "am", "my", "ne", "si", "ms", "fil", "mn", "",
	}
	commaCountries = []string{"en-za", "ar-dz", "ar-ma", "ar-tn", "ar-ly", "ms-bn"}
	pointCountries = []string{
		"es-mx", "es-us", "es-pr", "es-gt", "es-hn", "es-ni", "es-sv", "es-pa", "es-pe", "es-do", "de-ch", "de-li", "it-ch",
	}
)

// Separator returns the character that spreadsheets expect between the cells
// of a CSV file in a locale (BCP 47, such as "kk-KZ", also "kk_KZ.UTF-8"): the
// semicolon where the comma is the decimal mark, else the comma. An empty or
// POSIX locale counts as English.
func Separator(locale string) byte {
	tag, _, _ := strings.Cut(strings.ToLower(locale), ".")
	parts := strings.FieldsFunc(tag, func(r rune) bool { return r == '-' || r == '_' })
	language, country := "", ""
	if len(parts) > 0 && parts[0] != "c" && parts[0] != "posix" {
		language = parts[0]
		country = language + "-" + parts[len(parts)-1]
	}
	point := slices.Contains(pointLanguages, language) && !slices.Contains(commaCountries, country)
	if point || slices.Contains(pointCountries, country) {
		return ','
	}
	return ';'
}
