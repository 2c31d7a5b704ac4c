package export

import (
	"strconv"
	"time"
)

// kind is the type of a column. Its value is the name of the type in a Tabular
// Data Package (Frictionless Table Schema).
type kind string

const (
	kindText    kind = "string"
	kindInteger kind = "integer"
	kindNumber  kind = "number"
	kindMoment  kind = "datetime" // UTC, to the second
	kindDate    kind = "date"     // ISO 8601, also a month, a year or an interval
)

const (
	decimal    = 10
	doubleBits = 64
)

// table is a table that is written as a file or as a sheet of a workbook.
type table[R any] struct {
	name    string
	about   string
	columns []column[R]
	primary []string // the columns that identify a row
	foreign []foreignKey
}

// foreignKey says that a column holds values of a column of another table,
// which has the same name there.
type foreignKey struct{ column, table string }

// column is one column of a table with rows of type R.
type column[R any] struct {
	name    string
	kind    kind
	about   string   // one phrase, for people
	choices []string // the only values besides empty; nil: any
	// value appends the row's value to dst, without any quoting.
	value func(dst []byte, row *R) []byte
}

func text[R any](name, about string, get func(*R) string) column[R] {
	return column[R]{name: name, kind: kindText, about: about, value: func(dst []byte, row *R) []byte {
		return append(dst, get(row)...)
	}}
}

// choice is a text column with a closed list of values.
func choice[R any](name, about string, get func(*R) string, choices ...string) column[R] {
	c := text(name, about, get)
	c.choices = choices
	return c
}

func date[R any](name, about string, get func(*R) string) column[R] {
	c := text(name, about, get)
	c.kind = kindDate
	return c
}

func integer[R any](name, about string, get func(*R) int) column[R] {
	return column[R]{name: name, kind: kindInteger, about: about, value: func(dst []byte, row *R) []byte {
		return strconv.AppendInt(dst, int64(get(row)), decimal)
	}}
}

// moment is a column of times, given in milliseconds since 1970 and written in
// UTC to the second (RFC 3339); 0 is empty.
func moment[R any](name, about string, get func(*R) int64) column[R] {
	return column[R]{name: name, kind: kindMoment, about: about, value: func(dst []byte, row *R) []byte {
		return appendMoment(dst, get(row))
	}}
}

func appendMoment(dst []byte, milliseconds int64) []byte {
	if milliseconds == 0 {
		return dst
	}
	return time.UnixMilli(milliseconds).UTC().AppendFormat(dst, time.RFC3339)
}

// lift makes columns of a part of a row columns of the whole row.
func lift[R, Part any](columns []column[Part], part func(*R) *Part) []column[R] {
	lifted := make([]column[R], len(columns))
	for i, c := range columns {
		lifted[i] = column[R]{c.name, c.kind, c.about, c.choices, func(dst []byte, row *R) []byte {
			return c.value(dst, part(row))
		}}
	}
	return lifted
}
