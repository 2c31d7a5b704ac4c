package container_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"testing"

	"glossator/app/ingest/container"
)

func TestNamesStayInside(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range []string{"../../a.txt", "/b.txt", `c\d.txt`, "e/", "f/../g.txt"} {
		if _, err := archive.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	russian := &zip.FileHeader{Name: "\xAF\xE0\xA8.txt", NonUTF8: true} // code page 866
	if _, err := archive.CreateHeader(russian); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := container.Open(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := file.Names(), []string{"a.txt", "b.txt", "c/d.txt", "g.txt", "при.txt"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := file.Read("../a.txt"); err != nil {
		t.Error(err)
	}
}

func FuzzOpen(f *testing.F) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	entry, err := archive.Create("a.txt")
	if err != nil {
		f.Fatal(err)
	}
	if _, err := entry.Write(bytes.Repeat([]byte("a"), 1000)); err != nil {
		f.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := container.Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for _, name := range file.Names() {
			if data, err := file.Read(name); err == nil && len(data) > container.MaxEntry {
				t.Error("an entry above the limit")
			}
		}
	})
}
