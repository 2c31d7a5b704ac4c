package export

import (
	"strings"

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

// fieldsOf takes the fields of the project and the hints of the codebook.
func fieldsOf(label models.Label, rules models.CodebookLabel) []models.CodebookField {
	fields := make([]models.CodebookField, 0, len(label.Fields))
	for _, own := range label.Fields {
		field := models.CodebookField{
			Key: own.Key, Name: first(own.Name, own.Key), Type: own.Type, Repeats: own.Repeats, Options: own.Choices(),
		}
		for _, rule := range rules.Fields {
			if rule.Key == own.Key {
				field.Hint, field.Group = rule.Hint, rule.Group
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

// describe is the definition of a label with its rules and examples, in plain
// text, for formats that have one field for all of it.
func (e *entry) describe() string {
	var out strings.Builder
	out.WriteString(e.Definition)
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		out.WriteString("\n\n" + title)
		for _, line := range lines {
			out.WriteString("\n- " + line)
		}
	}
	section("Include:", e.Include)
	section("Leave out:", e.Exclude)
	section("Examples:", e.Positive)
	section("Not examples:", e.Negative)
	fields := make([]string, len(e.Fields))
	for i, field := range e.Fields {
		fields[i] = strings.TrimSuffix(field.Name+": "+field.Hint, ": ")
	}
	section("Details:", fields)
	return strings.TrimSpace(out.String())
}

// codebookRow is a label or, where field is set, one of its details.
type codebookRow struct {
	entry *entry
	field *models.CodebookField
}

// codebookTable has one row for each label, followed by one for each of its
// details. Cells that hold a list have one item on each line.
func codebookTable(version string) table[codebookRow] {
	return table[codebookRow]{
		name:  "codebook",
		about: "One row for each label and one for each detail of a label; lists have one item on each line.",
		columns: []column[codebookRow]{
			text(columnLabel, "key of the label", func(c *codebookRow) string { return c.entry.Key }),
			text("field", "key of the detail; empty on the row of the label itself", codebookField(func(f *models.CodebookField) string {
				return f.Key
			})),
			text("name", "name as shown", func(c *codebookRow) string {
				if c.field != nil {
					return c.field.Name
				}
				return c.entry.Name
			}),
			text("definition", "what the label means, or what the detail is for", func(c *codebookRow) string {
				if c.field != nil {
					return c.field.Hint
				}
				return c.entry.Definition
			}),
			text("type", "type of the detail", codebookField(func(f *models.CodebookField) string { return string(f.Type) })),
			text("repeats", "yes: an annotation may have several", codebookField(func(f *models.CodebookField) string {
				if f.Repeats {
					return "yes"
				}
				return "no"
			})),
			text("options", "keys to choose from", codebookField(func(f *models.CodebookField) string { return lines(f.Options) })),
			text("include", "what belongs to the label", codebookRule(func(e *entry) string { return lines(e.Include) })),
			text("exclude", "what does not", codebookRule(func(e *entry) string { return lines(e.Exclude) })),
			text("positive", "examples", codebookRule(func(e *entry) string { return lines(e.Positive) })),
			text("negative", "counter-examples", codebookRule(func(e *entry) string { return lines(e.Negative) })),
			text("shortcut", "key on the keyboard", codebookRule(func(e *entry) string { return e.Shortcut })),
			text("codebook_version", "version of the codebook", func(*codebookRow) string { return version }),
		},
	}
}

// codebookField is empty on the rows of labels, [codebookRule] on those of
// details.
func codebookField(get func(*models.CodebookField) string) func(*codebookRow) string {
	return func(c *codebookRow) string {
		if c.field == nil {
			return ""
		}
		return get(c.field)
	}
}

func codebookRule(get func(*entry) string) func(*codebookRow) string {
	return func(c *codebookRow) string {
		if c.field != nil {
			return ""
		}
		return get(c.entry)
	}
}

func lines(items []string) string { return strings.Join(items, "\n") }

func codebookRows(entries []entry) []codebookRow {
	var rows []codebookRow
	for e := range entries {
		rows = append(rows, codebookRow{entry: &entries[e]})
		for f := range entries[e].Fields {
			rows = append(rows, codebookRow{&entries[e], &entries[e].Fields[f]})
		}
	}
	return rows
}
