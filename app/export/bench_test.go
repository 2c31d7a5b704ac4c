package export_test

import (
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"glossator/app/export"
	"glossator/models"
)

// many repeats three rows of the shape that the benchmark of the store has: a
// sentence of 200 characters, some with quotation marks. The articles hold a
// hundred rows each.
func many(rows int) export.Input {
	shapes := []models.ExportRow{statistic(), commitment(), nothing()}
	for i := range shapes {
		shapes[i].Sentence.Text = strings.Repeat(shapes[i].Sentence.Text+" ", 3)
	}
	shapes[2].Sentence.Text += `The mayor called it "a start".`
	in := input()
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		for i := range rows {
			if !yield(shapes[i%len(shapes)], nil) {
				return
			}
		}
	}
	in.Articles = articlesOf(models.Content{Article: article, Sentences: []models.Sentence{shapes[0].Sentence}})
	return in
}

// benchmark writes a number of rows and reports the rate and the peak of the
// heap, which must not grow with the rows.
func benchmark(b *testing.B, format export.Format, rows int) {
	b.Helper()
	size := &counter{}
	if _, err := export.Stream(b.Context(), size, "bench", format, many(rows)); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size.bytes)
	b.ReportAllocs()
	peak := watchHeap(b)
	for b.Loop() {
		written, err := export.Stream(b.Context(), io.Discard, "bench", format, many(rows))
		if err != nil || written != rows {
			b.Fatal(written, err)
		}
	}
	const mebibyte = 1 << 20
	b.ReportMetric(float64(peak())/mebibyte, "peak-MiB")
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// watchHeap samples the heap until the returned function is called, which
// returns the highest value.
func watchHeap(b *testing.B) func() uint64 {
	b.Helper()
	var highest atomic.Uint64
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		ticker := time.NewTicker(20 * time.Millisecond)
		defer ticker.Stop()
		for {
			var stats runtime.MemStats
			runtime.ReadMemStats(&stats)
			highest.Store(max(highest.Load(), stats.HeapInuse))
			select {
			case <-done:
				return
			case <-ticker.C:
			}
		}
	}()
	return func() uint64 {
		close(done)
		<-gone
		return highest.Load()
	}
}

func BenchmarkCSV(b *testing.B)           { benchmark(b, export.CSV(), 1_000_000) }
func BenchmarkExcelCSV(b *testing.B)      { benchmark(b, export.ExcelCSV(), 1_000_000) }
func BenchmarkJSONLines(b *testing.B)     { benchmark(b, export.JSONLines(), 1_000_000) }
func BenchmarkWorkbook(b *testing.B)      { benchmark(b, export.Workbook(), 100_000) }
func BenchmarkWorkbookTenth(b *testing.B) { benchmark(b, export.Workbook(), 10_000) }
func BenchmarkTables(b *testing.B)        { benchmark(b, export.Tables(), 100_000) }
func BenchmarkWebAnnotation(b *testing.B) { benchmarkArticles(b, export.WebAnnotation()) }
func BenchmarkREFIProject(b *testing.B)   { benchmarkArticles(b, export.REFIProject()) }
func BenchmarkReport(b *testing.B)        { benchmarkArticles(b, export.Report()) }
func BenchmarkCAS(b *testing.B)           { benchmarkArticles(b, export.CAS()) }
func BenchmarkBrat(b *testing.B)          { benchmarkArticles(b, export.Brat()) }
func BenchmarkLabelStudio(b *testing.B)   { benchmarkArticles(b, export.LabelStudio()) }

// benchmarkArticles writes the corpus a few thousand times, each article under
// a name of its own.
func benchmarkArticles(b *testing.B, format export.Format) {
	b.Helper()
	const copies = 5_000
	rows, text := corpusRows()[:8], press()
	in := corpus()
	in.Rows = func(yield func(models.ExportRow, error) bool) {
		for i := range copies {
			for _, row := range rows {
				row.Article.UID = uid(i)
				if !yield(row, nil) {
					return
				}
			}
		}
	}
	in.Articles = func(yield func(models.Content, error) bool) {
		for i := range copies {
			text.Article.UID = uid(i)
			if !yield(text, nil) {
				return
			}
		}
	}
	b.ReportAllocs()
	peak := watchHeap(b)
	for b.Loop() {
		if _, err := export.Stream(b.Context(), io.Discard, "bench", format, in); err != nil {
			b.Fatal(err)
		}
	}
	const mebibyte = 1 << 20
	b.ReportMetric(float64(peak())/mebibyte, "peak-MiB")
	b.ReportMetric(float64(copies)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

func uid(i int) string {
	return "ar-" + strings.Repeat("0", 4) + string(rune('a'+i%26)) + time.Duration(i).String()
}

type counter struct{ bytes int64 }

func (c *counter) Write(data []byte) (int, error) {
	c.bytes += int64(len(data))
	return len(data), nil
}
