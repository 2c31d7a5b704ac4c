package models

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// timeOfPublication is the time of day behind a day, with the time zone or
// without: "T10:42", " 10:42:05 +05:00", ", 10:42 UTC+5", "T10:42Z".
var timeOfPublication = regexp.MustCompile(
	`^(.*?)(?:[T,]\s*|\s+)(\d{1,2}:\d{2}(?::\d{2})?)\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?\s*([+\x{2212}-])(\d{1,2})(?::?(\d{2}))?)?$`)

// ParsePublished reads a date of publication as people write it, see
// [ParseDate]: a day, a month or a year, or nothing when it is not known. A day
// may have a time of day, and that an offset from UTC; both are kept as they are
// written: "06.06.2024 10:42 +05:00" is "2024-06-06T10:42+05:00" (ISO 8601). The
// error has [CodeInvalid] for anything else.
func ParsePublished(written string) (iso string, precision Precision, err error) {
	written = strings.TrimSpace(written)
	if written == "" {
		return "", PrecisionNone, nil
	}
	day, clock := written, []string(nil)
	if match := timeOfPublication.FindStringSubmatch(written); match != nil {
		day, clock = match[1], match
	}
	if iso, err = ParseDate(day); err != nil {
		return "", PrecisionNone, Errorf(CodeInvalid,
			"%q is not read as a date of publication. Write 2024, 2024-06, 6.6.2024 or 2024-06-06 10:42 +05:00.", written)
	}
	switch {
	case clock != nil && len(iso) == len(time.DateOnly):
		return publishedAt(iso, clock, written)
	case clock != nil:
		return "", PrecisionNone, Errorf(CodeInvalid, "A time of day belongs to one day; write that as well.")
	case len(iso) == len(layoutYear):
		return iso, PrecisionYear, nil
	case len(iso) == len(layoutYearMonth):
		return iso, PrecisionMonth, nil
	case len(iso) == len(time.DateOnly):
		return iso, PrecisionDay, nil
	}
	return "", PrecisionNone, Errorf(CodeInvalid, "A publication date is one day, month or year, not a stretch of time.")
}

// publishedAt adds what [timeOfPublication] found to a day.
func publishedAt(day string, clock []string, written string) (string, Precision, error) {
	const minute, second = "15:04", "15:04:05"
	layout, precision := minute, PrecisionMinute
	if strings.Count(clock[2], ":") > 1 {
		layout, precision = second, PrecisionSecond
	}
	at, err := time.Parse(layout, clock[2])
	zone, ok := offsetOf(clock[3], clock[4], clock[5], clock[6])
	if err != nil || !ok {
		return "", PrecisionNone, Errorf(CodeInvalid,
			"%q has no time of day that there is. Write it as 2024-06-06 10:42 +05:00.", written)
	}
	return day + "T" + at.Format(layout) + zone, precision, nil
}

// offsetOf writes an offset from UTC as ISO 8601 does; false when there is no
// such offset on Earth.
func offsetOf(universal, sign, hours, minutes string) (zone string, ok bool) {
	const farthest, hour = 14, 60
	if universal != "" {
		return "Z", true
	}
	if sign == "" {
		return "", true
	}
	h, _ := strconv.Atoi(hours) // the shape lets digits through only
	m, _ := strconv.Atoi(minutes)
	if sign != "+" {
		sign = "-"
	}
	return fmt.Sprintf("%s%02d:%02d", sign, h, m), h <= farthest && m < hour
}
