package locale

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// toolkitTexts are the toolkit's own words by their keys there, see the
// translations of its package lang. It has none in Kazakh.
//
//locale:texts
var toolkitTexts = map[string]string{
	"Cancel":            "Cancel",
	"Confirm":           "Confirm",
	"Copy":              "Copy",
	"Create Folder":     "Create",
	"Cut":               "Cut",
	"Enter filename":    "File name",
	"Error":             "Error",
	"Favourites":        "Favourites",
	"File":              "file",
	"Folder":            "folder",
	"New Folder":        "New folder",
	"No":                "No",
	"OK":                "OK",
	"Open":              "Open",
	"Paste":             "Paste",
	"Quit":              "Quit",
	"Redo":              "Redo",
	"Save":              "Save",
	"Select all":        "Select all",
	"Show Hidden Files": "Show hidden files",
	"Undo":              "Undo",
	"Yes":               "Yes",
	"file.name":         "Name",
	"file.parent":       "Folder above",
}

// teachToolkit gives the toolkit its words in the language in use. It always
// speaks the language of the desktop and cannot be told another one, so these
// words become those of the desktop's language.
func teachToolkit() error {
	words := make(map[string]string, len(toolkitTexts))
	for key, text := range toolkitTexts {
		words[key] = T(text)
	}
	data, err := json.Marshal(words)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(data, fyne.Locale(lang.SystemLocale().LanguageString()))
}
