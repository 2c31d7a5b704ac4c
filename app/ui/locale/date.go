package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"glossator/models"
)

// calendar is how a language writes days. In its patterns D stands for the
// day, M for the month's name, m for the short one, S for the month's name
// without a day, and Y for the year.
type calendar struct {
	day, shortDay  string     // with the year
	dayOfYear      string     // within the present year
	month          string     // with the year
	names          [12]string // as they stand after a day
	standing       [12]string // as they stand alone
	short          [12]string
	dayBeforeClock string // joins a day and a time of day
}

// calendars follow the patterns of Unicode CLDR 48, https://cldr.unicode.org;
// the time of day always has 24 hours, and short days go without a word for the
// year.
var calendars = map[string]calendar{
	"en": {
		day: "D M Y", shortDay: "D m Y", dayOfYear: "D m", month: "S Y", dayBeforeClock: " ",
		names: months("January February March April May June July August September October November December"),
		short: months("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
	},
	"ru": {
		day: "D M Y г.", shortDay: "D m Y", dayOfYear: "D m", month: "S Y г.", dayBeforeClock: ", ",
		names:    months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
		standing: months("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
		short:    months("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
	},
	"kk": {
		day: "Y ж. D M", shortDay: "Y ж. D m", dayOfYear: "D m", month: "Y ж. S", dayBeforeClock: ", ",
		names: months("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
		short: months("қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел."),
	},
}

func months(names string) (list [12]string) {
	copy(list[:], strings.Fields(names))
	return list
}

// clockForm is a time of day.
const clockForm = "15:04"

// Day writes a day in full: "23 November 2026".
func Day(at time.Time) string { return written(spokenCalendar().day, at) }

// ShortDay writes a day with the short name of its month: "23 Nov 2026".
func ShortDay(at time.Time) string { return written(spokenCalendar().shortDay, at) }

// DayOfYear writes a day of the present year: "23 Nov".
func DayOfYear(at time.Time) string { return written(spokenCalendar().dayOfYear, at) }

// Month writes a month: "November 2026".
func Month(at time.Time) string { return written(spokenCalendar().month, at) }

// Year writes a year: "2026".
func Year(at time.Time) string { return strconv.Itoa(at.Year()) }

// isoForms are the shapes of an ISO 8601 date and what a reader sees of them.
var isoForms = []struct {
	from string
	to   func(time.Time) string
}{{time.DateOnly, Day}, {"2006-01", Month}, {"2006", Year}}

// Written writes an ISO 8601 date, a month or a year; a time of day is left
// out. What is none of them stays as it is.
func Written(iso string) string {
	for _, form := range isoForms {
		shape := iso[:min(len(iso), len(form.from))]
		if at, err := time.Parse(form.from, shape); err == nil {
			return form.to(at)
		}
	}
	return iso
}

// Published writes a date of publication in ISO 8601 with all that it says:
// "6 June 2024 10:42 +05:00", a day, "June 2024" or "2024". [ReadPublished]
// reads it back.
func Published(iso string) string {
	day, clock, timed := strings.Cut(iso, "T")
	if !timed {
		return Written(iso)
	}
	zone := ""
	if at := strings.IndexAny(clock, "Z+-"); at >= 0 {
		clock, zone = clock[:at], " "+strings.Replace(clock[at:], "Z", "UTC", 1)
	}
	return Written(day) + spokenCalendar().dayBeforeClock + clock + zone
}

// yearWords stand beside a year.
var yearWords = map[string]bool{"г": true, "год": true, "года": true, "ж": true, "жыл": true, "жылғы": true, "жылы": true}

// ReadPublished reads what [Published] writes, with the name of the month in any
// language of the window, and what [models.ParsePublished] reads. The error is
// that of the latter.
func ReadPublished(written string) (iso string, precision models.Precision, err error) {
	var day, month, year int
	rest := strings.Fields(written)
	for ; len(rest) > 0; rest = rest[1:] {
		word := strings.ToLower(strings.Trim(rest[0], ".,"))
		number, err := strconv.Atoi(word)
		switch {
		case err == nil && len(word) == len("2006") && year == 0:
			year = number
		case err == nil && len(word) <= len("31") && day == 0:
			day = number
		case err != nil && month == 0 && monthOf(word) > 0:
			month = monthOf(word)
		case yearWords[word] && year > 0:
		default:
			return assembled(written, day, month, year, rest)
		}
	}
	return assembled(written, day, month, year, nil)
}

// assembled reads the parts of a date with the name of a month, and anything
// else as it is written.
func assembled(written string, day, month, year int, clock []string) (string, models.Precision, error) {
	if month == 0 || year == 0 {
		return models.ParsePublished(written)
	}
	date := fmt.Sprintf("%04d-%02d", year, month)
	if day > 0 {
		date += fmt.Sprintf("-%02d", day)
	}
	return models.ParsePublished(strings.Join(append([]string{date}, clock...), " "))
}

// monthOf returns the number of a month by its name in lower case, without a
// point, in any language of the window; 0: it is none.
func monthOf(word string) int {
	for _, c := range calendars {
		for i := range c.names {
			for _, name := range []string{c.names[i], c.standing[i], c.short[i]} {
				if name != "" && strings.TrimSuffix(strings.ToLower(name), ".") == word {
					return i + 1
				}
			}
		}
	}
	return 0
}

// Clock writes a time of day: "15:04".
func Clock(at time.Time) string { return at.Format(clockForm) }

// Moment writes a day, as one of the functions above wrote it, with its time
// of day.
func Moment(day string, at time.Time) string {
	return day + spokenCalendar().dayBeforeClock + Clock(at)
}

func spokenCalendar() calendar {
	if known, ok := calendars[Code()]; ok {
		return known
	}
	return calendars[languages[0].Code]
}

func written(pattern string, at time.Time) string {
	c, month := spokenCalendar(), at.Month()-1
	alone := c.standing[month]
	if alone == "" {
		alone = c.names[month]
	}
	var b strings.Builder
	for _, r := range pattern {
		switch r {
		case 'D':
			b.WriteString(strconv.Itoa(at.Day()))
		case 'M':
			b.WriteString(c.names[month])
		case 'm':
			b.WriteString(c.short[month])
		case 'S':
			b.WriteString(alone)
		case 'Y':
			b.WriteString(strconv.Itoa(at.Year()))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
