package webpage

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	// nameJoints part several authors in one line.
	nameJoints = regexp.MustCompile(`(?i)\s*[;,&/|•]\s*|\s+(?:and|und|et|y|e|en|og|och|и|және|та|і)\s+`)
	// nameLead stands before a name: "Written by", "Автор:".
	nameLead = regexp.MustCompile(`(?i)^\s*(?:(?:written|posted|published|erstellt|verfasst|geschrieben|artikel|beitrag|text|story|words|` +
		`ein beitrag|interview|au(?:tor(?:in)?(?:en)?|thors?|teurs?)|автор(?:ы)?|авторы|мәтін|текст|беседовал[аи]?)\s*[:\-]?\s*)?` +
		`(?:(?:by|von|par|por|di|door|от|vom)\s+)?`)
	// nameTail stands behind a name: a bracket, a date, what the author does.
	nameTail = regexp.MustCompile(`(?i)\s*(?:[,|•·(]\s*.*|\s\d.*|\s(?:am|on|um|at|in|for|für|published|veröffentlicht|updated)\b.*)$`)
	// dateTail is a date behind the names: "A B and C D Monday, 6 May".
	dateTail = regexp.MustCompile(`(?i)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$`)
	// noName is in what stands in the place of a name and is none.
	noName = regexp.MustCompile(`(?i)@|https?:|www\.|\.(?:com|de|org|net|ru|ua|kz)\b|` +
		`(?:^|\P{L})(?:admin|redaktion|editor|editorial|staff|redacci[oó]n|newsroom|team|comments?|kommentar|antworten|share|` +
		`datenschutz|impressum|редакция|редактор)(?:\P{L}|$)`)
	// person is a name as people have them: capitals and small words between.
	person = regexp.MustCompile(`^\p{Lu}[\p{L}'’.\-]*(?: (?:\p{Lu}[\p{L}'’.\-]*|` +
		`van|von|de|der|den|di|da|la|le|el|bin|al|zu))* \p{Lu}[\p{L}'’.\-]+$`)
)

// authorFields are the meta elements that name the author.
var authorFields = []string{
	"author", "dc.creator", "dcterms.creator", "article:author", "parsely-author", "sailthru.author", "byl",
	"citation_author", "dcsext.author",
}

// authors returns the names of the authors. It asks the linked data first, then
// the metadata, then the extractor, and what is marked as a byline on the page
// only where nothing else names anyone.
func (f *facts) authors(extracted string, address *url.URL) []string {
	var list names
	list.site = key(f.site)
	for _, property := range []string{"author", "creator"} {
		for _, t := range f.linked {
			if t.isArticle() {
				list.add(people(t[property])...)
			}
		}
		if len(list.all) > 0 {
			return list.all
		}
	}
	for _, name := range authorFields {
		for _, value := range f.meta[name] {
			if !strings.Contains(value, "://") {
				list.add(value)
			}
		}
	}
	if len(list.all) == 0 && !isHostName(extracted, address) {
		list.add(extracted)
	}
	for i := 0; len(list.all) == 0 && i < len(f.bylines); i++ {
		if first := nameJoints.Split(f.bylines[i], 2)[0]; person.MatchString(cleanName(first)) {
			list.add(f.bylines[i])
		}
	}
	return list.all
}

// isHostName reports whether what should be a name is that of the site.
func isHostName(name string, address *url.URL) bool {
	host, name := key(hostOf(address)), key(name)
	return name != "" && host != "" && (strings.Contains(host, name) || strings.Contains(name, host))
}

// names are those of people, each once.
type names struct {
	site string // the key of the site's name, which is none
	all  []string
	seen map[string]bool
}

func (n *names) add(lines ...string) {
	if n.seen == nil {
		n.seen = map[string]bool{n.site: true, "": true}
	}
	for _, one := range lines {
		for _, part := range nameJoints.Split(dateTail.ReplaceAllString(one, ""), -1) {
			name := cleanName(part)
			if id := key(name); !n.seen[id] && !noName.MatchString(name) {
				n.seen[id] = true
				n.all = append(n.all, name)
			}
		}
	}
}

// cleanName returns the name in a byline, empty if there is none.
func cleanName(text string) string {
	const shortest, longest, mostWords = 3, 60, 5
	text = nameLead.ReplaceAllString(line(text), "")
	text = nameTail.ReplaceAllString(text, "")
	text = strings.Trim(text, " .,;:|-–—")
	length := utf8.RuneCountInString(text)
	if length < shortest || length > longest || len(strings.Fields(text)) > mostWords {
		return ""
	}
	return text
}
