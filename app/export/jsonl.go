package export

import (
	"context"
	"fmt"
	"io"
	"slices"

	"glossator/models"
)

// JSONLines is one JSON object on each line for each row of [CSV], with the
// same names and values, typed, and those that are empty left out. The details
// stand in one object, details, which has a list of values for each key:
// {"value":[{"text":"1 920,5","number":1920.5}]}. Here repeating details are
// whole.
func JSONLines() Format {
	return Format{
		Key:       "jsonl",
		Name:      "JSON Lines",
		Extension: ".jsonl",
		MediaType: "application/x-ndjson",
		Write:     writeJSONLines,
	}
}

func writeJSONLines(ctx context.Context, w io.Writer, in Input) (int, error) {
	lines := newJSONLinesWriter(w, in)
	rows, err := in.each(ctx, lines.row)
	if err != nil {
		return rows, err
	}
	return rows, lines.flush()
}

// jsonLines gathers lines like [csvWriter].
type jsonLines struct {
	to       io.Writer
	columns  []rowColumn
	names    [][]byte // of the columns, as JSON, with the colon
	gathered []byte
	cell     []byte
}

func newJSONLinesWriter(w io.Writer, in Input) *jsonLines {
	columns := slices.Concat(readingColumns(in), judgementColumns(), goldColumns(in.Layer), referenceColumns(),
		versionColumns(in.Project, Schema))
	columns = append(columns, extraColumns(in.Extra, columns)...)
	names := make([][]byte, len(columns))
	for i := range columns {
		names[i] = []byte(quoted(columns[i].name) + ":")
	}
	return &jsonLines{to: w, columns: columns, names: names}
}

func (l *jsonLines) row(row *models.ExportRow) error {
	separator := byte('{')
	for i := range l.columns {
		c := &l.columns[i]
		if l.cell = c.value(l.cell[:0], row); len(l.cell) == 0 {
			continue
		}
		l.gathered = append(append(l.gathered, separator), l.names[i]...)
		l.gathered = appendTyped(l.gathered, l.cell, c.kind)
		separator = ','
	}
	if len(row.Details) > 0 {
		l.gathered = append(l.gathered, `,"details":`...)
		l.details(row.Details)
	}
	l.gathered = append(l.gathered, '}', '\n')
	if len(l.gathered) < flushAt {
		return nil
	}
	return l.flush()
}

// appendTyped appends the value of a cell: a number as it is, else a string.
func appendTyped(dst, cell []byte, k kind) []byte {
	if k == kindInteger || k == kindNumber {
		return append(dst, cell...)
	}
	return appendJSON(dst, cell)
}

// details writes the values of each field together, in the order in which the
// fields come first.
func (l *jsonLines) details(details []models.NamedDetail) {
	separator := byte('{')
	for i := range details {
		if firstOf(details, i) != i {
			continue
		}
		l.gathered = append(l.gathered, separator)
		separator = ','
		l.gathered = append(appendJSON(l.gathered, []byte(details[i].Field)), ':')
		list := byte('[')
		for j := i; j < len(details); j++ {
			if details[j].Field != details[i].Field {
				continue
			}
			l.gathered = append(l.gathered, list)
			l.gathered = appendDetail(l.gathered, &details[j].Detail)
			list = ','
		}
		l.gathered = append(l.gathered, ']')
	}
	l.gathered = append(l.gathered, '}')
}

// firstOf returns the place of the first detail with the field of the i-th.
func firstOf(details []models.NamedDetail, i int) int {
	for j := range i {
		if details[j].Field == details[i].Field {
			return j
		}
	}
	return i
}

func appendDetail(dst []byte, detail *models.Detail) []byte {
	dst = appendJSON(append(dst, `{"text":`...), []byte(detail.ValueText))
	if detail.ValueNum != nil {
		dst = appendNumber(append(dst, `,"number":`...), detail)
	}
	if detail.ValueISO != "" {
		dst = appendJSON(append(dst, `,"iso":`...), []byte(detail.ValueISO))
	}
	return append(dst, '}')
}

func (l *jsonLines) flush() error {
	if _, err := l.to.Write(l.gathered); err != nil {
		return fmt.Errorf("write JSON Lines: %w", err)
	}
	l.gathered = l.gathered[:0]
	return nil
}
