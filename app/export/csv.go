package export

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"glossator/models"
)

// flushAt is the number of bytes that are gathered before they are written.
const flushAt = 64 << 10

// CSV is the tidy table for Python, R, DuckDB and the like: one row for each
// annotation, and one row with [models.NoLabel] for each finished sentence
// without one, so that the file alone has the denominators. Its columns are
// those of [Schema].
//
// It follows RFC 4180 except that lines end in LF: UTF-8 without a byte order
// mark, a header line, commas, and quotation marks only around cells that hold
// a comma, a quotation mark or a line break. No value is changed; a carriage
// return stays one.
func CSV() Format {
	return Format{
		Key:       "csv",
		Name:      "CSV for Python, R and other programs",
		Extension: ".csv",
		MediaType: "text/csv",
		Write:     writeCSV,
	}
}

func writeCSV(ctx context.Context, w io.Writer, in Input) (int, error) {
	columns := annotationColumns(in)
	table := &csvWriter{to: w, gathered: make([]byte, 0, flushAt+flushAt/2)}
	for _, column := range columns {
		table.cell(append(table.gathered, column.name...))
	}
	table.endLine()
	rows, err := in.each(ctx, func(row *models.ExportRow) error {
		for i := range columns {
			table.cell(columns[i].value(table.gathered, row))
		}
		table.endLine()
		if len(table.gathered) < flushAt {
			return nil
		}
		return table.flush()
	})
	if err != nil {
		return rows, err
	}
	return rows, table.flush()
}

// csvWriter gathers lines in one buffer that is used again and again, so that
// a row costs no allocation.
type csvWriter struct {
	to       io.Writer
	gathered []byte
}

// cell ends a cell. The argument is the gathered bytes with the bare value
// appended; what is new gets quotation marks if it needs them, and a comma.
func (c *csvWriter) cell(extended []byte) {
	c.gathered = append(quoteTail(extended, len(c.gathered)), ',')
}

// endLine turns the comma after the last cell into the end of the line.
func (c *csvWriter) endLine() {
	c.gathered[len(c.gathered)-1] = '\n'
}

func (c *csvWriter) flush() error {
	if _, err := c.to.Write(c.gathered); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	c.gathered = c.gathered[:0]
	return nil
}

// quoteTail puts the bytes of b from start on between quotation marks, and
// doubles those inside, if a reader would otherwise take them for more than
// one cell. It works in place, from the end to the front.
func quoteTail(b []byte, start int) []byte {
	tail := b[start:]
	if len(tail) == 0 || !needsQuotes(tail) {
		return b
	}
	inner := bytes.Count(tail, []byte{'"'})
	from := len(b) - 1
	b = slices.Grow(b, inner+2)[:len(b)+inner+2]
	to := len(b) - 1
	b[to] = '"'
	for ; from >= start; from-- {
		to--
		b[to] = b[from]
		if b[from] == '"' {
			to--
			b[to] = '"'
		}
	}
	b[start] = '"'
	return b
}

// needsQuotes asks four times because each question runs at memory speed; one
// loop over the bytes is slower.
func needsQuotes(value []byte) bool {
	return bytes.IndexByte(value, ',') >= 0 || bytes.IndexByte(value, '"') >= 0 ||
		bytes.IndexByte(value, '\n') >= 0 || bytes.IndexByte(value, '\r') >= 0
}
