package webpage

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxField   = 2_000      // bytes of a title, a name or a heading that are looked at
	maxLinked  = 4 << 20    // bytes of one piece of linked data
	maxBylines = 20         // elements that look like one
	maxByline  = 160        // bytes
	maxTitles  = 50         // headings of the first order
	nameTitle  = "og:title" // the names of the fields of a page that are read one by one
	nameSite   = "og:site_name"
)

// facts is what a page says about itself: in its head, in its linked data and
// by the classes of its elements.
type facts struct {
	language  string
	site      string
	canonical string
	saved     string // where a browser saved the page from
	heading   string // the title element
	meta      map[string][]string
	headings  []string // the h1 elements
	bylines   []string // the text of elements that are named like one
	alternate string   // the subtitle, where an element is marked as that
	linked    []thing
	password  bool // there is a field for one
}

// fields are the names of the meta elements that are read.
var fields = map[string]bool{
	nameTitle: true, "twitter:title": true, nameSite: true, "application-name": true, "og:url": true,
	"author": true, "dc.creator": true, "article:author": true, "dcterms.creator": true, "parsely-author": true,
	"sailthru.author": true, "byl": true, "citation_author": true, "dcsext.author": true,
	"article:published_time": true, "datepublished": true, "dc.date": true, "dc.date.issued": true, "date": true,
	"pubdate": true, "parsely-pub-date": true, "cxenseparse:recs:publishtime": true, "article.published": true,
}

// bylineMarks are the classes, relations and properties that name the author.
var bylineMarks = regexp.MustCompile(`\b(author|byline|au(?:tor|teur)|authorname|author-name|post-author|entry-author|` +
	`article-author|article__author|author__name|writer)\b`)

// savedFrom is the comment that browsers write into a saved page.
var savedFrom = regexp.MustCompile(`<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)`)

// collect reads the facts in one walk through the page.
func collect(doc *html.Node, page string) *facts {
	f := &facts{meta: map[string][]string{}}
	if match := savedFrom.FindStringSubmatch(page[:min(len(page), maxField)]); match != nil {
		f.saved = match[1]
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			f.see(n)
			if silent[n.DataAtom] {
				return
			}
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
	}
	walk(doc)
	if len(f.meta[nameSite]) > 0 {
		f.site = f.meta[nameSite][0]
	} else if len(f.meta["application-name"]) > 0 {
		f.site = f.meta["application-name"][0]
	}
	return f
}

// readers are what the elements of a page say about it.
var readers = map[atom.Atom]func(*facts, *html.Node){
	atom.Html: func(f *facts, n *html.Node) {
		f.language = firstOf(f.language, attribute(n, "lang"), attribute(n, "xml:lang"))
	},
	atom.Title: func(f *facts, n *html.Node) {
		if n.Parent == nil || n.Parent.DataAtom == atom.Head {
			f.heading = firstOf(f.heading, textOf(n, maxField))
		}
	},
	atom.Meta: func(f *facts, n *html.Node) {
		name := strings.ToLower(firstOf(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")))
		if value := line(attribute(n, "content")); fields[name] && value != "" && len(value) <= maxField {
			f.meta[name] = append(f.meta[name], value)
		}
	},
	atom.Link: func(f *facts, n *html.Node) {
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			f.canonical = attribute(n, "href")
		}
	},
	atom.H1: func(f *facts, n *html.Node) {
		if text := textOf(n, maxField); text != "" && len(f.headings) < maxTitles {
			f.headings = append(f.headings, text)
		}
	},
	atom.Script: (*facts).link,
	atom.Input: func(f *facts, n *html.Node) {
		f.password = f.password || strings.EqualFold(attribute(n, "type"), "password")
	},
}

// see reads one element.
func (f *facts) see(n *html.Node) {
	if reader, ok := readers[n.DataAtom]; ok {
		reader(f, n)
	}
	if n.DataAtom != atom.Script {
		f.seeMarks(n)
	}
}

// seeMarks reads what the class or property of an element says that it is.
func (f *facts) seeMarks(n *html.Node) {
	if attribute(n, "itemprop") == "alternativeHeadline" && n.DataAtom != atom.Meta {
		f.alternate = firstOf(f.alternate, textOf(n, maxField))
	}
	if len(f.bylines) >= maxBylines || len(n.Attr) == 0 {
		return
	}
	marks := strings.ToLower(attribute(n, "class") + " " + attribute(n, "rel") + " " + attribute(n, "itemprop") + " " + attribute(n, "id"))
	if bylineMarks.MatchString(marks) {
		if text := textOf(n, maxByline); text != "" && len(text) < maxByline {
			f.bylines = append(f.bylines, text)
		}
	}
}

// link reads a piece of linked data (JSON-LD).
func (f *facts) link(n *html.Node) {
	if n.FirstChild == nil || len(n.FirstChild.Data) > maxLinked ||
		!strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") {
		return
	}
	var value any
	if err := json.Unmarshal([]byte(strings.TrimSpace(n.FirstChild.Data)), &value); err == nil {
		f.linked = appendThings(f.linked, value)
	}
}

// address returns where the page says that it stands.
func (f *facts) address() string {
	for _, candidate := range append([]string{f.saved, f.canonical}, f.meta["og:url"]...) {
		if parseAddress(candidate) != nil {
			return candidate
		}
	}
	return ""
}

// isArticle reports whether the page's linked data say that it is one.
func (f *facts) isArticle() bool {
	for _, t := range f.linked {
		if t.isArticle() {
			return true
		}
	}
	return false
}

// publisher returns the name of the publisher in the linked data.
func (f *facts) publisher() string {
	for _, t := range f.linked {
		if !t.isArticle() {
			continue
		}
		if publisher, ok := t["publisher"].(map[string]any); ok {
			if name := thing(publisher).text("name"); name != "" {
				return name
			}
		}
	}
	return ""
}

// subtitle returns the line under the title, where the page marks it as that.
func (f *facts) subtitle() string {
	for _, t := range f.linked {
		if t.isArticle() {
			if subtitle := t.text("alternativeHeadline"); subtitle != "" {
				return subtitle
			}
		}
	}
	return f.alternate
}
