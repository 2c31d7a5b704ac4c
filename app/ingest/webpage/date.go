package webpage

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// dateFields are the meta elements that give the date of publication.
var dateFields = []string{
	"article:published_time", "datepublished", "dc.date.issued", "dc.date", "date", "pubdate", "parsely-pub-date",
	"cxenseparse:recs:publishtime", "article.published",
}

const (
	toMinute = "2006-01-02T15:04"
	inZone   = toMinute + "Z07:00"
)

// The forms of a date in ISO 8601, the most precise first, and what is kept of
// it: the day and time as the page gives them, in its own time zone, with that
// zone where it is said.
var dateForms = []struct{ layout, kept string }{
	{"2006-01-02T15:04:05.999999999Z07:00", inZone},
	{"2006-01-02T15:04:05Z0700", inZone},
	{"2006-01-02T15:04:05Z07", inZone},
	{"2006-01-02T15:04:05", toMinute},
	{inZone, inZone},
	{"2006-01-02T15:04Z0700", inZone},
	{toMinute, toMinute},
	{"2006-01-02", time.DateOnly},
}

const (
	firstYear = 1991               // of the web
	sameDate  = 36 * time.Hour     // two dates that differ by less are one, in two time zones
	ahead     = 2 * 24 * time.Hour // of the clock: pages are dated in advance, or the clock is wrong
)

// published returns the date of publication in ISO 8601, as precise as it is
// known, or nothing, and whether it is a guess. A date that the page states is
// taken as it is written, unless the extractor, which looks at more places, is
// sure of another one.
func (f *facts) published(doc *html.Node, address *url.URL, size weight) (date string, guessed bool) {
	found := searched(doc, address, size, size.isHeavy())
	for _, written := range f.statedDates() {
		at, kept, ok := parseDate(written)
		if ok && (found.IsZero() || at.Sub(found.DateTime).Abs() <= sameDate) {
			return kept, false
		}
	}
	switch {
	case found.IsZero():
		return "", false
	case searched(doc, address, size, true).DateTime.Equal(found.DateTime):
		return found.DateTime.Format(time.DateOnly), false
	}
	return asFarAsKnown(found), true
}

// firstDay finds the first of a month in the words that a date was found in: in
// figures, or as a word between the day and the year.
var firstDay = regexp.MustCompile(`(?:^|\D)(?:0?1[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]0?1|` +
	`0?1(?:st|er|º)?\.?[\s-]+(?:de\s+)?\p{L}{3,}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,}\.?\s+0?1(?:st)?,?\s+\d{4})(?:\D|$)`)

// asFarAsKnown leaves the day out of a date that was found in the text, where
// the text does not say it: the extractor takes the first of the month, and of
// January where it has nothing but a year.
func asFarAsKnown(found htmldate.Result) string {
	at := found.DateTime
	switch {
	case at.Day() > 1 || firstDay.MatchString(found.SrcString):
		return at.Format(time.DateOnly)
	case at.Month() > time.January:
		return at.Format("2006-01")
	}
	return at.Format("2006")
}

// statedDates returns the dates of publication in the metadata.
func (f *facts) statedDates() []string {
	var dates []string
	for _, t := range f.linked {
		if date := t.text("datePublished"); date != "" && t.isArticle() {
			dates = append(dates, date)
		}
	}
	for _, name := range dateFields {
		dates = append(dates, f.meta[name]...)
	}
	return dates
}

// parseDate reads a date as metadata have it. The instant is the day as it is
// written, in UTC.
func parseDate(written string) (at time.Time, kept string, ok bool) {
	written = strings.ReplaceAll(strings.TrimSpace(written), "/", "-")
	if len(written) > len(time.DateOnly) && written[len(time.DateOnly)] == ' ' {
		written = strings.Replace(written, " ", "T", 1)
	}
	written = strings.ReplaceAll(written, " ", "")
	for _, form := range dateForms {
		parsed, err := time.Parse(form.layout, written)
		if err != nil {
			continue
		}
		kept = parsed.Format(form.kept)
		day, err := time.Parse(time.DateOnly, kept[:len(time.DateOnly)])
		return day, kept, err == nil && day.Year() >= firstYear && time.Until(day) < ahead
	}
	return time.Time{}, "", false
}

// searched returns the date that the extractor finds in the address, the
// metadata and the text, or, fast, only where dates of publication stand. It
// does not read the text of a heavy page.
func searched(doc *html.Node, address *url.URL, size weight, fast bool) (found htmldate.Result) {
	if size.text > allText {
		return found
	}
	options := htmldate.Options{UseOriginalDate: true, SkipExtensiveSearch: fast}
	if address != nil {
		options.URL = address.String()
	}
	err := guarded(func() (err error) {
		found, err = htmldate.FromDocument(doc, options)
		return err
	})
	if err != nil {
		return htmldate.Result{}
	}
	return found
}
