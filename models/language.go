package models

import (
	"slices"
	"strings"
)

// Language is a language that articles are written in.
type Language struct {
	Code string // BCP 47 primary tag
	Name string // in English
}

// languages are those that are offered, in this order: the ones that most
// articles here are in, then by name.
//
//locale:texts Name
var languages = []Language{
	{Code: "en", Name: "English"}, {Code: "ru", Name: "Russian"}, {Code: "kk", Name: "Kazakh"},
	{Code: "ar", Name: "Arabic"}, {Code: "hy", Name: "Armenian"}, {Code: "az", Name: "Azerbaijani"}, {Code: "be", Name: "Belarusian"},
	{Code: "zh", Name: "Chinese"}, {Code: "nl", Name: "Dutch"}, {Code: "fr", Name: "French"}, {Code: "ka", Name: "Georgian"},
	{Code: "de", Name: "German"}, {Code: "el", Name: "Greek"}, {Code: "hi", Name: "Hindi"}, {Code: "it", Name: "Italian"},
	{Code: "ja", Name: "Japanese"}, {Code: "ky", Name: "Kyrgyz"}, {Code: "mn", Name: "Mongolian"}, {Code: "fa", Name: "Persian"},
	{Code: "pl", Name: "Polish"}, {Code: "pt", Name: "Portuguese"}, {Code: "es", Name: "Spanish"}, {Code: "tg", Name: "Tajik"},
	{Code: "tt", Name: "Tatar"}, {Code: "tr", Name: "Turkish"}, {Code: "uk", Name: "Ukrainian"}, {Code: "uz", Name: "Uzbek"},
}

// Languages returns the languages that are offered, in their order.
func Languages() []Language { return slices.Clone(languages) }

// LanguageName returns the English name of a language, or its code in capitals
// when it is not among those that are offered.
func LanguageName(code string) string {
	for _, language := range languages {
		if language.Code == code {
			return language.Name
		}
	}
	return strings.ToUpper(code)
}
