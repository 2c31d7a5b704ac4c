package models

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dateForm is one way to write a day, month, quarter or year. Its groups are
// named y, m, d and q.
type dateForm struct{ shape *regexp.Regexp }

// dateForms are the ways that [ParseDate] reads.
var dateForms = []dateForm{
	{regexp.MustCompile(`^(?P<y>\d{4})$`)},
	{regexp.MustCompile(`^(?P<y>\d{4})-(?P<m>\d{2})$`)},
	{regexp.MustCompile(`^(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})$`)},
	{regexp.MustCompile(`^(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})$`)},
	{regexp.MustCompile(`^(?P<m>\d{1,2})\.(?P<y>\d{4})$`)},
	{regexp.MustCompile(`^(?i:(?P<y>\d{4})[- ]?Q(?P<q>[1-4]))$`)},
	{regexp.MustCompile(`^(?i:Q(?P<q>[1-4])[- ]?(?P<y>\d{4}))$`)},
}

// intervalMarks part the two ends of an interval.
var intervalMarks = []string{"/", "\u2013", "\u2014", " - "}

const (
	openEnd         = ".." // ISO 8601-2: this end of the interval is open
	quarterMonths   = 3
	earliestYear    = 1000 // before that, four digits are more likely no year
	intervalJoin    = "/"
	layoutYear      = "2006"
	layoutYearMonth = "2006-01"
)

// dateSpan is a stretch of time by its first and last part, as ISO 8601 dates of
// reduced precision. They are the same for a day, a month and a year.
type dateSpan struct{ first, last string }

// ParseDate reads a date as people write it and returns it in ISO 8601, as
// precise as it was written: "2030", "2030-06", "2030-06-15", or an interval
// of two of them, "2024-01/2024-06". It reads ISO 8601, the order day, month,
// year with points ("15.06.2030", "06.2030"), quarters ("2025-Q3", "Q3 2025":
// the interval "2025-07/2025-09") and intervals with a slash or a dash between
// their ends, one of which may be open ("../2030", ISO 8601-2). Dates with
// slashes are not read, as their order differs between countries. The error
// has [CodeInvalid].
func ParseDate(written string) (string, error) {
	text := strings.TrimSpace(written)
	span, ok := readSpan(text)
	for i := 0; !ok && i < len(intervalMarks); i++ {
		from, to, cut := strings.Cut(text, intervalMarks[i])
		if cut {
			span, ok = readInterval(strings.TrimSpace(from), strings.TrimSpace(to))
		}
	}
	if !ok {
		return "", Errorf(CodeInvalid,
			"%q is not read as a date. Write 2030, 2030-06, 15.06.2030, 2025-Q3 or 2024-01/2024-06.", written)
	}
	if span.first == span.last {
		return span.first, nil
	}
	return span.first + intervalJoin + span.last, nil
}

func readInterval(from, to string) (dateSpan, bool) {
	start, startOK := readEnd(from)
	end, endOK := readEnd(to)
	if !startOK || !endOK || (from == openEnd && to == openEnd) {
		return dateSpan{}, false
	}
	shared := min(len(start.first), len(end.last))
	backwards := from != openEnd && to != openEnd && start.first[:shared] > end.last[:shared]
	return dateSpan{start.first, end.last}, !backwards
}

func readEnd(text string) (dateSpan, bool) {
	if text == openEnd {
		return dateSpan{openEnd, openEnd}, true
	}
	return readSpan(text)
}

func readSpan(text string) (dateSpan, bool) {
	for _, form := range dateForms {
		if match := form.shape.FindStringSubmatch(text); match != nil {
			return form.span(match)
		}
	}
	return dateSpan{}, false
}

// span turns a match into a span; false when there is no such day.
func (f dateForm) span(match []string) (dateSpan, bool) {
	part := func(name string) int {
		at := f.shape.SubexpIndex(name)
		if at < 0 {
			return 0
		}
		number, _ := strconv.Atoi(match[at]) // the shape lets digits through only
		return number
	}
	year, month, day, quarter := part("y"), part("m"), part("d"), part("q")
	switch {
	case year < earliestYear:
		return dateSpan{}, false
	case quarter > 0:
		last := quarter * quarterMonths
		return dateSpan{monthOf(year, last-quarterMonths+1), monthOf(year, last)}, true
	case f.has("d"):
		return whole(time.DateOnly, fmt.Sprintf("%s-%02d", monthOf(year, month), day))
	case f.has("m"):
		return whole(layoutYearMonth, monthOf(year, month))
	default:
		return whole(layoutYear, strconv.Itoa(year))
	}
}

func (f dateForm) has(name string) bool { return f.shape.SubexpIndex(name) >= 0 }

func monthOf(year, month int) string { return fmt.Sprintf("%04d-%02d", year, month) }

// whole checks that the calendar has the date.
func whole(layout, date string) (dateSpan, bool) {
	_, err := time.Parse(layout, date)
	return dateSpan{date, date}, err == nil
}
