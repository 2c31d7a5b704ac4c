package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prepare brings a page into the form that the extractors read best: what two
// line breaks part are paragraphs, and the mark of a note is no part of a word.
func prepare(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode && !silent[child.DataAtom] {
			prepare(child)
		}
	}
	switch {
	case n.DataAtom == atom.A:
		markNote(n)
	case n.DataAtom == atom.Sup:
		bracketNote(n)
	case breakable[n.DataAtom]:
		parseBreaks(n)
	}
}

// breakable are the elements in which old pages write paragraphs without a tag
// for them.
var breakable = map[atom.Atom]bool{
	atom.Div: true, atom.Td: true, atom.Section: true, atom.Article: true, atom.Center: true, atom.Main: true, atom.Body: true,
}

// bracketNote puts the number of a note into brackets: "7.4%<sup>1</sup>" is no
// "7.4%1".
func bracketNote(sup *html.Node) {
	const longest = 3
	note, link := textOf(sup, maxField), sup.FirstChild
	if link != nil && link.DataAtom == atom.A && strings.HasPrefix(attribute(link, "href"), "#") &&
		len(note) <= longest && strings.Trim(note, "0123456789") == "" {
		fill(link, "["+note+"]")
	}
}

// markNote puts the mark of a note into brackets where a program made it, and
// empties the way back to it.
func markNote(link *html.Node) {
	class := attribute(link, "class") + " " + attribute(link, "role")
	switch {
	case strings.Contains(class, "footnote-back"), strings.Contains(class, "doc-backlink"):
		fill(link, "")
	case strings.Contains(class, "footnote-ref"), strings.Contains(class, "doc-noteref"):
		if note := textOf(link, maxField); !strings.HasPrefix(note, "[") {
			fill(link, "["+note+"]")
		}
	}
}

// fill gives an element another text.
func fill(n *html.Node, text string) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
}

// parseBreaks makes paragraphs of what two line breaks part in an element.
func parseBreaks(n *html.Node) {
	if !hasDoubleBreak(n) {
		return
	}
	var line []*html.Node
	flush := func(before *html.Node) {
		if p := paragraphOf(n, line); p != nil {
			n.InsertBefore(p, before)
		}
		line = nil
	}
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch {
		case child.DataAtom == atom.Br:
			after := child
			for after != nil && (after.DataAtom == atom.Br || isBlankText(after)) {
				after = after.NextSibling
			}
			if breaksBetween(child, after) > 1 {
				flush(child)
				next = after
				break
			}
			line = append(line, child)
		case child.Type == html.TextNode || isInlineElement(child):
			line = append(line, child)
		default:
			flush(child)
		}
		child = next
	}
	flush(nil)
}

// paragraphOf takes nodes out of their parent into a paragraph; nil: there is
// nothing to read in them.
func paragraphOf(parent *html.Node, nodes []*html.Node) *html.Node {
	written := false
	for _, node := range nodes {
		written = written || textOf(node, 1) != ""
	}
	if !written {
		return nil
	}
	p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
	for _, node := range nodes {
		parent.RemoveChild(node)
		p.AppendChild(node)
	}
	return p
}

func hasDoubleBreak(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.DataAtom != atom.Br {
			continue
		}
		next := child.NextSibling
		for isBlankText(next) {
			next = next.NextSibling
		}
		if next != nil && next.DataAtom == atom.Br {
			return true
		}
	}
	return false
}

func breaksBetween(from, to *html.Node) (count int) {
	for ; from != to; from = from.NextSibling {
		if from.DataAtom == atom.Br {
			count++
		}
	}
	return count
}

func isBlankText(n *html.Node) bool {
	return n != nil && n.Type == html.TextNode && strings.TrimFunc(n.Data, unicode.IsSpace) == ""
}
