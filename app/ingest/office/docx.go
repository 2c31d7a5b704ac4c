package office

import (
	"encoding/xml"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"glossator/app/ingest/container"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The parts of an Office Open XML file, ISO/IEC 29500-1, clause 11.
const (
	docxMain       = "word/document.xml"
	docxRelations  = "_rels/.rels"
	docxProperties = "docProps/core.xml"
	mainRelation   = "/relationships/officeDocument"
)

// DOCX reads a Word document. Notes come after the text, text boxes before the
// paragraph that they are anchored to. The error is a [manuscript.Fault].
func DOCX(file *container.Container) (manuscript.Manuscript, error) {
	main := mainPart(file)
	part, err := file.Part(main)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	folder := path.Dir(main)
	declared := styles{}
	if err := readStyles(file, path.Join(folder, "styles.xml"), declared); err != nil {
		return manuscript.Manuscript{}, err
	}
	reader := docx{styles: declared}
	if err := walk(part, &reader); err != nil {
		return manuscript.Manuscript{}, err
	}
	for _, name := range []string{"footnotes.xml", "endnotes.xml"} {
		notes, err := file.Read(path.Join(folder, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = walk(notes, &reader)
		}
		if err != nil {
			return manuscript.Manuscript{}, err
		}
	}
	blocks, err := reader.Finish()
	about := readProperties(file, docxProperties)
	return manuscript.Manuscript{
		Title:    about["dc:title"],
		Author:   about["dc:creator"],
		Language: about["dc:language"],
		Blocks:   blocks,
	}, err
}

// mainPart returns the name of the part with the text, which some programs
// call otherwise.
func mainPart(file *container.Container) string {
	var relations struct {
		All []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	data, err := file.Read(docxRelations)
	if err != nil || xml.Unmarshal(data, &relations) != nil {
		return docxMain
	}
	for _, relation := range relations.All {
		if strings.HasSuffix(relation.Type, mainRelation) && relation.Target != "" {
			return strings.TrimPrefix(path.Clean("/"+relation.Target), "/")
		}
	}
	return docxMain
}

// docx takes the tokens of the parts with text.
type docx struct {
	manuscript.Flow

	styles  styles
	skipped int  // elements open whose text is left out
	inText  int  // elements open that hold text
	hidden  bool // the run is not shown
}

// docxSkipped are elements whose text is not the document's: the second copy of
// a drawing, what was moved away, the reading aids of East Asian text, and the
// separators of notes.
var docxSkipped = map[string]bool{
	"mc:Fallback": true, "w:moveFrom": true, "w:del": true, "w:rt": true, "w:sdtPr": true,
}

// docxNotes are the elements that hold a note.
var docxNotes = map[string]bool{"w:footnote": true, "w:endnote": true}

// docxSigns are elements that stand for a character.
var docxSigns = map[string]string{
	"w:tab": " ", "w:ptab": " ", "w:cr": manuscript.Break, "w:noBreakHyphen": "-",
}

func (d *docx) start(name string, element xml.StartElement) error {
	switch {
	case docxSkipped[name], separatorNote(name, element):
		d.skipped++
	case d.skipped > 0:
		if docxNotes[name] {
			d.skipped++
		}
	case docxSigns[name] != "":
		d.Write(docxSigns[name])
	default:
		return d.begin(name, element)
	}
	return nil
}

func (d *docx) begin(name string, element xml.StartElement) error {
	switch name {
	case "w:p":
		d.Begin(models.BlockParagraph)
	case "w:pStyle", "w:outlineLvl", "w:numId":
		d.style(name, attribute(element, "val"))
	case "w:r":
		d.hidden = false
	case "w:vanish":
		d.hidden = !off(attribute(element, "val"))
	case "w:t", "m:t":
		d.inText++
	case "w:br":
		if kind := attribute(element, "type"); kind == "page" || kind == "column" {
			d.Write(" ")
		} else {
			d.Write(manuscript.Break)
		}
	case "w:sym":
		d.Write(symbol(attribute(element, "char")))
	case "w:tbl":
		d.BeginTable()
	case "w:tr":
		return d.BeginRow()
	case "w:tc":
		d.BeginCell()
	default:
		if docxNotes[name] {
			d.BeginNote()
		}
	}
	return nil
}

func (d *docx) end(name string) error {
	switch {
	case docxSkipped[name]:
		d.skipped--
	case docxNotes[name]:
		if d.skipped > 0 {
			d.skipped--
		} else {
			d.EndNote()
		}
	case d.skipped > 0:
	case name == "w:t" || name == "m:t":
		d.inText--
	case name == "w:p":
		return d.End()
	case name == "w:tr":
		return d.EndRow()
	case name == "w:tbl":
		return d.EndTable()
	}
	return nil
}

func (d *docx) text(data []byte) error {
	if d.inText > 0 && d.skipped == 0 && !d.hidden {
		d.Write(string(data))
	}
	return nil
}

// style applies a property of the open paragraph. The style says most; a
// paragraph is an item of a list only if it is nothing else.
func (d *docx) style(property, value string) {
	kind, _ := d.Kind()
	plainText := kind == models.BlockParagraph
	switch {
	case property == "w:pStyle":
		if named := d.styles.kind(value); named != models.BlockParagraph {
			d.SetKind(named)
		}
	case property == "w:numId" && plainText && value != "0":
		d.SetKind(models.BlockListItem)
	case property == "w:outlineLvl" && plainText && value != bodyLevel:
		d.SetKind(models.BlockHeading)
	}
}

// bodyLevel is the outline level of running text, ISO/IEC 29500-1, 17.3.1.20.
const bodyLevel = "9"

// separatorNote reports whether an element is the rule above the notes rather
// than one of them.
func separatorNote(name string, element xml.StartElement) bool {
	return docxNotes[name] && strings.Contains(strings.ToLower(attribute(element, "type")), "separator")
}

// off reports whether a switch of WordprocessingML is turned off.
func off(value string) bool { return value == "0" || value == "false" || value == "off" }

// symbol returns the character with this code, in hexadecimal digits. Codes of
// a symbol font stand in the private area and mean nothing outside of it.
func symbol(code string) string {
	const private, lastPrivate = 0xE000, 0xF8FF
	r, err := strconv.ParseInt(code, 16, 32)
	if err != nil || r >= private && r <= lastPrivate {
		return ""
	}
	return string(rune(r))
}
