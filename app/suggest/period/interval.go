// Package period reads when something was, is or will be: deadlines ("by the
// end of the year", "within six months") and periods ("since January", "in
// 2023", "from 2018 to 2022"), resolved against the day of the article. It is a
// small closed grammar over tokens; the words of each language are in a table.
package period

import (
	"time"
)

// Precision says how exactly an interval is known.
type Precision string

// The precisions of an interval. A half-year or a season has the precision of
// its months, a week that of its days, a decade that of its years.
const (
	Day     Precision = "day"
	Month   Precision = "month"
	Quarter Precision = "quarter"
	Year    Precision = "year"
	Open    Precision = "open" // has one end, whose distance is not stated: "in the coming weeks"
)

// Relation says what kind of expression an interval comes from.
type Relation string

// The relations of an interval to the sentence.
const (
	At       Relation = "at"       // in 2023, on 15 April, last year
	Deadline Relation = "deadline" // by, before, until, within, over the next
	Start    Relation = "start"    // from 1 January, starting in
	Past     Relation = "past"     // since, over the last
	Span     Relation = "span"     // from … to, between … and
)

// Interval is a stretch of whole days. An end that is open has the zero time.
type Interval struct {
	From, To   time.Time // first and last day, in UTC
	Precision  Precision
	Relation   Relation
	Text       string // as written
	Start, End int    // byte offsets of Text in the sentence, End exclusive
}

const (
	layoutYear  = "2006"
	layoutMonth = "2006-01"
	openEnd     = ".." // ISO 8601-2
)

// ISO writes the interval in ISO 8601, as precise as it is known: "2024",
// "2024-06", "2024-06-15", "2024-01-01/2024-06-06", "../2030" with an open end
// (ISO 8601-2). [models.ParseDate] reads all of them.
func (i Interval) ISO() string {
	layout := i.layout()
	from, to := openEnd, openEnd
	if !i.From.IsZero() {
		from = i.From.Format(layout)
	}
	if !i.To.IsZero() {
		to = i.To.Format(layout)
	}
	if from == to {
		return from
	}
	return from + "/" + to
}

// layout is the coarsest date form that says both ends in full.
func (i Interval) layout() string {
	yearly := firstOfYear(i.From) && lastOfYear(i.To)
	monthly := firstOfMonth(i.From) && lastOfMonth(i.To)
	switch {
	case i.Precision == Day, i.Precision == Open:
		return time.DateOnly
	case yearly && i.Precision == Year:
		return layoutYear
	case monthly && (i.Precision != Year || !i.From.IsZero()):
		return layoutMonth
	}
	return time.DateOnly
}

// An open end stands in the way of no date form.
func firstOfYear(t time.Time) bool { return t.IsZero() || t.YearDay() == 1 }
func firstOfMonth(t time.Time) bool {
	return t.IsZero() || t.Day() == 1
}
func lastOfYear(t time.Time) bool  { return t.IsZero() || firstOfYear(t.AddDate(0, 0, 1)) }
func lastOfMonth(t time.Time) bool { return t.IsZero() || firstOfMonth(t.AddDate(0, 0, 1)) }

// Anchor is the day against which relative expressions are resolved: the day
// of publication. The zero value knows no day; "last year" is then not read.
type Anchor struct{ day time.Time }

// anchorForms are the ways in which an article's date is stored.
var anchorForms = []string{time.DateOnly, layoutMonth, layoutYear}

// AnchorOf reads the date of an article: ISO 8601, as precise as it is known,
// a time of day is dropped. Of a month or year the last day is taken. Anything
// else gives the zero value.
func AnchorOf(published string) Anchor {
	if len(published) > len(time.DateOnly) {
		published = published[:len(time.DateOnly)]
	}
	for _, layout := range anchorForms {
		day, err := time.Parse(layout, published)
		if err != nil {
			continue
		}
		switch layout {
		case layoutMonth:
			day = day.AddDate(0, 1, -1)
		case layoutYear:
			day = day.AddDate(1, 0, -1)
		}
		return Anchor{day}
	}
	return Anchor{}
}

// Known reports whether there is a day to resolve against.
func (a Anchor) Known() bool { return !a.day.IsZero() }

// Before reports whether the day lies before the end of an interval, so that
// the interval is not over yet.
func (a Anchor) Before(i Interval) bool { return a.day.Before(i.To) }

// YearOn returns the day a year later, the zero time when no day is known.
func (a Anchor) YearOn() time.Time {
	if !a.Known() {
		return time.Time{}
	}
	return shift(a.day, 1, "Y")
}
