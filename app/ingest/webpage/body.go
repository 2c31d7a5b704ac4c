package webpage

import (
	"bytes"
	"fmt"
	"net/url"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"glossator/app/ingest/hypertext"
	"glossator/app/ingest/manuscript"
)

// body is what the extractors say beside the text.
type body struct {
	author string
	site   string
	whole  bool
}

// extract returns the blocks of the article. It asks the best extractor that
// can deal with a page of this size, and the next one if that finds nothing.
func (b *body) extract(doc *html.Node, text string, address *url.URL, size weight) ([]manuscript.Block, error) {
	if size.text <= allText {
		prepare(doc)
		markSpaces(doc)
		defer unmarkSpaces(doc)
		if !size.isHeavy() {
			if blocks := blocksOf(b.trafilatura(doc, address)); len(blocks) > 0 {
				links, page := linkTexts(doc), blocksOf(doc)
				return withoutMenu(restored(unglued(blocks, page), page, links), links), nil
			}
		}
		if blocks := blocksOf(readable(doc, address)); len(blocks) > 0 {
			return blocks, nil
		}
	}
	b.whole = true
	return hypertext.Blocks([]byte(text))
}

func (b *body) trafilatura(doc *html.Node, address *url.URL) (content *html.Node) {
	options := trafilatura.Options{
		OriginalURL:     address,
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // the date is asked for separately
	}
	err := guarded(func() error {
		result, err := trafilatura.ExtractDocument(doc, options)
		if err == nil && result != nil {
			content, b.author, b.site = result.ContentNode, unspaced(result.Metadata.Author), unspaced(result.Metadata.Sitename)
		}
		return err
	})
	if err != nil {
		return nil
	}
	return content
}

func readable(doc *html.Node, address *url.URL) (content *html.Node) {
	err := guarded(func() error {
		found, err := readability.FromDocument(doc, address)
		content = found.Node
		return err
	})
	if err != nil {
		return nil
	}
	return content
}

// guarded runs a library's code. A panic in it is an error like any other:
// another extractor is asked.
func guarded(run func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("extractor: %v", fault)
		}
	}()
	return run()
}

// blocksOf returns the blocks of a part of a page, none if it holds no text.
func blocksOf(content *html.Node) []manuscript.Block {
	if content == nil {
		return nil
	}
	var page bytes.Buffer
	if err := html.Render(&page, content); err != nil {
		return nil
	}
	blocks, err := hypertext.Blocks(page.Bytes())
	if blocks = spaced(blocks); err != nil || letters(blocks, "") == 0 {
		return nil
	}
	return blocks
}
