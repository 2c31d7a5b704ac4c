package hypertext

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// link is what a link says that it leads to.
type link int

const (
	anywhere   link = iota
	toNote          // the note at the end of the page or chapter
	backToMark      // from there to its mark in the text
)

// linkMarks are the classes, roles and types by which books and pages tell the
// links of notes (DPUB-ARIA 1.1; EPUB Structural Semantics Vocabulary 1.1; the
// classes are those of pandoc).
var linkMarks = map[string]link{
	"footnote-ref": toNote, "noteref": toNote, "doc-noteref": toNote,
	"footnote-back": backToMark, "footnote-backref": backToMark, "doc-backlink": backToMark, "backlink": backToMark,
}

// linkTo reads the attributes of a link.
func linkTo(tokens *html.Tokenizer) link {
	found := anywhere
	for more := true; more; {
		var name, value []byte
		name, value, more = tokens.TagAttr()
		switch string(name) {
		case "class", "role", "epub:type":
			for word := range strings.FieldsSeq(string(value)) {
				if kind, known := linkMarks[word]; known {
					found = kind
				}
			}
		}
	}
	return found
}

// startLink puts the mark of a note into brackets, so that it is no part of the
// word before it, and passes over the way back to it.
func (r *reader) startLink(to link) {
	switch {
	case r.passing != 0:
	case to == toNote:
		r.note = true
		r.text("[")
	case to == backToMark:
		r.passing, r.depth = atom.A, 0 // the start of the element itself counts
	}
}
