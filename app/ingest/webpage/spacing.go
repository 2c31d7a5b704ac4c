package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"glossator/app/ingest/manuscript"
)

// spacer stands for white space at the edge of an inline element, where the
// extractors trim it away and so glue two words: "<a>the report </a>says" would
// be "the reportsays". It is a private character (Unicode 16, section 23.5) that
// no page has a use for.
const spacer = "\uF8FE"

// inlined are the elements inside a line at whose edges words stand.
var inlined = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Cite: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.U: true,
}

func isInlineElement(n *html.Node) bool {
	return n != nil && n.Type == html.ElementNode && inlined[n.DataAtom]
}

// markSpaces puts a spacer wherever white space stands at the edge of an inline
// element.
func markSpaces(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.TextNode {
			markText(child)
		} else if !silent[child.DataAtom] && child.DataAtom != atom.Pre {
			markSpaces(child)
		}
	}
}

func markText(n *html.Node) {
	before, after := inlineNeighbours(n)
	if isBlankText(n) {
		// Between the links of a menu a space is nothing but layout.
		menu := isLink(n.PrevSibling) && isLink(n.NextSibling)
		if n.Data != "" && before && after && !menu {
			n.Data = spacer
		}
		return
	}
	first, _ := utf8.DecodeRuneInString(n.Data)
	last, _ := utf8.DecodeLastRuneInString(n.Data)
	if before && unicode.IsSpace(first) {
		n.Data = spacer + n.Data
	}
	if after && unicode.IsSpace(last) {
		n.Data += spacer
	}
}

// inlineNeighbours reports whether an inline element ends before a text and
// begins after it, or the other way about at the edges of one.
func inlineNeighbours(n *html.Node) (before, after bool) {
	inside := isInlineElement(n.Parent)
	return isInlineElement(n.PrevSibling) || inside && n.PrevSibling == nil,
		isInlineElement(n.NextSibling) || inside && n.NextSibling == nil
}

func isLink(n *html.Node) bool { return n != nil && n.DataAtom == atom.A }

// unmarkSpaces takes the spacers out of a page again.
func unmarkSpaces(n *html.Node) {
	if n.Type == html.TextNode && strings.Contains(n.Data, spacer) {
		n.Data = strings.ReplaceAll(n.Data, spacer, " ")
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		unmarkSpaces(child)
	}
}

// spaced returns blocks with spaces for spacers, without those that hold nothing
// else.
func spaced(blocks []manuscript.Block) []manuscript.Block {
	kept := blocks[:0]
	for _, block := range blocks {
		if strings.Contains(block.Text, spacer) {
			block.Text = unspaced(block.Text)
		}
		if block.Text != "" {
			kept = append(kept, block)
		}
	}
	return kept
}

func unspaced(text string) string { return manuscript.Line(strings.ReplaceAll(text, spacer, " ")) }
