package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/pdf"
	"glossator/models"
)

func document(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "documents", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func codeOf(err error) models.Code {
	if fault, ok := errors.AsType[*manuscript.Fault](err); ok {
		return fault.Code
	}
	return ""
}

// onePage is a file whose page draws with these operators.
func onePage(t testing.TB, content []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	writer := zlib.NewWriter(&packed)
	if _, err := writer.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>")
	object(fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", packed.Len(), packed.String()))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

func TestMadePage(t *testing.T) {
	m, err := pdf.Read(t.Context(), onePage(t, []byte("BT /F 12 Tf 72 700 Td (The town opened it.) Tj ET")))
	if err != nil || len(m.Blocks) != 1 || m.Blocks[0].Text != "The town opened it." {
		t.Errorf("%+v, %v", m.Blocks, err)
	}
}

// A page that unpacks to more than the sandbox has ends there, and the next
// file is read all the same.
func TestCrashIsOver(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks 300 MB")
	}
	bomb := onePage(t, bytes.Repeat([]byte("(aaaaaaaa) Tj   "), 300<<20/16))
	_, err := pdf.Read(t.Context(), bomb)
	if code := codeOf(err); code != models.CodeDamaged && code != models.CodeTooLarge {
		t.Errorf("%v", err)
	}
	TestMadePage(t)
}

// A tree of pages that leads back to itself is damaged and ends.
func TestPagesInACircle(t *testing.T) {
	circle := bytes.Replace(onePage(t, []byte("(The town) Tj")), []byte("/Kids [3 0 R]"), []byte("/Kids [2 0 R]"), 1)
	if _, err := pdf.Read(t.Context(), circle); codeOf(err) != models.CodeDamaged && codeOf(err) != models.CodeEmpty {
		t.Errorf("%v", err)
	}
}

func TestStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := pdf.Read(ctx, document(t, "report.pdf")); codeOf(err) != models.CodeCancelled {
		t.Errorf("%v", err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer cancel()
	if _, err := pdf.Read(ctx, document(t, "report.pdf")); err != nil && codeOf(err) != models.CodeCancelled {
		t.Errorf("%v", err)
	}
	TestMadePage(t)
}

func TestManyAtOnce(t *testing.T) {
	data := document(t, "russian.pdf")
	t.Run("group", func(t *testing.T) {
		for i := range 8 {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				if m, err := pdf.Read(t.Context(), data); err != nil || len(m.Blocks) < 8 {
					t.Errorf("%d blocks, %v", len(m.Blocks), err)
				}
			})
		}
	})
}

// A file with some bytes changed is read or refused in a sentence, and the next
// one is read all the same.
func TestDamagedBytes(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // without Tesseract
	const rounds, most = 40, 60
	random := rand.New(rand.NewPCG(1, 2))
	for _, whole := range [][]byte{onePage(t, []byte("BT /F 12 Tf 72 700 Td (The town.) Tj ET")), document(t, "russian.pdf")} {
		for range rounds {
			damaged := bytes.Clone(whole)
			for range 1 + random.IntN(most) {
				damaged[random.IntN(len(damaged))] = byte(random.IntN(256))
			}
			if _, err := pdf.Read(t.Context(), damaged); err != nil && codeOf(err) == "" {
				t.Errorf("no sentence: %v", err)
			}
		}
	}
	TestMadePage(t)
}

// A stand-in for Tesseract shows that it is asked for each page and that its
// lines become paragraphs.
func TestScan(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in is a shell script")
	}
	folder := t.TempDir()
	script := "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then printf 'List:\\neng\\nkaz\\n'; exit; fi\n" +
		"[ \"$*\" = 'stdin stdout -l eng+kaz' ] || exit 1\nread -r head\ncase \"$head\" in *PNG*) ;; *) exit 1;; esac\n" +
		"printf 'The town ope-\\nned a shelter.\\n\\nIt has places.\\n\\f'\n"
	if err := os.WriteFile(filepath.Join(folder, "tesseract"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	m, err := pdf.Read(t.Context(), document(t, "scan.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Blocks) != 2 || m.Blocks[0].Text != "The town opened a shelter." || !m.Recognised {
		t.Errorf("%+v", m.Blocks)
	}
	if err := os.WriteFile(filepath.Join(folder, "tesseract"), []byte("#!/bin/sh\nexit 1\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := pdf.Read(t.Context(), document(t, "scan.pdf")); codeOf(err) != models.CodeEmpty {
		t.Errorf("%v", err)
	}
}

// Running heads and page numbers are gone, words are mended.
func TestReport(t *testing.T) {
	for _, name := range []string{"report.pdf", "columns.pdf"} {
		m, err := pdf.Read(t.Context(), document(t, name))
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, block := range m.Blocks {
			all = append(all, block.Text)
		}
		text := strings.Join(all, "\n")
		for _, gone := range []string{"Gazette", "Page 1", "\u00AD", "-\n"} {
			if strings.Contains(text, gone) {
				t.Errorf("%s still has %q", name, gone)
			}
		}
		for _, whole := range []string{"commissioner", "spokeswoman", "households", "overspending"} {
			if strings.Count(text, whole) != 3 {
				t.Errorf("%s has %q %d times", name, whole, strings.Count(text, whole))
			}
		}
		if len(m.Blocks) != 19 {
			t.Errorf("%s has %d blocks", name, len(m.Blocks))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Setenv("PATH", f.TempDir()) // without Tesseract
	f.Add(onePage(f, []byte("BT /F 12 Tf 72 700 Td (The town opened it.) Tj ET")))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := pdf.Read(t.Context(), data)
		if err != nil && codeOf(err) == "" {
			t.Errorf("no sentence: %v", err)
		}
		for _, block := range m.Blocks {
			if block.Text != manuscript.Line(block.Text) {
				t.Errorf("%q is no line", block.Text)
			}
		}
	})
}
