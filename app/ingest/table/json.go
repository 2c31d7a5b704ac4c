package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
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
	for made, err := range JSON(data, nil) {
		fault, _ := errors.AsType[*manuscript.Fault](err)
		return len(made.Original) > 0 && (fault == nil || fault.Code == models.CodeEmpty)
	}
	return false
}

// JSONSheet looks at the beginning of articles in JSON. The columns are the
// keys of the first objects, in the order in which they stand there.
func JSONSheet(data string) Sheet {
	var sheet Sheet
	at := map[string]int{}
	var rows []map[string]json.RawMessage
	for value, err := range objects(data) {
		if err != nil || len(rows) == sampled {
			break
		}
		members, keys, err := membersOf(value)
		if err != nil {
			continue
		}
		for _, key := range keys {
			if _, known := at[key]; !known {
				at[key] = len(sheet.Columns)
				sheet.Columns = append(sheet.Columns, Column{Name: key, Field: fieldOf(key)})
			}
		}
		rows = append(rows, members)
	}
	for _, members := range rows {
		row := make([]string, len(sheet.Columns))
		for key, value := range members {
			row[at[key]] = scalar(value)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	sheet.guess()
	return sheet
}

// membersOf returns the members of an object and their keys in their order.
func membersOf(object []byte) (members map[string]json.RawMessage, keys []string, err error) {
	if err := json.Unmarshal(object, &members); err != nil {
		return nil, nil, broken(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(object))
	if _, err := decoder.Token(); err != nil {
		return nil, nil, broken(err)
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, nil, broken(err)
		}
		if name, ok := key.(string); ok && !slices.Contains(keys, name) {
			keys = append(keys, name)
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, nil, broken(err)
		}
	}
	return members, keys, nil
}

// JSON yields the articles of JSON in UTF-8: one object a line, an array of
// objects, a single one, or an object with such an array in it. It yields why
// one cannot be read and, where each has a line of its own, goes on with the
// next. Without a layout the keys are told by their names. Its errors are
// [manuscript.Fault]s.
func JSON(data string, settled *Layout) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for value, err := range objects(data) {
			if err != nil {
				yield(Record{}, err)
				return
			}
			if !yield(object(value, settled)) {
				return
			}
		}
	}
}

// objects yields the articles as they are written. A fault of the whole is the
// last that it yields; what a line or a value holds is for the caller to see.
func objects(data string) iter.Seq2[[]byte, error] {
	first, rest, _ := strings.Cut(strings.TrimSpace(data), "\n")
	if strings.HasPrefix(first, "{") && json.Valid([]byte(first)) {
		if strings.TrimSpace(rest) != "" {
			return lines(data)
		}
		return wrapped([]byte(first))
	}
	return values(data)
}

func lines(data string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for line := range strings.Lines(data) {
			if strings.TrimSpace(line) != "" && !yield([]byte(line), nil) {
				return
			}
		}
	}
}

// values reads an array, or one object over several lines.
func values(data string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		decoder := json.NewDecoder(strings.NewReader(data))
		list := strings.HasPrefix(strings.TrimSpace(data), "[")
		if list {
			if _, err := decoder.Token(); err != nil {
				yield(nil, broken(err))
				return
			}
		}
		for decoder.More() {
			var value json.RawMessage
			if err := decoder.Decode(&value); err != nil {
				yield(nil, broken(err))
				return
			}
			if list && !yield(value, nil) {
				return
			}
			if !list && !each(wrapped(value), yield) {
				return
			}
		}
	}
}

// wrapped yields the articles of one object: itself, or, as services answer,
// the objects in the one array that it holds beside a few words about them.
func wrapped(object []byte) iter.Seq2[[]byte, error] {
	members, keys, err := membersOf(object)
	var inside string
	for _, key := range keys {
		if fieldOf(key) == Text && bytes.HasPrefix(bytes.TrimSpace(members[key]), []byte(`"`)) {
			inside = ""
			break
		}
		if value := bytes.TrimSpace(members[key]); inside == "" && isListOfObjects(value) {
			inside = string(value)
		}
	}
	if err == nil && inside != "" {
		return values(inside)
	}
	return func(yield func([]byte, error) bool) { yield(object, nil) }
}

func isListOfObjects(value []byte) bool {
	after, list := bytes.CutPrefix(value, []byte("["))
	return list && bytes.HasPrefix(bytes.TrimSpace(after), []byte("{"))
}

func each(seq iter.Seq2[[]byte, error], yield func([]byte, error) bool) bool {
	for value, err := range seq {
		if !yield(value, err) {
			return false
		}
	}
	return true
}

// object reads one article.
func object(data []byte, settled *Layout) (Record, error) {
	made := Record{Original: bytes.TrimSpace(data)}
	members, keys, err := membersOf(data)
	if err != nil {
		return made, err
	}
	layout := Layout{}
	if settled != nil {
		layout = *settled
	} else {
		for _, name := range slices.Sorted(slices.Values(keys)) {
			layout.Columns = append(layout.Columns, Column{Name: name, Field: fieldOf(name)})
		}
	}
	if !layout.HasText() {
		return Record{}, Unmapped()
	}
	row := make([]string, len(layout.Columns))
	for i, column := range layout.Columns {
		row[i] = scalar(members[column.Name])
	}
	made.Manuscript, err = record(layout.values(row))
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
	var several []json.RawMessage
	if json.Unmarshal(value, &several) == nil {
		var parts []string
		for _, part := range several {
			if part = bytes.TrimSpace(part); bytes.HasPrefix(part, []byte("[")) {
				continue // a list in a list names nobody
			}
			if text := scalar(part); text != "" {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, ", ")
	}
	var named struct {
		Name string `json:"name"`
	}
	if json.Unmarshal(value, &named) == nil {
		return named.Name
	}
	return ""
}
