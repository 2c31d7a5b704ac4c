package export_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"glossator/app/export"
)

var update = flag.Bool("update", false, "write the golden files anew")

// stream writes an export into memory.
func stream(t testing.TB, format export.Format, in export.Input) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := export.Stream(t.Context(), &out, "test", format, in); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestGoldenFiles compares every format with a file that a person has read.
func TestGoldenFiles(t *testing.T) {
	t.Parallel()
	for _, format := range export.Formats() {
		t.Run(format.Key, func(t *testing.T) {
			t.Parallel()
			got := readable(t, format, stream(t, format, corpus()))
			path := filepath.Join("testdata", "golden", format.Key+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if want := content(t, path); got != want {
				t.Errorf("%s differs from %s; read the difference and run with -update if it is meant:\n%s", format.Key, path, got)
			}
		})
	}
}

// readable is an export as text: the files of an archive one after the other,
// the sheets of a workbook row by row.
func readable(t *testing.T, format export.Format, data []byte) string {
	t.Helper()
	switch format.Extension {
	case ".zip", ".qdpx":
		var out strings.Builder
		for _, part := range unzip(t, data) {
			fmt.Fprintf(&out, "=== %s\n%s", part.name, part.text)
		}
		return out.String()
	case ".xlsx":
		return sheets(t, data)
	default:
		return string(data)
	}
}

type part struct{ name, text string }

func unzip(t testing.TB, data []byte) []part {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []part
	for _, file := range archive.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part{file.Name, string(text)})
	}
	return parts
}

func sheets(t *testing.T, data []byte) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	var out strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "=== %s\n", sheet)
		for _, row := range rows {
			fmt.Fprintf(&out, "%q\n", row)
		}
	}
	return out.String()
}
