package workspace_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"glossator/models"
)

// savedPages writes so many saved pages of the development data into a folder;
// copies of one page differ by a sentence in each paragraph.
func savedPages(tb testing.TB, count int) string {
	tb.Helper()
	packed, err := filepath.Glob("../../../shared/data/html/pages/*.gz")
	if err != nil || len(packed) == 0 {
		tb.Skip("the development data is not there")
	}
	folder := tb.TempDir()
	pages := make([][]byte, len(packed))
	for i, path := range packed {
		pages[i] = unzipped(tb, path)
	}
	for i := range count {
		mark := fmt.Appendf(nil, "<p>Copy %d counted %d beds. ", i, 7*i)
		page := bytes.ReplaceAll(pages[i%len(pages)], []byte("<p>"), mark)
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)+".html"), page, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return folder
}

func unzipped(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	reader, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	page, err := io.ReadAll(reader)
	if err != nil {
		tb.Fatal(err)
	}
	return page
}

// BenchmarkImportPages adds a thousand saved pages and takes them back with one
// undo.
func BenchmarkImportPages(b *testing.B) {
	const pages = 1000
	folder := savedPages(b, pages)
	var highest, sum, undone float64
	for b.Loop() {
		b.StopTimer()
		ws := newProject(b)
		runtime.GC()
		b.StartTimer()
		began := b.Elapsed()
		report, err := ws.Import(b.Context(), []string{folder}, func(done, _ int) {
			var memory runtime.MemStats
			if done%20 == 0 {
				runtime.ReadMemStats(&memory)
				highest = max(highest, float64(memory.HeapInuse)/(1<<20))
			}
		})
		if err != nil {
			b.Fatal(err)
		}
		sum += float64(len(report)) / (b.Elapsed() - began).Seconds()
		began = b.Elapsed()
		if _, err := ws.Undo(b.Context()); err != nil {
			b.Fatal(err)
		}
		undone += (b.Elapsed() - began).Seconds()
		if _, total, err := ws.Library(b.Context(), models.ArticleFilter{}); err != nil || total != 0 {
			b.Fatal(total, err)
		}
	}
	b.ReportMetric(sum/float64(b.N), "articles/s")
	b.ReportMetric(highest, "MB-heap")
	b.ReportMetric(undone/float64(b.N), "s-undo")
}
