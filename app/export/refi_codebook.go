package export

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"

	"glossator/models"
)

// origin is the name of the program in the files of REFI-QDA.
const origin = "Glossator"

// REFICodebook is the codebook in the exchange format of programs for
// qualitative analysis (REFI-QDA 1.5, QDC; schema Codebook.xsd of 2019): one
// code for each label, with definition, rules and examples in its description.
// It reads no rows and returns 0 of them.
func REFICodebook() Format {
	return Format{
		Key:       "qdc",
		Name:      "REFI-QDA codebook (MAXQDA, ATLAS.ti, NVivo)",
		Extension: ".qdc",
		MediaType: "application/xml",
		Content:   "codebook",
		Leaves:    "Only the codebook is in the file, no annotations; the details are text in its descriptions.",
		Write:     writeREFICodebook,
	}
}

type refiCodebook struct {
	XMLName xml.Name   `xml:"urn:QDA-XML:codebook:1.0 CodeBook"`
	Origin  string     `xml:"origin,attr"`
	Codes   []refiCode `xml:"Codes>Code"`
}

type refiCode struct {
	GUID        string `xml:"guid,attr"`
	Name        string `xml:"name,attr"`
	Codable     bool   `xml:"isCodable,attr"`
	Color       string `xml:"color,attr,omitempty"`
	Description string `xml:"Description,omitempty"`
}

func writeREFICodebook(ctx context.Context, w io.Writer, in Input) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, stopped(0, err)
	}
	codes := refiCodes(in)
	if len(codes) == 0 {
		return 0, models.Errorf(models.CodeNothing, "The codebook has no label; there is nothing to export.")
	}
	return 0, writeXML(w, refiCodebook{Origin: origin, Codes: codes})
}

func refiCodes(in Input) []refiCode {
	entries := in.entries()
	codes := make([]refiCode, len(entries))
	for i, e := range entries {
		codes[i] = refiCode{
			GUID: labelGUID(in, e.Key), Name: e.Name, Codable: true, Color: e.color, Description: e.describe(),
		}
	}
	return codes
}

// labelGUID names a label by its key: two copies of a project agree on it.
func labelGUID(in Input, key string) string { return guid(in.Project.UID, columnLabel, key) }

// writeXML writes a document without a byte order mark, which some of the
// programs that read it stumble over.
func writeXML(w io.Writer, document any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	return nil
}
