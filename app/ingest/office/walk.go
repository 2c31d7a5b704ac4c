// Package office reads the text of word processor documents: Office Open XML
// (ISO/IEC 29500, .docx) and OpenDocument (ISO/IEC 26300, .odt).
//
// Both are read in one pass over the XML, token by token, so that memory
// follows the text and not the markup. Text that was deleted with the changes
// tracked, the codes of fields, comments and the second copy of a drawing are
// left out; inserted text is kept.
package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"glossator/app/ingest/manuscript"
)

// visitor takes the tokens of a part. Names come as they are written, with
// their prefix: all programs write the usual ones.
type visitor interface {
	start(name string, element xml.StartElement) error
	end(name string) error
	text(data []byte) error
}

// walk reads a part to its end. Entities other than the five of XML are
// errors: a part declares none, and whoever does is up to something.
func walk(part []byte, v visitor) error {
	decoder := xml.NewDecoder(bytes.NewReader(part))
	var open []string
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) && len(open) == 0 {
			return nil
		}
		if err != nil {
			return manuscript.Damaged(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := prefixed(token.Name)
			if open = append(open, name); len(open) > manuscript.MaxDepth {
				return manuscript.TooDeep()
			}
			err = v.start(name, token)
		case xml.EndElement:
			name := prefixed(token.Name)
			if len(open) == 0 || open[len(open)-1] != name {
				return manuscript.Damaged(errors.New("the end of " + name + " stands where it does not belong"))
			}
			open = open[:len(open)-1]
			err = v.end(name)
		case xml.CharData:
			err = v.text(token)
		}
		if err != nil {
			return err
		}
	}
}

func prefixed(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// attribute returns the value of an attribute, whatever its prefix, or "".
func attribute(element xml.StartElement, local string) string {
	for _, a := range element.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
