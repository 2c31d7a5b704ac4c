package exporting

import (
	"encoding/json"

	"glossator/models"
)

// Choice is what the page remembers from one export to the next.
type Choice struct {
	Format       string       `json:"format"` // key
	Layer        models.Layer `json:"layer"`
	Undecided    bool         `json:"undecided"`     // gold: with what nobody has decided
	Finished     bool         `json:"finished"`      // only finished articles
	Tagged       bool         `json:"tagged"`        // without sentences that have no label
	WithoutTexts bool         `json:"without_texts"` // of the articles
	AsFolder     bool         `json:"as_folder"`
	Folder       string       `json:"folder"` // where the last file went
	More         bool         `json:"more"`   // the options are unfolded
}

// ParseChoice reads what [Choice.String] has written; anything else is what the
// page begins with.
func ParseChoice(text string) Choice {
	choice := Choice{Format: readers[0].format}
	if json.Unmarshal([]byte(text), &choice) != nil || choice.Format == "" {
		return Choice{Format: readers[0].format}
	}
	return choice
}

// String writes the choice for the preferences.
func (c Choice) String() string {
	data, err := json.Marshal(c)
	if err != nil {
		return "" // it holds texts and marks only
	}
	return string(data)
}
