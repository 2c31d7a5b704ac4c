package table

import (
	"strings"
	"unicode/utf8"

	"glossator/models"
)

// What the values of a column without a telling name look like, in code points.
const (
	longestName   = 40 // of a column; longer is a value
	shortestText  = 80 // on average
	longestTitle  = 250
	shortestTitle = 8
)

// isHeader reports whether a first row holds names and no article: nothing long
// stands in it, no address and no date.
func isHeader(row []string) bool {
	for _, cell := range row {
		if utf8.RuneCountInString(cell) > longestName || isAddress(cell) || isDate(cell) {
			return false
		}
	}
	return true
}

// guess tells what the columns hold whose names say nothing, where no other
// column is for that: the longest is the text.
func (s *Sheet) guess() {
	lengths := make([]int, len(s.Columns)) // on average
	for i := range s.Columns {
		lengths[i] = s.meanLength(i)
	}
	if !s.HasText() {
		longest := -1
		for i, length := range lengths {
			if s.Columns[i].Field == Ignored && length >= shortestText && (longest < 0 || length > lengths[longest]) {
				longest = i
			}
		}
		s.take(longest, Text)
	}
	for i := range s.Columns {
		switch {
		case s.Columns[i].Field != Ignored:
		case s.most(i, isAddress):
			s.take(i, Address)
		case s.most(i, isDate):
			s.take(i, Date)
		case lengths[i] >= shortestTitle && lengths[i] <= longestTitle:
			s.take(i, Title)
		}
	}
}

// take gives a column a field that no other column has.
func (s *Sheet) take(column int, field Field) {
	if column >= 0 && !s.known(field) {
		s.Columns[column].Field = field
	}
}

func (s *Sheet) cell(row []string, column int) string {
	if column >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[column])
}

func (s *Sheet) meanLength(column int) int {
	total := 0
	for _, row := range s.Rows {
		total += utf8.RuneCountInString(s.cell(row, column))
	}
	return total / max(1, len(s.Rows))
}

// most reports whether more than half of the values are of a kind.
func (s *Sheet) most(column int, is func(string) bool) bool {
	count := 0
	for _, row := range s.Rows {
		if is(s.cell(row, column)) {
			count++
		}
	}
	return 2*count > len(s.Rows)
}

func isAddress(value string) bool {
	return strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://")
}

// isDate reports whether a value is a whole day; a year alone may be any number.
func isDate(value string) bool {
	_, precision, err := models.ParsePublished(value)
	return err == nil && precision != models.PrecisionNone && precision != models.PrecisionYear
}
