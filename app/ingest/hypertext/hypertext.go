// Package hypertext reads the blocks of HTML and XHTML in their order, all of
// them: for the chapters of a book, the items of a feed and the like, where
// nothing stands around the article that would have to be told from it.
package hypertext

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// Blocks returns the blocks of a page or a piece of one, given in UTF-8. It
// reads tags as they come and builds no tree, so that it takes any depth of
// nesting. The error is a [manuscript.Fault]: more text than an article has.
func Blocks(page []byte) ([]manuscript.Block, error) {
	tokens := html.NewTokenizer(bytes.NewReader(page))
	var r reader
	for {
		kind := tokens.Next()
		var err error
		switch kind {
		case html.ErrorToken:
			if cause := tokens.Err(); !errors.Is(cause, io.EOF) {
				return nil, manuscript.Damaged(cause)
			}
			return r.Finish()
		case html.TextToken:
			r.text(string(tokens.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := tokens.TagName()
			if kind == html.SelfClosingTagToken {
				// XHTML may close at once what HTML takes for a text of its own.
				tokens.NextIsNotRawText()
			}
			element := atom.Lookup(name)
			if element == atom.A && more {
				r.startLink(linkTo(tokens))
			}
			err = r.start(element, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			err = r.end(atom.Lookup(name))
		case html.CommentToken, html.DoctypeToken:
		}
		if err != nil {
			return nil, err
		}
	}
}

// role is what an element does to the blocks.
type role int

const (
	inline role = iota // nothing: its text goes on in the block
	block              // its text is a block
	heading
	list
	quote
	caption
	verbatim // its line feeds are line breaks
	skipped  // its text is none of the article's
	table
	row
	cell
	breaks // it ends a line
)

// roles are those of the elements of HTML; the rest is inline.
var roles = map[atom.Atom]role{
	atom.P: block, atom.Div: block, atom.Section: block, atom.Article: block, atom.Main: block, atom.Header: block,
	atom.Footer: block, atom.Aside: block, atom.Nav: block, atom.Body: block, atom.Html: block, atom.Head: block,
	atom.Address: block, atom.Dl: block, atom.Dt: block, atom.Dd: block, atom.Li: block, atom.Figure: block,
	atom.Hr: block, atom.Form: block, atom.Fieldset: block, atom.Details: block, atom.Summary: block, atom.Center: block,
	atom.H1: heading, atom.H2: heading, atom.H3: heading, atom.H4: heading, atom.H5: heading, atom.H6: heading,
	atom.Ul: list, atom.Ol: list, atom.Blockquote: quote, atom.Figcaption: caption, atom.Caption: caption,
	atom.Pre: verbatim, atom.Br: breaks, atom.Table: table, atom.Tr: row, atom.Td: cell, atom.Th: cell,
	atom.Script: skipped, atom.Style: skipped, atom.Title: skipped, atom.Template: skipped, atom.Svg: skipped,
	atom.Iframe: skipped, atom.Object: skipped, atom.Select: skipped, atom.Textarea: skipped, atom.Rt: skipped, atom.Rp: skipped,
}

// reader follows the tags. The file may leave out ends and add some.
type reader struct {
	manuscript.Flow

	open    [breaks + 1]int // elements of each role that are open
	note    bool            // the mark of a note is open
	passing atom.Atom       // the element whose text is skipped
	depth   int             // of such elements inside it
}

func (r *reader) start(name atom.Atom, closed bool) error {
	kind := roles[name]
	switch {
	case r.passing != 0:
		if name == r.passing && !closed {
			r.depth++
		}
		return nil
	case kind == inline:
		return nil
	case kind == breaks:
		r.Write(manuscript.Break)
		return nil
	case kind == skipped:
		if !closed {
			r.passing, r.depth = name, 1
		}
		return nil
	}
	if err := r.closeBlock(); err != nil || closed {
		return err
	}
	r.open[kind]++
	switch kind {
	case table:
		r.BeginTable()
	case row:
		return r.BeginRow()
	case cell:
		r.BeginCell()
	default:
	}
	return nil
}

func (r *reader) end(name atom.Atom) error {
	kind := roles[name]
	if name == atom.A && r.note {
		r.note = false
		r.text("]")
	}
	if r.passing != 0 {
		if name == r.passing {
			if r.depth--; r.depth == 0 {
				r.passing = 0
			}
		}
		return nil
	}
	if kind == inline || kind == skipped || kind == breaks {
		return nil
	}
	if err := r.closeBlock(); err != nil {
		return err
	}
	if r.open[kind] == 0 {
		return nil
	}
	r.open[kind]--
	switch kind {
	case row:
		return r.EndRow()
	case table:
		return r.EndTable()
	default:
	}
	return nil
}

func (r *reader) text(text string) {
	if r.passing != 0 {
		return
	}
	if _, open := r.Kind(); !open {
		if strings.TrimSpace(text) == "" {
			return
		}
		r.Begin(r.kind())
	}
	if r.open[verbatim] > 0 {
		text = strings.ReplaceAll(text, "\n", manuscript.Break)
	}
	r.Write(text)
}

// kind returns what a block is that begins here.
func (r *reader) kind() models.BlockKind {
	switch {
	case r.open[heading] > 0:
		return models.BlockHeading
	case r.open[caption] > 0:
		return models.BlockCaption
	case r.open[quote] > 0:
		return models.BlockQuote
	case r.open[list] > 0:
		return models.BlockListItem
	}
	return models.BlockParagraph
}

func (r *reader) closeBlock() error {
	if _, open := r.Kind(); !open {
		return nil
	}
	return r.End()
}
