package incoming

import (
	"strings"
	"unicode/utf16"

	"glossator/app/export"
	"glossator/models"
)

// remarks is what an export says about annotations in lines of text, where a
// format has no fields for it, see export.RemarkComment and its like: the
// annotator of all of them, and of each label its details, confidence and note.
type remarks struct {
	annotator string
	details   []Detail
	of        map[string]*remark // by the label's key; empty: by its place
}

type remark struct {
	confidence string
	notes      []string
}

// about returns what is said about a label.
func (s *remarks) about(label string) *remark {
	if s.of[label] == nil {
		s.of[label] = &remark{}
	}
	return s.of[label]
}

// readRemarks reads lines. Those without the label say what label they are about
// by their place, and after the first line of a note all are of the note.
func readRemarks(lines []string, labels []models.Label) remarks {
	said := remarks{of: map[string]*remark{}}
	for i, line := range lines {
		if name, found := strings.CutPrefix(line, export.RemarkAnnotator); found && i == 0 {
			said.annotator = name
			continue
		}
		label, rest := cutLabel(line, labels)
		if plain := said.about(""); label == "" && len(plain.notes) > 0 {
			plain.notes = append(plain.notes, line)
			continue
		}
		if !said.take(label, rest, labels) {
			said.about("").notes = append(said.about("").notes, line)
		}
	}
	return said
}

// take takes a line without its label in, if it is one of ours.
func (s *remarks) take(label, line string, labels []models.Label) bool {
	if degree, found := strings.CutPrefix(line, export.RemarkConfidence); found && isConfidence(degree) {
		s.about(label).confidence = degree
		return true
	}
	if note, found := strings.CutPrefix(line, export.RemarkComment); found {
		s.about(label).notes = append(s.about(label).notes, note)
		return true
	}
	if d, ok := readDetailLine(label, line, labels); ok {
		d.N = s.next(d)
		s.details = append(s.details, d)
		return true
	}
	return false
}

// cutLabel parts "label: rest"; the label is empty where there is none.
func cutLabel(line string, labels []models.Label) (label, rest string) {
	first, rest, found := strings.Cut(line, ": ")
	for i := range labels {
		if found && labels[i].Key == first {
			return first, rest
		}
	}
	return "", line
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

// readDetailLine reads "field: value" of a label, of any when it has no name.
func readDetailLine(label, line string, labels []models.Label) (Detail, bool) {
	name, value, found := strings.Cut(line, ": ")
	if !found {
		return Detail{}, false
	}
	for i := range labels {
		if label != "" && labels[i].Key != label {
			continue
		}
		for _, field := range labels[i].Fields {
			if field.Key == name {
				return detailOf(label, field, strings.ReplaceAll(value, export.RemarkBreak, "\n")), true
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

// fill puts what was said into a row; what is said of no label only where the
// row is alone.
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
	if alone {
		row.remark(s.of[""])
	}
	row.remark(s.of[row.Label])
}

func (r *Row) remark(said *remark) {
	if said == nil {
		return
	}
	if said.confidence != "" {
		r.Confidence = &said.confidence
	}
	if len(said.notes) > 0 {
		r.Comment = new(strings.Join(said.notes, "\n"))
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
