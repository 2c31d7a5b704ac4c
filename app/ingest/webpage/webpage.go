// Package webpage finds the article in a web page: its text without the menus,
// and its title, authors, date and site.
//
// The body is found by a port of trafilatura, which was the best of all
// extractors in Go on two corpora (Barbaresi 2021, "Trafilatura: A Web Scraping
// Library and Command-Line Tool"). It needs time that grows faster than the
// page, so a page that is large or strange goes to a port of Mozilla's
// Readability, and one that is larger still is taken whole. The title is found
// by rules of our own: a heading on the page that the page's own metadata
// confirms.
//
// Nothing is fetched: a page is the bytes that it is given as.
package webpage

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"glossator/app/ingest/charset"
	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The limits of a page. What is above MaxSize is refused.
const (
	MaxSize = 50 << 20 // bytes, without inlined images

	manyElements = 8_000     // from here on trafilatura may take seconds: its time grows with the square
	muchText     = 400_000   // bytes of text, the same
	allText      = 2 << 20   // bytes of text from which on nothing is sorted out
	maxTags      = 1_000_000 // tags whose elements fit into the memory
)

// Origin is where a page comes from.
type Origin struct {
	Address string // of the page; empty if not known
	Label   string // the encoding that the server or the archive names; may be empty
}

// Page is an article from the web.
type Page struct {
	manuscript.Manuscript

	Subtitle string
	Encoding string // as registered with IANA
	Whole    bool   // the page was too large or too strange to sort out: its menus are in the text
	Guessed  bool   // the date was found in the text and may be that of something else
}

// Read reads a page of HTML. The fields of the result are what the page says;
// the date is in ISO 8601, as precise as it is known, in the page's own time
// zone.
//
// The error is a [manuscript.Fault]: [models.CodeTooLarge],
// [models.CodeEncoding], [models.CodeBinary], [models.CodeUnreadable] for a page
// that asks to log in, [models.CodeEmpty] for one without text.
func Read(data []byte, from Origin) (Page, error) {
	data = withoutInlined(data)
	if len(data) > MaxSize {
		const megabyte = 1 << 20
		return Page{}, manuscript.Faultf(models.CodeTooLarge,
			"is a web page larger than %d MB, the most that can be read; save its text as a file and import that.", MaxSize/megabyte)
	}
	text, encoding, err := decode(data, from.Label)
	if err != nil {
		return Page{}, err
	}
	if strings.Count(text, "<") > maxTags {
		return untangled(text, encoding, from)
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil { // too many elements inside one another
		return untangled(text, encoding, from)
	}
	return article(doc, text, encoding, from)
}

// article reads a page that could be parsed.
func article(doc *html.Node, text, encoding string, from Origin) (Page, error) {
	facts := collect(doc, text)
	address := parseAddress(from.Address)
	if address == nil {
		address = parseAddress(facts.address())
	}
	found, size := body{}, weigh(doc)
	blocks, err := found.extract(doc, text, address, size)
	if err != nil {
		return Page{}, err
	}
	blocks = facts.lined(blocks)
	switch written := letters(blocks, facts.heading); {
	case facts.password && written < shortArticle && !facts.isArticle():
		return Page{}, manuscript.Faultf(models.CodeUnreadable,
			"is a page that asks to log in; log in with a browser, save the article from there and import the file.")
	case written == 0:
		return Page{}, manuscript.Faultf(models.CodeEmpty,
			"is a web page without an article; if a browser shows one, save the page from there and import the file.")
	}
	page := Page{Subtitle: facts.subtitle(), Encoding: encoding, Whole: found.whole}
	page.Blocks = blocks
	page.Title = facts.title(address)
	page.Author = strings.Join(facts.authors(found.author, address), ", ")
	page.Source = firstOf(facts.site, facts.publisher(), found.site, hostOf(address))
	page.Language = facts.language
	page.Published, page.Guessed = facts.published(doc, address, size)
	page.Curated = true
	if address != nil {
		page.URL = address.String()
	}
	return page, nil
}

// untangled reads a page that has too many elements, or too many inside one
// another, to be parsed: all of its text, without sorting.
func untangled(text, encoding string, from Origin) (Page, error) {
	blocks, err := hypertext.Blocks([]byte(text))
	if err != nil {
		return Page{}, err
	}
	if letters(blocks, "") == 0 {
		return Page{}, manuscript.Faultf(models.CodeEmpty, "is a web page without text; there is nothing to read in it.")
	}
	page := Page{Encoding: encoding, Whole: true}
	page.Blocks, page.URL = blocks, from.Address
	return page, nil
}

// decode returns the page as text. A few broken characters are let pass, and
// controls, of which HTML has none, are left out.
func decode(data []byte, label string) (text, encoding string, err error) {
	reading, err := charset.Decode(data, firstOf(label, charset.Declared(data)))
	if err != nil {
		return "", "", manuscript.Faultf(models.CodeEncoding,
			"is a web page in an encoding that cannot be told; open it in a browser, save it anew and import that.").Because(err)
	}
	const perControl = 100
	controls := 0
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' {
			controls++
			return -1
		}
		return r
	}, reading.Text)
	if controls*perControl > len(reading.Text) {
		return "", "", manuscript.Faultf(models.CodeBinary,
			"begins like a web page and goes on as something else; save the page anew and import that.")
	}
	return text, reading.Name, nil
}

// shortArticle is how many letters an article has at least that stands on one
// page with a form to log in.
const shortArticle = 600

// letters counts what is written in blocks, in bytes. A block that is nothing
// but the title, or without a word, is not counted.
func letters(blocks []manuscript.Block, title string) int {
	count := 0
	for _, block := range blocks {
		if words := key(block.Text); words != "" && words != key(title) {
			count += len(block.Text)
		}
	}
	return count
}

func parseAddress(address string) *url.URL {
	parsed, err := url.Parse(strings.TrimSpace(address))
	if err != nil || parsed.Hostname() == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return nil
	}
	return parsed
}

func hostOf(address *url.URL) string {
	if address == nil {
		return ""
	}
	return strings.TrimPrefix(address.Hostname(), "www.")
}

// firstOf returns the first that is not empty.
func firstOf(candidates ...string) string {
	for _, candidate := range candidates {
		if candidate != "" {
			return candidate
		}
	}
	return ""
}

// inlinedMark begins the address of a file that stands in the page itself (RFC
// 2397).
const inlinedMark = "data:"

// withoutInlined cuts the content of inlined images, which makes up most of a
// page that was saved as a single file. Short ones and prose stay.
func withoutInlined(data []byte) []byte {
	const shortest = 256
	var kept []byte
	rest := data
	for {
		at := bytes.Index(rest, []byte(inlinedMark))
		if at < 0 {
			break
		}
		from := at + len(inlinedMark)
		to := from
		for to < len(rest) && isInlined(rest[to]) {
			to++
		}
		if to-from >= shortest {
			kept = append(kept, rest[:from]...)
		} else {
			kept = append(kept, rest[:to]...)
		}
		rest = rest[to:]
	}
	if kept == nil {
		return data
	}
	return append(kept, rest...)
}

// isInlined reports whether b may stand in the content of an inlined file.
func isInlined(b byte) bool {
	switch {
	case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9':
		return true
	}
	return strings.IndexByte("+/=%_-;,.:!*~$&", b) >= 0
}
