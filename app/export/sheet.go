package export

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"glossator/models"
)

// maxRows is the number of rows of a sheet, the header included.
const maxRows = excelize.TotalRows

// sheet writes the rows of a table to a sheet of a workbook.
type sheet[R any] struct {
	book    *workbook
	name    string
	columns []column[R]
	stream  *excelize.StreamWriter
	rows    int
	cells   []any // used again for every row
	buffer  []byte
}

// newSheet adds a sheet with its header.
func newSheet[R any](book *workbook, t table[R]) (*sheet[R], error) {
	s := &sheet[R]{book: book, name: t.name, columns: t.columns, cells: make([]any, len(t.columns))}
	if err := s.open(); err != nil {
		return nil, fmt.Errorf("make the sheet %s: %w", t.name, err)
	}
	return s, nil
}

func (s *sheet[R]) open() error {
	if err := s.book.addSheet(s.name); err != nil {
		return err
	}
	stream, err := s.book.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	s.stream = stream
	frozen := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := stream.SetPanes(frozen); err != nil {
		return err
	}
	for i := range s.columns {
		if err := stream.SetColWidth(i+1, i+1, s.columns[i].width()); err != nil {
			return err
		}
		s.cells[i] = excelize.Cell{StyleID: s.book.header, Value: s.columns[i].name}
	}
	return s.write()
}

// addSheet adds a sheet; the first takes the place of the one that every new
// workbook has.
func (b *workbook) addSheet(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// longColumns are columns of whole sentences; they get more room.
var longColumns = map[string]bool{
	"sentence_text": true, "quote": true, "comment": true, "article_title": true, "definition": true, "text": true,
	"include": true, "exclude": true, "positive": true, "negative": true, "value": true, "review_comment": true,
}

// width is in characters, the unit of spreadsheets.
func (c *column[R]) width() float64 {
	const short, long = 14, 48
	if longColumns[c.name] {
		return long
	}
	return short
}

func (s *sheet[R]) row(row *R) error {
	if s.rows >= maxRows {
		return models.Errorf(models.CodeTooLarge,
			"The sheet %q would have more than the %d rows that a spreadsheet holds; choose CSV or export fewer articles.",
			s.name, maxRows)
	}
	for i := range s.columns {
		s.cells[i] = s.cell(i, row)
	}
	if err := s.write(); err != nil {
		return fmt.Errorf("write the sheet %s: %w", s.name, err)
	}
	return nil
}

// cell returns the typed value of a cell, nil for an empty one.
func (s *sheet[R]) cell(i int, row *R) any {
	c := &s.columns[i]
	s.buffer = c.value(s.buffer[:0], row)
	if len(s.buffer) == 0 {
		return nil
	}
	value := string(s.buffer)
	if c.kind == kindInteger || c.kind == kindNumber {
		if number, err := strconv.ParseFloat(value, doubleBits); err == nil {
			return number
		}
	}
	return s.book.fit(value, func() string {
		name, _ := excelize.CoordinatesToCellName(i+1, s.rows+1) // both are in range
		return s.name + "!" + name
	})
}

func (s *sheet[R]) write() error {
	s.rows++
	return s.stream.SetRow("A"+strconv.Itoa(s.rows), s.cells)
}

// end makes the sheet complete and gives it a filter over all of its rows.
func (s *sheet[R]) end() error {
	if err := s.finish(); err != nil {
		return fmt.Errorf("end the sheet %s: %w", s.name, err)
	}
	return nil
}

func (s *sheet[R]) finish() error {
	last, err := excelize.CoordinatesToCellName(len(s.columns), s.rows)
	if err != nil {
		return err
	}
	if err := s.book.file.AutoFilter(s.name, "A1:"+last, nil); err != nil {
		return err
	}
	return s.stream.Flush()
}

// fillSheet writes a table whose rows are at hand.
func fillSheet[R any](book *workbook, t table[R], rows []R) error {
	s, err := newSheet(book, t)
	if err != nil {
		return err
	}
	for i := range rows {
		if err := s.row(&rows[i]); err != nil {
			return err
		}
	}
	return s.end()
}

// aboutRow is a line about the workbook.
type aboutRow struct{ item, value string }

func aboutTable() table[aboutRow] {
	return table[aboutRow]{
		name: "about",
		columns: []column[aboutRow]{
			text("item", "what it is about", func(a *aboutRow) string { return a.item }),
			text("value", "what there is to say", func(a *aboutRow) string { return a.value }),
		},
	}
}

// aboutFacts is about the number of facts that every workbook tells of itself.
const aboutFacts = 8

// aboutRows tell what the workbook is, what to know about it, and what the
// columns of the first sheet mean.
func aboutRows(in Input, rows int, notices []models.Text) []aboutRow {
	columns := annotationTable(in, Schema).columns
	about := make([]aboutRow, 0, len(columns)+len(notices)+aboutFacts)
	about = append(about, []aboutRow{
		{"project", in.Project.Name},
		{"project_id", in.Project.UID},
		{"exported_at", made(in.Made)},
		{"export_schema", Schema},
		{"codebook_version", in.Project.CodebookVersion},
		{"rows", strconv.Itoa(rows)},
		{"offsets", "start and end count Unicode code points of the article's text from 0; end is the first one after the part."},
	}...)
	for _, notice := range notices {
		about = append(about, aboutRow{"notice", notice.String()})
	}
	for _, c := range columns {
		about = append(about, aboutRow{"annotations." + c.name, c.about})
	}
	return about
}
