package table

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strings"
)

// separators are those that tables have, the likeliest first.
var separators = []rune{',', ';', '\t', '|'}

// layout is how a table is written.
type layout struct {
	separator rune
	columns   []field
	header    string // the line of the header, with its line feed
}

// IsTable reports whether text, in UTF-8 with line feeds, begins with the
// header of a table: a column for the text and one more that is known.
func IsTable(text string) bool {
	found, ok := layoutOf(text)
	known := 0
	for _, column := range found.columns {
		if column != noField {
			known++
		}
	}
	return ok && known > 1
}

// layoutOf reads the header. It reports false if no column is for the text.
func layoutOf(data string) (found layout, ok bool) {
	most := 0
	for _, separator := range separators {
		reader := newReader(data, separator)
		names, err := reader.Read()
		if err != nil {
			continue
		}
		columns, known := make([]field, len(names)), 0
		hasText := false
		for i, name := range names {
			if columns[i] = fieldOf(name); columns[i] != noField {
				known++
			}
			hasText = hasText || columns[i] == text
		}
		if hasText && known > most {
			most, ok = known, true
			found = layout{separator: separator, columns: columns, header: data[:reader.InputOffset()]}
		}
	}
	return found, ok
}

func newReader(data string, separator rune) *csv.Reader {
	reader := csv.NewReader(strings.NewReader(data))
	reader.Comma = separator
	reader.FieldsPerRecord = -1
	return reader
}

// CSV yields the records of a table in UTF-8 with line feeds, or why a record
// cannot be read, and goes on with the next. Its errors are
// [manuscript.Fault]s.
func CSV(data string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		layout, ok := layoutOf(data)
		if !ok {
			yield(Record{}, Unmapped())
			return
		}
		reader := newReader(data, layout.separator)
		if _, err := reader.Read(); err != nil {
			yield(Record{}, broken(err))
			return
		}
		for {
			from := reader.InputOffset()
			row, err := reader.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			made := Record{Original: []byte(layout.header + data[from:reader.InputOffset()])}
			if err != nil {
				err = broken(err)
			} else {
				made.Manuscript, err = record(layout.values(row))
			}
			if !yield(made, err) {
				return
			}
		}
	}
}

// values returns the values of a row by what they are. Of two columns for the
// same thing the first that is filled counts.
func (l layout) values(row []string) map[field]string {
	values := make(map[field]string, len(row))
	for i, value := range row {
		if i < len(l.columns) && l.columns[i] != noField && strings.TrimSpace(values[l.columns[i]]) == "" {
			values[l.columns[i]] = value
		}
	}
	return values
}
