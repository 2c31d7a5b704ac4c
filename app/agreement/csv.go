package agreement

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// The columns of a table file.
const (
	unitColumn      = "unit"
	annotatorColumn = "annotator"
	labelColumn     = "label"
	articleColumn   = "article"

	headerExample = "unit,annotator,label"
)

// Errors of a table file. Each comes inside a [LineError].
var (
	ErrEncoding = errors.New("the text is not UTF-8")
	ErrHeader   = errors.New("the header is wrong")
	ErrShape    = errors.New("the row does not fit the header")
	ErrQuotes   = errors.New("a quotation mark is out of place")
)

// LineError tells in which line of a file the reading stopped, counted from 1.
type LineError struct {
	Line int
	Err  error
}

// Error returns one sentence: the line, what is wrong and what to do.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// ReadCSV reads a table with the columns unit, annotator, label and, if it is
// there, article, in any order; other columns are ignored. Several rows of one
// unit and annotator make a label set, [NoLabel] is a finished unit without a
// label, and a rating without a row is missing. The same row twice counts once.
// The text is UTF-8, with or without a byte order mark, with LF or CRLF; its
// columns are parted by commas, semicolons or tabs, as the header shows. The
// labels, when given, are the declared categories; see [NewTable].
//
// What the file does wrong is returned as a [LineError]; the declaration's
// errors are those of NewTable.
func ReadCSV(r io.Reader, labels ...string) (*Table, error) {
	table, err := NewTable(labels...)
	if err != nil {
		return nil, err
	}
	source := bufio.NewReader(r)
	if err := skipMark(source); err != nil {
		return nil, err
	}
	reader := csv.NewReader(source)
	reader.Comma = separatorOf(source)
	reader.TrimLeadingSpace = reader.Comma != '\t' // an empty cell between tabs is a cell
	columns, err := readHeader(reader)
	if err != nil {
		return nil, err
	}

	collected := collection{table: table, known: make(map[cell]int)}
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, explain(err, len(record), reader.FieldsPerRecord)
		}
		line, _ := reader.FieldPos(0)
		if err := collected.add(columns.pick(record), line); err != nil {
			return nil, &LineError{Line: line, Err: err}
		}
	}

	return collected.finish()
}

// skipMark steps over a byte order mark and refuses UTF-16, which spreadsheets
// write under the name of Unicode text.
func skipMark(source *bufio.Reader) error {
	const longestMark = 3
	start, err := source.Peek(longestMark)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read the table: %w", err)
	}
	if bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")) {
		return &LineError{Line: 1, Err: fmt.Errorf("%w: it is UTF-16; save the table as CSV UTF-8", ErrEncoding)}
	}
	if mark := []byte("\ufeff"); bytes.Equal(start, mark) {
		if _, err := source.Discard(len(mark)); err != nil {
			return fmt.Errorf("read the table: %w", err)
		}
	}

	return nil
}

// columnPlaces tells where a row holds what; article is -1 without the column.
type columnPlaces struct{ unit, annotator, label, article int }

func readHeader(reader *csv.Reader) (columnPlaces, error) {
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return columnPlaces{}, &LineError{Line: 1, Err: fmt.Errorf(
			"%w: the file is empty; its first line must be %s", ErrHeader, headerExample)}
	}
	if err != nil {
		return columnPlaces{}, explain(err, 0, 0)
	}
	line, _ := reader.FieldPos(0)
	names := make([]string, len(header))
	for i, name := range header {
		names[i] = strings.ToLower(strings.TrimSpace(name))
	}
	if err := checkHeader(names, header); err != nil {
		return columnPlaces{}, &LineError{Line: line, Err: err}
	}

	return columnPlaces{
		unit:      slices.Index(names, unitColumn),
		annotator: slices.Index(names, annotatorColumn),
		label:     slices.Index(names, labelColumn),
		article:   slices.Index(names, articleColumn),
	}, nil
}

// separators are what spreadsheets of different countries put between columns.
const separators = ",;\t"

// separatorOf returns the separator that the header has most often; the comma
// when it has none.
func separatorOf(source *bufio.Reader) rune {
	const longestHeader = 4096             // bytes, the size of the reader's buffer
	start, _ := source.Peek(longestHeader) // a short file is no error here
	header, _, _ := bytes.Cut(start, []byte("\n"))
	best, most := ',', 0
	for _, mark := range separators {
		if count := bytes.Count(header, []byte(string(mark))); count > most {
			best, most = mark, count
		}
	}

	return best
}

func checkHeader(names, written []string) error {
	for _, required := range []string{unitColumn, annotatorColumn, labelColumn, articleColumn} {
		first := slices.Index(names, required)
		if first < 0 && required != articleColumn {
			return fmt.Errorf("%w: column %s is missing in %q; the first line must be %s, with article if you like",
				ErrHeader, required, strings.Join(written, ","), headerExample)
		}
		if first >= 0 && slices.Contains(names[first+1:], required) {
			return fmt.Errorf("%w: column %s appears twice; keep one of them", ErrHeader, required)
		}
	}

	return nil
}

// csvRow is one row of the file, without surrounding white space.
type csvRow struct{ unit, annotator, label, article string }

func (c columnPlaces) pick(record []string) csvRow {
	row := csvRow{
		unit:      strings.TrimSpace(record[c.unit]),
		annotator: strings.TrimSpace(record[c.annotator]),
		label:     strings.TrimSpace(record[c.label]),
	}
	if c.article >= 0 {
		row.article = strings.TrimSpace(record[c.article])
	}

	return row
}

func (r csvRow) valid() bool {
	return utf8.ValidString(r.unit) && utf8.ValidString(r.annotator) &&
		utf8.ValidString(r.label) && utf8.ValidString(r.article)
}

// explain puts an error of encoding/csv into the words of this package.
func explain(err error, cells, columns int) error {
	var broken *csv.ParseError
	if !errors.As(err, &broken) {
		return fmt.Errorf("read the table: %w", err)
	}
	if errors.Is(err, csv.ErrFieldCount) {
		return &LineError{Line: broken.Line, Err: fmt.Errorf(
			"%w: it has %d cells, the header has %d; separate the cells as the header does and put quotation marks round a separator in a cell",
			ErrShape, cells, columns)}
	}

	return &LineError{Line: broken.StartLine, Err: fmt.Errorf(
		"%w; write a quotation mark inside a cell twice and close every quoted cell", ErrQuotes)}
}
