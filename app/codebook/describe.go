package codebook

import (
	"strings"

	"glossator/models"
)

// The titles of the parts of a description.
const (
	partInclude  = "Include:"
	partExclude  = "Leave out:"
	partPositive = "Examples:"
	partNegative = "Not examples:"
	partDetails  = "Details:"
)

// item begins a line of a part.
const item = "- "

// parts are the lists of a label that its description has, in their order.
func parts(l *models.CodebookLabel) []struct {
	title string
	list  *[]string
} {
	return []struct {
		title string
		list  *[]string
	}{{partInclude, &l.Include}, {partExclude, &l.Exclude}, {partPositive, &l.Positive}, {partNegative, &l.Negative}}
}

// Describe is the definition of a label with its rules, examples and details in
// plain text, for formats that have one field for all of it. [Understand] reads
// it back, as far as it is no list of details.
func Describe(label models.CodebookLabel) string {
	var out strings.Builder
	out.WriteString(label.Definition)
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		out.WriteString("\n\n" + title)
		for _, line := range lines {
			out.WriteString("\n" + item + line)
		}
	}
	for _, part := range parts(&label) {
		section(part.title, *part.list)
	}
	fields := make([]string, len(label.Fields))
	for i, field := range label.Fields {
		fields[i] = strings.TrimSuffix(field.Name+": "+field.Hint, ": ")
	}
	section(partDetails, fields)
	return strings.TrimSpace(out.String())
}

// Understand takes the parts of a description over into a label. Text that is
// in no known part is its definition.
func Understand(label *models.CodebookLabel, description string) {
	label.Definition = ""
	label.Include, label.Exclude, label.Positive, label.Negative = nil, nil, nil, nil
	var list *[]string // nil: in the definition
	details := false
	for line := range strings.Lines(strings.ReplaceAll(description, "\r\n", "\n")) {
		line = strings.TrimRight(line, "\n")
		if title := strings.TrimSpace(line); title == partDetails {
			details, list = true, nil
			continue
		}
		if known := partOf(label, line); known != nil {
			details, list = false, known
			continue
		}
		switch text, is := strings.CutPrefix(line, item); {
		case details, list != nil && strings.TrimSpace(line) == "":
		case list != nil && is:
			*list = append(*list, text)
		default:
			list = nil
			label.Definition += line + "\n"
		}
	}
	label.Definition = strings.TrimSpace(label.Definition)
}

func partOf(label *models.CodebookLabel, line string) *[]string {
	for _, part := range parts(label) {
		if strings.TrimSpace(line) == part.title {
			return part.list
		}
	}
	return nil
}
