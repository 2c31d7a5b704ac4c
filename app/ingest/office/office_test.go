package office_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"glossator/app/ingest/container"
	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/office"
)

// pack makes an open package of parts by name.
func pack(t testing.TB, parts map[string]string) *container.Container {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, content := range parts {
		entry, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := container.Open(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func outline(m manuscript.Manuscript) []string {
	lines := make([]string, len(m.Blocks))
	for i, block := range m.Blocks {
		lines[i] = string(block.Kind) + ": " + block.Text
	}
	return lines
}

func check(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// hardBody has what word processors leave between and around words.
const hardBody = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="a5"/></w:pPr><w:r><w:t>The title</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Kept, </w:t></w:r><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del>
<w:r><w:t xml:space="preserve">, </w:t></w:r><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>
<w:r><w:fldChar/><w:instrText>FIELD CODE</w:instrText></w:r><w:fldSimple><w:r><w:t xml:space="preserve"> in a field</w:t></w:r></w:fldSimple>
<w:smartTag><w:r><w:t xml:space="preserve"> smart</w:t></w:r></w:smartTag><w:r><w:tab/><w:t>tabbed</w:t></w:r>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r><w:moveFrom><w:r><w:t>MOVED AWAY</w:t></w:r></w:moveFrom>
<w:r><w:t xml:space="preserve"> twenty</w:t><w:noBreakHyphen/><w:t>one</w:t></w:r><w:r><w:sym w:char="2014"/></w:r></w:p>
<w:p><w:r><w:t>First line</w:t><w:br/><w:t>second line</w:t></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>IN A BOX AGAIN</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:r><w:t>Around the box</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>An item</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>A heading</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="toc1"/></w:pPr><w:r><w:t>CONTENTS</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Cases</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>One paragraph</w:t></w:r></w:p><w:p><w:r><w:t>and a second</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`

func TestHardDOCX(t *testing.T) {
	t.Parallel()
	m, err := office.DOCX(pack(t, map[string]string{
		"_rels/.rels":        `<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/text/main.xml"/></Relationships>`,
		"text/main.xml":      hardBody,
		"text/styles.xml":    `<w:styles xmlns:w="w"><w:style w:styleId="a5"><w:name w:val="Own"/><w:basedOn w:val="a"/></w:style><w:style w:styleId="a"><w:name w:val="Title"/></w:style><w:style w:styleId="toc1"><w:name w:val="toc 1"/></w:style></w:styles>`,
		"text/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>RULE</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"docProps/core.xml":  `<cp:p xmlns:cp="cp" xmlns:dc="dc"><dc:title>The property</dc:title><dc:creator>Nora Falk</dc:creator></cp:p>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	check(t, outline(m), []string{
		"title: The title", "paragraph: Kept, inserted, linked in a field smart tabbed twenty-one—",
		"paragraph: First line", "paragraph: second line", "paragraph: In a control", "paragraph: In a box", "paragraph: Around the box",
		"list_item: An item", "heading: A heading", "table_row: Year | Cases", "paragraph: One paragraph", "paragraph: and a second",
		"paragraph: A note.",
	})
	if m.Title != "The property" || m.Author != "Nora Falk" {
		t.Errorf("title %q, author %q", m.Title, m.Author)
	}
}

const hardContent = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:svg="v">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:p>DELETED</text:p></text:tracked-changes>
<text:p text:style-name="P1">The title</text:p>
<text:p>Two<text:s text:c="3"/>words<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>, one<text:tab/>tab<office:annotation><text:p>COMMENT</text:p></office:annotation>.<text:line-break/>A second line</text:p>
<text:h>A heading</text:h><text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>
<text:p text:style-name="Quotations">A quote</text:p>
<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Cases</text:p></table:table-cell></table:table-row></table:table>
<text:table-of-content><text:p>CONTENTS</text:p></text:table-of-content>
</office:text></office:body></office:document-content>`

func TestHardODT(t *testing.T) {
	t.Parallel()
	m, err := office.ODT(pack(t, map[string]string{
		"content.xml": hardContent,
		"meta.xml":    `<m xmlns:dc="dc"><dc:title>The property</dc:title></m>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	check(t, outline(m), []string{
		"title: The title", "paragraph: Two words, one tab.", "paragraph: A second line", "heading: A heading", "list_item: An item",
		"quote: A quote", "table_row: Year | Cases", "paragraph: A note.",
	})
	_, err = office.ODT(pack(t, map[string]string{"META-INF/manifest.xml": `<manifest:encryption-data/>`}))
	if err == nil || !strings.Contains(err.Error(), "password") {
		t.Errorf("a locked file: %v", err)
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(hardBody)
	f.Add("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
	f.Fuzz(func(t *testing.T, part string) {
		m, err := office.DOCX(pack(t, map[string]string{"word/document.xml": part}))
		checkManuscript(t, m, err)
	})
}

func FuzzODT(f *testing.F) {
	f.Add(hardContent)
	f.Fuzz(func(t *testing.T, part string) {
		m, err := office.ODT(pack(t, map[string]string{"content.xml": part}))
		checkManuscript(t, m, err)
	})
}

func checkManuscript(t *testing.T, m manuscript.Manuscript, err error) {
	t.Helper()
	if err != nil {
		return
	}
	for _, block := range m.Blocks {
		if block.Text == "" || block.Text != manuscript.Line(block.Text) {
			t.Errorf("%q is no line", block.Text)
		}
	}
}
