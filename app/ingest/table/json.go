package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// broken is the fault of a record that breaks the rules of its format.
func broken(cause error) *manuscript.Fault {
	return manuscript.Faultf(models.CodeDamaged,
		"is not written by the rules of its format; check its quotation marks and brackets.").Because(cause)
}

// IsJSON reports whether text begins like articles in JSON: an object, or an
// array of them, with a key for the text.
func IsJSON(data string) bool {
	if !strings.HasPrefix(data, "{") && !strings.HasPrefix(data, "[") {
		return false
	}
	for made, err := range JSON(data) {
		fault, _ := errors.AsType[*manuscript.Fault](err)
		return len(made.Original) > 0 && (fault == nil || fault.Code == models.CodeEmpty)
	}
	return false
}

// JSON yields the articles of JSON in UTF-8: one object a line, an array of
// objects, or a single one. It yields why one cannot be read and, where each
// has a line of its own, goes on with the next. Its errors are
// [manuscript.Fault]s.
func JSON(data string) iter.Seq2[Record, error] {
	first, _, _ := strings.Cut(strings.TrimSpace(data), "\n")
	if json.Valid([]byte(first)) && strings.HasPrefix(first, "{") {
		return jsonLines(data)
	}
	return jsonValues(data)
}

func jsonLines(data string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for line := range strings.Lines(data) {
			if strings.TrimSpace(line) == "" {
				continue
			}
			if !yield(object([]byte(line))) {
				return
			}
		}
	}
}

// jsonValues reads an array, or one object over several lines.
func jsonValues(data string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		decoder := json.NewDecoder(strings.NewReader(data))
		if strings.HasPrefix(strings.TrimSpace(data), "[") {
			if _, err := decoder.Token(); err != nil {
				yield(Record{}, broken(err))
				return
			}
		}
		for decoder.More() {
			var value json.RawMessage
			if err := decoder.Decode(&value); err != nil {
				yield(Record{}, broken(err))
				return
			}
			if !yield(object(value)) {
				return
			}
		}
	}
}

// object reads one article.
func object(data []byte) (Record, error) {
	made := Record{Original: bytes.TrimSpace(data)}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		return made, broken(err)
	}
	values, known := map[field]string{}, false
	for _, name := range slices.Sorted(maps.Keys(members)) {
		column := fieldOf(name)
		known = known || column == text
		if column != noField && values[column] == "" {
			values[column] = scalar(members[name])
		}
	}
	if !known {
		return Record{}, Unmapped()
	}
	var err error
	made.Manuscript, err = record(values)
	return made, err
}

// scalar returns a value as text: a string, a number, or the names in a list.
func scalar(value json.RawMessage) string {
	var one string
	if json.Unmarshal(value, &one) == nil {
		return one
	}
	var number json.Number
	if json.Unmarshal(value, &number) == nil {
		return number.String()
	}
	var several []string
	if json.Unmarshal(value, &several) == nil {
		return strings.Join(several, ", ")
	}
	var named struct {
		Name string `json:"name"`
	}
	if json.Unmarshal(value, &named) == nil {
		return named.Name
	}
	return ""
}
