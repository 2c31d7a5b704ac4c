package incoming

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"glossator/models"
)

// The sheets of a workbook that hold annotations, see export.Workbook.
const (
	annotationsSheet = "annotations"
	detailsSheet     = "details"
)

// readWorkbook reads the sheet annotations, or the first one where none has
// this name, and the sheet details where it is.
func readWorkbook(r *reading) (file File, err error) {
	book, err := excelize.OpenFile(r.path, excelize.Options{UnzipSizeLimit: MaxBytes})
	if err != nil {
		return File{}, models.Errorf(models.CodeDamaged,
			"The workbook %q cannot be read; open it in a spreadsheet and save it once more as .xlsx.", r.path).Because(err)
	}
	defer func() { err = errors.Join(err, closed(book, r.path)) }()
	name := annotationsSheet
	if index, err := book.GetSheetIndex(name); err != nil || index < 0 {
		name = book.GetSheetName(0)
	}
	lines, err := r.sheet(book, name)
	if err != nil {
		return File{}, err
	}
	if file, err = r.readLines(lines, FormatWorkbook); err != nil {
		return File{}, err
	}
	if index, err := book.GetSheetIndex(detailsSheet); err != nil || index < 0 {
		return file, nil // a workbook need not have it
	}
	if lines, err = r.sheet(book, detailsSheet); err != nil {
		return File{}, err
	}
	return file, readDetailLines(lines, file.Rows)
}

func closed(book *excelize.File, path string) error {
	if err := book.Close(); err != nil {
		return unreadable(path).Because(err)
	}
	return nil
}

// sheetLines are the lines of a sheet that are not empty, each as long as the
// header.
type sheetLines struct {
	rows  *excelize.Rows
	path  string
	line  int
	width int
}

func (r *reading) sheet(book *excelize.File, name string) (*sheetLines, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return nil, models.Errorf(models.CodeDamaged,
			"The sheet %q of %q cannot be read; save the workbook once more.", name, r.path).Because(err)
	}
	return &sheetLines{rows: rows, path: r.path}, nil
}

func (s *sheetLines) record() (cells []string, line int, err error) {
	for s.rows.Next() {
		s.line++
		cells, err := s.rows.Columns(excelize.Options{RawCellValue: true}) // what stands there, not how it is shown
		if err != nil {
			return nil, s.line, unreadable(s.path).Because(err)
		}
		if len(cells) == 0 {
			continue
		}
		s.width = max(s.width, len(cells))
		for len(cells) < s.width && s.line > 1 {
			cells = append(cells, "")
		}
		return cells, s.line, nil
	}
	if err := s.rows.Error(); err != nil {
		return nil, s.line, unreadable(s.path).Because(err)
	}
	if err := s.rows.Close(); err != nil {
		return nil, s.line, fmt.Errorf("close a sheet: %w", unreadable(s.path).Because(err))
	}
	return nil, s.line, io.EOF
}
