package suggest

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"glossator/models"
)

// The columns of a table of examples.
const (
	columnText     = "text"
	columnLabel    = "label"
	columnArticle  = "article"
	columnLanguage = "language"
)

// labelMark parts several labels in one cell.
const labelMark = "|"

// ReadTable reads examples from CSV with a header: "text" and "label", and
// optionally "article" and "language". Several labels are joined by "|"; an
// empty label or "no_label" is a sentence that was read and bears none. Every
// row counts as decided as a whole. The error has [models.CodeInvalid] and names
// the line, or [models.CodeInput] when reading itself failed.
func ReadTable(r io.Reader) ([]Example, error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(err)
	}
	if len(header) > 0 {
		header[0] = strings.TrimPrefix(header[0], "\ufeff")
	}
	at := func(column string) int { return slices.Index(header, column) }
	if at(columnText) < 0 {
		return nil, models.Errorf(models.CodeInvalid, "The table has no column \"text\"; its first line must name the columns.")
	}
	var out []Example
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, unreadable(err)
		}
		cell := func(column string) string {
			if i := at(column); i >= 0 && i < len(row) {
				return row[i]
			}
			return ""
		}
		out = append(out, Example{
			Text: cell(columnText), Labels: labelsIn(cell(columnLabel)), Article: cell(columnArticle),
			Language: cell(columnLanguage), Read: true,
		})
	}
}

// unreadable names the line where reading stopped.
func unreadable(err error) error {
	if at, ok := errors.AsType[*csv.ParseError](err); ok {
		return models.Errorf(models.CodeInvalid, "Line %d of the table is not readable as CSV; check its quotation marks.", at.Line).
			Because(err)
	}
	return models.Errorf(models.CodeInput, "The table could not be read to its end.").Because(err)
}

func labelsIn(cell string) []string {
	var out []string
	for label := range strings.SplitSeq(cell, labelMark) {
		label = strings.TrimSpace(label)
		if label != "" && label != models.NoLabel && !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

// LabelsOf returns the labels that there are rules for and any others that the
// examples bear, these sorted.
func LabelsOf(examples []Example) []string {
	known := Labels()
	var others []string
	for _, e := range examples {
		for _, label := range e.Labels {
			if !slices.Contains(known, label) && !slices.Contains(others, label) {
				others = append(others, label)
			}
		}
	}
	slices.Sort(others)
	return append(known, others...)
}
