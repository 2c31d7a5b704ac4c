package export

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"glossator/app/codebook"
	"glossator/models"
)

// REFIProject is the project in the exchange format of programs for
// qualitative analysis (REFI-QDA 1.5, QDPX; schema Project.xsd of 2019): a zip
// with project.qde and each article's text in sources/. Every annotation is a
// coding of its own with its annotator and date, so that two annotators on one
// sentence stay two. Notes and details are notes of the coding.
//
// Positions are code points from 0 with the end exclusive, as in the examples
// of the standard; the texts are UTF-8 without a byte order mark, with line
// feeds, and the folder's name is in lower case, since the programs differ
// where the standard leaves room.
func REFIProject() Format {
	return Format{
		Key:       "qdpx",
		Name:      "REFI-QDA project (MAXQDA, ATLAS.ti, NVivo)",
		Extension: ".qdpx",
		MediaType: mediaZip,
		Content:   "project",
		Leaves: "Details and comments become notes of the coding; finished sentences without a label and the decisions of a " +
			"review are left out.",
		Texts: true,
		Write: zipped(writeREFIProject),
		parts: writeREFIProject,
	}
}

const refiNamespace = "urn:QDA-XML:project:1.0"

type refiUser struct {
	XMLName xml.Name `xml:"User"`
	GUID    string   `xml:"guid,attr"`
	Name    string   `xml:"name,attr"`
}

type refiSource struct {
	XMLName    xml.Name
	GUID       string      `xml:"guid,attr"`
	Name       string      `xml:"name,attr,omitempty"`
	Path       string      `xml:"plainTextPath,attr,omitempty"`
	User       string      `xml:"creatingUser,attr,omitempty"`
	Created    string      `xml:"creationDateTime,attr,omitempty"`
	Content    string      `xml:"PlainTextContent,omitempty"`
	Selections []refiPart  `xml:"PlainTextSelection"`
	Values     []refiValue `xml:"VariableValue"`
}

type refiPart struct {
	GUID    string       `xml:"guid,attr"`
	Name    string       `xml:"name,attr"`
	Start   int          `xml:"startPosition,attr"`
	End     int          `xml:"endPosition,attr"`
	Codings []refiCoding `xml:"Coding"`
}

type refiCoding struct {
	GUID    string    `xml:"guid,attr"`
	User    string    `xml:"creatingUser,attr,omitempty"`
	Created string    `xml:"creationDateTime,attr,omitempty"`
	Code    refiRef   `xml:"CodeRef"`
	Notes   []refiRef `xml:"NoteRef"`
}

type refiRef struct {
	Target string `xml:"targetGUID,attr"`
}

type refiValue struct {
	Variable refiRef `xml:"VariableRef"`
	Text     string  `xml:"TextValue"`
}

type refiVariable struct {
	XMLName xml.Name `xml:"Variable"`
	GUID    string   `xml:"guid,attr"`
	Name    string   `xml:"name,attr"`
	Type    string   `xml:"typeOfVariable,attr"`
}

// refiVariables are what is said about an article.
var refiVariables = []struct {
	name string
	get  func(*models.Article) string
}{
	{"source", func(a *models.Article) string { return a.Source }},
	{"date", func(a *models.Article) string { return day(a.PublishedOn) }},
	{"language", func(a *models.Article) string { return a.Language }},
	{"url", func(a *models.Article) string { return a.URL }},
}

// refiWriter writes the texts at once and keeps what project.qde says about
// them: its users come first, and are known last.
type refiWriter struct {
	in      Input
	to      bundle
	users   []refiUser
	sources *xmlSpool
	notes   *xmlSpool

	replaced int // notes with characters that XML has no place for
}

func writeREFIProject(ctx context.Context, to bundle, in Input) (int, error) {
	sources, err := newXMLSpool()
	if err != nil {
		return 0, err
	}
	defer sources.close()
	notes, err := newXMLSpool()
	if err != nil {
		return 0, err
	}
	defer notes.close()
	writer := &refiWriter{in: in, to: to, sources: sources, notes: notes}
	rows, err := in.labelled().eachChapter(ctx, writer.article)
	if err != nil {
		return rows, err
	}
	if writer.replaced > 0 {
		in.notify(models.Countf(writer.replaced,
			"%d note has control characters, which XML cannot hold; they were replaced. The CSV formats hold them.",
			"%d notes have control characters, which XML cannot hold; they were replaced. The CSV formats hold them.", writer.replaced))
	}
	w, err := to.create("project.qde")
	if err != nil {
		return rows, err
	}
	return rows, writer.project(w)
}

