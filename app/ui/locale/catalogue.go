package locale

import (
	"encoding/json"
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// catalogue is the texts of one language.
type catalogue struct {
	tag      language.Tag
	texts    map[string]forms
	codebook map[string]string // the texts of the built-in codebook
}

// forms are the translations of one text by plural category. One that does
// not depend on a number has the category other only.
type forms map[string]string

// UnmarshalJSON reads a text, or an object with its forms.
func (f *forms) UnmarshalJSON(data []byte) error {
	var single string
	if err := json.Unmarshal(data, &single); err == nil {
		*f = forms{categories[plural.Other]: single}
		return nil
	}
	var several map[string]string
	if err := json.Unmarshal(data, &several); err != nil {
		return fmt.Errorf("a translation is neither a text nor its forms: %w", err)
	}
	*f = several
	return nil
}

// categories are the names of the plural categories.
var categories = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two",
	plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// read makes a catalogue from its files; English has none.
func read(code string, file, codebook []byte) (*catalogue, error) {
	tag, err := language.Parse(code)
	if err != nil {
		return nil, err
	}
	c := &catalogue{tag: tag}
	if len(file) == 0 {
		return c, nil
	}
	if err := json.Unmarshal(file, &c.texts); err != nil {
		return nil, fmt.Errorf("read the catalogue %s: %w", code, err)
	}
	if err := json.Unmarshal(codebook, &c.codebook); err != nil {
		return nil, fmt.Errorf("read the codebook in %s: %w", code, err)
	}
	return c, nil
}

// category returns the plural category of a whole number.
// https://cldr.unicode.org/index/cldr-spec/plural-rules
func category(tag language.Tag, n int) string {
	const few = 1_000_000 // categories of larger numbers depend on the last digits
	if n < 0 {
		n = -n
	}
	if n >= few {
		n = n%few + few
	}
	return categories[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
}

// text returns the translation of a text, the text itself when there is none.
func (c *catalogue) text(text string) string {
	if translated, ok := c.texts[text][categories[plural.Other]]; ok {
		return translated
	}
	return text
}

// counted returns the form of a text for the number n.
func (c *catalogue) counted(n int, one, many string) string {
	known := c.texts[many]
	if form, ok := known[category(c.tag, n)]; ok {
		return form
	}
	if form, ok := known[categories[plural.Other]]; ok {
		return form
	}
	if n == 1 {
		return one
	}
	return many
}
