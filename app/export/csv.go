package export

import (
	"context"
	"io"

	"glossator/models"
)

// CSV is the tidy table for Python, R, DuckDB and the like: one row for each
// annotation, and one row with [models.NoLabel] for each finished sentence
// without one, so that the file alone has the denominators. Its columns are
// those of [Schema].
//
// It follows RFC 4180 except that lines end in LF: UTF-8 without a byte order
// mark, a header line, commas, and quotation marks only around cells that hold
// a comma, a quotation mark or a line break. No value is changed; a carriage
// return stays one. Cells that a spreadsheet could run as a formula are
// counted and given to [Input.Notify].
func CSV() Format {
	return Format{
		Key:       "csv",
		Name:      "CSV for Python, R and other programs",
		Extension: ".csv",
		MediaType: mediaCSV,
		Leaves:    "Of details that repeat, only the first value is in the table; the zip of tables has them all.",
		Write: func(ctx context.Context, w io.Writer, in Input) (int, error) {
			return writeCSV(ctx, w, in, exact, Schema)
		},
	}
}

// ExcelCSV is the table of [CSV] for spreadsheets that open a file by double
// click: with a byte order mark, lines that end in CR LF, the separator and
// decimal mark of [Input.Locale], and free text changed by [Guard] so that
// nothing in it runs. Its schema is [SchemaGuarded].
func ExcelCSV() Format {
	return Format{
		Key:       "csv-excel",
		Name:      "CSV for Excel and other spreadsheets",
		Extension: ".csv",
		MediaType: mediaCSV,
		Leaves: "Of details that repeat, only the first value is in the table. " +
			"Texts that start like a formula get an apostrophe, which the import takes off again.",
		Write: func(ctx context.Context, w io.Writer, in Input) (int, error) {
			return writeCSV(ctx, w, in, spreadsheet(in.Locale), SchemaGuarded)
		},
	}
}

func writeCSV(ctx context.Context, w io.Writer, in Input, d dialect, schema string) (int, error) {
	annotations := newCSVTable(w, d, annotationTable(in, schema).columns)
	rows, err := in.each(ctx, annotations.row)
	if err != nil {
		return rows, err
	}
	annotations.warn(in)
	return rows, annotations.flush()
}

// csvTable writes the rows of a table as CSV.
type csvTable[R any] struct {
	csvWriter

	columns []column[R]
}

// newCSVTable starts a table with its header.
func newCSVTable[R any](w io.Writer, d dialect, columns []column[R]) *csvTable[R] {
	t := &csvTable[R]{csvWriter: newCSVWriter(w, d), columns: columns}
	for i := range columns {
		t.cell(append(t.gathered, columns[i].name...), kindText)
	}
	t.endLine()
	return t
}

func (t *csvTable[R]) row(row *R) error {
	for i := range t.columns {
		t.cell(t.columns[i].value(t.gathered, row), t.columns[i].kind)
	}
	t.endLine()
	if len(t.gathered) < flushAt {
		return nil
	}
	return t.flush()
}

// warn tells of cells that were left as they are and that a spreadsheet could
// run.
func (c *csvWriter) warn(in Input) {
	if c.risky == 0 || c.dialect.guard {
		return
	}
	in.notify(models.Countf(c.risky,
		"%d cell starts with =, +, - or @, which a spreadsheet may run as a formula; "+
			"use .xlsx or the CSV for Excel to open the table in a spreadsheet.",
		"%d cells start with =, +, - or @, which a spreadsheet may run as a formula; "+
			"use .xlsx or the CSV for Excel to open the table in a spreadsheet.", c.risky))
}

// csvRows is the whole of a table whose rows are at hand.
func csvRows[R any](w io.Writer, columns []column[R], rows []R) error {
	t := newCSVTable(w, exact, columns)
	for i := range rows {
		if err := t.row(&rows[i]); err != nil {
			return err
		}
	}
	return t.flush()
}
