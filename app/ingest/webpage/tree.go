package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attribute returns the value of an attribute, empty if there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// silent are the elements whose text nobody sees.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true,
}

// textOf returns the visible text inside n on one line, of at most limit bytes
// and a little more.
func textOf(n *html.Node, limit int) string {
	var text strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			text.WriteString(n.Data)
			return
		case silent[n.DataAtom] || text.Len() > limit:
			return
		case n.DataAtom == atom.Br || n.DataAtom == atom.P || n.DataAtom == atom.Div:
			text.WriteByte(' ')
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			add(child)
		}
	}
	add(n)
	return line(text.String())
}

// weight is how much a page holds.
type weight struct {
	elements int // and the few comments
	text     int // bytes of visible text
}

func (w weight) isHeavy() bool { return w.elements > manyElements || w.text > muchText }

func weigh(doc *html.Node) weight {
	var w weight
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			w.text += len(n.Data)
			return
		}
		w.elements++
		if silent[n.DataAtom] {
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			add(child)
		}
	}
	add(doc)
	return w
}

// line collapses the white space of text.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }

// key returns the letters and digits of text in lower case, to compare by.
func key(text string) string {
	return strings.Map(func(r rune) rune {
		if !isWordRune(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
