package ingest

import (
	"regexp"
	"strings"
)

// maxDateline is how far into the first paragraph a dateline reaches, in bytes.
const maxDateline = 200

// datelines are the ways in which agencies open a report: a place in capitals,
// then the agency, before the first sentence.
//
//	ASTANA, June 6 (Reuters) - ...
//	АСТАНА. КАЗИНФОРМ – ...
//	АСТАНА, 6 июня. /КАЗИНФОРМ/ ...
//	АСТАНА, 6 июня – РИА Новости. ...
var datelines = []*regexp.Regexp{
	regexp.MustCompile(`^[\p{Lu}\-. ]{3,40}(?:,[^()–—]{1,40})?\s*\((?P<outlet>\p{L}[^()]{1,40})\)\s*[–—-]`),
	regexp.MustCompile(`^[\p{Lu}\-]{3,30}\.\s+(?P<outlet>\p{Lu}[\p{L}. \-]{1,30}?)\s+[–—-]\s`),
	regexp.MustCompile(`^[\p{Lu}\-]{3,30}[.,][^/]{0,40}/(?P<outlet>\p{L}[^/]{1,40})/`),
	regexp.MustCompile(`^[\p{Lu}\-]{3,30},\s+\d{1,2}\s+\p{L}+\.?\s+[–—-]\s+(?P<outlet>\p{Lu}[\p{L} \-]{1,30})[./]`),
}

// site finds names of sites, which in many outlets double as their own name.
var site = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}\-]*\.(?:kz|ru|com|org|net|info|media|news|uz|kg|by|ua|eu|рф|қаз)`)

// dateline returns the outlet and the date that the first paragraph of the body
// gives. The date needs a year and must stand in the dateline itself: further
// on it is the date of something else.
func (lex *lexicon) dateline(paragraph string) (outlet string, date stamp) {
	start := strings.ToValidUTF8(paragraph[:min(len(paragraph), maxDateline)], "")
	for _, shape := range datelines {
		match := shape.FindStringSubmatchIndex(start)
		if match == nil {
			continue
		}
		group := 2 * shape.SubexpIndex("outlet")
		date, _ = lex.findDate(start[:match[group]])
		return strings.TrimSpace(start[match[group]:match[group+1]]), date
	}
	return "", stamp{}
}

// reporter returns the site beside a verb of reporting, as in "El.kz reports"
// and "передает El.kz".
func (lex *lexicon) reporter(paragraph string) string {
	for _, at := range site.FindAllStringIndex(paragraph, -1) {
		before := strings.Fields(fold(lastWords(paragraph[:at[0]])))
		after := strings.Fields(fold(firstWords(paragraph[at[1]:])))
		if len(before) > 0 && lex.reports[before[len(before)-1]] || len(after) > 0 && lex.reports[after[0]] {
			return paragraph[at[0]:at[1]]
		}
	}
	return ""
}

// firstWords and lastWords are enough of a paragraph to hold a word beside a
// place in it.
func firstWords(text string) string {
	const enough = 40
	return strings.ToValidUTF8(text[:min(len(text), enough)], "")
}

func lastWords(text string) string {
	const enough = 40
	return strings.ToValidUTF8(text[max(0, len(text)-enough):], "")
}
