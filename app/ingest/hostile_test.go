package ingest_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/ingest"
	"glossator/models"
)

// packedFile is an entry of a ZIP file of a test.
type packedFile struct{ name, content string }

func zipOf(t testing.TB, files ...packedFile) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, file := range files {
		entry, err := archive.Create(file.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(file.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func docxOf(t testing.TB, body string) []byte {
	t.Helper()
	return zipOf(t, packedFile{"word/document.xml", `<?xml version="1.0"?>` + body})
}

func TestHostileFiles(t *testing.T) {
	t.Parallel()
	const document = `<w:document xmlns:w="w"><w:body>%s</w:body></w:document>`
	paragraph := "<w:p><w:r><w:t>" + strings.Repeat("a", 1000) + "</w:t></w:r></w:p>"
	bomb := fmt.Sprintf(document, strings.Repeat(paragraph, 65_000))
	entities := `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>`
	inner := zipOf(t, packedFile{"c.txt", "The text."})
	nested := zipOf(t, packedFile{"b.zip", string(zipOf(t, packedFile{"a.zip", string(inner)}))})
	cases := []struct {
		name string
		data []byte
		code models.Code
		word string
	}{
		{"bomb.docx", docxOf(t, bomb), models.CodeTooLarge, "unpacks"},
		{"entities.docx", docxOf(t, entities), models.CodeDamaged, "damaged"},
		{"deep.docx", docxOf(t, strings.Repeat("<w:p>", 100_000)), models.CodeDamaged, "deep"},
		{"open.docx", docxOf(t, "<w:document><w:p>"), models.CodeDamaged, "damaged"},
		{"crossed.docx", docxOf(t, "<w:p><w:t></w:p></w:t>"), models.CodeDamaged, "damaged"},
		{"empty.docx", docxOf(t, fmt.Sprintf(document, "")), models.CodeEmpty, "no words"},
		{"table.xlsx", zipOf(t, packedFile{"xl/workbook.xml", "<x/>"}), models.CodeUnsupported, "spreadsheet"},
		{"talk.pptx", zipOf(t, packedFile{"ppt/presentation.xml", "<x/>"}), models.CodeUnsupported, "presentation"},
		{"table.ods", zipOf(t, packedFile{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}), models.CodeUnsupported, "OpenDocument"},
		{"sum.zip", wrongSum(t), models.CodeDamaged, "damaged"},
		{"nothing.zip", zipOf(t, packedFile{".hidden", "x"}), models.CodeEmpty, "no articles"},
		{"void.zip", zipOf(t), models.CodeEmpty, "no articles"},
		{"many.zip", manyFiles(t), models.CodeTooLarge, "10000"},
		{"nested.zip", nested, models.CodeUnsupported, "archive"},
		{"rights.epub", zipOf(t, packedFile{"META-INF/container.xml", "<container/>"}, packedFile{
			"META-INF/encryption.xml",
			`<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>`,
		}), models.CodeUnreadable, "rights"},
		{"bare.epub", zipOf(t, packedFile{"META-INF/container.xml", "<container/>"}), models.CodeDamaged, "damaged"},
		{"locked.docx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), models.CodeUnreadable, "password"},
		{"deep.rtf", []byte(`{\rtf1 ` + strings.Repeat("{", 200_000)), models.CodeDamaged, "deep"},
		{"cut.rtf", []byte(`{\rtf1 {\b The town}`), models.CodeDamaged, "damaged"},
		{"blank.rtf", []byte(`{\rtf1 }`), models.CodeEmpty, "no words"},
		{"deep.md", []byte(strings.Repeat(">", 10_000) + "a"), models.CodeDamaged, "deep"},
		{"nul.csv", []byte("title,text\na,b\x00c\n"), models.CodeBinary, "control"},
		{"strange.csv", []byte("a,b\n1,2\n"), models.CodeInvalid, "column"},
		{"strange.json", []byte(`{"a": 1}`), models.CodeInvalid, "column"},
		{"broken.json", []byte(`[{"text": "a"`), models.CodeDamaged, "rules"},
		{"broken.xml", []byte(`<rss version="2.0"><channel><title>a`), models.CodeDamaged, "damaged"},
		{"cut.pdf", []byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog"), models.CodeDamaged, "damaged"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := ingest.Read(c.name, c.data)
			checkRefusal(t, err, c.code, c.name, c.word)
		})
	}
}

// wrongSum is an archive whose content does not fit its checksum.
func wrongSum(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	entry, err := archive.CreateHeader(&zip.FileHeader{Name: "a.txt", Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Write([]byte("The text.")); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(out.Bytes(), []byte("The text."), []byte("The t3xt."), 1)
}

func manyFiles(t *testing.T) []byte {
	t.Helper()
	files := make([]packedFile, 10_001)
	for i := range files {
		files[i].name = fmt.Sprintf("%d.txt", i)
	}
	return zipOf(t, files...)
}

// Every beginning of a file is read or refused in a sentence.
func TestCutFiles(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"english.docx", "kazakh.odt", "english.epub", "russian.rtf", "table.csv", "lines.jsonl", "feed.xml", "batch.zip"} {
		data, err := os.ReadFile(filepath.Join("testdata", "documents", name))
		if err != nil {
			t.Fatal(err)
		}
		for cut := 0; cut < len(data); cut += 1 + len(data)/60 {
			for doc, err := range ingest.Articles(t.Context(), name, data[:cut]) {
				checkOutcome(t, name, doc, err)
			}
		}
	}
}

// checkOutcome expects a whole document or a sentence.
func checkOutcome(t *testing.T, name string, doc models.Document, err error) {
	t.Helper()
	if err == nil {
		checkDocument(t, doc)
		return
	}
	if code := models.CodeOf(err); code == models.CodeInternal {
		t.Errorf("%s: %v", name, err)
	}
	if sentence := models.Explain(err); !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, "\n") {
		t.Errorf("%q is no plain sentence", sentence)
	}
}

// A feed that was cut keeps the items before the cut.
func TestCutFeed(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "documents", "feed.xml"))
	if err != nil {
		t.Fatal(err)
	}
	items, cut := 0, false
	for doc, err := range ingest.Articles(t.Context(), "feed.xml", data[:bytes.LastIndex(data, []byte("<item>"))+20]) {
		if err != nil {
			checkRefusal(t, err, models.CodeTruncated, "feed.xml", "item 2")
			cut = true
			continue
		}
		checkDocument(t, doc)
		items++
	}
	if items != 2 || !cut {
		t.Errorf("%d items, cut: %t", items, cut)
	}
}

// An archive above the limit for files is read from the disk.
func TestLargeArchive(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("writes 100 MB")
	}
	path := filepath.Join(t.TempDir(), "large.zip")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(file)
	padding, err := archive.CreateHeader(&zip.FileHeader{Name: "page_files/film.mp4", Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	megabyte := make([]byte, 1<<20)
	for range ingest.MaxSize>>20 + 1 {
		if _, err := padding.Write(megabyte); err != nil {
			t.Fatal(err)
		}
	}
	entry, err := archive.Create("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Write([]byte("The town opened a shelter.")); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	for doc, err := range ingest.FileArticles(t.Context(), path) {
		if err != nil {
			t.Fatal(err)
		}
		if doc.Name != "a.txt" {
			t.Errorf("the article is %q", doc.Name)
		}
	}
}

// FuzzArticles holds for all bytes in all formats.
func FuzzArticles(f *testing.F) {
	for _, name := range []string{"english.docx", "russian.odt", "english.epub", "russian.rtf", "english.md", "table.csv", "lines.jsonl", "feed.xml", "batch.zip"} {
		data, err := os.ReadFile(filepath.Join("testdata", "documents", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		for doc, err := range ingest.Articles(t.Context(), name, data) {
			checkOutcome(t, name, doc, err)
		}
	})
}

func BenchmarkDocuments(b *testing.B) {
	for _, name := range []string{"english.docx", "russian.odt", "english.epub", "kazakh.rtf", "english.md", "feed.xml", "table.csv", "report.pdf", "batch.zip"} {
		data, err := os.ReadFile(filepath.Join("testdata", "documents", name))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range ingest.Articles(b.Context(), name, data) {
					if err != nil && models.CodeOf(err) == models.CodeInternal {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
