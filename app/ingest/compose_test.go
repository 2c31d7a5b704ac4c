package ingest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

// office makes a Word document of paragraphs, each a style and a text.
func office(t *testing.T, properties string, paragraphs ...[2]string) models.Document {
	t.Helper()
	var body strings.Builder
	for _, p := range paragraphs {
		fmt.Fprintf(&body, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, p[0], p[1])
	}
	doc, err := ingest.Read("made.docx", zipOf(t,
		packedFile{"word/document.xml", "<w:document><w:body>" + body.String() + "</w:body></w:document>"},
		packedFile{"docProps/core.xml", "<p>" + properties + "</p>"},
	))
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, doc)
	return doc
}

const prose = "The town opened a shelter on Monday, and the mayor said that two more would follow."

func TestTitlesOfOfficeFiles(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name       string
		properties string
		paragraphs [][2]string
		title      string
		blocks     []string
	}{
		{
			"the style says it", "<dc:title>Another title</dc:title>",
			[][2]string{{"", "PRESS RELEASE"}, {"Title", "Shelter opens."}, {"Subtitle", "The third one"}, {"", prose}},
			"Shelter opens.", []string{"heading", "title", "subtitle", "paragraph"},
		},
		{"the first heading", "", [][2]string{{"Heading1", "Shelter opens"}, {"", prose}}, "Shelter opens", []string{"title", "paragraph"}},
		{"a short first line", "", [][2]string{{"", "Shelter opens"}, {"", prose}}, "Shelter opens", []string{"title", "paragraph"}},
		{"a list is no title", "", [][2]string{{"ListBullet", "Shelter opens"}, {"", prose}}, "Shelter opens", []string{"list_item", "paragraph"}},
		{"the property", "<dc:title>Shelter opens soon</dc:title>", [][2]string{{"", prose}}, "Shelter opens soon", []string{"paragraph"}},
		{"a program's property", "<dc:title>Microsoft Word - report.doc</dc:title>", [][2]string{{"", prose}}, "The town opened a shelter on Monday, and the mayor said that two more would…", []string{"paragraph"}},
		{"a file's name", "<dc:title>final report.docx</dc:title>", [][2]string{{"", prose}}, "The town opened a shelter on Monday, and the mayor said that two more would…", []string{"paragraph"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			doc := office(t, c.properties, c.paragraphs...)
			var kinds []string
			for _, block := range doc.Blocks {
				kinds = append(kinds, string(block.Kind))
			}
			if doc.Title != c.title || !slices.Equal(kinds, c.blocks) {
				t.Errorf("title %q, blocks %q", doc.Title, kinds)
			}
		})
	}
}

func TestAuthorsOfOfficeFiles(t *testing.T) {
	t.Parallel()
	for creator, want := range map[string]string{
		"Nora Falk": "Nora Falk", "Нина Фальк": "Нина Фальк", "User": "", "admin": "", "python-docx": "", "Windows 10 user": "",
	} {
		if doc := office(t, "<dc:creator>"+creator+"</dc:creator>", [2]string{"", prose}); doc.Author != want {
			t.Errorf("%q: author %q", creator, doc.Author)
		}
	}
	doc := office(t, "<dc:creator>Nora Falk</dc:creator>", [2]string{"", "Shelter opens"}, [2]string{"", "By Ana Lind"}, [2]string{"", prose})
	if doc.Author != "Ana Lind" {
		t.Errorf("the byline does not go first: %q", doc.Author)
	}
}
