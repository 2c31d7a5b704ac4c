package export

import (
	"strings"

	"glossator/app/codebook"
	"glossator/models"
)

// entry is a label of the codebook: what the project says about it, and the
// rules and examples that the codebook adds.
type entry struct {
	models.CodebookLabel

	uid   string
	color string // "#rrggbb", or empty
}

// entries joins [Input.Labels] and [Input.Codebook], in the order of the
// labels; without labels, in that of the codebook.
func (in Input) entries() []entry {
	var list []entry
	for _, label := range in.Labels {
		rules, _ := in.Codebook.Label(label.Key)
		rules.Key = label.Key
		rules.Name = first(label.Name, rules.Name, label.Key)
		rules.Definition = first(label.Definition, rules.Definition)
		rules.Shortcut = first(label.Shortcut, rules.Shortcut)
		rules.Badge = first(label.Badge, rules.Badge)
		rules.Color = first(label.Color, rules.Color)
		if said := label.Wording; len(said.Include)+len(said.Exclude)+len(said.Positive)+len(said.Negative) > 0 {
			rules.Include, rules.Exclude, rules.Positive, rules.Negative = said.Include, said.Exclude, said.Positive, said.Negative
		}
		rules.Fields = fieldsOf(label, rules)
		list = append(list, entry{rules, label.UID, color(label.Color)})
	}
	if list != nil {
		return list
	}
	for _, label := range in.Codebook.Labels {
		list = append(list, entry{CodebookLabel: label})
	}
	return list
}

// codebookRows are the lines of the codebook as a table.
func (in Input) codebookRows() []codebook.Row { return codebook.Rows(in.document().Book.Labels) }

// fieldsOf takes the fields of the project and the hints of the codebook.
func fieldsOf(label models.Label, rules models.CodebookLabel) []models.CodebookField {
	fields := make([]models.CodebookField, 0, len(label.Fields))
	for _, own := range label.Fields {
		field := models.CodebookField{
			Key: own.Key, Name: first(own.Name, own.Key), Type: own.Type, Repeats: own.Repeats, Options: own.Choices(),
			Group: own.Group, Hint: own.Hint,
		}
		for _, rule := range rules.Fields {
			if rule.Key == own.Key {
				field.Hint, field.Group = first(field.Hint, rule.Hint), first(field.Group, rule.Group)
			}
		}
		fields = append(fields, field)
	}
	return fields
}

// first returns the first text that is not empty.
func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// color returns a colour as the schemas of XML and HTML want it, or nothing.
func color(written string) string {
	const long, digits = len("#rrggbb"), "0123456789abcdefABCDEF"
	if len(written) == long && written[0] == '#' && strings.Trim(written[1:], digits) == "" {
		return written
	}
	return ""
}

// codebookTable has one row for each label, followed by one for each of its
// details, see [codebook.Columns].
func codebookTable(version string) table[codebook.Row] {
	t := table[codebook.Row]{
		name:  "codebook",
		about: "One row for each label and one for each detail of a label; lists have one item on each line.",
	}
	for _, c := range codebook.Columns() {
		t.columns = append(t.columns, text(c.Name, c.About, func(r *codebook.Row) string { return c.Value(*r) }))
	}
	t.columns = append(t.columns, text("codebook_version", "version of the codebook", func(*codebook.Row) string { return version }))
	return t
}
