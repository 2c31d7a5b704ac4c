package export_test

import (
	"io"
	"strings"
	"testing"

	"glossator/app/export"
	"glossator/models"
)

// BenchmarkCSV writes a million rows of the shape that the benchmark of the
// store has: a sentence of 200 characters, some with quotation marks.
func BenchmarkCSV(b *testing.B) {
	const million = 1_000_000
	shapes := []models.ExportRow{statistic(), commitment(), nothing()}
	for i := range shapes {
		shapes[i].Sentence.Text = strings.Repeat(shapes[i].Sentence.Text+" ", 3)
	}
	shapes[2].Sentence.Text += `The mayor called it "a start".`
	in := input()
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		for i := range million {
			if !yield(shapes[i%len(shapes)], nil) {
				return
			}
		}
	}
	size := &counter{}
	if _, err := export.Stream(b.Context(), size, "bench", export.CSV(), in); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size.bytes)
	b.ReportAllocs()
	for b.Loop() {
		rows, err := export.Stream(b.Context(), io.Discard, "bench", export.CSV(), in)
		if err != nil || rows != million {
			b.Fatal(rows, err)
		}
	}
}

type counter struct{ bytes int64 }

func (c *counter) Write(data []byte) (int, error) {
	c.bytes += int64(len(data))
	return len(data), nil
}
