package incoming

import (
	"strings"
	"unicode/utf16"

	"glossator/models"
)

// remarks is what an export says about an annotation in lines of text, where a
// format has no fields for it: its annotator, details, confidence and note.
type remarks struct {
	annotator  string
	details    []Detail
	confidence string
	notes      []string
}

const (
	annotatorLine  = "annotator: "
	confidenceLine = "confidence: "
)

// readRemarks reads the lines "annotator: NAME", "label: field: value",
// "field: value" and "confidence: high"; any other line is a part of the note.
// Lines without the label say what label they are about by their place.
func readRemarks(lines []string, labels []models.Label) remarks {
	var said remarks
	for i, line := range lines {
		if name, found := strings.CutPrefix(line, annotatorLine); found && i == 0 {
			said.annotator = name
			continue
		}
		if degree, found := strings.CutPrefix(line, confidenceLine); found && isConfidence(degree) {
			said.confidence = degree
			continue
		}
		if d, ok := readDetailLine(line, labels); ok && len(said.notes) == 0 {
			d.N = said.next(d)
			said.details = append(said.details, d)
			continue
		}
		said.notes = append(said.notes, line)
	}
	return said
}

// next is the number of a further value of a detail.
func (s *remarks) next(d Detail) int {
	n := 0
	for _, known := range s.details {
		if known.Label == d.Label && known.Field == d.Field {
			n++
		}
	}
	return n
}

func isConfidence(word string) bool {
	switch models.Confidence(word) {
	case models.ConfidenceLow, models.ConfidenceMedium, models.ConfidenceHigh:
		return true
	case models.ConfidenceNone:
	}
	return false
}

// readDetailLine reads "label: field: value" or "field: value".
func readDetailLine(line string, labels []models.Label) (Detail, bool) {
	first, rest, found := strings.Cut(line, ": ")
	if !found {
		return Detail{}, false
	}
	for _, label := range labels {
		name, value, wanted := first, rest, ""
		if label.Key == first {
			if name, value, found = strings.Cut(rest, ": "); !found {
				continue
			}
			wanted = label.Key
		}
		for _, field := range label.Fields {
			if field.Key == name {
				return detailOf(wanted, field, value), true
			}
		}
	}
	return Detail{}, false
}

// detailOf reads a value that may be followed by its typed form in brackets.
func detailOf(label string, field models.Field, value string) Detail {
	d := Detail{Label: label, Field: field.Key, Text: &value}
	at := strings.LastIndex(value, " (")
	if at < 0 || !strings.HasSuffix(value, ")") {
		return d
	}
	words, typed := value[:at], value[at+2:len(value)-1]
	switch field.Type {
	case models.FieldNumber:
		if _, err := models.ParseNumber(typed); err == nil {
			d.Text, d.Number = &words, &typed
		}
	case models.FieldDate:
		if isoDate.MatchString(typed) {
			d.Text, d.ISO = &words, &typed
		}
	case models.FieldText, models.FieldChoice, models.FieldBool, models.FieldPerson:
	}
	return d
}

// fill puts what was said into a row; notes only where it is clear whose they
// are.
func (s *remarks) fill(row *Row, alone bool) {
	if s.annotator != "" {
		row.Annotator = s.annotator
	}
	for _, d := range s.details {
		if d.Label == "" || d.Label == row.Label {
			d.Label = row.Label
			row.Details = append(row.Details, d)
		}
	}
	if !alone {
		return
	}
	if s.confidence != "" {
		row.Confidence = &s.confidence
	}
	if len(s.notes) > 0 {
		row.Comment = new(strings.Join(s.notes, "\n"))
	}
}

// cutUTF16 returns a part of a text that is counted in UTF-16 units.
func cutUTF16(text string, from, to int) (string, bool) {
	units := utf16.Encode([]rune(text))
	if from < 0 || to < from || to > len(units) {
		return "", false
	}
	return string(utf16.Decode(units[from:to])), true
}