// article writes the text of an article and keeps its source.
func (r *refiWriter) article(c *chapter) error {
	id := codebook.GUID(c.Article.UID)
	w, err := r.to.create("sources/" + id + ".txt")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, c.Text); err != nil {
		return fmt.Errorf("write the text of an article: %w", err)
	}
	source := refiSource{
		XMLName: xml.Name{Local: "TextSource"}, GUID: id, Name: c.Article.Title, Path: "internal://" + id + ".txt",
		Created: momentText(c.Article.CreatedAt), Values: r.values(&c.Article),
	}
	for i := range c.rows {
		if err := r.coding(&source, &c.rows[i]); err != nil {
			return err
		}
	}
	return r.sources.element(source)
}

func (r *refiWriter) values(article *models.Article) []refiValue {
	var values []refiValue
	for _, variable := range refiVariables {
		if text := variable.get(article); text != "" {
			values = append(values, refiValue{refiRef{r.variable(variable.name)}, text})
		}
	}
	return values
}

func (r *refiWriter) variable(name string) string {
	return codebook.GUID(r.in.Project.UID, "variable", name)
}

// coding adds an annotation to the part of the source that it is about.
func (r *refiWriter) coding(source *refiSource, row *models.ExportRow) error {
	from, to := start(row), end(row)
	at := slices.IndexFunc(source.Selections, func(p refiPart) bool { return p.Start == from && p.End == to })
	if at < 0 {
		id := row.Sentence.PublicID(row.Article.UID)
		at = len(source.Selections)
		source.Selections = append(source.Selections, refiPart{
			GUID: codebook.GUID(id, fmt.Sprint(from, to)), Name: excerpt(words(row)), Start: from, End: to,
		})
	}
	coding := refiCoding{
		GUID: codebook.GUID(row.Annotation.UID), User: r.user(&row.Annotator), Created: momentText(row.Annotation.CreatedAt),
		Code: refiRef{labelGUID(r.in, row.Label)},
	}
	if text := noteText(row); text != "" {
		if strings.ContainsFunc(text, unholdable) {
			r.replaced++
		}
		note := refiSource{
			XMLName: xml.Name{Local: "Note"}, GUID: codebook.GUID(row.Annotation.UID, "note"), Name: row.Label + ", " + annotatorName(row),
			User: coding.User, Created: coding.Created, Content: text,
		}
		if err := r.notes.element(note); err != nil {
			return err
		}
		coding.Notes = []refiRef{{note.GUID}}
	}
	part := &source.Selections[at]
	part.Codings = append(part.Codings, coding)
	return nil
}

// user returns the identity of an annotator, and keeps her for the list.
func (r *refiWriter) user(annotator *models.Annotator) string {
	id := codebook.GUID(annotator.UID)
	if !slices.ContainsFunc(r.users, func(u refiUser) bool { return u.GUID == id }) {
		r.users = append(r.users, refiUser{GUID: id, Name: annotator.Name})
	}
	return id
}

// noteText is what an annotation says besides its label, or nothing.
func noteText(row *models.ExportRow) string { return strings.Join(remarkLines(row), "\n") }

// excerpt is the start of a text, on one line.
func excerpt(text string) string {
	const longest = 60 // code points
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) > longest {
		return string(line[:longest]) + ellipsis
	}
	return string(line)
}

// project writes project.qde. The order of its parts is that of the schema.
func (r *refiWriter) project(w io.Writer) error {
	document := xmlDocument{to: w}
	document.open("Project", xml.Attr{Name: xml.Name{Local: "xmlns"}, Value: refiNamespace},
		xml.Attr{Name: xml.Name{Local: "name"}, Value: r.in.Project.Name}, xml.Attr{Name: xml.Name{Local: "origin"}, Value: codebook.Origin})
	if len(r.users) > 0 {
		document.open("Users")
		for _, user := range r.users {
			document.element(user)
		}
		document.shut("Users")
	}
	if codes := refiCodes(r.in); len(codes) > 0 {
		document.element(struct {
			XMLName xml.Name        `xml:"CodeBook"`
			Codes   []codebook.Code `xml:"Codes>Code"`
		}{Codes: codes})
	}
	document.open("Variables")
	for _, variable := range refiVariables {
		document.element(refiVariable{GUID: r.variable(variable.name), Name: variable.name, Type: "Text"})
	}
	document.shut("Variables")
	document.spooled("Sources", r.sources)
	document.spooled("Notes", r.notes)
	if r.in.Project.Description != "" {
		document.element(struct {
			XMLName xml.Name `xml:"Description"`
			Text    string   `xml:",chardata"`
		}{Text: r.in.Project.Description})
	}
	document.shut("Project")
	return document.err
}
