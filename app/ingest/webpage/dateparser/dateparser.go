// Package dateparser stands in for the module of this name, which htmldate
// hands the dates that its own patterns do not read. The original fills tables
// for two hundred locales at the start of every program that links it, which
// costs a fifth of a second and 70 MB even where no page is ever read. This one
// reads written-out dates in the languages of the program's users and their
// neighbours, and costs nothing until it is asked.
//
// It has the names that htmldate uses and no others.
package dateparser

import (
	"errors"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ParserType names a way of reading dates; this package has one way.
type ParserType uint8

// The ways that htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of two readings of a date to prefer. A
// complete date has one reading.
type PreferredDateSource uint8

// Past prefers the earlier reading.
const Past PreferredDateSource = 1

// Configuration is what htmldate sets; a complete date needs none of it.
type Configuration struct {
	CurrentTime         time.Time
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser reads dates.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date that was read.
type Date struct {
	Time time.Time // the day, at midnight UTC
}

// ErrNoDate says that a text is no complete date.
var ErrNoDate = errors.New("no complete date")

// Parse reads a text that holds a day, the name of a month and a year, in any
// order in which the day stands beside the month, with words such as weekdays
// around them. The error is [ErrNoDate] when one of the three is missing,
// stands there twice or is impossible.
func (p *Parser) Parse(_ *Configuration, text string, _ ...string) (Date, error) {
	var found parts
	for _, word := range strings.FieldsFunc(strings.ToLower(text), between) {
		found.take(word)
	}
	return found.date()
}

func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// parts are what was found of a date; 0: nothing.
type parts struct {
	day, year int
	month     time.Month
	spoiled   bool // a part stands there twice
}

const (
	longestDay  = 2 // digits
	yearDigits  = 4
	longestWord = 40 // bytes; no month is longer
)

func (p *parts) take(word string) {
	if len(word) > longestWord {
		return
	}
	number, err := strconv.Atoi(strings.TrimRight(word, "stndrh")) // 1st, 2nd, 3rd, 4th
	switch {
	case err != nil:
		if month, ok := months[word]; ok {
			p.spoiled = p.spoiled || p.month != 0
			p.month = month
		}
	case len(word) == yearDigits && p.year == 0:
		p.year = number
	case len(strings.TrimRight(word, "stndrh")) <= longestDay && p.day == 0:
		p.day = number
	default:
		p.spoiled = true
	}
}

func (p *parts) date() (Date, error) {
	if p.spoiled || p.day == 0 || p.month == 0 || p.year == 0 {
		return Date{}, ErrNoDate
	}
	at := time.Date(p.year, p.month, p.day, 0, 0, 0, 0, time.UTC)
	if at.Day() != p.day {
		return Date{}, ErrNoDate
	}
	return Date{Time: at}, nil
}
