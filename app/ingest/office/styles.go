package office

import (
	"encoding/xml"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// style is a paragraph style as a file declares it.
type style struct{ name, parent string }

// styles are those of a document by their identifier.
type styles map[string]style

// maxParents bounds the chain of a style that is based on itself.
const maxParents = 16

// kind returns what a paragraph of this style is: the kind of the style or of
// the nearest one that it is based on, else a paragraph.
func (s styles) kind(id string) models.BlockKind {
	for range maxParents {
		declared, ok := s[id]
		if !ok {
			declared = style{name: id}
		}
		if kind, ok := manuscript.StyleKind(declared.name); ok {
			return kind
		}
		if id = declared.parent; id == "" {
			break
		}
	}
	return models.BlockParagraph
}

// styleReader collects the styles of word/styles.xml and of the two parts of an
// OpenDocument file that declare them.
type styleReader struct {
	found   styles
	current string
}

func (r *styleReader) start(name string, element xml.StartElement) error {
	switch name {
	case "w:style":
		r.current = attribute(element, "styleId")
		r.found[r.current] = style{name: r.current}
	case "w:name", "w:basedOn":
		declared, ok := r.found[r.current]
		if !ok {
			break
		}
		if name == "w:name" {
			declared.name = attribute(element, "val")
		} else {
			declared.parent = attribute(element, "val")
		}
		r.found[r.current] = declared
	case "style:style":
		id := attribute(element, "name")
		r.found[id] = style{name: id, parent: attribute(element, "parent-style-name")}
	}
	return nil
}

func (r *styleReader) end(name string) error {
	if name == "w:style" {
		r.current = ""
	}
	return nil
}

func (r *styleReader) text([]byte) error { return nil }
