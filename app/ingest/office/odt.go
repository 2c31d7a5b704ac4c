package office

import (
	"encoding/xml"
	"strings"

	"glossator/app/ingest/container"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The parts of an OpenDocument file, ISO/IEC 26300-3, clause 2.
const (
	odtContent  = "content.xml"
	odtStyles   = "styles.xml"
	odtMeta     = "meta.xml"
	odtManifest = "META-INF/manifest.xml"
)

// ODT reads an OpenDocument text. Notes come after the text. The error is a
// [manuscript.Fault].
func ODT(file *container.Container) (manuscript.Manuscript, error) {
	if manifest, err := file.Read(odtManifest); err == nil && strings.Contains(string(manifest), ":encryption-data") {
		return manuscript.Manuscript{}, locked()
	}
	part, err := file.Part(odtContent)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	declared := styles{}
	for _, name := range []string{odtStyles, odtContent} {
		if err := readStyles(file, name, declared); err != nil {
			return manuscript.Manuscript{}, err
		}
	}
	reader := odt{styles: declared}
	if err := walk(part, &reader); err != nil {
		return manuscript.Manuscript{}, err
	}
	blocks, err := reader.Finish()
	about := readProperties(file, odtMeta)
	author := about["meta:initial-creator"]
	if author == "" {
		author = about["dc:creator"]
	}
	return manuscript.Manuscript{
		Title:    about["dc:title"],
		Author:   author,
		Language: about["dc:language"],
		Blocks:   blocks,
	}, err
}

// locked is the fault of a file that wants a password.
func locked() error {
	return manuscript.Faultf(models.CodeUnreadable,
		"is locked by a password; open it, save it without a password and import that.")
}

// odt takes the tokens of content.xml.
type odt struct {
	manuscript.Flow

	styles  styles
	skipped int // elements open whose text is left out
	lists   int // items of lists that are open
}

// odtSkipped are elements whose text is not the document's: deleted text,
// comments, the marks of notes, forms, descriptions of pictures, indexes.
var odtSkipped = map[string]bool{
	"text:tracked-changes": true, "office:annotation": true, "text:note-citation": true, "office:forms": true,
	"svg:title": true, "svg:desc": true, "text:ruby-text": true, "text:table-of-content": true,
	"text:alphabetical-index": true, "text:illustration-index": true, "text:hidden-text": true,
}

// odtSigns are elements that stand for a character.
var odtSigns = map[string]string{"text:s": " ", "text:tab": " ", "text:line-break": manuscript.Break}

func (o *odt) start(name string, element xml.StartElement) error {
	switch {
	case odtSkipped[name]:
		o.skipped++
	case o.skipped > 0:
	case odtSigns[name] != "":
		o.Write(odtSigns[name])
	default:
		return o.begin(name, element)
	}
	return nil
}

func (o *odt) begin(name string, element xml.StartElement) error {
	switch name {
	case "text:p":
		o.Begin(o.kind(attribute(element, "style-name")))
	case "text:h":
		o.Begin(models.BlockHeading)
	case "text:list-item":
		o.lists++
	case "text:note-body":
		o.BeginNote()
	case "table:table":
		o.BeginTable()
	case "table:table-row":
		return o.BeginRow()
	case "table:table-cell", "table:covered-table-cell":
		o.BeginCell()
	}
	return nil
}

func (o *odt) end(name string) error {
	switch {
	case odtSkipped[name]:
		o.skipped--
	case o.skipped > 0:
	case name == "text:p" || name == "text:h":
		return o.End()
	case name == "text:list-item":
		o.lists--
	case name == "text:note-body":
		o.EndNote()
	case name == "table:table-row":
		return o.EndRow()
	case name == "table:table":
		return o.EndTable()
	}
	return nil
}

func (o *odt) text(data []byte) error {
	if o.skipped == 0 {
		o.Write(string(data))
	}
	return nil
}

// kind returns what a paragraph of this style is. What stands in a list and is
// nothing else is one of its items.
func (o *odt) kind(style string) models.BlockKind {
	kind := o.styles.kind(style)
	if kind == manuscript.Contents {
		return models.BlockParagraph
	}
	if kind == models.BlockParagraph && o.lists > 0 {
		return models.BlockListItem
	}
	return kind
}
