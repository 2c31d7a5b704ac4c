package export

import (
	"encoding/xml"
	"fmt"
	"io"
)

// xmlSpool keeps elements until it is their turn.
type xmlSpool struct {
	*spool

	elements int
}

func newXMLSpool() (*xmlSpool, error) {
	s, err := newSpool()
	if err != nil {
		return nil, err
	}
	return &xmlSpool{spool: s}, nil
}

func (s *xmlSpool) element(value any) error {
	s.elements++
	return encodeXML(s, value)
}

// encodeXML writes one element and a line feed. Characters that XML 1.0 has no
// place for become U+FFFD; one code point stays one.
func encodeXML(w io.Writer, value any) error {
	if err := xml.NewEncoder(w).Encode(value); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	return nil
}

// xmlDocument writes a document piece by piece. After the first error it does
// nothing more and keeps it.
type xmlDocument struct {
	to    io.Writer
	begun bool
	err   error
}

// open writes a start tag; the first one gets the XML declaration before it.
func (d *xmlDocument) open(name string, attributes ...xml.Attr) {
	if !d.begun {
		d.begun = true
		d.text(xml.Header)
	}
	d.text("<" + name)
	for _, attribute := range attributes {
		d.text(" " + attribute.Name.Local + `="`)
		if d.err == nil {
			d.err = xml.EscapeText(d.to, []byte(attribute.Value))
		}
		d.text(`"`)
	}
	d.text(">\n")
}

func (d *xmlDocument) shut(name string) { d.text("</" + name + ">\n") }

func (d *xmlDocument) element(value any) {
	if d.err == nil {
		d.err = encodeXML(d.to, value)
	}
}

// spooled writes the elements of a spool inside another one, if there are any.
func (d *xmlDocument) spooled(name string, elements *xmlSpool) {
	if elements.elements == 0 {
		return
	}
	d.open(name)
	if d.err == nil {
		d.err = elements.copyTo(d.to)
	}
	d.shut(name)
}

func (d *xmlDocument) text(piece string) {
	if d.err != nil {
		return
	}
	if _, err := io.WriteString(d.to, piece); err != nil {
		d.err = fmt.Errorf("write XML: %w", err)
	}
}
