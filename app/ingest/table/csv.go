package table

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"
)

// separators are those that tables have, the likeliest first.
var separators = []rune{',', ';', '\t', '|'}

// grid is how a table is written.
type grid struct {
	Layout

	separator rune
	start     int // bytes before the first record: the header, if there is one
}

// IsTable reports whether text, in UTF-8 with line feeds, begins with the
// header of a table: a column for the text and one more that is known.
func IsTable(text string) bool {
	found, ok := gridOf(text)
	known := 0
	for _, column := range found.Columns {
		if column.Field != Ignored {
			known++
		}
	}
	return ok && known > 1
}

// gridOf reads the header. It reports false if no column is for the text.
func gridOf(data string) (found grid, ok bool) {
	most := 0
	for _, separator := range separators {
		reader := newReader(data, separator)
		names, err := reader.Read()
		if err != nil {
			continue
		}
		tried := grid{separator: separator, start: int(reader.InputOffset()), Layout: Layout{Headed: true}}
		known := 0
		for _, name := range names {
			column := Column{Name: name, Field: fieldOf(name)}
			tried.Columns = append(tried.Columns, column)
			if column.Field != Ignored {
				known++
			}
		}
		if tried.HasText() && known > most {
			most, ok, found = known, true, tried
		}
	}
	return found, ok
}

// laid returns the grid of a table whose columns somebody has settled; nil:
// they are told by their names, and it reports false if none is for the text.
func laid(data string, settled *Layout) (grid, bool) {
	found, ok := gridOf(data)
	if settled == nil {
		return found, ok
	}
	if !ok {
		found = unnamed(data)
	}
	if found.Layout = *settled; !settled.Headed {
		found.start = 0
	}
	return found, settled.HasText()
}

// unnamed returns the grid of a table whose header says nothing: its separator
// is the one that parts the first records into the same number of cells.
func unnamed(data string) grid {
	found, most := grid{separator: separators[0]}, 0
	for _, separator := range separators {
		reader := newReader(data, separator)
		start, width, rows := 0, 0, 0
		for ; rows < sampled; rows++ {
			row, err := reader.Read()
			if err != nil || (rows > 0 && len(row) != width) {
				break
			}
			if width = len(row); rows == 0 {
				start = int(reader.InputOffset())
			}
		}
		if width > 1 && rows*width > most {
			most, found = rows*width, grid{separator: separator, start: start}
		}
		if found.start == 0 {
			found.start = start
		}
	}
	return found
}

func newReader(data string, separator rune) *csv.Reader {
	reader := csv.NewReader(strings.NewReader(data))
	reader.Comma = separator
	reader.FieldsPerRecord = -1
	return reader
}

// sampled is how many records tell what the columns hold.
const sampled = 20

// CSVSheet looks at the beginning of a table in UTF-8 with line feeds. Columns
// whose names say nothing are guessed by what stands in them.
func CSVSheet(data string) Sheet {
	found, named := gridOf(data)
	if !named {
		found = unnamed(data)
	}
	reader := newReader(data, found.separator)
	names, err := reader.Read()
	if err != nil {
		return Sheet{}
	}
	sheet := Sheet{Layout: Layout{Headed: named || isHeader(names)}}
	if !sheet.Headed {
		sheet.Rows = append(sheet.Rows, names)
	}
	for i, name := range names {
		sheet.Columns = append(sheet.Columns, Column{Name: name, Field: fieldOf(name)})
		if !sheet.Headed {
			sheet.Columns[i] = Column{Name: strconv.Itoa(i + 1)}
		}
	}
	for len(sheet.Rows) < sampled {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	sheet.guess()
	return sheet
}

// CSV yields the records of a table in UTF-8 with line feeds, or why a record
// cannot be read, and goes on with the next. Without a layout the columns are
// told by their names. Its errors are [manuscript.Fault]s.
func CSV(data string, settled *Layout) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		found, ok := laid(data, settled)
		if !ok {
			yield(Record{}, Unmapped())
			return
		}
		header, rows := data[:found.start], data[found.start:]
		reader := newReader(rows, found.separator)
		for {
			from := reader.InputOffset()
			row, err := reader.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			made := Record{Original: []byte(header + rows[from:reader.InputOffset()])}
			if err != nil {
				err = broken(err)
			} else {
				made.Manuscript, err = record(found.values(row))
			}
			if !yield(made, err) {
				return
			}
		}
	}
}
