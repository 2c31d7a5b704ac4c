// Package assets holds the files that are part of the program: the codebook,
// the sample article, the first help page, the texts of the window in other
// languages, and the icon. The fonts are in assets/fonts. Every function
// returns bytes of the caller's own, so that nobody can change the program's
// copy.
package assets

import "embed"

//go:embed codebook.json
var codebook string

//go:embed sample/welcome.txt
var sample string

//go:embed help/start.md
var start string

//go:embed help/start.*.md
var starts embed.FS

//go:embed locale
var catalogues embed.FS

// The icon is drawn as icon.svg. The embedded picture is rendered from it, as
// every window system takes a PNG.
//
//go:embed icon.png
var icon string

// CodebookJSON returns the codebook that new projects start with: its rules,
// its labels and their fields, in the JSON that models.ParseCodebook reads.
func CodebookJSON() []byte { return []byte(codebook) }

// SampleArticle returns the article that the first project holds to practise
// on, with the file name to import it under. The text is UTF-8 in
// normalisation form C with LF line ends: a title, a byline with the date, then
// the paragraphs, one to a line, with blank lines between them.
func SampleArticle() (name string, data []byte) { return "welcome.txt", []byte(sample) }

// StartPage returns the first help page in the language of this code, in
// Markdown; in English for a language that it is not written in.
func StartPage(code string) []byte {
	page, err := starts.ReadFile("help/start." + code + ".md")
	if err != nil {
		return []byte(start)
	}
	return page
}

// Catalogue returns the texts of the window in the language of this code, in
// the JSON that package locale reads; nil for a language without a catalogue.
func Catalogue(code string) []byte { return translation(code + ".json") }

// CodebookTexts returns the texts of the built-in codebook in the language of
// this code, a JSON object from the English text to its translation; nil for a
// language without a catalogue.
func CodebookTexts(code string) []byte { return translation("codebook." + code + ".json") }

func translation(name string) []byte {
	data, err := catalogues.ReadFile("locale/" + name)
	if err != nil {
		return nil // there is none
	}
	return data
}

// Icon returns the program's icon, a PNG of 512 by 512 pixels.
func Icon() []byte { return []byte(icon) }
