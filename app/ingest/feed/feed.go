// Package feed reads the items of RSS, Atom and JSON feeds.
package feed

import (
	"errors"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
)

// MaxItems is the most items that are read of one feed.
const MaxItems = 10_000

// Item is one article of a feed.
type Item struct {
	manuscript.Manuscript

	Content string // the item's text as the feed has it, HTML
}

// Feed is a feed that was read.
type Feed struct {
	Items []Item
	Cut   bool // the file ended in the middle; Items are those before
}

// endings are the ends of an item, with what closes the feed after it.
var endings = []struct{ item, rest string }{
	{"</item>", "</channel></rss>"},
	{"</item>", "</rdf:RDF>"},
	{"</entry>", "</feed>"},
}

// Is reports whether text in UTF-8 is a feed by its root element.
func Is(text string) bool {
	const enough = 4096
	head := strings.ToLower(text[:min(len(text), enough)])
	for {
		head = strings.TrimLeft(head, " \t\r\n\uFEFF")
		end := -1
		switch {
		case strings.HasPrefix(head, "<?"):
			end = strings.Index(head, "?>")
		case strings.HasPrefix(head, "<!--"):
			end = strings.Index(head, "-->")
		case strings.HasPrefix(head, "<!doctype"):
			end = strings.Index(head, ">")
		}
		if end < 0 {
			break
		}
		head = head[strings.Index(head[end:], ">")+end+1:]
	}
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf"} {
		if strings.HasPrefix(head, root) {
			return true
		}
	}
	return strings.HasPrefix(head, "{") && strings.Contains(head, "jsonfeed.org/version")
}

// Read reads a feed in UTF-8, whatever it declares itself. A feed that was cut
// short is read up to its last whole item. The error is a [manuscript.Fault].
func Read(text string) (Feed, error) {
	text = withoutDeclaration(text)
	parsed, err := parse(text)
	cut := err != nil
	for i := 0; err != nil && i < len(endings); i++ {
		if end := strings.LastIndex(text, endings[i].item); end >= 0 {
			parsed, err = parse(text[:end+len(endings[i].item)] + endings[i].rest)
		}
	}
	if err != nil {
		return Feed{}, manuscript.Damaged(err)
	}
	if len(parsed.Items) > MaxItems {
		parsed.Items, cut = parsed.Items[:MaxItems], true
	}
	read := Feed{Cut: cut}
	for _, item := range parsed.Items {
		made, err := article(parsed, item)
		if err != nil {
			return Feed{}, err
		}
		read.Items = append(read.Items, made)
	}
	return read, nil
}

// parse turns the panics of the library into errors.
func parse(text string) (parsed *gofeed.Feed, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the feed library gave up")
		}
	}()
	return gofeed.NewParser().ParseString(text)
}

// article makes a manuscript of an item.
func article(feed *gofeed.Feed, item *gofeed.Item) (Item, error) {
	content := item.Content
	if strings.TrimSpace(content) == "" {
		content = item.Description
	}
	blocks, err := hypertext.Blocks([]byte(content))
	if err != nil {
		return Item{}, err
	}
	var authors []string
	for _, author := range item.Authors {
		if name := manuscript.Line(author.Name); name != "" {
			authors = append(authors, name)
		}
	}
	made := manuscript.Manuscript{
		Title:     plain(item.Title),
		Author:    strings.Join(authors, ", "),
		Source:    plain(feed.Title),
		URL:       strings.TrimSpace(item.Link),
		Language:  feed.Language,
		Published: published(item),
		Blocks:    blocks,
		Curated:   true,
	}
	return Item{Manuscript: made, Content: content}, nil
}

// published returns the date of an item as the feed writes it, which keeps the
// day of its own time zone.
func published(item *gofeed.Item) string {
	switch {
	case item.Published != "":
		return item.Published
	case item.PublishedParsed != nil:
		return item.PublishedParsed.Format(time.RFC3339)
	}
	return item.Updated
}

// plain returns a title without the tags that some feeds put into it.
func plain(title string) string {
	blocks, err := hypertext.Blocks([]byte(title))
	if err != nil {
		return ""
	}
	var lines []string
	for _, block := range blocks {
		lines = append(lines, block.Text)
	}
	return strings.Join(lines, " ")
}

// withoutDeclaration drops the XML declaration, whose encoding is no longer
// that of the text.
func withoutDeclaration(text string) string {
	text = strings.TrimLeft(text, " \t\r\n\uFEFF")
	if !strings.HasPrefix(text, "<?xml") {
		return text
	}
	if end := strings.Index(text, "?>"); end >= 0 {
		return text[end+len("?>"):]
	}
	return text
}
