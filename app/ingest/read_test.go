package ingest_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"glossator/app/ingest"
	"glossator/models"
)

// checkRefusal expects an error with this code and one sentence that names the
// file and has this word in it.
func checkRefusal(t *testing.T, err error, code models.Code, name, word string) {
	t.Helper()
	if models.CodeOf(err) != code {
		t.Fatalf("error %v has the code %q, want %q", err, models.CodeOf(err), code)
	}
	sentence := models.Explain(err)
	if !strings.Contains(sentence, name) || !strings.Contains(sentence, word) {
		t.Errorf("%q does not mention %q and %q", sentence, name, word)
	}
	if !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, "\n") || strings.Contains(sentence, "goroutine") {
		t.Errorf("%q is no plain sentence", sentence)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		data string
		code models.Code
		word string
	}{
		{"empty.txt", "", models.CodeEmpty, "empty"},
		{"mark.txt", "\xEF\xBB\xBF", models.CodeEmpty, "no words"},
		{"blank.txt", " \r\n\t\n\u00A0", models.CodeEmpty, "no words"},
		{"stars.txt", "* * *\n", models.CodeEmpty, "no words"},
		{"nul.txt", "The town\x00 opened a shelter.", models.CodeBinary, "plain text"},
		{"bell.txt", "The town\a opened a shelter.", models.CodeBinary, "control"},
		{"random.txt", "\x80\x00\x03\xFF\x10", models.CodeBinary, "plain text"},
		{"garbage.txt", "\x81\x8D\xFE\xF7 \x90\x9D\xAC\xA6 \xFF\xD7x\xF7", models.CodeEncoding, "UTF-8"},
		{"cut.txt", "caf\xC3", models.CodeEncoding, "UTF-8"},
		{"surrogate.txt", "a\xED\xA0\x80b", models.CodeEncoding, "UTF-8"},
		{"half16.txt", "\xFF\xFEa\x00b", models.CodeEncoding, "UTF-8"},
		{"lone16.txt", "\xFF\xFEa\x00\x00\xD8b\x00", models.CodeEncoding, "UTF-8"},
		{"end16.txt", "\xFE\xFF\xD8\x00", models.CodeEncoding, "UTF-8"},
		{"nul16.txt", "\xFF\xFEa\x00\x00\x00", models.CodeBinary, "plain text"},
		{"cut-utf8.txt", "Город открыл приют\xD0", models.CodeEncoding, "UTF-8"},
		{"report.pdf", "%PDF-1.7\n", models.CodeDamaged, "damaged"},
		{"renamed.txt", "%PDF-1.7\n", models.CodeDamaged, "damaged"},
		{"report.docx", "PK\x03\x04\x14\x00", models.CodeDamaged, "damaged"},
		{"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", models.CodeBinary, "office document"},
		{"photo.jpg", "\xFF\xD8\xFF\xE0", models.CodeBinary, "image"},
		{"mine.glossator", "SQLite format 3\x00", models.CodeBinary, "project"},
		{"note.rtf", `{\rtf1 Text`, models.CodeDamaged, "damaged"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := ingest.Read(c.name, []byte(c.data))
			checkRefusal(t, err, c.code, c.name, c.word)
		})
	}
}

func TestPasteRefuses(t *testing.T) {
	t.Parallel()
	_, err := ingest.Paste("  ")
	checkRefusal(t, err, models.CodeEmpty, "The pasted text", "no words")
	_, err = ingest.Read("", nil)
	checkRefusal(t, err, models.CodeEmpty, "The text", "empty")
}

func TestFileRefuses(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	_, err := ingest.File(filepath.Join(folder, "missing.txt"))
	checkRefusal(t, err, models.CodeNotFound, "missing.txt", "exist")
	_, err = ingest.File(folder)
	checkRefusal(t, err, models.CodeIsFolder, filepath.Base(folder), "folder")
	_, err = ingest.File(os.DevNull)
	checkRefusal(t, err, models.CodeUnreadable, filepath.Base(os.DevNull), "not an ordinary file")

	empty := filepath.Join(folder, "empty.txt")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = ingest.File(empty)
	checkRefusal(t, err, models.CodeEmpty, "empty.txt", "empty")
}

