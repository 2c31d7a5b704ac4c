package library

import (
	"slices"

	"glossator/models"
)

const (
	sheetRows = 64 // rows that are read at once
	maxSheets = 24 // sheets that are kept; a screen shows one or two
	maxWanted = 3  // sheets that wait to be read; older wishes are out of date
)

// shelf is the part of the list that is in memory, in sheets of equal length.
// It knows no window and no goroutine.
type shelf struct {
	total  int
	sheets map[int]*sheet
	wanted []int // sheets to read, the most urgent last
	clock  int   // counts uses, to find the sheet that was not used for longest
}

type sheet struct {
	rows  []models.ArticleRow
	stale bool // something changed since it was read; it stays on show until it is read anew
	used  int
}

func newShelf() *shelf { return &shelf{sheets: map[int]*sheet{}} }

// row returns the article at an index, false while it is not in memory. It
// notes what has to be read.
func (s *shelf) row(index int) (models.ArticleRow, bool) {
	number := index / sheetRows
	known, ok := s.sheets[number]
	if !ok {
		s.want(number)
		return models.ArticleRow{}, false
	}
	if known.stale {
		s.want(number)
	}
	s.clock++
	known.used = s.clock
	if at := index % sheetRows; at < len(known.rows) {
		return known.rows[at], true
	}
	return models.ArticleRow{}, false
}

func (s *shelf) want(number int) {
	s.wanted = slices.DeleteFunc(s.wanted, func(n int) bool { return n == number })
	s.wanted = append(s.wanted, number)
	if len(s.wanted) > maxWanted {
		s.wanted = s.wanted[len(s.wanted)-maxWanted:]
	}
}

// next takes the most urgent sheet off the list of wishes.
func (s *shelf) next() (number int, ok bool) {
	last := len(s.wanted) - 1
	if last < 0 {
		return 0, false
	}
	number = s.wanted[last]
	s.wanted = s.wanted[:last]
	return number, true
}

// put lays a sheet that was read on the shelf, and reports whether anything on
// it or the total is different from before.
func (s *shelf) put(number int, rows []models.ArticleRow, total int) bool {
	before, known := s.sheets[number]
	changed := !known || total != s.total || !slices.EqualFunc(before.rows, rows, sameRow)
	s.total = total
	s.clock++
	s.sheets[number] = &sheet{rows: rows, used: s.clock}
	s.tidy()
	return changed
}

// tidy drops the sheets that were not used for longest.
func (s *shelf) tidy() {
	for len(s.sheets) > maxSheets {
		oldest, at := 0, -1
		for number, sheet := range s.sheets {
			if at < 0 || sheet.used < at {
				oldest, at = number, sheet.used
			}
		}
		delete(s.sheets, oldest)
	}
}

// age marks everything as out of date.
func (s *shelf) age() {
	for _, sheet := range s.sheets {
		sheet.stale = true
	}
}

// find returns the index of an article among the rows in memory, -1 when it is
// not there.
func (s *shelf) find(uid string) int {
	for number, sheet := range s.sheets {
		for i := range sheet.rows {
			if sheet.rows[i].UID == uid {
				return number*sheetRows + i
			}
		}
	}
	return -1
}

// sameRow compares what a row shows.
func sameRow(a, b models.ArticleRow) bool {
	return a.UID == b.UID && a.Version == b.Version && a.Title == b.Title && a.Source == b.Source &&
		a.PublishedOn == b.PublishedOn && a.Annotations == b.Annotations && a.Read == b.Read &&
		a.Finished == b.Finished && a.SentenceCount == b.SentenceCount
}
