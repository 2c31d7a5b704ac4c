package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"glossator/models"
)

// The years in which an article may have been published; anything else is a
// number of another kind.
const (
	firstYear = 1900
	lastYear  = 2100
)

// stamp is a date as an article prints it, in the article's own time zone.
type stamp struct {
	value     string // ISO 8601, as precise as precision says, with the offset from UTC where it is said
	precision models.Precision
	from, to  int // bytes of the line that say the day
}

// clock finds the time of day.
var clock = regexp.MustCompile(`(?i)(?:^|[^\d:.])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([ap])\.?m\b)?`)

// compileDates returns the ways to write a date, with the month names of all
// languages. Their groups are y, d, and m (the month as a number) or name, or
// one and two for a day and month in the order of the country. A date with a
// day comes before a bare month, because the first of equals is taken.
func compileDates(languages []vocabulary) []*regexp.Regexp {
	const (
		before = `(?i)(?:^|[^\p{L}\p{N}])`
		after  = `(?:T\d|[^\p{L}\p{N}]|$)`
		year   = `(?P<y>\d{4})`
		number = `(?P<m>\d{1,2})`
		day    = `(?P<d>\d{1,2})`
		nth    = day + `(?:st|nd|rd|th)?`
	)
	month := `(?P<name>` + monthNames(languages) + `)`
	shapes := []string{
		year + `[-./]` + number + `[-./]` + day,
		day + `[-.]` + number + `[-.]` + year,
		`(?P<one>\d{1,2})/(?P<two>\d{1,2})/` + year,
		nth + `(?:\s+(?:of|de))?[\s.\-–]{1,3}` + month + `(?:\s+de)?[\s,.\-–]{1,3}` + year,
		month + `\.?\s+` + nth + `,?\s+` + year,
		year + `(?:\s*(?:жылғы|жылы|жылдың|жыл|ж\.|года|год|г\.|-?yil|-?йил))?[\s,]{1,3}` + day + `[\s\-–]{1,3}` + month,
		month + `\.?,?\s+` + year,
	}
	patterns := make([]*regexp.Regexp, len(shapes))
	for i, shape := range shapes {
		patterns[i] = regexp.MustCompile(before + shape + after)
	}
	return patterns
}

// monthNames returns all spellings as alternatives, the longest first, because
// the first that fits is taken.
func monthNames(languages []vocabulary) string {
	var names []string
	for _, list := range languages {
		ending := ""
		if list.Inflected {
			ending = `\p{L}{0,5}`
		}
		for _, spelling := range slices.Concat(list.Months...) {
			names = append(names, regexp.QuoteMeta(spelling)+ending)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return strings.Join(names, "|")
}

// findDate returns the first date that line prints, with the time of day if it
// stands in the same line. A date with slashes that could be read both ways
// (06/07/2024) is no date: a wrong one looks like a right one.
func (lex *lexicon) findDate(line string) (stamp, bool) {
	var first stamp
	found := false
	if !hasYear(line) {
		return first, found
	}
	for _, pattern := range lex.dates {
		match := pattern.FindStringSubmatchIndex(line)
		if match == nil {
			continue
		}
		date, ok := lex.readDate(line, pattern, match)
		if ok && (!found || date.from < first.from) {
			first, found = date, true
		}
	}
	if found && first.precision == models.PrecisionDay {
		addTime(&first, line)
	}
	return first, found
}

// hasYear reports whether four digits stand together, without which no pattern
// fits: it spares nearly all lines the patterns.
func hasYear(line string) bool {
	const yearDigits = 4
	digits := 0
	for i := range len(line) {
		if line[i] < '0' || line[i] > '9' {
			digits = 0
		} else if digits++; digits == yearDigits {
			return true
		}
	}
	return false
}

// readDate reads the groups of a match; see [compileDates].
func (lex *lexicon) readDate(line string, pattern *regexp.Regexp, match []int) (stamp, bool) {
	groups := map[string]string{}
	date := stamp{from: len(line)}
	const perGroup = 2
	for i, name := range pattern.SubexpNames() {
		from, to := match[perGroup*i], match[perGroup*i+1]
		if name == "" || from < 0 {
			continue
		}
		groups[name] = line[from:to]
		date.from, date.to = min(date.from, from), max(date.to, to)
	}
	year, month, day := number(groups["y"]), number(groups["m"]), number(groups["d"])
	switch {
	case groups["name"] != "":
		month = lex.month(groups["name"])
	case groups["one"] != "":
		day, month = dayAndMonth(number(groups["one"]), number(groups["two"]))
	}
	date.value, date.precision = isoDay(year, month, day)
	return date, date.value != ""
}

// dayAndMonth tells them apart by which of them can be no month. It returns
// zeros when both can.
func dayAndMonth(one, two int) (day, month int) {
	const months = 12
	switch {
	case one > months, one == two:
		return one, two
	case two > months:
		return two, one
	}
	return 0, 0
}

// month returns the number of a month by its name as a pattern found it, 0 if
// there is none. A name with an ending is the longest name that it begins with.
func (lex *lexicon) month(name string) int {
	name = strings.ToLower(name)
	for cut := len(name); cut > 0; cut-- {
		if month, ok := lex.months[name[:cut]]; ok {
			return month
		}
	}
	return 0
}

// isoDay returns the date in ISO 8601, and nothing for a day that does not
// exist. Day 0 means that only the month is known.
func isoDay(year, month, day int) (string, models.Precision) {
	date := time.Date(year, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	switch {
	case year < firstYear || year > lastYear, date.Month() != time.Month(month):
		return "", models.PrecisionNone
	case day == 0:
		return date.Format("2006-01"), models.PrecisionMonth
	}
	return date.Format(time.DateOnly), models.PrecisionDay
}

// addTime adds the time of day that stands nearest after the date, or before
// it. A time that does not exist is left out.
func addTime(date *stamp, line string) {
	text := strings.TrimLeft(line[date.to:], "Tt")
	at := clock.FindStringSubmatchIndex(text)
	if at == nil {
		text = line[:date.from]
		at = clock.FindStringSubmatchIndex(text)
	}
	if at == nil {
		return
	}
	if clockValue, precision := timeOfDay(submatches(text, at)); precision != models.PrecisionNone {
		date.value, date.precision = date.value+clockValue+zoneAt(text[at[1]:]), precision
	}
}

// submatches returns the groups of a match as texts.
func submatches(text string, at []int) []string {
	const perGroup = 2
	groups := make([]string, len(at)/perGroup)
	for i := range groups {
		if from, to := at[perGroup*i], at[perGroup*i+1]; from >= 0 {
			groups[i] = text[from:to]
		}
	}
	return groups
}

// timeOfDay returns what a match of [clock] says, as ISO 8601 writes it behind
// a day, and nothing for a time that does not exist.
func timeOfDay(match []string) (string, models.Precision) {
	const noon = 12
	hour, minute, second := number(match[1]), number(match[2]), number(match[3])
	switch strings.ToLower(match[4]) {
	case "a":
		hour %= noon
	case "p":
		hour = hour%noon + noon
	}
	at := time.Date(1, 1, 1, hour, minute, second, 0, time.UTC)
	switch {
	case at.Hour() != hour || at.Minute() != minute || at.Second() != second:
		return "", models.PrecisionNone
	case match[3] == "":
		return at.Format("T15:04"), models.PrecisionMinute
	}
	return at.Format("T15:04:05"), models.PrecisionSecond
}

// number returns 0 for what is none.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
