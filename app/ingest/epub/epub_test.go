package epub_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"testing"

	"glossator/app/ingest/container"
	"glossator/app/ingest/epub"
	"glossator/app/ingest/manuscript"
)

// book makes an open book of these parts beside its container.
func book(t testing.TB, parts map[string]string) *container.Container {
	t.Helper()
	parts["META-INF/container.xml"] = `<container><rootfiles><rootfile full-path="O E/p.opf"/></rootfiles></container>`
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

const packageDocument = `<package xmlns:dc="dc"><metadata><dc:title>The book</dc:title><dc:creator>Nora Falk</dc:creator><dc:creator>Ben Ode</dc:creator>
<dc:date>2025-03-12T00:00:00Z</dc:date><dc:language>en</dc:language><dc:publisher>The press</dc:publisher></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="text/b%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="x" href="x.xhtml" media-type="application/xhtml+xml"/><item id="m" href="missing.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="m"/><itemref idref="a"/><itemref idref="x" linear="no"/></spine></package>`

func parts() map[string]string {
	return map[string]string{
		"O E/p.opf": packageDocument, "O E/nav.xhtml": "<p>CONTENTS</p>", "O E/x.xhtml": "<p>ASIDE</p>",
		"O E/text/b b.xhtml": "<html><head><title/></head><body><h1>One</h1><p>First.</p></body></html>", "O E/a.xhtml": "<p>Second.</p>",
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	m, err := epub.Read(book(t, parts()))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, block := range m.Blocks {
		got = append(got, block.Text)
	}
	if !slices.Equal(got, []string{"One", "First.", "Second."}) {
		t.Errorf("%q", got)
	}
	m.Blocks = nil
	want := manuscript.Manuscript{
		Title: "The book", Author: "Nora Falk, Ben Ode", Source: "The press", Language: "en", Published: "2025-03-12", Curated: true,
	}
	if m.Title != want.Title || m.Author != want.Author || m.Source != want.Source || m.Language != want.Language || m.Published != want.Published {
		t.Errorf("%+v", m)
	}
}

// Hidden fonts hide no text.
func TestFontsMayBeHidden(t *testing.T) {
	t.Parallel()
	with := parts()
	with["META-INF/encryption.xml"] = `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>`
	if _, err := epub.Read(book(t, with)); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(packageDocument, "<p>a</p>")
	f.Fuzz(func(t *testing.T, opf, chapter string) {
		m, err := epub.Read(book(t, map[string]string{"O E/p.opf": opf, "O E/a.xhtml": chapter}))
		if err == nil && len(m.Blocks) > manuscript.MaxBlocks {
			t.Error("too many blocks")
		}
	})
}
