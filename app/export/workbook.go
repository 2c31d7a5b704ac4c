package export

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"glossator/models"
)

// Workbook is an Excel workbook (.xlsx, ECMA-376) with the sheets annotations,
// details (where a detail may repeat), sentences, articles, codebook and about.
// Each has a frozen header with a filter. Every text is typed as text, so that none is run as a formula or
// changed into a number or date; numbers are numbers. Dates stay text in ISO
// 8601, because a cell cannot hold a month or a year.
//
// What the file format cannot hold is said by [Input.Notify] and on the sheet
// about: a text of more than 32,767 UTF-16 units is cut and ends in "…",
// control characters become U+FFFD. A sheet of more than 1,048,576 rows is an
// error with [models.CodeTooLarge]. A literal _x000D_ and its like are escaped
// as the standard wants; Excel and LibreOffice show them as they were, openpyxl
// with the escape.
func Workbook() Format {
	return Format{
		Key:       "xlsx",
		Name:      "Excel workbook",
		Extension: ".xlsx",
		MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Leaves:    "Texts of more than 32,767 characters are cut, and control characters are replaced; both are listed in the file.",
		Texts:     true,
		several:   true,
		Write:     writeWorkbook,
	}
}

func writeWorkbook(ctx context.Context, w io.Writer, in Input) (rows int, err error) {
	book, err := newWorkbook()
	if err != nil {
		return 0, err
	}
	defer func() { _ = book.file.Close() }() // it holds temporary files only
	if rows, err = book.writeRows(ctx, in); err != nil {
		return rows, err
	}
	if err := book.writeArticles(ctx, in); err != nil {
		return rows, err
	}
	entries := in.codebookRows()
	if err := fillSheet(book, codebookTable(in.Project.CodebookVersion), entries); err != nil {
		return rows, err
	}
	if in.compared() {
		if err := fillSheet(book, agreementTable(in), in.Agreement[1:]); err != nil {
			return rows, err
		}
	}
	for _, notice := range book.notices() {
		in.notify(notice)
	}
	if err := fillSheet(book, aboutTable(), aboutRows(in, rows, book.notices())); err != nil {
		return rows, err
	}
	return rows, book.save(w)
}

// workbook gathers its sheets in temporary files, which excelize makes above a
// few megabytes.
type workbook struct {
	file   *excelize.File
	header int // style
	sheets int

	cut      int // cells that were too long
	firstCut string
	replaced int // cells with control characters
}

func newWorkbook() (*workbook, error) {
	file := excelize.NewFile()
	header, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("make the workbook: %w", err)
	}
	return &workbook{file: file, header: header}, nil
}

func (b *workbook) writeRows(ctx context.Context, in Input) (int, error) {
	annotations, err := newSheet(b, annotationTable(in, Schema))
	if err != nil {
		return 0, err
	}
	writeDetail := func(*detailRow) error { return nil }
	endDetails := writeDetail
	if repeats(in.Labels) {
		details, err := newSheet(b, detailTable())
		if err != nil {
			return 0, err
		}
		writeDetail, endDetails = details.row, func(*detailRow) error { return details.end() }
	}
	rows, err := in.each(ctx, func(row *models.ExportRow) error {
		if err := annotations.row(row); err != nil {
			return err
		}
		return eachRepeated(row, in.Labels, writeDetail)
	})
	if err != nil {
		return rows, err
	}
	if err := endDetails(nil); err != nil {
		return rows, err
	}
	return rows, annotations.end()
}

func (b *workbook) writeArticles(ctx context.Context, in Input) error {
	sentences, err := newSheet(b, sentenceTable())
	if err != nil {
		return err
	}
	articles, err := newSheet(b, articleTable(in))
	if err != nil {
		return err
	}
	err = in.eachArticle(ctx, func(content *models.Content) error {
		if err := eachSentence(content, sentences.row); err != nil {
			return err
		}
		return articles.row(content)
	})
	if err != nil {
		return err
	}
	if err := sentences.end(); err != nil {
		return err
	}
	return articles.end()
}

// save writes the file straight to w. By itself excelize would first put the
// whole archive into memory.
func (b *workbook) save(w io.Writer) error {
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(w) })
	if err := b.file.Write(io.Discard); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// notices are the sentences about what the file does not hold.
func (b *workbook) notices() []models.Text {
	var notices []models.Text
	if b.cut > 0 {
		notices = append(notices, models.Countf(b.cut,
			"%d text was longer than the %d characters that a cell of a spreadsheet holds, and cut; "+
				"the first is %s. The CSV formats hold all of it.",
			"%d texts were longer than the %d characters that a cell of a spreadsheet holds, and cut; "+
				"the first is %s. The CSV formats hold all of it.", b.cut, maxCell, b.firstCut))
	}
	if b.replaced > 0 {
		notices = append(notices, models.Countf(b.replaced,
			"%d text has control characters, which a spreadsheet cannot hold; they were replaced. The CSV formats hold them.",
			"%d texts have control characters, which a spreadsheet cannot hold; they were replaced. The CSV formats hold them.", b.replaced))
	}
	return notices
}

const (
	maxCell  = excelize.TotalCellChars // UTF-16 units
	ellipsis = "…"
)

// fit makes a text one that a cell can hold; place names the cell.
func (b *workbook) fit(value string, place func() string) string {
	if strings.ContainsFunc(value, unholdable) || !utf8.ValidString(value) {
		b.replaced++
		value = strings.Map(func(r rune) rune {
			if unholdable(r) {
				return utf8.RuneError
			}
			return r
		}, value)
	}
	if len(value) <= maxCell { // no text has more UTF-16 units than bytes
		return value
	}
	end, whole := cutUnits(value, maxCell)
	if whole {
		return value
	}
	if b.cut++; b.cut == 1 {
		b.firstCut = place()
	}
	end, _ = cutUnits(value[:end], maxCell-1)
	return value[:end] + ellipsis
}

// unholdable reports whether XML 1.0 has no place for the character.
func unholdable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff'
}

// cutUnits returns the byte at which value is not longer than limit UTF-16
// units, and whether that is its end.
func cutUnits(value string, limit int) (end int, whole bool) {
	units := 0
	for i, r := range value {
		if units += utf16.RuneLen(r); units > limit {
			return i, false
		}
	}
	return len(value), true
}
