package incoming

import (
	"regexp"
	"strings"

	"glossator/models"
)

// damage gathers what a spreadsheet has done to cells, to say it once for each
// column.
type damage struct {
	found []wound
}

type wound struct {
	column  string
	what    models.Term
	count   int
	line    int // of the first
	example string
}

// harm is something that spreadsheets do to cells.
type harm struct {
	what  models.Term // completes "3 cells of created_at ..."
	found func(b *binding, cell string) bool
}

var (
	exponent = regexp.MustCompile(`^[+-]?\d+([.,]\d+)?[eE][+-]?\d+$`)
	failed   = regexp.MustCompile(`^(#(NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)|Err:\d+|#{3,})$`)
	instant  = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$`)
	isoDate  = regexp.MustCompile(`^[-+]?\d{4}(-\d\d(-\d\d)?)?([T/].*)?$`)
)

// harms are looked for in this order. A harmed cell is left out: the rest of
// its row is taken.
var harms = []harm{
	{models.Term("became a number with an exponent, which names nothing any more"), func(b *binding, cell string) bool {
		return strings.HasSuffix(b.column.name, "_id") && exponent.MatchString(cell)
	}},
	{models.Term("has the error of a formula and not what was exported"), func(_ *binding, cell string) bool {
		return failed.MatchString(cell)
	}},
	{models.Term("is no longer a time such as 2025-06-01T10:00:00Z"), func(b *binding, cell string) bool {
		return b.column.kind == kindMoment && cell != "" && !instant.MatchString(cell)
	}},
	{models.Term("is no longer a date such as 2025-06-01"), func(b *binding, cell string) bool {
		date := b.column.name == "article_date" || b.detail != nil && b.detail.part == partISO
		return date && cell != "" && !isoDate.MatchString(cell)
	}},
}

// check reports whether a cell may be used.
func (d *damage) check(b *binding, cell string, line int) bool {
	for _, h := range harms {
		if h.found(b, cell) {
			d.note(b.name, h.what, line, cell)
			return false
		}
	}
	return true
}

func (d *damage) note(column string, what models.Term, line int, cell string) {
	for i := range d.found {
		if d.found[i].column == column && d.found[i].what == what {
			d.found[i].count++
			return
		}
	}
	d.found = append(d.found, wound{column, what, 1, line, cell})
}

func (d *damage) notices() []models.Text {
	const longest = 40
	var list []models.Text
	for _, w := range d.found {
		example := []rune(w.example)
		list = append(list, models.Countf(w.count,
			"A spreadsheet has changed the file: %d cell of %q %s, in line %d: %q. It is left out.",
			"A spreadsheet has changed the file: each of %d cells of %q %s, the first in line %d: %q. They are left out.",
			w.count, w.column, w.what, w.line, string(example[:min(longest, len(example))])))
	}
	return list
}
