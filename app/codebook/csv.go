package codebook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"glossator/models"
)

func writeCSV(w io.Writer, d Document) error {
	out := csv.NewWriter(w)
	columns := Columns()
	names := make([]string, len(columns))
	for i, column := range columns {
		names[i] = column.Name
	}
	table := [][]string{names}
	for _, row := range Rows(d.Book.Labels) {
		cells := make([]string, len(columns))
		for i, column := range columns {
			cells[i] = column.Value(row)
		}
		table = append(table, cells)
	}
	if err := out.WriteAll(table); err != nil {
		return fmt.Errorf("write codebook: %w", err)
	}
	return nil
}

// readCSV reads a table with a line of column names; of those that are not
// known nothing is read. The rules for all labels are the project's own.
func readCSV(data []byte, own Document) (models.Codebook, error) {
	rows := csv.NewReader(bytes.NewReader(data))
	rows.Comma = separator(data)
	rows.FieldsPerRecord = -1
	table, err := rows.ReadAll()
	if err != nil {
		return models.Codebook{}, models.Errorf(models.CodeInvalid, "The table is not readable as CSV; check its quotation marks.").Because(err)
	}
	labelAt := slices.Index(table[0], columnLabel)
	if labelAt < 0 {
		return models.Codebook{}, models.Errorf(models.CodeInvalid, "The table has no column \"label\"; its first line must name the columns.")
	}
	book := models.Codebook{Version: own.Book.Version, General: own.Book.General, TieBreaks: own.Book.TieBreaks}
	for _, line := range table[1:] {
		if err := addLine(&book, table[0], line); err != nil {
			return models.Codebook{}, err
		}
	}
	return book, nil
}

// addLine adds the label or field of a line.
func addLine(book *models.Codebook, names, line []string) error {
	at := func(column string) string {
		i := slices.Index(names, column)
		if i < 0 || i >= len(line) {
			return ""
		}
		return strings.TrimSpace(line[i])
	}
	key, field := at(columnLabel), at(columnField)
	if key == "" && at("name") == "" {
		return nil
	}
	if field == "" {
		label := models.CodebookLabel{}
		for _, column := range Columns() {
			if column.ofLabel != nil {
				column.ofLabel.set(&label, nil, at(column.Name))
			}
		}
		book.Labels = append(book.Labels, label)
		return nil
	}
	owner := slices.IndexFunc(book.Labels, func(l models.CodebookLabel) bool { return l.Key == key })
	if owner < 0 {
		return models.Errorf(models.CodeInvalid, "The field %q comes before the line of its label %q.", field, key)
	}
	made := models.CodebookField{}
	for _, column := range Columns() {
		if column.ofField != nil {
			column.ofField.set(nil, &made, at(column.Name))
		}
	}
	book.Labels[owner].Fields = append(book.Labels[owner].Fields, made)
	return nil
}

// separator returns the mark between the cells: of comma, semicolon and tab the
// one that the first line has most of.
func separator(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	best, most := ',', 0
	for _, mark := range ",;\t" {
		if count := bytes.Count(first, []byte(string(mark))); count > most {
			best, most = mark, count
		}
	}
	return best
}
