// Package markdown reads CommonMark with the tables and other additions of
// GitHub, and the front matter that site generators put before it.
package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
)

// MaxMarks is the deepest nesting of quotes and lists in one line; the parser
// takes time for each line and level.
const MaxMarks = 64

// Read reads a text in UTF-8 with line feeds. HTML inside it is read as such.
// The error is a [manuscript.Fault].
func Read(text string) (manuscript.Manuscript, error) {
	fields, body := frontMatter(text)
	if nested(body) {
		return manuscript.Manuscript{}, manuscript.TooDeep()
	}
	var page bytes.Buffer
	// The HTML goes to a reader that takes nothing but text from it.
	converter := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := converter.Convert([]byte(body), &page); err != nil {
		return manuscript.Manuscript{}, manuscript.Damaged(err)
	}
	blocks, err := hypertext.Blocks(page.Bytes())
	return manuscript.Manuscript{
		Title:     fields["title"],
		Author:    fields["author"],
		Source:    fields["source"],
		URL:       fields["url"],
		Language:  fields["lang"],
		Published: fields["date"],
		Blocks:    blocks,
		Curated:   true,
	}, err
}

// frontMatter parts the lines between two rules at the start, each a key and a
// value, from the text. Without them all is text.
func frontMatter(text string) (fields map[string]string, body string) {
	const rule = "---\n"
	rest, ok := strings.CutPrefix(text, rule)
	if !ok {
		return nil, text
	}
	head, body, ok := strings.Cut(rest, "\n"+rule)
	if !ok {
		return nil, text
	}
	fields = map[string]string{}
	for line := range strings.Lines(head) {
		key, value, found := strings.Cut(line, ":")
		if !found {
			continue
		}
		fields[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), `"'`)
	}
	return fields, body
}

// nested reports whether a line opens more quotes and lists than [MaxMarks]. A
// rule of any length is none.
func nested(text string) bool {
	for line := range strings.Lines(text) {
		rest := strings.TrimLeft(line, ">-*+ \t")
		marks := line[:len(line)-len(rest)]
		if len(marks)-strings.Count(marks, " ")-strings.Count(marks, "\t") > MaxMarks && strings.Trim(line, "-* \t\n") != "" {
			return true
		}
	}
	return false
}