// A file of 200 MB is refused by its size: made as a hole on the disk, it would
// be refused as binary if it were read.
func TestFileTooLarge(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 2*ingest.MaxSize); err != nil {
		t.Fatal(err)
	}
	_, err := ingest.File(path)
	checkRefusal(t, err, models.CodeTooLarge, "large.txt", "100 MB")
}

func TestFileWithoutRights(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("this user may read everything")
	}
	folder := filepath.Join(t.TempDir(), "closed")
	path := filepath.Join(folder, "secret.txt")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("A text."), 0o000); err != nil {
		t.Fatal(err)
	}
	_, err := ingest.File(path)
	checkRefusal(t, err, models.CodeUnreadable, "secret.txt", "rights")
	if err := os.Chmod(folder, 0o000); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chmod(folder, 0o700); err != nil {
			t.Error(err)
		}
	})
	_, err = ingest.File(path)
	checkRefusal(t, err, models.CodeUnreadable, "secret.txt", "rights")
}

func TestStreamFails(t *testing.T) {
	t.Parallel()
	_, err := ingest.Stream("-", iotest.ErrReader(errors.New("broken pipe")))
	checkRefusal(t, err, models.CodeInput, "-", "could not be read")
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	const text = "Әліппе 👩‍👩‍👧 שלום\nВторая строка."
	wide := utf16.Encode([]rune(text))
	bytesOf := func(mark string, order binary.ByteOrder) []byte {
		var out bytes.Buffer
		out.WriteString(mark)
		if err := binary.Write(&out, order, wide); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	cases := map[string][]byte{
		"utf-8":          []byte(text),
		"utf-8 (marked)": append([]byte("\xEF\xBB\xBF"), text...),
		"utf-16le":       bytesOf("\xFF\xFE", binary.LittleEndian),
		"utf-16be":       bytesOf("\xFE\xFF", binary.BigEndian),
	}
	for name, data := range cases {
		doc, err := ingest.Read("a.txt", data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if doc.Text != text || doc.Encoding != strings.Fields(name)[0] {
			t.Errorf("%s: %q in %s", name, doc.Text, doc.Encoding)
		}
		if !bytes.Equal(doc.Original, data) {
			t.Errorf("%s: the original is not the bytes as they came", name)
		}
	}
}

// Text in an encoding that nothing names. Cyrillic ones need few letters.
func TestEncodingIsTold(t *testing.T) {
	t.Parallel()
	const letter = "Город открыл третий приют для женщин, и мэр пообещал открыть ещё два до конца следующего года."
	for _, c := range []struct {
		table *charmap.Charmap
		text  string
	}{
		{charmap.KOI8R, "Привет, мир. Да."},
		{charmap.Windows1251, "Привет, мир. Да."},
		{charmap.CodePage866, "Привет, мир. Да."},
		{charmap.Windows1251, letter},
		{charmap.KOI8R, letter},
		{charmap.ISO8859_5, letter},
		{charmap.CodePage866, letter},
		{charmap.MacintoshCyrillic, letter},
		{charmap.Windows1252, "The mayor’s office said that it would “open three shelters” – soon."},
		{charmap.Windows1252, "Le ministère a promis d’ouvrir trois refuges avant la fin de l’année."},
	} {
		data, err := c.table.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := ingest.Read("a.txt", []byte(data))
		if err != nil || doc.Text != c.text || doc.Encoding == "" {
			t.Errorf("%s: %v: %q in %s", c.table, err, doc.Text, doc.Encoding)
		}
	}
}

func TestTextIsNormalisedOnlyInMarkLinesAndForm(t *testing.T) {
	t.Parallel()
	doc, err := ingest.Read("a.txt", []byte("\xEF\xBB\xBF  Cafe\u0301  opens\r\rTwo  spaces,\ttab,\u00A0nbsp \r\nand a final line.\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	const want = "  Caf\u00E9  opens\n\nTwo  spaces,\ttab,\u00A0nbsp \nand a final line.\n\n"
	if doc.Text != want {
		t.Errorf("got %q, want %q", doc.Text, want)
	}
}
