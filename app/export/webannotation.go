package export

import (
	"context"
	"io"
	"net/url"
	"strconv"

	"glossator/models"
)

// WebAnnotation is an AnnotationCollection of the W3C Web Annotation Data
// Model (Recommendation, 2017), in JSON-LD. Every annotation classifies: its
// bodies are the label (purpose tagging), the note (commenting) and one for
// each detail (describing). Its target is the article, by its address where it
// has one, with a TextQuoteSelector (exact, prefix, suffix) and a
// TextPositionSelector, which counts code points of the article's text as the
// program holds it.
func WebAnnotation() Format {
	return Format{
		Key:       "web-annotation",
		Name:      "W3C Web Annotation (JSON-LD)",
		Extension: ".jsonld",
		MediaType: "application/ld+json",
		Leaves:    "Finished sentences without a label and the decisions of a review are left out.",
		Texts:     true,
		Write:     writeWebAnnotation,
	}
}

const webContext = "http://www.w3.org/ns/anno.jsonld"

// contextLength is the length of prefix and suffix, in code points.
const contextLength = 32

type webItem struct {
	Context    string    `json:"@context"`
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Motivation string    `json:"motivation"`
	Creator    webAgent  `json:"creator"`
	Created    string    `json:"created,omitempty"`
	Modified   string    `json:"modified,omitempty"`
	Generator  webAgent  `json:"generator"`
	Body       []webBody `json:"body"`
	Target     webTarget `json:"target"`
}

type webAgent struct {
	ID   string `json:"id,omitempty"`
	Type string `json:"type"`
	Name string `json:"name"`
}

type webBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
	Format  string `json:"format"`
}

type webTarget struct {
	Source   string        `json:"source"`
	Selector []webSelector `json:"selector"`
}

// webSelector is one of the two kinds; the fields of the other are empty.
type webSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

func writeWebAnnotation(ctx context.Context, w io.Writer, in Input) (int, error) {
	list := newJSONList(w)
	page := urn(in.Project.UID, "page")
	head := `{"@context":` + quoted(webContext) + `,"id":` + quoted(urn(in.Project.UID, "collection")) +
		`,"type":"AnnotationCollection","label":` + quoted(in.Project.Name) +
		`,"first":{"id":` + quoted(page) + `,"type":"AnnotationPage","startIndex":0,"items":[` + "\n"
	if err := list.text(head); err != nil {
		return 0, err
	}
	rows, err := in.labelled().eachChapter(ctx, func(c *chapter) error {
		index := &textIndex{text: c.Text}
		for i := range c.rows {
			if err := list.item(webAnnotation(&c.rows[i], index)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return rows, err
	}
	return rows, list.end(`]},"last":` + quoted(page) + `,"total":` + strconv.Itoa(list.items) + "}\n")
}

func webAnnotation(row *models.ExportRow, index *textIndex) webItem {
	created, modified := moments(row)
	return webItem{
		Context: webContext, ID: urn(row.Annotation.UID), Type: "Annotation", Motivation: "classifying",
		Creator: webAgent{urn(row.Annotator.UID), "Person", annotatorName(row)},
		Created: created, Modified: modified,
		Generator: webAgent{Type: "Software", Name: "Glossator"},
		Body:      webBodies(row),
		Target:    webTarget{webSource(&row.Article), webSelectors(row, index)},
	}
}

func webBodies(row *models.ExportRow) []webBody {
	body := func(purpose, value string) webBody { return webBody{"TextualBody", purpose, value, "text/plain"} }
	bodies := []webBody{body("tagging", row.Label)}
	if row.Annotation.Note != "" {
		bodies = append(bodies, body("commenting", row.Annotation.Note))
	}
	for _, line := range detailLines(row.Details) {
		bodies = append(bodies, body("describing", line))
	}
	return bodies
}

// webSource is the address of the article if it is one of the web, else a name
// for it.
func webSource(article *models.Article) string {
	address, err := url.Parse(article.URL)
	if err == nil && address.Host != "" && (address.Scheme == "http" || address.Scheme == "https") {
		return address.String()
	}
	return urn(article.UID)
}

func webSelectors(row *models.ExportRow, index *textIndex) []webSelector {
	from, to := start(row), end(row)
	return []webSelector{
		{
			Type: "TextQuoteSelector", Prefix: index.slice(max(0, from-contextLength), from), Exact: words(row),
			Suffix: index.slice(to, to+contextLength),
		},
		{Type: "TextPositionSelector", Start: &from, End: &to},
	}
}
