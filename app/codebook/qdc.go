package codebook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"glossator/models"
)

// Origin is the name of the program in the files of REFI-QDA.
const Origin = "Glossator"

// qdc is the document of a codebook.
type qdc struct {
	XMLName xml.Name `xml:"urn:QDA-XML:codebook:1.0 CodeBook"`
	Origin  string   `xml:"origin,attr"`
	Codes   []Code   `xml:"Codes>Code"`
}

// Code is a label as REFI-QDA has it, in codebooks (QDC) and projects (QDPX).
type Code struct {
	GUID        string `xml:"guid,attr"`
	Name        string `xml:"name,attr"`
	Codable     bool   `xml:"isCodable,attr"`
	Color       string `xml:"color,attr,omitempty"`
	Description string `xml:"Description,omitempty"`
	Codes       []Code `xml:"Code"` // below it; other programs have trees
}

// Codes returns the labels of a codebook as codes, with definition, rules and
// examples in their descriptions.
func Codes(d Document) []Code {
	codes := make([]Code, len(d.Book.Labels))
	for i, label := range d.Book.Labels {
		codes[i] = Code{
			GUID: LabelGUID(d.ProjectUID, label.Key), Name: label.Name, Codable: true, Color: label.Color, Description: Describe(label),
		}
	}
	return codes
}

// WriteQDC writes a codebook in the exchange format of programs for qualitative
// analysis, without a byte order mark, which some of them stumble over.
func WriteQDC(w io.Writer, d Document) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(qdc{Origin: Origin, Codes: Codes(d)}); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("write XML: %w", err)
	}
	return nil
}

// deepest is how many codes may stand one below the other.
const deepest = 20

// readQDC reads the codes that can be given to a text. What a code does not
// say is that of the project's label: the one that it stands for, by identity
// or else by name.
func readQDC(data []byte, own Document) (models.Codebook, error) {
	if err := shallow(data); err != nil {
		return models.Codebook{}, err
	}
	var document qdc
	if err := xml.Unmarshal(data, &document); err != nil {
		return models.Codebook{}, models.Errorf(models.CodeInvalid,
			"The file is no codebook of REFI-QDA; export one with the ending .qdc from the other program.").Because(err)
	}
	book := models.Codebook{Version: own.Book.Version, General: own.Book.General, TieBreaks: own.Book.TieBreaks}
	addCodes(&book, document.Codes, "", own)
	if len(book.Labels) == 0 {
		return models.Codebook{}, models.Errorf(models.CodeInvalid, "The codebook has no code that can be given to a text.")
	}
	return book, nil
}

// shallow refuses documents that nest too deep to be read safely.
func shallow(data []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	depth := 0
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return nil //nolint:nilerr // what is wrong with the document is said by whoever reads it
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > 2*deepest {
			return models.Errorf(models.CodeInvalid,
				"The codes of the file stand more than %d levels deep; flatten them in the other program.", deepest)
		}
	}
}

// addCodes adds codes and what stands below them, whose names tell where.
func addCodes(book *models.Codebook, codes []Code, above string, own Document) {
	for _, code := range codes {
		name := strings.Join(strings.Fields(above+code.Name), " ")
		if code.Codable {
			label := known(code, name, own)
			label.Name = shortened(name)
			if code.Color != "" {
				label.Color = code.Color
			}
			Understand(&label, code.Description)
			if _, twice := book.Label(label.Key); label.Key != "" && twice {
				label = models.CodebookLabel{Name: label.Name, Color: label.Color, Definition: label.Definition}
			}
			book.Labels = append(book.Labels, label)
		}
		addCodes(book, code.Codes, name+" / ", own)
	}
}

// known returns the project's label that a code stands for, else a blank one.
func known(code Code, name string, own Document) models.CodebookLabel {
	for _, label := range own.Book.Labels {
		if strings.EqualFold(code.GUID, LabelGUID(own.ProjectUID, label.Key)) {
			return label
		}
	}
	for _, label := range own.Book.Labels {
		if strings.EqualFold(name, label.Name) {
			return label
		}
	}
	return models.CodebookLabel{}
}

// shortened cuts a name to what fits, from its front: the end tells codes of
// one branch apart.
func shortened(name string) string {
	for utf8.RuneCountInString(name) > models.MaxCodebookName {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
	}
	return strings.TrimSpace(name)
}
