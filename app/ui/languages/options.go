// Package languages offers the languages that articles are written in as the
// answers of an input.
package languages

import (
	"glossator/app/ui/locale"
	"glossator/app/ui/widgets/field"
	"glossator/models"
)

// Options returns the languages of [models.Languages] in their order, by their
// BCP 47 tags and with their names in the language of the window.
func Options() []field.Option {
	known := models.Languages()
	options := make([]field.Option, len(known))
	for i, l := range known {
		options[i] = field.Option{Value: l.Code, Words: locale.T(l.Name)}
	}
	return options
}
