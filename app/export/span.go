package export

import (
	"unicode/utf16"
	"unicode/utf8"

	"glossator/models"
)

// textIndex finds places in a text by code points, in bytes or UTF-16 units.
// It remembers where it was, so that a walk from front to back costs one pass.
type textIndex struct {
	text              string
	point, byte, unit int // the same place, counted in three ways
}

// seek goes to a code point; one beyond the end is the end.
func (x *textIndex) seek(point int) {
	if point < x.point {
		x.point, x.byte, x.unit = 0, 0, 0
	}
	for x.point < point && x.byte < len(x.text) {
		r, size := utf8.DecodeRuneInString(x.text[x.byte:])
		x.byte += size
		x.unit += utf16.RuneLen(r)
		x.point++
	}
}

// slice returns the text between two code points, end exclusive.
func (x *textIndex) slice(start, end int) string {
	x.seek(start)
	from := x.byte
	x.seek(max(start, end))
	return x.text[from:x.byte]
}

// units converts two code points into UTF-16 units.
func (x *textIndex) units(start, end int) (from, to int) {
	x.seek(start)
	from = x.unit
	x.seek(end)
	return from, x.unit
}

// words returns the annotated words of a row: its quote or its sentence.
func words(row *models.ExportRow) string {
	if row.Annotation.Quote != "" {
		return row.Annotation.Quote
	}
	return row.Sentence.Text
}

// detailLines writes the details of an annotation, one on each line, as
// people read them: key, wording, and the typed value where it differs.
func detailLines(details []models.NamedDetail) []string {
	written := make([]string, 0, len(details))
	for i := range details {
		written = append(written, details[i].Field+": "+detailValue(&details[i].Detail))
	}
	return written
}

func detailValue(detail *models.Detail) string {
	typed := detail.ValueISO
	if detail.ValueNum != nil {
		typed = models.FormatNumber(*detail.ValueNum)
	}
	if typed == "" || typed == detail.ValueText {
		return detail.ValueText
	}
	return detail.ValueText + " (" + typed + ")"
}

// moments are the times of an annotation as RFC 3339 in UTC, or empty.
func moments(row *models.ExportRow) (created, updated string) {
	return momentText(row.Annotation.CreatedAt), momentText(row.Annotation.UpdatedAt)
}

func momentText(milliseconds int64) string { return string(appendMoment(nil, milliseconds)) }
