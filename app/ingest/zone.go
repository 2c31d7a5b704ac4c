package ingest

import (
	"fmt"
	"regexp"
)

// zone finds the time zone right after a time of day: an offset from UTC, with
// or without UTC or GMT before it, or the name of a zone. Fractions of a second
// may stand between.
var zone = regexp.MustCompile(
	`(?i)^(?:[.,]\d{1,9})?\.?\s?\(?(?:(Z)|(?:UTC|GMT)?\s?([+\x{2212}-])(\d{1,2})(?::?(\d{2}))?|([\p{L}]{2,4}))(?:[^\p{L}\p{N}:]|$)`)

// namedZones are the names of zones that mean one offset. The American ones are
// those of RFC 822, section 5.1.
var namedZones = map[string]string{
	"UTC": "Z", "GMT": "Z", "UT": "Z",
	"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
	"MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
	"CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "мск": "+03:00",
}

// zoneAt returns the time zone that text, which follows a time of day, begins
// with, as ISO 8601 writes it; nothing where none is said. A number that can be
// no offset, such as a count of views behind a dash, is none.
func zoneAt(text string) string {
	const farthest, hour = 14, 60 // hours from UTC, minutes
	match := zone.FindStringSubmatch(text)
	if match == nil {
		return ""
	}
	sign, hours, minutes := match[2], number(match[3]), number(match[4])
	switch {
	case match[1] != "":
		return "Z"
	case sign == "":
		return namedZones[match[5]]
	case hours > farthest, minutes >= hour, minutes%15 != 0:
		return ""
	case hours == 0 && minutes == 0:
		return "Z"
	case sign != "+":
		sign = "-"
	}
	return fmt.Sprintf("%s%02d:%02d", sign, hours, minutes)
}
