package ingest_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"glossator/app/ingest"
)

// sharedPages returns saved pages of many sites, from the data to develop on.
func sharedPages(b *testing.B) [][]byte {
	b.Helper()
	folder, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", "data", "html", "pages"))
	if err != nil {
		b.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.gz"))
	if err != nil {
		b.Fatal(err)
	}
	if len(names) == 0 {
		b.Skip("the shared data are not on this machine")
	}
	pages := make([][]byte, len(names))
	for i, name := range names {
		pages[i] = unzipped(b, name)
	}
	return pages
}

func unzipped(b *testing.B, name string) []byte {
	b.Helper()
	file, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := file.Close(); err != nil {
			b.Error(err)
		}
	}()
	packed, err := gzip.NewReader(file)
	if err != nil {
		b.Fatal(err)
	}
	data, err := io.ReadAll(packed)
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkSavedPages reads all pages again and again and reports the mean and
// the 95th percentile of one page, and what it allocates.
func BenchmarkSavedPages(b *testing.B) {
	pages := sharedPages(b)
	var times []time.Duration
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		for _, page := range pages {
			start := time.Now()
			if _, err := ingest.Read("page.html", page); err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(start))
		}
	}
	runtime.ReadMemStats(&after)
	slices.Sort(times)
	var sum time.Duration
	for _, one := range times {
		sum += one
	}
	const perMilli, megabyte, percentile = 1e6, 1 << 20, 95
	b.ReportMetric(float64(sum)/float64(len(times))/perMilli, "ms/page")
	b.ReportMetric(float64(times[len(times)*percentile/100])/perMilli, "ms/page-p95")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(len(times))/megabyte, "MB/page")
}
