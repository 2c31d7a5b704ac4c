package webpage

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// The rules for the title.
const (
	shortestTitle, longestTitle = 3, 250 // code points of a heading that may be one
	sameWords                   = 0.6    // of the shorter of two titles that say the same
	elementWeight               = 1.2    // of the title element, beside 1 of the others
	sharedWord                  = 0.01   // decides between two headings that are confirmed alike
)

// title returns the heading that the reader sees, if what the page says in its
// metadata confirms it; else what the metadata say.
func (f *facts) title(address *url.URL) string {
	claims := f.claimedTitles()
	clean := make([]string, 0, len(claims)+1)
	for _, claim := range claims {
		clean = append(clean, f.withoutSite(claim, address))
	}
	best, most := "", 0.0
	for _, heading := range f.headings {
		length := utf8.RuneCountInString(heading)
		if length < shortestTitle || length > longestTitle || f.site != "" && key(heading) == key(f.site) {
			continue
		}
		if support := f.support(heading, clean); support > most {
			best, most = heading, support
		}
	}
	if best != "" {
		return f.withoutSite(best, address)
	}
	return firstOf(append(clean, firstOf(f.headings...))...)
}

// support adds up the claims that say the same as a heading. The last claim is
// the title element.
func (f *facts) support(heading string, claims []string) float64 {
	sum := 0.0
	for i, claim := range claims {
		share, shared := overlap(heading, claim)
		if share < sameWords {
			continue
		}
		weight := 1.0
		if i == len(claims)-1 && f.heading != "" {
			weight = elementWeight
		}
		sum += weight + sharedWord*float64(shared)
	}
	return sum
}

// claimedTitles returns what the metadata give as the title, the most reliable
// first.
func (f *facts) claimedTitles() []string {
	var claims []string
	add := func(claim string) {
		if claim != "" {
			claims = append(claims, claim)
		}
	}
	for _, t := range f.linked {
		if t.isArticle() {
			add(firstOf(t.text("headline"), t.text("name")))
		}
	}
	for _, name := range []string{nameTitle, "twitter:title"} {
		add(firstOf(f.meta[name]...))
	}
	add(f.heading)
	return claims
}

// titleParts parts the title of an article from the name of the site.
var titleParts = regexp.MustCompile(`\s+[|–—»·•:\-]+\s+|\s*\|\s*`)

// withoutSite drops the name of the site at either end of a title. The name is
// known from the page or from its address.
func (f *facts) withoutSite(title string, address *url.URL) string {
	title = line(html.UnescapeString(title))
	host := key(hostOf(address))
	const ends = 2
	for range ends {
		parts := titleParts.FindAllStringIndex(title, -1)
		if len(parts) == 0 {
			return title
		}
		first, last := parts[0], parts[len(parts)-1]
		switch {
		case f.isSite(title[last[1]:], host):
			title = strings.TrimSpace(title[:last[0]])
		case f.isSite(title[:first[0]], host):
			title = strings.TrimSpace(title[first[1]:])
		default:
			return title
		}
	}
	return title
}

// isSite reports whether a part of a title is the name of the site.
func (f *facts) isSite(part, host string) bool {
	const shortest, slack = 3, 6 // letters
	name, site := key(part), key(f.site)
	switch {
	case name == "":
		return true
	case site != "" && strings.Contains(name, site) && len(name) < 2*len(site)+slack:
		return true
	}
	return len(name) >= shortest && host != "" && (strings.Contains(host, name) || strings.Contains(name, host))
}

// overlap returns how many words two titles share, and their share of the
// words of the shorter one.
func overlap(a, b string) (share float64, shared int) {
	left, right := wordSet(a), wordSet(b)
	if len(left) == 0 || len(right) == 0 {
		return 0, 0
	}
	for word := range left {
		if right[word] {
			shared++
		}
	}
	return float64(shared) / float64(min(len(left), len(right))), shared
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !isWordRune(r) && !unicode.IsMark(r) }) {
		set[word] = true
	}
	return set
}
